"""How each platform is doing: silence is said in words and never shown as zero."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QObject, Signal

from labormeter.captchas import Comparison, compare
from labormeter.model import SECOND, Health
from labormeter.report import PRACTICE
from labormeter_ui.hues import order

if TYPE_CHECKING:
    from labormeter_ui.picture import Picture

type Mood = Literal["good", "quiet", "never", "warn", "off", "unwatched"]

LIVELY: Final = 15 * 60 * SECOND
"""Traffic younger than this means that the platform is being seen right now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pulse:
    """One platform's line. `now` is when it was written."""

    platform: str
    mood: Mood
    last_act: int | None = None
    last_traffic: int | None = None
    unrecognised: int = 0
    now: int = 0


def pulses(picture: Picture) -> tuple[Pulse, ...]:
    """Return a line for each platform that is metered, then for those that are not."""
    known = {health.platform: health for health in picture.health if health.platform != PRACTICE}
    watched = set(picture.watched) | set(known) - set(picture.unwatched)
    lines = [
        _pulse(known.get(platform, Health(platform=platform)), picture)
        for platform in order(watched)
    ]
    unwatched = [
        Pulse(platform=platform, mood="unwatched") for platform in order(picture.unwatched)
    ]
    return (*lines, *unwatched)


def _pulse(health: Health, picture: Picture) -> Pulse:
    return Pulse(
        platform=health.platform,
        mood=_mood(health, picture),
        last_act=health.last_act,
        last_traffic=health.last_traffic,
        unrecognised=health.unrecognised,
        now=picture.now // (60 * SECOND) * 60 * SECOND,
    )


def _mood(health: Health, picture: Picture) -> Mood:
    if health.unrecognised:
        return "warn"
    if picture.meter.mode != "metering":
        return "off"
    if health.last_traffic is None:
        return "never"
    return "good" if picture.now - health.last_traffic < LIVELY else "quiet"


class HealthPresenter(QObject):
    """Holds the health of all platforms.

    Signals:
        changed: a line, or the comparison of captchas, says something else now.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pulses: tuple[Pulse, ...] = ()
        self.captchas: Comparison = compare(())

    def see(self, picture: Picture) -> None:
        """Take a new picture of the ledger."""
        fresh = pulses(picture), compare(picture.visits)
        if fresh != (self.pulses, self.captchas):
            self.pulses, self.captchas = fresh
            self.changed.emit()
