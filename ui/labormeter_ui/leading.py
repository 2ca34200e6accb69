"""Leads from page to page, and to the forms and files that pages ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from labormeter.valuation import shelf
from labormeter_ui import words
from labormeter_ui.presenters.adding import Form, acts
from labormeter_ui.views.adding import AddDialog
from labormeter_ui.views.bar import Message

if TYPE_CHECKING:
    from labormeter_ui.answering import Answering
    from labormeter_ui.presenters.pages import Presenters
    from labormeter_ui.views.window import Window

translate = QCoreApplication.translate

WHY = 300
"""Characters of a sentence of the library that are shown."""


class Leading(QObject):
    """Joins the pages of the ledger, and says what came of what was asked."""

    def __init__(
        self,
        window: Window,
        presenters: Presenters,
        answering: Answering,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.window, self.presenters, self.answering = window, presenters, answering
        self.dialog: AddDialog | None = None
        window.shell.turned.connect(self._turned)
        window.closing.connect(presenters.acts.leave)
        window.acts.add.connect(self.add)
        answering.refused.connect(self._refused)
        answering.forgotten.connect(self._forgotten)
        answering.added.connect(self._added)

    def add(self) -> None:
        """Ask which acts are to be added by hand."""
        picture = self.answering.picture
        if picture is None:
            return
        currencies = shelf.shipped().currencies.known
        known = [*picture.watched, *picture.unwatched]
        self.dialog = AddDialog(known, currencies, picture.today, self.window)
        self.dialog.given.connect(self._add)
        self.dialog.open()

    def _add(self, form: Form) -> None:
        picture, dialog = self.answering.picture, self.dialog
        if picture is None or dialog is None:
            return
        try:
            made = acts(
                form,
                now=picture.now,
                today=picture.today,
                utc_offset=picture.offset,
                currencies=shelf.shipped().currencies.known,
            )
        except ValueError as error:
            dialog.say_fault(str(error))
            return
        dialog.accept()
        self.answering.add(made)

    def _turned(self, page: str) -> None:
        if page != "ledger":
            self.presenters.acts.leave()

    def _added(self, count: int) -> None:
        sentence = translate("Leading", "%Ln act(s) added by hand.", "", count)
        self._say(Message("added", sentence, "good"))
        self.presenters.acts.renew()

    def _forgotten(self, count: int, clean: bool) -> None:  # noqa: FBT001 - takes a Qt signal's value
        sentence = translate("Leading", "%Ln act(s) forgotten for good.", "", count)
        if not clean:
            sentence += " " + translate(
                "Leading",
                "Another program is reading the ledger: traces are left in its files until it is"
                " closed and something is forgotten again.",
            )
        self._say(Message("forgotten", sentence, "good" if clean else "warn"))

    def _refused(self, error: Exception) -> None:
        self._say(Message("refused", words.plain(str(error), WHY), "bad"))

    def _say(self, message: Message) -> None:
        self.window.shell.bar.show_message(message)
