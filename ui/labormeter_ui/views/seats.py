"""The seats of a room: who is meant to be in, and what could not be taken, without any figure."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QCheckBox, QVBoxLayout

from labormeter_ui import library, words
from labormeter_ui.theme import SPACE
from labormeter_ui.views.text import Flow, Spoken, emptied, label, tone

if TYPE_CHECKING:
    from labormeter.room.seat import Seat
    from labormeter_ui.presenters.room import RoomPresenter

SHOWN: Final = 12
"""Refusals that are listed; of more the last ones."""
WIDE: Final = 210


class SeatsView(Spoken):
    """Shows the seats of a RoomPresenter, to be ticked or not."""

    def __init__(self, presenter: RoomPresenter) -> None:
        super().__init__()
        self.presenter = presenter
        self.boxes: dict[int, QCheckBox] = {}
        self.flow, self.refusals = Flow(), QVBoxLayout()
        self.about = label("soft", wrap=True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(SPACE)
        outer.addWidget(self.about)
        outer.addLayout(self.flow)
        outer.addLayout(self.refusals)
        self._known: object = None
        presenter.changed.connect(self.say)
        self.say()

    def say(self) -> None:
        """Say who is there."""
        state = self.presenter.state
        self.about.setText(
            self.tr(
                "Each card shows two words that its owner alone knows. Untick a card that is to be"
                " left out; nobody has to say why."
            )
        )
        drawn = (state.table, state.refused, state.how.language, self.about.text())
        if drawn != self._known:
            self._known = drawn
            self._fill()
        for at, box in self.boxes.items():
            box.blockSignals(True)
            box.setChecked(at in state.deal.chosen)
            box.blockSignals(False)

    def _fill(self) -> None:
        table = self.presenter.state.table
        emptied(self.flow)
        self.boxes = {}
        for at, seat in (table.seats if table else {}).items():
            made = QCheckBox(self._named(seat))
            made.setAccessibleName(made.text())
            made.setMinimumWidth(WIDE)
            made.toggled.connect(partial(self._chosen, at))
            self.flow.addWidget(made)
            self.boxes[at] = made
        emptied(self.refusals)
        refused = (*(table.refused if table else ()), *self.presenter.state.refused)
        for one in refused[-SHOWN:]:
            said = label("small", wrap=True)
            said.setText(f"{words.plain(one.name, 60)}: {library.told(one.sentence)}")
            tone(said, "warn")
            self.refusals.addWidget(said)

    def _named(self, seat: Seat) -> str:
        """Return the two words of a seat, and what is to be known of it."""
        table = self.presenter.state.table
        said = [words.plain(seat.handle)]
        for twin in table.twins if table else ():
            if twin.second == seat.key and table is not None:
                other = words.plain(table.seats[twin.first].handle)
                same = self.tr("same rows as %1").replace("%1", other)
                said.append(same if twin.same == "rows" else self.tr("the same words twice"))
        if seat.total_only:
            said.append(self.tr("in the total only"))
        if not seat.days:
            said.append(self.tr("no day was metered"))
        if seat.remarks:
            said.append(self.tr("its totals were edited, and added up anew"))
        return " · ".join(dict.fromkeys(said))

    def _chosen(self, seat: int, on: bool) -> None:  # noqa: FBT001 - takes a Qt signal's value
        self.presenter.choose(seat, on=on)
