"""Handing a reminder to the person at the desk: into the clipboard, or as a conversation that is opened, never sent."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from ui.reminders import Wait, officer_of, reminder_text, whatsapp_link
from ui.screen.desk import Desk
from ui.texts import _


def open_in_browser(link: str) -> None:
    """The system's own browser, or the WhatsApp that is installed."""
    QDesktopServices.openUrl(QUrl(link))


class Reminding:
    """`open_link` opens a web address; a test hands in its own."""

    def __init__(self, desk: Desk, open_link: Callable[[str], object] = open_in_browser) -> None:
        self._desk = desk
        self.open_link = open_link

    def copy(self, waits: Sequence[Wait]) -> None:
        """The reminder of one officer's lines into the clipboard."""
        if waits:
            QGuiApplication.clipboard().setText(self._text(waits))
            self._desk.say(_("Teks pengingat disalin. Tempelkan di WhatsApp, SMS, atau surel."))

    def open_whatsapp(self, waits: Sequence[Wait]) -> None:
        """A conversation with the officer, the reminder typed in; without a number says where to put one."""
        if not waits:
            return
        who = officer_of(waits[0])
        lines = self._desk.known.directory.officers
        phone = next((line.officer.phone for line in lines if line.officer.name == who), "")
        link = whatsapp_link(phone, self._text(waits))
        if link:
            self.open_link(link)
            return
        said = _("Nomor telepon {who} belum dicatat. Isilah di Pengaturan, Pejabat.")
        self._desk.say_wrong(said.format(who=who))

    def _text(self, waits: Sequence[Wait]) -> str:
        name = self._desk.known.directory.profile.name
        return reminder_text(waits, office=name, zone=self._desk.zone)
