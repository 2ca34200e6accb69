"""Joins the section of studies to what does its work: paper, the one reminder, and messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from labormeter_ui import words
from labormeter_ui.authoring import Authoring
from labormeter_ui.studying import Studying
from labormeter_ui.views.bar import Message
from labormeter_ui.views.study_asking import language
from labormeter_ui.views.study_paper import Paper

if TYPE_CHECKING:
    from labormeter.home import Home
    from labormeter_ui.leading import Leading
    from labormeter_ui.presenters.pages import Presenters
    from labormeter_ui.views.window import Window

translate = QCoreApplication.translate


class Partaking(QObject):
    """Holds the work of the section of studies.

    Signals:
        failed: something went wrong that is a fault of ours; carries the exception.
    """

    failed = Signal(object)

    def __init__(
        self,
        home: Home,
        window: Window,
        presenters: Presenters,
        leading: Leading,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.window, self.leading = window, leading
        self.presenter = presenters.study
        self.studying = Studying(home, presenters.study, self)
        self.authoring = Authoring(presenters.study_form, self)
        self.authoring.failed.connect(self.failed)
        self.paper: Paper | None = None
        self.studying.failed.connect(self.failed)
        self.studying.reminded.connect(self._remind)
        self.studying.printed.connect(self.show_code)
        view = window.study
        view.code.connect(lambda: self.studying.code_page(language()))
        view.form.connect(lambda: window.share.turn("study.form"))
        window.study_form.left.connect(lambda: window.share.turn("study"))
        view.read.printing.connect(lambda: leading.print_page(view.read.html))
        view.read.keeping.connect(lambda: leading.keep_page(view.read.html, "study.pdf"))

    def remind(self) -> None:
        """Say once that a study waits for an answer, where one does."""
        self.studying.remind()

    def close(self) -> None:
        """End what was begun."""
        self.studying.close()
        self.authoring.close()

    def show_code(self, html: str) -> None:
        """Show the page of the withdrawal code, to be printed or kept."""
        title = translate("Partaking", "Withdrawal code")
        paper = self.paper = Paper(html, title, self.window)
        paper.printing.connect(lambda: self.leading.print_page(html))
        paper.keeping.connect(lambda: self.leading.keep_page(html, "code.pdf"))
        paper.open()

    def _remind(self, study: str) -> None:
        sentence = translate(
            "Partaking",
            "You opened the study %1 and have not decided. No is an answer too. This is said once.",
        )
        look = translate("Partaking", "Look at it")
        text = sentence.replace("%1", words.plain(study))
        message = Message("study", text, "good", look, self._look)
        self.window.shell.bar.show_message(message)

    def _look(self) -> None:
        self.window.shell.turn("share")
        self.window.share.turn("study")
