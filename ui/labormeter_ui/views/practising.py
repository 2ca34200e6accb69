"""The practice shift, seen: what arrives while it runs, and whether the counts agree."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout

from labormeter_ui import icons, motion, theme, words
from labormeter_ui.theme import SPACE
from labormeter_ui.views.text import Flow, Spoken, button, emptied, label, tone

if TYPE_CHECKING:
    from labormeter_ui.presenters.practice import Compared, Practice, PracticePresenter

UNDO: Final = "undo "
"""How the practice site names what takes an act back."""


class PracticeView(Spoken):
    """Shows a PracticePresenter."""

    def __init__(self, presenter: PracticePresenter) -> None:
        super().__init__()
        self.presenter = presenter
        self.text = label("soft", wrap=True)
        self.by_hand = button(partial(presenter.begin, by_hand=True), main=True)
        self.shown = button(partial(presenter.begin, by_hand=False))
        self.stop = button(presenter.stop)
        self.busy = QProgressBar()
        self.busy.setTextVisible(False)
        self.busy.setFixedHeight(4)
        self.figure, self.unit = label("display"), label("strong")
        self.verdict, self.mark = label("strong", wrap=True), label()
        self.arrived, self.compared = Flow(), QGridLayout()
        self._counted: tuple[object, ...] = ()
        self._lay()
        presenter.changed.connect(self.say)
        self.say()

    def say(self) -> None:
        """Say how the shift stands."""
        state = self.presenter.state
        self.text.setText(self._text(state))
        self.by_hand.setText(self.tr("Do it myself"))
        self.shown.setText(self.tr("Let it be done for me"))
        self.stop.setText(self.tr("I am done"))
        for made in (self.by_hand, self.shown, self.stop):
            made.setAccessibleName(made.text())
            made.setAccessibleDescription(self.text.text())
        for made in (self.by_hand, self.shown):
            made.setVisible(not state.running)
        self.stop.setVisible(state.running and sys.platform != "win32")
        self.busy.setVisible(state.running)
        # A bar that runs without an end is motion and nothing else.
        self.busy.setRange(0, 1 if motion.reduced() else 0)
        self.busy.setAccessibleName(self.tr("A practice shift goes on"))
        self._say_figure(state)
        self._say_verdict(state)

    def dress(self) -> None:
        """Draw the mark in the theme's colours."""
        state, worn = self.presenter.state, theme.current()
        name = "good" if state.agrees else "warn"
        self.mark.setPixmap(icons.pixmap(name, getattr(worn, name), 22, self.devicePixelRatioF()))

    def _text(self, state: Practice) -> str:
        if state.running and state.by_hand:
            return self.tr(
                "The practice site is open in a browser. Like, post, solve the captcha: each act"
                " arrives here. Close that browser when you are done."
            )
        if state.running:
            return self.tr("A visitor without a window is on the practice site. Watch it arrive.")
        return self.tr(
            "Plaza is a made-up site on this computer. What is done there goes the whole way: browser,"
            " meter, ledger, this window. It needs no account, reaches nobody and stays out of your"
            " totals."
        )

    def _say_figure(self, state: Practice) -> None:
        seen = state.running or state.over
        for part in (self.figure, self.unit):
            part.setVisible(seen)
        self.figure.setText(words.number(state.total))
        self.unit.setText(self.tr("act(s) counted", "", state.total))
        self.figure.setAccessibleName(f"{self.figure.text()} {self.unit.text()}")
        said = tuple(f"{words.activity(slug)} {words.number(n)}" for slug, n in state.counted)
        if said != self._counted:
            self._counted = said
            emptied(self.arrived)
            for text in said:
                self.arrived.addWidget(label("tag", text))

    def _say_verdict(self, state: Practice) -> None:
        self.verdict.setText(self._verdict(state))
        for part in (self.verdict, self.mark):
            part.setVisible(state.over)
        self.mark.setAccessibleName(self.verdict.text())
        tone(self.verdict, "good" if state.agrees else "warn")
        self.dress()
        emptied(self.compared)
        if not state.outcome:
            return
        heads = ("", self.tr("accepted by the site"), self.tr("counted here"), "")
        for place, head in enumerate(heads):
            self.compared.addWidget(_cell(head, place, "small"), 0, place)
        for row, line in enumerate(state.outcome, 1):
            for place, text in enumerate(self._line(line)):
                self.compared.addWidget(_cell(text, place, "body"), row, place)

    def _line(self, line: Compared) -> tuple[str, str, str, str]:
        verdict = self.tr("agrees") if line.agrees else self.tr("differs")
        return (
            self._kind(line.kind),
            words.number(line.accepted),
            words.number(line.counted),
            verdict,
        )

    def _kind(self, kind: str) -> str:
        if kind.startswith(UNDO):
            taken = self.tr("%1 taken back")
            return taken.replace("%1", words.activity(kind.removeprefix(UNDO)))
        return words.activity(kind)

    def _verdict(self, state: Practice) -> str:
        if state.fault:
            sentence = self.tr("The practice shift could not be finished.")
            return f"{sentence} {words.plain(state.fault, 300)}"
        if not state.outcome:
            return self.tr("Nothing was done, and nothing was counted.")
        accepted = sum(line.accepted for line in state.outcome)
        if state.agrees:
            return self.tr("All counts agree: %Ln act(s) accepted and counted.", "", accepted)
        return self.tr("The counts differ. Look below, and at Is everything in order.")

    def _lay(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        for made in (self.by_hand, self.shown, self.stop):
            buttons.addWidget(made)
        buttons.addStretch()
        figure = QHBoxLayout()
        figure.setSpacing(SPACE + 4)
        figure.addWidget(self.figure)
        figure.addWidget(self.unit, 1, Qt.AlignmentFlag.AlignVCenter)
        verdict = QHBoxLayout()
        verdict.setSpacing(SPACE)
        verdict.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        verdict.addWidget(self.verdict, 1)
        self.compared.setHorizontalSpacing(3 * SPACE)
        self.compared.setVerticalSpacing(2)
        self.compared.setColumnStretch(4, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE + 4)
        column.addWidget(self.text)
        column.addLayout(buttons)
        column.addWidget(self.busy)
        column.addLayout(figure)
        column.addLayout(self.arrived)
        column.addLayout(verdict)
        column.addLayout(self.compared)


def _cell(text: str, place: int, role: str) -> QLabel:
    made = label(role, text)
    if place in {1, 2}:
        made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return made
