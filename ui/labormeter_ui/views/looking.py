"""What is looked at in a room, and how: the views, whose price, what an act were paid, one's own dot."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QSlider, QVBoxLayout, QWidget

from labormeter.model import ACTIVITIES
from labormeter.room import slides
from labormeter.room.words import warnings
from labormeter_ui import words
from labormeter_ui.theme import SPACE
from labormeter_ui.views.slide import SlideView
from labormeter_ui.views.text import Flow, Spoken, button, card, hint, label

if TYPE_CHECKING:
    from labormeter_ui.presenters.room import RoomPresenter

TEXT: Final = 15
"""Pixels of a picture's text in the window."""
LOW: Final = 280
HIGH: Final = 400
STRIPS: Final = frozenset({"acts", "worth", "effort", "covered", "captchas", "spread", "supposed"})
"""Views whose pictures want little height."""
STOPS: Final = tuple(
    int(step * 10.0**power) for power in range(2, 7) for step in (1, 1.5, 2, 3, 5, 7)
)
"""Millionths at which the slider stops: from a hundredth of a cent to seven units."""
NONE: Final = frozenset({"reward"})


class LookingView(Spoken):
    """Shows the slides of a RoomPresenter.

    Signals:
        grown: it needs another height.
    """

    grown = Signal()

    def __init__(self, presenter: RoomPresenter) -> None:
        super().__init__()
        self.presenter = presenter
        self.buttons: dict[str, QPushButton] = {}
        self.lens, self.per, self.activity = QComboBox(), QComboBox(), QComboBox()
        self.price, self.mine = QSlider(Qt.Orientation.Horizontal), QLineEdit()
        self.slide, self.warning = SlideView(TEXT), label("strong", wrap=True)
        self.controls, self.supposing, self.paid = Flow(), QWidget(), label("strong")
        self._lay()
        for box in (self.lens, self.per, self.activity):
            box.currentIndexChanged.connect(self._chosen)
        self.price.valueChanged.connect(self._chosen)
        self.mine.textEdited.connect(self._chosen)
        self.slide.canvas.resized.connect(self._draw)
        presenter.changed.connect(self.show_state)
        self.say()

    def say(self) -> None:
        """Say what the views and choices are called."""
        for name, text in self._names().items():
            self.buttons[name].setText(text)
            self.buttons[name].setAccessibleName(text)
        how = self.presenter.state.how
        acts = [one for one in ACTIVITIES if one not in NONE]
        for box, name, choices, chosen in (
            (
                self.lens,
                self.tr("Whose price"),
                [(one, words.lens(one)) for one in ("worker", "buyer")],
                how.lens,
            ),
            (
                self.per,
                self.tr("By day, or over all weeks"),
                [("day", self.tr("By metered day")), ("whole", self.tr("Over all weeks"))],
                how.per,
            ),
            (
                self.activity,
                self.tr("Which acts"),
                [("", self.tr("Every act")), *((one, words.activity(one)) for one in acts)],
                how.activity,
            ),
        ):
            box.setAccessibleName(name)
            with QSignalBlocker(box):
                box.clear()
                for value, text in choices:
                    box.addItem(text, value)
                box.setCurrentIndex(max(box.findData(chosen), 0))
        self.price.setAccessibleName(self.tr("What an act would be paid"))
        hint(self.price, self.price.accessibleName())
        self.mine.setAccessibleName(self.tr("My two words"))
        self.mine.setPlaceholderText(self.tr("My two words"))
        hint(
            self.mine,
            self.tr("Points at your own dot. Whoever sees this screen sees it too: use it alone."),
        )
        self.show_state()

    def dress(self) -> None:
        """Draw in the theme's colours."""
        self._draw()

    def event(self, event: QEvent) -> bool:
        """Be as high as its parts are, also where one of them grows."""
        done = super().event(event)
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            high = self.heightForWidth(self.width())
            if high != self.minimumHeight():
                self.setMinimumHeight(high)
                self.grown.emit()
        return done

    def _names(self) -> dict[str, str]:
        return {
            "acts": self.tr("Acts"),
            "worth": self.tr("Worth"),
            "effort": self.tr("Work"),
            "panels": self.tr("What and where"),
            "hourly": self.tr("An hour"),
            "invoice": self.tr("Invoice"),
            "told": self.tr("Disclosures"),
            "captchas": self.tr("Captchas"),
            "spread": self.tr("Spread"),
            "supposed": self.tr("What if"),
            "covered": self.tr("Coverage"),
        }

    def show_state(self) -> None:
        """Show the view that is up."""
        state = self.presenter.state
        for name, made in self.buttons.items():
            made.setChecked(name == state.view)
        self.supposing.setVisible(state.view == "supposed")
        priced = {"worth", "hourly", "invoice"}
        self.lens.setVisible(state.view in priced)
        self.per.setVisible(state.view in {"acts", "worth", "effort", "panels"})
        self.mine.setVisible(state.view in {"acts", "worth", "effort", "covered"})
        with QSignalBlocker(self.price):
            nearest = min(range(len(STOPS)), key=lambda at: abs(STOPS[at] - state.how.price))
            self.price.setValue(nearest)
        if state.table is not None:
            self.paid.setText(words.money(STOPS[nearest], state.table.room.currency))
        self._draw()

    def _draw(self) -> None:
        state = self.presenter.state
        if (group := state.group) is None or not self.isVisible():
            return
        self.slide.canvas.setFixedHeight(LOW if state.view in STRIPS else HIGH)
        self.slide.show_slide(self.presenter.slide(self.slide.canvas.look()))
        told = warnings(group.number, state.how.language)[1:]
        self.warning.setText(" ".join(told))
        self.warning.setVisible(bool(told))

    def _chosen(self) -> None:
        how = self.presenter.state.how
        self.presenter.look(
            replace(
                how,
                lens=self.lens.currentData() or "worker",
                per=self.per.currentData() or "day",
                activity=self.activity.currentData() or "",
                price=STOPS[self.price.value()],
                mine=self.mine.text().strip().lower().replace(" ", "-"),
            )
        )

    def _lay(self) -> None:
        turns = Flow()
        for name in slides.NAMES:
            made = button(partial(self.presenter.turn, name), segment=True)
            made.setCheckable(True)
            made.setAutoExclusive(True)
            turns.addWidget(made)
            self.buttons[name] = made
        self.price.setRange(0, len(STOPS) - 1)
        self.price.setMinimumWidth(260)
        row = Flow(self.supposing)
        row.addWidget(self.activity)
        row.addWidget(self.price)
        row.addWidget(self.paid)
        self.mine.setMinimumWidth(200)
        for part in (self.lens, self.per, self.mine):
            self.controls.addWidget(part)
        frame, column = card()
        column.setSpacing(2 * SPACE)
        column.addLayout(turns)
        column.addLayout(self.controls)
        column.addWidget(self.supposing)
        column.addWidget(self.slide, 1)
        column.addWidget(self.warning)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
