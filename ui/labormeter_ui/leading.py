"""Leads from page to page, and to the forms and files that pages ask for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog

from labormeter import changelog
from labormeter.errors import KnownError
from labormeter.exports.paper import paper
from labormeter.teach import own
from labormeter.valuation import shelf
from labormeter_ui import library, words
from labormeter_ui.presenters.adding import Form, acts
from labormeter_ui.views.adding import AddDialog
from labormeter_ui.views.bar import Message
from labormeter_ui.views.rating import RateDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from labormeter.home import Home
    from labormeter.valuation.rate import Fault, Rate
    from labormeter_ui.answering import Answering
    from labormeter_ui.presenters.pages import Presenters
    from labormeter_ui.views.window import Window

translate = QCoreApplication.translate


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
        self.rate_dialog: RateDialog | None = None
        window.shell.turned.connect(self._turned)
        window.closing.connect(presenters.acts.leave)
        window.acts.add.connect(self.add)
        window.acts.detail.rate.connect(self.show_rate)
        window.charts.spread.plot.opened.connect(self.show_rate)
        window.statement.printing.connect(self._print)
        window.statement.keeping.connect(self._keep)
        window.watching.teach.saving.connect(self._keep_draft)
        window.rates.add.connect(self._add_rate)
        window.uploads.over_time.connect(self._over_time)
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

    def show_rate(self, number: str) -> None:
        """Show the card of a rate."""
        self.presenters.rates.look_at(number)
        self.window.shell.turn("rates")

    def _over_time(self) -> None:
        """Show the chart of what uploads disclosed."""
        charts = self.presenters.charts
        charts.choose(replace(charts.choice, measure="disclosed"))
        self.window.charts.say()
        self.window.shell.turn("charts")

    def _print(self) -> None:
        self._on_printer(self.window.statement.page.document())

    def _keep(self) -> None:
        title = translate("Leading", "Save the statement")
        path, _ = QFileDialog.getSaveFileName(self.window, title, "statement.pdf", "PDF (*.pdf)")
        if path:
            self.keep(Path(path))

    def keep(self, path: Path) -> None:
        """Write the statement that is shown as a PDF."""
        drawn = self.presenters.statement.state
        if drawn is not None:
            self.write_page(drawn.html, path)

    def print_page(self, html: str) -> None:
        """Print a page of our own HTML, where the person says so."""
        document = QTextDocument()
        document.setHtml(html)
        self._on_printer(document)

    def _on_printer(self, document: QTextDocument) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self.window).exec():
            document.print_(printer)

    def keep_page(self, html: str, offered: str) -> None:
        """Ask where, and write a page of our own HTML as a PDF."""
        title = translate("Leading", "Save as PDF")
        path, _ = QFileDialog.getSaveFileName(self.window, title, offered, "PDF (*.pdf)")
        if path:
            self.write_page(html, Path(path))

    def write_page(self, html: str, path: Path) -> None:
        """Write a page of our own HTML as a PDF."""
        home, stopped = self.answering.home, self.answering.stopper()
        self.answering.ask(lambda: _written(home, html, path, stopped), self._kept)

    def _keep_draft(self, path: str) -> None:
        text, target = self.presenters.teach.state.text, Path(path)

        def written() -> str:
            own.write(target, text)
            return target.name

        self.answering.ask(written, self._kept)

    def _kept(self, name: str) -> None:
        sentence = translate("Leading", "%1 was written.").replace("%1", words.plain(name))
        self._say(Message("kept", sentence, "good"))

    def _add_rate(self, before: Rate | None) -> None:
        picture = self.answering.picture
        if picture is not None:
            currencies = shelf.shipped().currencies.known
            self.rate_dialog = RateDialog(before, currencies, picture.today, self.window)
            self.rate_dialog.given.connect(self._keep_rate)
            self.rate_dialog.open()

    def _keep_rate(self, entry: dict[str, str]) -> None:
        picture = self.answering.picture
        if picture is not None:
            home, today, at = self.answering.home, picture.today, picture.now
            self.answering.ask(lambda: _rate_kept(home, entry, today, at), self._rate_done)

    def _rate_done(self, faults: tuple[Fault, ...]) -> None:
        dialog = self.rate_dialog
        if dialog is not None and faults:
            dialog.say_faults(faults)
        elif dialog is not None:
            dialog.accept()
            sentence = translate(
                "Leading", "The rate was added; the change log says what it moved."
            )
            self._say(Message("rated", sentence, "good"))

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
            dialog.say_fault(library.told(error.args[0]))
            return
        dialog.accept()
        self.answering.add(made)

    def _turned(self, page: str) -> None:
        if page != "ledger":
            self.presenters.acts.leave()
        self.presenters.rates.open(page == "rates")
        self.presenters.uploads.open(page == "uploads")
        self.presenters.statement.open(page == "statement")

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
        said = library.fault(error) if isinstance(error, KnownError) else words.plain(str(error))
        self._say(Message("refused", said, "bad"))

    def _say(self, message: Message) -> None:
        self.window.shell.bar.show_message(message)


def _rate_kept(home: Home, entry: dict[str, str], today: str, at: int) -> tuple[Fault, ...]:
    """Add a rate, or return everything that is wrong with it. Raises KnownError for the rest."""
    try:
        changelog.add_rate(home, entry, today=today, now=at)
    except shelf.FaultyRatesError as error:
        return error.faults
    return ()


def _written(home: Home, html: str, path: Path, stopped: Callable[[], bool]) -> str:
    paper(home, html, path, stopped)
    return path.name
