"""The section of studies: open one, read, say yes or no, choose rows, give, and take back."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QInputDialog,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from labormeter_ui import library, words
from labormeter_ui.presenters.study import STEPS, Hand
from labormeter_ui.theme import SPACE
from labormeter_ui.views.drop import Drop, DropView
from labormeter_ui.views.study_asking import Begin, ReadView, WhoView, language
from labormeter_ui.views.study_giving import AgreeView, GiveView
from labormeter_ui.views.study_record import RecordView
from labormeter_ui.views.study_rows import RowsView
from labormeter_ui.views.text import Flow, button, card, emptied, label, tone

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QHideEvent,
        QShowEvent,
    )

    from labormeter_ui.presenters.study import StudyPresenter, Taking

TONES: Final = {
    "made": "warn",
    "taking-back": "warn",
    "given": "good",
    "withdrawn": "good",
}
SUFFIX: Final = ".age"
LONG: Final = 300


class StudyView(DropView):
    """Shows a StudyPresenter; a study file can be dropped on it.

    Signals:
        code: the page of the withdrawal code is to be printed.
        form: a study of one's own is to be written.
    """

    code = Signal()
    form = Signal()

    def __init__(self, presenter: StudyPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.presenter = presenter
        self.drop = Drop()
        self.drop.setMinimumHeight(130)
        self.begin = Begin(self.drop)
        self.who, self.read, self.agree = (
            WhoView(presenter),
            ReadView(presenter),
            AgreeView(presenter),
        )
        self.rows, self.give = RowsView(presenter), GiveView(presenter)
        self.pages = (self.who, self.read, self.agree, self.rows, self.give)
        self.record = RecordView(presenter)
        self.title, self.days, self.state = (
            label("heading", wrap=True),
            label("small"),
            label("strong", wrap=True),
        )
        self.said = label(wrap=True)
        self.buttons = {
            name: button(press, main=name == "handed")
            for name, press in (
                ("handed", presenter.handed_in),
                ("again", self._again),
                ("back", self._take_back),
                ("code", self.code.emit),
                ("by-code", self._by_code),
                ("close", presenter.leave),
            )
        }
        self.steps = {name: self._step(name) for name in STEPS}
        self.before, self.next = (
            button(partial(self._go, -1)),
            button(partial(self._go, 1), main=True),
        )
        self.opened, self.actions_row = QWidget(), QWidget()
        self._names: tuple[tuple[str, str], ...] = ()
        self._follow()
        self._lay()
        self.say()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the record of now."""
        super().showEvent(event)
        self.presenter.open(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Read nothing that is not seen."""
        super().hideEvent(event)
        self.presenter.open(False)

    def takes(self, paths: list[str]) -> bool:
        """Take one file."""
        return len(paths) == 1

    def dropped(self, paths: list[str]) -> None:
        """Open what is dropped."""
        self.presenter.open_file(paths[0])

    def say(self) -> None:
        """Say every text."""
        texts = {
            "handed": self.tr("I handed it in"),
            "again": self.tr("Make the file again"),
            "back": self.tr("Take everything back"),
            "code": self.tr("Print the withdrawal code"),
            "by-code": self.tr("Take back by code"),
            "close": self.tr("Close"),
        }
        for name, text in texts.items():
            self.buttons[name].setText(text)
            self.buttons[name].setAccessibleName(text)
        names = (self.tr("Who asks"), self.tr("Read"), self.tr("Yes or no"), self.tr("Rows"))
        for place, (made, text) in enumerate(
            zip(self.steps.values(), (*names, self.tr("Give")), strict=True), 1
        ):
            made.setText(f"{place}  {text}")
            made.setAccessibleName(text)
        self.before.setText(self.tr("Back"))
        self.next.setText(self.tr("Next"))
        for made in (self.before, self.next):
            made.setAccessibleName(made.text())
        self._show()

    def _follow(self) -> None:
        self.begin.wanted.connect(self._open)
        self.begin.form.connect(self.form)
        self.give.saving.connect(self._save)
        self.give.sending.connect(self._send)
        self.presenter.changed.connect(self._show)

    def _step(self, name: str) -> QPushButton:
        made = button(partial(self.presenter.turn, name), segment=True)
        made.setCheckable(True)
        return made

    def _go(self, way: int) -> None:
        place = STEPS.index(self.presenter.step) + way
        self.presenter.turn(STEPS[min(max(place, 0), len(STEPS) - 1)])

    def _open(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Open a study"),
            _folder(),
            self.tr("Studies (*.labormeter);;All files (*)"),
        )
        self.presenter.open_file(path)

    def _save(self) -> None:
        if path := self._target():
            self.presenter.give(Hand(path=path))

    def _send(self, kind: str) -> None:
        if kind in {"nextcloud", "put"}:
            self.presenter.give(Hand(kind=kind, password=self.give.password.text()))  # type: ignore[arg-type]
            self.give.password.clear()

    def _again(self) -> None:
        waiting = self.presenter.state.waiting
        if waiting is None:
            return
        if (kind := self._host_of(waiting.way)) is not None:
            self.presenter.again(kind)
        elif path := self._target():
            self.presenter.again(Hand(path=path))

    def _host_of(self, way: str) -> Hand | None:
        """Return how the same host is reached once more, None where it was a file."""
        found = self.presenter.state.found
        if found is None or way == "file":
            return None
        named = found.study.nextcloud.partition("://")[2].partition("/")[0]
        kind = "nextcloud" if named == way else "put"
        return Hand(kind=kind, password=self.give.password.text())  # type: ignore[arg-type]

    def _take_back(self) -> None:
        """Ask once, as before giving, and go the way that was gone before."""
        question = self.tr(
            "Take everything back that you gave to this study? The researchers delete it when your"
            " withdrawal arrives; what they published stays published."
        )
        yes = QMessageBox.StandardButton.Yes
        if QMessageBox.question(self, self.tr("Take everything back"), question) == yes:
            self._leave_back("")

    def _by_code(self) -> None:
        code, given = QInputDialog.getText(
            self,
            self.tr("Take back by code"),
            self.tr("The 24 words of the page that you printed:"),
        )
        if given and code.strip():
            self._leave_back(code)

    def _leave_back(self, code: str) -> None:
        state = self.presenter.state
        mine = [one for one in state.entries if one.event == "receipt" and one.what]
        hand = self._host_of(mine[-1].way) if mine and not code else None
        if hand is None and (path := self._target(back=True)):
            hand = Hand(path=path)
        if hand is not None:
            self.presenter.take_back(hand, code)

    def _target(self, *, back: bool = False) -> str:
        found = self.presenter.state.found
        if found is None:
            return ""
        name = f"{found.study.id}{'-back' if back else ''}{SUFFIX}"
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save as"), str(Path(_folder()) / name), "age (*.age)"
        )
        return path

    def _show(self) -> None:
        state = self.presenter.state
        found = state.found
        self.begin.setVisible(found is None)
        self.opened.setVisible(found is not None)
        self.begin.choose.setEnabled(not state.running)
        self._offer_known(state)
        self.said.setText(self._said(state))
        self.said.setVisible(bool(self.said.text()))
        tone(self.said, "bad" if state.fault else "good")
        if found is None:
            return
        study = found.study
        self.title.setText(words.plain(study.said(language(), "title"), LONG))
        days = self.tr("%1, version %2, from %3 to %4").replace("%1", study.id)
        days = days.replace("%2", words.number(study.version))
        days = days.replace("%3", study.valid_from.isoformat())
        self.days.setText(days.replace("%4", study.valid_until.isoformat()))
        self._show_standing(state)
        for name, made in self.steps.items():
            made.setChecked(name == self.presenter.step)
        self._turned(STEPS.index(self.presenter.step))
        self.before.setEnabled(self.presenter.step != STEPS[0])
        self.next.setVisible(self.presenter.step != STEPS[-1])

    def _turned(self, place: int) -> None:
        """Show a step alone, so that it takes the room it needs and not that of the largest one."""
        for other, page in enumerate(self.pages):
            page.setVisible(other == place)

    def _show_standing(self, state: Taking) -> None:
        standing, waiting = state.standing, state.waiting
        said = {
            "open": self.tr("Nothing was given to this study."),
            "refused": self.tr("You do not take part. You may change your mind."),
            "made": self.tr("Not sent yet: hand the file in, and then say so here."),
            "given": self.tr("Given. You can take it back until %1."),
            "taking-back": self.tr("Withdrawal not sent yet: hand the file in, and then say so."),
            "withdrawn": self.tr("Taken back. You may give again."),
        }[standing]
        hosted = waiting is not None and waiting.way != "file"
        if hosted:
            said = self.tr("Not sent yet: the host did not take it. Send again.")
        until = state.found.study.withdraw_until.isoformat() if state.found is not None else ""
        self.state.setText(said.replace("%1", until))
        tone(self.state, TONES.get(standing, ""))
        again = self.tr("Send again") if hosted else self.tr("Make the file again")
        self.buttons["again"].setText(again)
        self.buttons["again"].setAccessibleName(again)
        for name, there in (
            ("handed", waiting is not None and not hosted),
            ("again", waiting is not None),
            ("back", standing in {"made", "given"}),
            ("code", standing in {"made", "given"}),
            ("by-code", standing in {"open", "refused", "withdrawn"}),
        ):
            self.buttons[name].setVisible(there)
            self.buttons[name].setEnabled(not state.running)
        self.actions_row.setVisible(standing not in {"open", "refused", "withdrawn"})

    def _offer_known(self, state: Taking) -> None:
        """Offer the studies that were opened before."""
        seen = {(one.study, one.key): one for one in state.entries if one.event == "opened"}
        names = tuple(seen)
        if names != self._names:
            self._names = names
            emptied(self.begin.known)
            for study, key in names:
                made = button(partial(self.presenter.open_kept, study, key), segment=True)
                made.setText(words.plain(study))
                made.setAccessibleName(made.text())
                self.begin.known.addWidget(made)
        for part in (self.begin.before, self.begin.row):
            part.setVisible(bool(names))

    def _said(self, state: Taking) -> str:
        if state.fault is not None:
            return library.fault(state.fault)
        return {
            "": "",
            "saved": self.tr("The file is made. It is not sent until you hand it in."),
            "sent": self.tr("Sent. The receipt stands in the record below."),
            "back": self.tr("Your withdrawal is made."),
            "handed-in": self.tr("Written down: you handed it in."),
            "refused": self.tr("Written down, here alone. Nobody is told."),
        }[state.done]

    def _lay(self) -> None:
        head, column = card()
        actions: Flow = Flow(self.actions_row)
        for name in ("handed", "again", "back", "code"):
            actions.addWidget(self.buttons[name])
        texts = QVBoxLayout()
        for part in (self.title, self.days, self.state):
            texts.addWidget(part)
        top = QHBoxLayout()
        top.addLayout(texts, 1)
        for name in ("by-code", "close"):
            top.addWidget(self.buttons[name], 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        column.addWidget(self.actions_row)
        body, inner = card()
        steps: Flow = Flow()
        for made in self.steps.values():
            steps.addWidget(made)
        inner.addLayout(steps)
        inner.addSpacing(SPACE)
        for step in self.pages:
            inner.addWidget(step)
        inner.addSpacing(SPACE)
        ways = QHBoxLayout()
        ways.addWidget(self.before)
        ways.addStretch()
        ways.addWidget(self.next)
        inner.addLayout(ways)
        both = QVBoxLayout(self.opened)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(2 * SPACE)
        both.addWidget(head)
        both.addWidget(body, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(2 * SPACE)
        outer.addWidget(self.said)
        outer.addWidget(self.begin)
        outer.addWidget(self.opened)
        outer.addWidget(self.record)
        outer.addStretch()


def _folder() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
