"""The page of history: drop an archive, see what it holds, import it; undo; what the meter saw."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QInputDialog,
    QLineEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from labormeter_ui import library, words
from labormeter_ui.presenters.history import lines
from labormeter_ui.theme import SPACE
from labormeter_ui.views.asking import AskingView
from labormeter_ui.views.compared import ComparedView
from labormeter_ui.views.drop import Drop, DropView
from labormeter_ui.views.text import button, card, emptied, label

if TYPE_CHECKING:
    from labormeter.archives.survey import Source, Survey
    from labormeter.ledger.imports import Import
    from labormeter_ui.presenters.history import HistoryPresenter, Line

SHOWN: Final = 40
"""Lines of an archive that are listed."""
NAME: Final = 60


class HistoryView(DropView):
    """Shows a HistoryPresenter; archives can be dropped on it."""

    def __init__(self, presenter: HistoryPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self.setAcceptDrops(True)
        self.title, self.hint = label("heading", wrap=True), label("soft", wrap=True)
        self.drop, self.busy = Drop("archive"), QProgressBar()
        self.asking = AskingView()
        self.drop.setMinimumHeight(150)
        self.busy.setTextVisible(False)
        self.busy.setFixedHeight(6)
        self.sources = QVBoxLayout()
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(2 * SPACE)
        self.grid.setVerticalSpacing(SPACE // 2)
        self.grid.setColumnStretch(1, 1)
        self.remark = label("body", wrap=True)
        self.files_button = button(self._choose_files, main=True)
        self.folder_button = button(self._choose_folder)
        self.bring_button = button(presenter.bring, main=True)
        self.put_button = button(presenter.put)
        self.stop_button = button(presenter.stop)
        self.past_title, self.none = label("heading"), label("soft", wrap=True)
        self.imports = QVBoxLayout()
        self.compared = ComparedView()
        self._lay()
        presenter.changed.connect(self.say)
        presenter.passphrase_wanted.connect(self._ask_passphrase)
        self.say()

    def say(self) -> None:
        """Say the state of the presenter."""
        state = self.presenter.state
        self._say_controls()
        self.busy.setMaximum(max(0, state.total))
        self.busy.setValue(min(state.done, state.total))
        emptied(self.grid)
        emptied(self.sources)
        survey = state.survey
        if survey is None:
            self._say_idle()
        else:
            self._say_survey(survey)
        self._say_imports(state.past.imports)
        self.compared.show_past(state.past)

    def _say_controls(self) -> None:
        stage = self.presenter.state.stage
        names = (
            (self.files_button, self.tr("Choose files"), stage == "idle"),
            (self.folder_button, self.tr("Choose a folder"), stage == "idle"),
            (self.bring_button, self.tr("Import"), stage == "found"),
            (self.put_button, self.tr("Put away"), stage == "found"),
            (self.stop_button, self.tr("Stop"), stage == "reading"),
        )
        for made, name, shown in names:
            made.setText(name)
            made.setAccessibleName(name)
            made.setVisible(shown)
        survey = self.presenter.state.survey
        self.bring_button.setEnabled(survey is not None and survey.changes)
        self.drop.setVisible(stage == "idle")
        self.asking.setVisible(stage == "idle")
        self.busy.setVisible(self.presenter.busy)
        self.busy.setAccessibleName(self.tr("How far it has come"))
        self.drop.setAccessibleName(self.tr("Drop an archive here"))

    def _say_idle(self) -> None:
        state = self.presenter.state
        self.title.setText(self.tr("Bring in what you did before"))
        said = {
            "reading": self.tr(
                "The archive is being read on this computer. Nothing is imported yet."
            ),
            "bringing": self.tr("Bringing it into the ledger."),
            "undoing": self.tr("Taking the import out of the ledger."),
        }
        self.hint.setText(
            said.get(state.stage)
            or self.tr(
                "Ask a platform for your data, in JSON where you can choose, and drop the archive here"
                " as it came: zip files, all parts together, or a folder. A recording of your browser"
                " (HAR) too. It is read on this computer; first you see what it holds."
            )
        )
        remark = ""
        if state.number is not None:
            remark = self.tr("%Ln act(s) were imported.", "", state.added)
        elif state.undone:
            remark = self.tr("The import was undone: all that it brought is out of the ledger.")
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))

    def _say_survey(self, survey: Survey) -> None:
        self.title.setText(self.tr("This is what it holds"))
        self.hint.setText(
            self.tr("Nothing is imported yet.")
            if survey.changes
            else self.tr("The ledger holds all of it already: there is nothing to import.")
        )
        for source in survey.sources:
            for role, text in self._source(source):
                self.sources.addWidget(label(role, text, wrap=True))
        heads = (
            self.tr("Platform"),
            self.tr("Act"),
            self.tr("Years"),
            self.tr("Found"),
            self.tr("New"),
        )
        for column, text in enumerate(heads):
            self._cell(0, column, "small", text)
        found = lines(survey.tallies)
        for row, line in enumerate(found[:SHOWN], 1):
            for column, text in enumerate(self._line(line)):
                self._cell(row, column, "body", text)
        self.remark.setText("\n".join(self._remarks(survey, more=len(found) - SHOWN)))
        self.remark.setVisible(bool(self.remark.text()))

    def _cell(self, row: int, column: int, role: str, text: str) -> None:
        side = Qt.AlignmentFlag.AlignRight if column > 2 else Qt.AlignmentFlag.AlignLeft  # noqa: PLR2004 - numbers
        made = label(role, text)
        made.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self.grid.addWidget(made, row, column)

    def _line(self, line: Line) -> tuple[str, ...]:
        years = _years(line.first, line.last)
        if line.undated:
            years = f"{years}, " if years else ""
            years += self.tr("undated")
        return (
            words.platform(line.platform),
            words.activity(line.activity),
            years,
            words.number(line.found),
            words.number(line.new),
        )

    def _source(self, source: Source) -> list[tuple[str, str]]:
        name = words.plain(source.name, NAME)
        if source.trouble:
            return [("strong", name), ("soft", library.told(source.trouble))]
        read = self.tr("%Ln file(s) read", "", source.files)
        layouts = "; ".join(library.told(one) for one in source.layouts)
        found = [
            ("strong", f"{name}: {source.title}"),
            ("soft", f"{read} ({layouts})" if layouts else read),
        ]
        for passed in source.passed:
            text = self.tr("Passed over, %Ln file(s): %1.", "", passed.count)
            why = library.told(passed.why)
            if kind := self._kinds().get(passed.what):
                why = f"{kind}, {why}"
            found.append(("small", text.replace("%1", why)))
        if source.missing:
            text = self.tr("Not in it, which is unknown and not zero: %1.")
            known = self._kinds()
            kinds = ", ".join(known.get(kind, kind) for kind in source.missing)
            found.append(("small", text.replace("%1", kinds)))
        return found

    def _kinds(self) -> dict[str, str]:
        return {
            "reactions": self.tr("reactions"),
            "comments": self.tr("comments"),
            "posts": self.tr("posts"),
            "liked-posts": self.tr("likes"),
            "likes": self.tr("likes"),
            "followed": self.tr("follows"),
            "subscriptions": self.tr("subscriptions"),
            "post-votes": self.tr("votes on posts"),
            "comment-votes": self.tr("votes on comments"),
            "reviews": self.tr("reviews"),
            "messages": self.tr("messages to channels"),
            "memories": self.tr("memories"),
        }

    def _remarks(self, survey: Survey, *, more: int = 0) -> list[str]:
        said = []
        if more > 0:
            said.append(self.tr("And %Ln more line(s), which are imported as well.", "", more))
        if survey.undated:
            text = self.tr(
                "%Ln have no date: they stand apart, in no day and no total.", "", survey.undated
            )
            said.append(text)
        if survey.near:
            text = self.tr(
                "%Ln are taken for acts that were metered, by their time alone (within two minutes):"
                " some of them may be others.",
                "",
                survey.near,
            )
            said.append(text)
        return said

    def _say_imports(self, imports: tuple[Import, ...]) -> None:
        self.past_title.setText(self.tr("Imports"))
        self.none.setText(self.tr("Nothing was imported yet."))
        self.none.setVisible(not imports)
        emptied(self.imports)
        for one in reversed(imports):
            self.imports.addWidget(self._import(one))

    def _import(self, one: Import) -> QWidget:
        row, made = QHBoxLayout(), QFrame()
        row.setContentsMargins(0, 0, 0, 0)
        names = {
            "har": "HAR",
            "several": self.tr("several platforms"),
            "export": self.tr("own export"),
        }
        name = names.get(one.reader) or words.platform(one.reader)
        text = self.tr("%1: %Ln act(s)", "", one.left).replace("%1", name)
        if one.first_day and one.last_day:
            text += f" · {_years(one.first_day[:4], one.last_day[:4])}"
        row.addWidget(label("body", text, wrap=True), 1)
        undo = button(partial(self.presenter.undo, one.number), flat=True)
        undo.setText(self.tr("Undo"))
        undo.setAccessibleName(f"{undo.text()}: {text}")
        undo.setEnabled(not self.presenter.busy)
        row.addWidget(undo)
        made.setLayout(row)
        return made

    def takes(self, paths: list[str]) -> bool:
        """Take files while nothing else is looked at."""
        return bool(paths) and not self.presenter.busy

    def dropped(self, paths: list[str]) -> None:
        """Look at what is dropped."""
        self.presenter.look(paths)

    def _ask_passphrase(self, paths: list[str]) -> None:
        said, given = QInputDialog.getText(
            self,
            self.tr("A sealed export"),
            self.tr("The passphrase it was sealed with:"),
            QLineEdit.EchoMode.Password,
        )
        if given and said:
            self.presenter.look(paths, said)

    def _choose_files(self) -> None:
        paths, _ = QFileDialog.getOpenFileNames(self, self.tr("Choose files"))
        self.presenter.look(paths)

    def _choose_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder"))
        self.presenter.look([path] if path else [])

    def _lay(self) -> None:
        left, column = card()
        for part in (self.title, self.hint):
            column.addWidget(part)
        column.addWidget(self.drop, 1)
        column.addWidget(self.busy)
        column.addLayout(self.sources)
        column.addLayout(self.grid)
        column.addWidget(self.remark)
        row = QHBoxLayout()
        for made in (
            self.files_button, self.folder_button, self.bring_button, self.put_button, self.stop_button,
        ):  # fmt: skip
            row.addWidget(made)
        row.addStretch()
        column.addLayout(row)
        column.addWidget(self.asking)
        column.addStretch()
        upper, past = card()
        past.addWidget(self.past_title)
        past.addWidget(self.none)
        past.addLayout(self.imports)
        lower, seen = card()
        seen.addWidget(self.compared)
        seen.addStretch()
        right = QVBoxLayout()
        right.setSpacing(2 * SPACE)
        right.addWidget(upper)
        right.addWidget(lower, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(2 * SPACE)
        outer.addWidget(left, 11)
        outer.addLayout(right, 9)


def _years(first: str, last: str) -> str:
    return first if first == last else f"{first}\u2013{last}"
