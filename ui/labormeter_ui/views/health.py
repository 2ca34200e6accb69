"""Health of each platform, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from labormeter_ui import icons, theme, words
from labormeter_ui.theme import SPACE
from labormeter_ui.views.text import Spoken, card, emptied, label, tone

if TYPE_CHECKING:
    from labormeter.captchas import Comparison, Rate
    from labormeter_ui.presenters.health import HealthPresenter, Mood, Pulse

ICONS: Final[dict[Mood, tuple[str, str]]] = {
    "good": ("good", "good"),
    "quiet": ("quiet", "soft"),
    "never": ("quiet", "soft"),
    "warn": ("warn", "warn"),
    "off": ("off", "soft"),
    "unwatched": ("off", "soft"),
}
"""Mood -> icon and the theme's colour: the shape alone says it."""


class HealthView(Spoken):
    """Shows a HealthPresenter."""

    def __init__(self, presenter: HealthPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self.title = label("heading")
        self.never, self.unwatched = label("small", wrap=True), label("small", wrap=True)
        self.captchas = label("small", wrap=True)
        self.lines: list[tuple[QLabel, QLabel, QLabel]] = []
        frame, column = card()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE + 4)
        self._grid.setVerticalSpacing(SPACE - 2)
        self._grid.setColumnStretch(2, 1)
        column.addWidget(self.title)
        column.addLayout(self._grid)
        column.addWidget(self.never)
        column.addWidget(self.unwatched)
        column.addWidget(self.captchas)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        presenter.changed.connect(self.say)
        self.say()

    def say(self) -> None:
        """Say the state of the presenter."""
        self.title.setText(self.tr("Is it being seen?"))
        watched = self._lively()
        if len(watched) != len(self.lines):
            self._make(len(watched))
        for line, pulse in zip(self.lines, watched, strict=True):
            self._say_line(line, pulse)
        self._list(self.never, self.tr("No traffic seen yet: %1."), "never")
        self._list(self.unwatched, self.tr("Not watched: %1."), "unwatched")
        self._compare()

    def dress(self) -> None:
        """Draw the icons in the theme's colours."""
        for (mark, _, _), pulse in zip(self.lines, self._lively(), strict=False):
            self._draw(mark, pulse)

    def sentence(self, pulse: Pulse) -> str:
        """Return what is to be said of one platform."""
        match pulse.mood:
            case "off" if pulse.last_traffic is None:
                return self.tr("not metered now")
            case "off":
                return self.tr("not metered now, last traffic %1").replace("%1", _when(pulse))
            case "quiet":
                return self.tr("silent, last traffic %1").replace("%1", _when(pulse))
        parts = [self._acts(pulse)]
        if pulse.unrecognised:
            parts.append(self.tr("%Ln write(s) no rule knows", "", pulse.unrecognised))
        return ", ".join(parts)

    def comparison(self, found: Comparison) -> str:
        """Return how many captchas came on 100 pages, metered and passed through."""
        if found.verdict == "none":
            return ""
        said = _rates(self.tr("Captchas on 100 pages: %1 while metered (%2 to %3)"), found.metered)
        if found.verdict == "few":
            return f"{said}."
        passed = self.tr(", about %1 while passed through (%2 to %3).")
        verdicts = {
            "alike": self.tr("That may be chance."),
            "more": self.tr("Metering probably brings more of them."),
            "fewer": self.tr("More came while passed through."),
        }
        return f"{said}{_rates(passed, found.passed)} {verdicts[found.verdict]}"

    def _compare(self) -> None:
        found = self.presenter.captchas
        self.captchas.setText(self.comparison(found))
        self.captchas.setVisible(found.verdict != "none")
        self.captchas.setToolTip(
            self.tr("Of the last half year; in brackets what is still likely at so small numbers.")
        )
        tone(self.captchas, "warn" if found.verdict == "more" else "")

    def _lively(self) -> list[Pulse]:
        """Return those that have a line; the others are named together."""
        return [one for one in self.presenter.pulses if one.mood not in {"never", "unwatched"}]

    def _list(self, where: QLabel, sentence: str, mood: Mood) -> None:
        held = [one.platform for one in self.presenter.pulses if one.mood == mood]
        where.setText(sentence.replace("%1", ", ".join(map(words.platform, held))))
        where.setVisible(bool(held))

    def _acts(self, pulse: Pulse) -> str:
        if pulse.last_act is None:
            return self.tr("seen, no act yet")
        return self.tr("last act %1").replace("%1", words.ago(pulse.last_act, pulse.now))

    def _make(self, count: int) -> None:
        emptied(self._grid)
        self.lines = [(label(), label("strong"), label("small", wrap=True)) for _ in range(count)]
        top = Qt.AlignmentFlag.AlignVCenter
        for row, line in enumerate(self.lines):
            for column, part in enumerate(line):
                self._grid.addWidget(part, row, column, top)

    def _say_line(self, line: tuple[QLabel, QLabel, QLabel], pulse: Pulse) -> None:
        mark, name, sentence = line
        self._draw(mark, pulse)
        name.setText(words.platform(pulse.platform))
        sentence.setText(self.sentence(pulse))
        tone(sentence, "warn" if pulse.mood == "warn" else "")
        mark.setAccessibleName(f"{name.text()}: {sentence.text()}")

    def _draw(self, mark: QLabel, pulse: Pulse) -> None:
        name, colour = ICONS[pulse.mood]
        drawn = icons.pixmap(name, getattr(theme.current(), colour), 18, self.devicePixelRatioF())
        mark.setPixmap(drawn)


def _rates(sentence: str, rate: Rate) -> str:
    for place, value in zip(("%1", "%2", "%3"), (rate.per_hundred, *rate.interval), strict=True):
        sentence = sentence.replace(place, QLocale().toString(value, "f", 1))
    return sentence


def _when(pulse: Pulse) -> str:
    return words.ago(pulse.last_traffic or pulse.now, pulse.now)
