"""The one window: pages on the left, the page in the middle, help beside it, the message bar below."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from ui.screen.icons import FOLDER
from ui.screen.memory import keep_place, return_to_place
from ui.screen.navigation import Navigation
from ui.screen.pages import PAGES, Entry, key_of
from ui.screen.plain import plain_label, question
from ui.texts import _

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent

    from correspondence.changes import Changes
    from correspondence.office import Office
    from ui.screen.desk import Desk
    from ui.screen.sign_in import Opening

_READ_AGAIN_EVERY = 60_000
_ROOM_FOR_WORDS = 1000


class MainWindow(QMainWindow):
    """Opens at once with its frame; what the registry knows comes when it comes.

    `painted` is sent once, when the frame stands on the screen. What the frame does not show is made by `start`.
    """

    painted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._pages: dict[str, QWidget] = {}
        self._entries: dict[str, Entry] = {entry.name: entry for entry in PAGES}
        self._greeting: QWidget | None = None
        self.setWindowTitle("Warkat")
        self.setMinimumSize(QSize(880, 560))
        self._navigation = Navigation(desk.look)
        self._stack = QStackedWidget()
        self._furnished = False
        self._was_painted = False
        central = QWidget()
        central.setObjectName("central")
        self._row = row = QHBoxLayout(central)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._navigation)
        row.addWidget(self._stack, 1)
        self.setCentralWidget(central)
        for entry in self._entries.values():
            self._navigation.add_page(entry.name, entry.title, key_of(entry), below=entry.below)
        return_to_place(self, desk.memory)
        waiting = plain_label(_("Membuka registri …"), "muted")
        waiting.setContentsMargins(*[desk.look.px(24)] * 4)
        self._greet(waiting)
        self._navigation.setEnabled(False)

    def start(self) -> None:
        """Opens the registry on the worker; then the first page, or the question for the office's name."""
        self._desk.background.run(
            _opening,
            on_done=self._begin,
            on_error=lambda error: self._greet(self._furniture.trouble(error, self.start)),
            owner=self,
        )
        if not self._furnished:
            self._furnish()

    def _furnish(self) -> None:
        """What the frame does not show: the message bar, help, counts, keys. While the worker opens the registry."""
        # These know the whole office, which takes longer to load than the window to be painted.
        from ui.screen.furniture import Furniture

        self._furnished = True
        self.setWindowIcon(QIcon(str(FOLDER / "warkat.svg")))
        self._furniture = Furniture(self._desk, self, self._navigation, self._stack)
        self._help, self._toast = self._furniture.help, self._furniture.toast
        self._row.addWidget(self._help)
        self._listen()
        self._navigation.finish()
        self._desk.look.apply()

    def open_page(self, name: str, request: object = None) -> None:
        """Opens a page, made now if it never was; `request` is handed to its `receive`."""
        entry = self._entries.get(name)
        if entry is None or not self._navigation.isEnabled():
            return
        page = self._pages.get(name)
        if page is None:
            page = self._pages[name] = entry.make(self._desk)
            self._stack.addWidget(page)
        self._navigation.choose(name)
        self._stack.setCurrentWidget(page)
        receive = getattr(page, "receive", None)
        if request is not None and receive is not None:
            receive(request)
        else:
            self._refresh_page(page)
        if self._help.isVisible():
            self._fill_help()
        self._toast.raise_()
        page.setFocus()

    @property
    def page(self) -> QWidget | None:
        """The page that is open."""
        return self._stack.currentWidget()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            # Not 0: the loop goes round once, and the picture has left for the screen.
            QTimer.singleShot(1, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._navigation.make_room(narrow=self.width() < self._desk.look.px(_ROOM_FOR_WORDS))

    def closeEvent(self, event: QCloseEvent) -> None:
        held = [page for page in self._pages.values() if getattr(page, "holds_typing", lambda: False)()]
        if held and not self.property("closing"):
            event.ignore()
            box = question(
                self,
                _("Tutup Warkat?"),
                _("Ada surat yang belum disimpan. Ketikannya akan ditawarkan lagi saat Warkat dibuka."),
                _("Tutup"),
                _("Jangan tutup"),
            )
            box.accepted.connect(self._close_anyway)
            box.open()
            return
        keep_place(self, self._desk.memory)
        event.accept()

    def _close_anyway(self) -> None:
        self.setProperty("closing", True)  # noqa: FBT003 - Qt takes a property's value by position
        self.close()

    def _listen(self) -> None:
        desk = self._desk
        desk.said.connect(self._toast.show_said)
        desk.page_asked.connect(self.open_page)
        desk.form_asked.connect(self.new_letter)
        desk.changed.connect(self._on_changed)
        desk.looked_around.connect(self._open_first)
        desk.background.failed.connect(desk.say_wrong)
        desk.background.broke.connect(self.show_crash)
        self._navigation.asked.connect(self.open_page)
        self._help.closed.connect(self.toggle_help)
        self._again = QTimer(self, interval=_READ_AGAIN_EVERY)
        self._again.timeout.connect(self.read_again)

    def show_crash(self, report: str) -> None:
        """Something of ours broke: the report can be copied, the work goes on."""
        # Seldom wanted, and it asks the platform for its name.
        from ui.screen.crash import CrashReport

        CrashReport(report, self).open()

    def new_letter(self, direction: str) -> None:
        """An empty form; `direction` is a code of the office's Direction, and each has its page."""
        name = f"page_{direction}"
        self.open_page(name)
        page = self._pages.get(name)
        if page is not None:
            page.new_letter()  # type: ignore[attr-defined]

    def _begin(self, opening: Opening) -> None:
        if opening.new or opening.locked:
            # Naming the office is a change, and then the desk looks around by itself; so it does for who signed in.
            self._greet(self._furniture.greeting(opening), alone=True)
        else:
            self._desk.look_around()

    def _open_first(self) -> None:
        self._show_office()
        if self._navigation.isEnabled():
            return
        self._navigation.setEnabled(True)
        self._furniture.begin(partial(self.open_page, next(iter(self._entries))))
        self._again.start()
        if self._greeting is not None:
            self._stack.removeWidget(self._greeting)
            self._greeting.deleteLater()
            self._greeting = None

    def _greet(self, widget: QWidget, *, alone: bool = False) -> None:
        """Shows `widget` until the first page opens; `alone` without the pages on the left."""
        if self._greeting is not None:
            self._stack.removeWidget(self._greeting)
            self._greeting.deleteLater()
        self._navigation.setVisible(not alone)
        self._greeting = widget
        self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)
        widget.setFocus()

    def _on_changed(self, changes: Changes) -> None:
        for page in self._pages.values():
            page.on_changed(changes)  # type: ignore[attr-defined]
        self._furniture.badges.count()

    def read_again(self) -> None:
        """F5, and every minute: the page, the counts, and whom and what the office has to choose from."""
        self._desk.look_around()
        if self.page is not None:
            self._refresh_page(self.page)
        self._furniture.badges.count()

    def _refresh_page(self, page: QWidget) -> None:
        getattr(page, "refresh", lambda: None)()

    def _show_office(self) -> None:
        known = self._desk.known
        profile = known.directory.profile
        self._navigation.show()
        self._navigation.show_office(profile.name, profile.parent, known.actor)
        self.setWindowTitle(f"{profile.name} – Warkat" if profile.name else "Warkat")

    def toggle_help(self) -> None:
        """F1: what the page is for, beside it. Who types in the page goes on typing."""
        self._help.setVisible(not self._help.isVisible() and self.page is not None)
        if self._help.isVisible():
            self._fill_help()
        elif self.page is not None and not self.page.isAncestorOf(self.focusWidget()):
            self.page.setFocus()

    def _fill_help(self) -> None:
        page = self.page
        entry = self._entries.get(page.objectName()) if page is not None else None
        if entry is not None:
            self._help.show_page(entry.title, _(entry.purpose), getattr(page, "help_keys", tuple)())


def _opening(office: Office) -> Opening:
    # On the worker, while the window is being furnished.
    from ui.screen.sign_in import opening

    return opening(office)
