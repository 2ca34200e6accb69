"""The browsers that a person uses anyway: what metering them would change, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout

from labormeter_ui import library
from labormeter_ui.theme import SPACE
from labormeter_ui.views.text import Spoken, button, emptied, label

if TYPE_CHECKING:
    from labormeter_ui.presenters.own import OwnPresenter

LONGEST = 600
"""Characters of a step that are shown: commands and paths are long."""


class OwnView(Spoken):
    """Shows an OwnPresenter."""

    def __init__(self, presenter: OwnPresenter) -> None:
        super().__init__()
        self.presenter = presenter
        self.text, self.weaker = label("soft", wrap=True), label("soft", wrap=True)
        self.by_hand = label("strong", wrap=True)
        self.show_hand = button(presenter.show_by_hand)
        self.steps, self.hand = QVBoxLayout(), QVBoxLayout()
        self.seen = QCheckBox()
        self.go = button(lambda: presenter.change(on=presenter.state.standing == "off"))
        self.seen.toggled.connect(lambda _: self.say())
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addWidget(self.seen, 1)
        row.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.text)
        column.addLayout(self.steps)
        column.addWidget(self.weaker)
        column.addLayout(row)
        column.addWidget(self.show_hand, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.by_hand)
        column.addLayout(self.hand)
        self._shown: tuple[tuple[str, ...], ...] = ()
        presenter.changed.connect(self.say)
        self.say()

    def say(self) -> None:
        """Say how they stand, and what a press of the button does."""
        state = self.presenter.state
        off = state.standing == "off"
        self.text.setText(self._text())
        self.weaker.setText(
            self.tr(
                "Whoever gets hold of the certificate's key could then impersonate the metered sites,"
                " and no others, to every browser of yours."
            )
        )
        self.weaker.setVisible(bool(state.steps))
        self.seen.setText(self.tr("I have read what is changed"))
        self.go.setText(self.tr("Meter my own browsers") if off else self.tr("Put everything back"))
        for made in (self.seen, self.go):
            made.setAccessibleName(made.text())
            made.setAccessibleDescription(self.text.text())
        self.seen.setVisible(off and bool(state.steps))
        self.go.setVisible(not off or bool(state.steps))
        self.go.setEnabled(not state.changing and (not off or self.seen.isChecked()))
        self._list()

    def _text(self) -> str:
        state = self.presenter.state
        if not state.read:
            return self.tr("Looking")
        if state.standing == "on":
            return self.tr("Your own browsers are metered while a meter runs.")
        if state.standing == "halfway":
            return self.tr("A change was broken off in the middle. Put everything back.")
        if state.obstacle is not None:
            return library.fault(state.obstacle)
        return self.tr(
            "The metered browser needs none of this. If you would rather have the browsers counted that"
            " you use anyway, this is what changes, in this order; one press puts it back exactly."
        )

    def _list(self) -> None:
        state = self.presenter.state
        self.by_hand.setText(
            self.tr("By hand")
            if state.obstacle is not None
            else self.tr("Firefox keeps a certificate store of its own. By hand:")
        )
        self.by_hand.setVisible(state.shown and bool(state.by_hand))
        self.show_hand.setText(self.tr("What is to be done by hand"))
        self.show_hand.setAccessibleName(self.show_hand.text())
        self.show_hand.setVisible(bool(state.by_hand) and not state.shown)
        shown = (state.steps, state.by_hand if state.shown else ())
        texts = tuple(tuple(library.told(one, LONGEST) for one in part) for part in shown)
        if texts == self._shown:
            return
        self._shown = texts
        for layout, lines in zip((self.steps, self.hand), texts, strict=True):
            emptied(layout)
            for number, line in enumerate(lines, 1):
                layout.addWidget(label("soft", f"{number}. {line}", wrap=True))
