"""The figure of today: big first, then by platform and by activity."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from labormeter_ui import words
from labormeter_ui.hues import REST
from labormeter_ui.presenters.settings import SettingsPresenter
from labormeter_ui.presenters.today import ENOUGH
from labormeter_ui.theme import SPACE
from labormeter_ui.views.line import Rank, RankLine
from labormeter_ui.views.text import Spoken, button, card, hint, label, tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from labormeter_ui.presenters.today import Today, TodayPresenter
    from labormeter_ui.presenters.wage import WagePresenter

SHOWN = 6
"""Lines of a ranking; where there are more, the last line is of all the others together."""


class TodayView(Spoken):
    """Shows a TodayPresenter.

    Signals:
        wanted: a line was pressed: carries the dimension and its value.
    """

    wanted = Signal(str, str)

    def __init__(
        self,
        presenter: TodayPresenter,
        wage: WagePresenter,
        settings: SettingsPresenter | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.presenter, self.wage = presenter, wage
        self.settings = settings or SettingsPresenter(self)
        self.shared, self.shared_text = QWidget(), label("small", wrap=True)
        self.alone = button(partial(self.settings.choose, "alone", True), flat=True)
        self.at_least = label("small")
        self.figure = label("display")
        self.unit = label("heading", wrap=True)
        self.beside = label("soft", wrap=True)
        self.missing = label("small", wrap=True)
        self.notes = QVBoxLayout()
        self.owed, self.worth, self.range = label("small"), label("title"), label("small")
        self.practice = QCheckBox()
        self.practice.toggled.connect(presenter.show_practice)
        self.platforms, self.activities = Ranking(), Ranking()
        self.platforms.pressed.connect(lambda key: self.wanted.emit("platform", key))
        self.activities.pressed.connect(lambda key: self.wanted.emit("activity", key))
        self._lay()
        presenter.changed.connect(self.say)
        wage.changed.connect(self._say_wage)
        self.settings.changed.connect(self._say_shared)
        self.say()

    def say(self) -> None:
        """Say the state of the presenter."""
        state = self.presenter.state
        self.figure.setText(words.number(state.net))
        self.at_least.setText(self.tr("At least"))
        self.unit.setText(self.tr("act(s) of unpaid work today", "", state.net))
        self.beside.setText(self._beside(state))
        hint(self.beside, self.tr("Gestures are all you did; acts are what you did not undo."))
        self.missing.setText(self._missing(state))
        self.missing.setVisible(bool(self.missing.text()))
        self._say_wage()
        self._say_practice(state)
        self._say_shared()
        self.platforms.title.setText(self.tr("By platform"))
        self.activities.title.setText(self.tr("By activity"))
        self.platforms.show_ranks(fitted(self._platforms(state)))
        self.activities.show_ranks(fitted(self._activities(state)))
        self.figure.setAccessibleName(
            f"{self.at_least.text()} {self.figure.text()} {self.unit.text()}"
        )

    def _say_practice(self, state: Today) -> None:
        self.practice.setText(self.tr("Show practice"))
        self.practice.setAccessibleName(self.practice.text())
        self.practice.setAccessibleDescription(
            self.tr("Practice acts are marked and stay out of every total unless this is on.")
        )
        self.practice.setChecked(state.practice)

    def _say_shared(self) -> None:
        """Say whose acts these may be, where the person has not said that they are alone."""
        self.shared.setVisible(not self.settings.state.values.get("alone", True))
        self.shared_text.setText(
            self.tr("Whoever uses this browser is counted: at most these are yours.")
        )
        self.alone.setText(self.tr("Only I use it"))
        self.alone.setAccessibleName(self.alone.text())
        self.alone.setAccessibleDescription(self.shared_text.text())

    def _say_wage(self) -> None:
        wage = self.wage.state
        for part in (self.owed, self.worth, self.range):
            part.setVisible(wage is not None)
        if wage is None:
            return
        self.owed.setText(self.tr("Wage owed, at least"))
        self.worth.setText(words.money(wage.central, wage.currency))
        ends = self.tr("%1 to %2").replace("%1", words.money(wage.low))
        spread = ends.replace("%2", words.money(wage.high))
        self.range.setText(f"{spread}, {words.lens(wage.lens)}")
        self.worth.setAccessibleName(f"{self.owed.text()} {self.worth.text()}, {self.range.text()}")

    def _beside(self, state: Today) -> str:
        parts = [self.tr("%Ln gesture(s) in all", "", state.gestures)]
        if state.seconds:
            parts.append(self.tr("%1 measured").replace("%1", words.duration(state.seconds)))
        parts.extend(self._reward(reward.net, reward.unit) for reward in state.rewards)
        if state.practised and not state.practice:
            parts.append(self.tr("%Ln practice act(s) left out", "", state.practised))
        return " · ".join(parts)

    def _reward(self, net: int, unit: str) -> str:
        if unit == "POINT":
            return self.tr("%Ln point(s) received", "", net)
        return self.tr("%1 received").replace("%1", words.money(net, unit))

    def _missing(self, state: Today) -> str:
        parts = []
        if state.missing >= ENOUGH:
            sentence = self.tr(
                "Metering was interrupted for %1 today: what was done then is missing."
            )
            parts.append(sentence.replace("%1", words.duration(state.missing)))
        if state.lost:
            parts.append(self.tr("%Ln act(s) could not be kept.", "", state.lost))
        tone(self.missing, "warn" if parts else "")
        return " ".join(parts)

    def _platforms(self, state: Today) -> list[tuple[str, Rank]]:
        most = max((line.net for line in state.lines), default=0) or 1
        return [
            (
                line.platform,
                Rank(
                    name=words.platform(line.platform),
                    value=line.net,
                    share=line.net / most,
                    hue=line.hue,
                    detail=words.counted(line.parts),
                ),
            )
            for line in state.lines
        ]

    def _activities(self, state: Today) -> list[tuple[str, Rank]]:
        most = max((net for _, net in state.activities), default=0) or 1
        ranked = sorted(state.activities, key=lambda pair: -pair[1])
        return [
            (slug, Rank(name=words.activity(slug), value=net, share=net / most, icon=slug))
            for slug, net in ranked
        ]

    def _lay(self) -> None:
        frame, column = card()
        head = QHBoxLayout()
        figure = QHBoxLayout()
        figure.setSpacing(SPACE + 6)
        figure.addWidget(self.figure)
        words_beside = QVBoxLayout()
        words_beside.setSpacing(2)
        words_beside.addStretch()
        for part in (self.at_least, self.unit):
            words_beside.addWidget(part)
        words_beside.addStretch()
        figure.addLayout(words_beside, 1)
        head.addLayout(figure, 1)
        money = QVBoxLayout()
        money.setSpacing(2)
        money.addStretch()
        for part in (self.owed, self.worth):
            money.addWidget(part, 0, Qt.AlignmentFlag.AlignRight)
        money.addStretch()
        head.addLayout(money)
        column.addLayout(head)
        told = QHBoxLayout()
        told.setSpacing(2 * SPACE)
        told.addWidget(self.beside, 1)
        told.addWidget(self.range, 0, Qt.AlignmentFlag.AlignRight)
        column.addLayout(told)
        below = QHBoxLayout()
        below.addWidget(self.missing, 1)
        below.addStretch()
        below.addWidget(self.practice)
        column.addLayout(below)
        column.addLayout(self.notes)
        whose = QHBoxLayout(self.shared)
        whose.setContentsMargins(0, 0, 0, 0)
        whose.addWidget(self.shared_text, 1)
        whose.addWidget(self.alone)
        column.addWidget(self.shared)
        rankings = QHBoxLayout()
        rankings.setSpacing(4 * SPACE)
        rankings.addWidget(self.platforms, 1)
        rankings.addWidget(self.activities, 1)
        column.addLayout(rankings)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)


def fitted(ranks: list[tuple[str, Rank]]) -> list[tuple[str, Rank]]:
    """Return as many ranks as are shown, the smallest ones as one: nothing is dropped."""
    if len(ranks) <= SHOWN:
        return ranks
    rest = [rank for _, rank in ranks[SHOWN - 1 :]]
    others = Rank(
        name=f"{words.platform(REST)} ({words.number(len(rest))})",
        value=sum(rank.value for rank in rest),
        share=min(sum(rank.share for rank in rest), 1),
        icon="act" if rest[0].icon else "",
        detail=" · ".join(f"{rank.name} {words.number(rank.value)}" for rank in rest),
    )
    return [*ranks[: SHOWN - 1], ("", others)]


class Ranking(QWidget):
    """A titled list of ranks.

    Signals:
        pressed: a line was pressed; carries its key.
    """

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = label("small")
        self.lines: list[RankLine] = []
        self._keys: list[str] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self.title)
        self._column.addStretch()

    def show_ranks(self, ranks: Sequence[tuple[str, Rank]]) -> None:
        """Show these ranks, lines made once and used again."""
        while len(self.lines) < len(ranks):
            self._add()
        self._keys = [key for key, _ in ranks]
        for place, line in enumerate(self.lines):
            line.setVisible(place < len(ranks))
            if place < len(ranks):
                line.show_rank(ranks[place][1])

    def _add(self) -> None:
        line, place = RankLine(), len(self.lines)
        line.clicked.connect(lambda: self.pressed.emit(self._keys[place]))
        self.lines.append(line)
        self._column.insertWidget(self._column.count() - 1, line)
