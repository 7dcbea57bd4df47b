"""The one window: pages on the left, the page in the middle, help beside it, the message bar below."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QIcon, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMainWindow, QStackedWidget, QWidget

from correspondence.changes import Changes
from correspondence.services import looking_up
from correspondence.workflow import Direction
from ui.screen.badges import Badges
from ui.screen.crash import CrashReport
from ui.screen.desk import Desk
from ui.screen.draft import offer_drafts
from ui.screen.help_panel import HelpPanel
from ui.screen.live import Live
from ui.screen.memory import keep_place, return_to_place
from ui.screen.navigation import Navigation
from ui.screen.pages import Entry, built_pages, key_of
from ui.screen.plain import plain_label, question
from ui.screen.start_page import StartPage, TroublePage, window_icon_file
from ui.screen.toast import Toast
from ui.screen.undo import Undo
from ui.texts import _

_READ_AGAIN_EVERY = 60_000
_ROOM_FOR_WORDS = 1000
# Keys whose meaning is the page's own; it says which of them it knows.
PAGE_KEYS = ("Ctrl+P", "Ctrl+D", "Ctrl+T", "Ctrl+E")


class MainWindow(QMainWindow):
    """Opens at once with its frame; what the registry knows comes when it comes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._pages: dict[str, QWidget] = {}
        self._entries: dict[str, Entry] = {entry.name: entry for entry in built_pages()}
        self._greeting: QWidget | None = None
        self.setWindowTitle("Warkat")
        self.setWindowIcon(QIcon(window_icon_file()))
        self.setMinimumSize(QSize(880, 560))
        self._navigation = Navigation(desk.look)
        self._badges = Badges(desk, self._navigation)
        self._stack = QStackedWidget()
        self._help = HelpPanel(desk.look)
        central = QWidget()
        central.setObjectName("central")
        row = QHBoxLayout(central)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._navigation)
        row.addWidget(self._stack, 1)
        row.addWidget(self._help)
        self.setCentralWidget(central)
        self._toast = Toast(desk.look, self._stack)
        self._listen()
        self._set_keys()
        return_to_place(self, desk.memory)
        self._greet(plain_label(_("Membuka registri …"), "muted"))
        self._navigation.setEnabled(False)

    def start(self) -> None:
        """Opens the registry on the worker; then the first page, or the question for the office's name."""
        self._desk.background.run(
            looking_up.directory,
            on_done=lambda directory: self._begin(new=not directory.profile.name),
            on_error=lambda error: self._greet(TroublePage(self._desk.look, error, self.start)),
            owner=self,
        )

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
        desk.form_asked.connect(self._new_letter)
        desk.changed.connect(self._on_changed)
        desk.looked_around.connect(self._open_first)
        desk.background.failed.connect(desk.say_wrong)
        desk.background.broke.connect(self.show_crash)
        self._navigation.asked.connect(self.open_page)
        self._help.closed.connect(self._toggle_help)
        self._again = QTimer(self, interval=_READ_AGAIN_EVERY)
        self._again.timeout.connect(self._read_again)

    def show_crash(self, report: str) -> None:
        """Something of ours broke: the report can be copied, the work goes on."""
        CrashReport(report, self).open()

    def _set_keys(self) -> None:
        for entry in self._entries.values():
            self._navigation.add_page(entry.name, entry.title, key_of(entry), below=entry.below)
            self._key(key_of(entry), partial(self.open_page, entry.name))
        self._key("Ctrl+N", lambda: self._new_letter(Direction.INCOMING))
        self._key("Ctrl+Shift+N", lambda: self._new_letter(Direction.OUTGOING))
        self._key("Ctrl+F", self._search)
        self._key("Ctrl+Z", Undo(self._desk, self).take_back)
        self._key("F5", self._read_again)
        self._key("F1", self._toggle_help)
        for sequence in PAGE_KEYS:
            self._key(sequence, partial(self._page_key, sequence))

    def _key(self, sequence: str, action: Callable[[], None]) -> None:
        QShortcut(QKeySequence(sequence), self).activated.connect(action)

    def _page_key(self, sequence: str) -> None:
        actions: Mapping[str, Callable[[], None]] = getattr(self.page, "key_actions", dict)()
        if sequence in actions:
            actions[sequence]()

    def _new_letter(self, direction: Direction) -> None:
        name = "page_incoming" if direction is Direction.INCOMING else "page_outgoing"
        self.open_page(name)
        page = self._pages.get(name)
        if page is not None:
            page.new_letter()  # type: ignore[attr-defined]

    def _search(self) -> None:
        page = self.page
        field = page.findChild(QLineEdit, "search") if page is not None else None
        if field is None or not field.isVisible():
            self.open_page("page_incoming")
            field = self._pages["page_incoming"].findChild(QLineEdit, "search") if self._pages else None
        if field is not None:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            field.selectAll()

    def _begin(self, *, new: bool) -> None:
        if new:
            # Naming the office is a change, and a change of the office has the desk look around by itself.
            self._greet(StartPage(self._desk))
        else:
            self._desk.look_around()

    def _open_first(self) -> None:
        self._show_office()
        if self._navigation.isEnabled():
            return
        self._navigation.setEnabled(True)
        self.open_page(next(iter(self._entries)))
        self._badges.count()
        self._again.start()
        Live(self._desk, self).start()
        offer_drafts(self._desk)
        if self._greeting is not None:
            self._stack.removeWidget(self._greeting)
            self._greeting.deleteLater()
            self._greeting = None

    def _greet(self, widget: QWidget) -> None:
        if self._greeting is not None:
            self._stack.removeWidget(self._greeting)
            self._greeting.deleteLater()
        if isinstance(widget, (StartPage, TroublePage)):
            self._navigation.setVisible(isinstance(widget, TroublePage))
        else:
            widget.setContentsMargins(*[self._desk.look.px(24)] * 4)
        self._greeting = widget
        self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)
        widget.setFocus()

    def _on_changed(self, changes: Changes) -> None:
        for page in self._pages.values():
            page.on_changed(changes)  # type: ignore[attr-defined]
        self._badges.count()

    def _read_again(self) -> None:
        if self.page is not None:
            self._refresh_page(self.page)
        self._badges.count()

    def _refresh_page(self, page: QWidget) -> None:
        getattr(page, "refresh", lambda: None)()

    def _show_office(self) -> None:
        known = self._desk.known
        profile = known.directory.profile
        self._navigation.show()
        self._navigation.show_office(profile.name, profile.parent, known.actor)
        self.setWindowTitle(f"{profile.name} – Warkat" if profile.name else "Warkat")

    def _toggle_help(self) -> None:
        self._help.setVisible(not self._help.isVisible() and self.page is not None)
        if self._help.isVisible():
            self._fill_help()
        elif self.page is not None:
            self.page.setFocus()

    def _fill_help(self) -> None:
        page = self.page
        entry = self._entries.get(page.objectName()) if page is not None else None
        if entry is not None:
            self._help.show_page(entry.title, _(entry.purpose), getattr(page, "help_keys", tuple)())
