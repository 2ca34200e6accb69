"""Presenters that hold a made-up day, for views to show."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from labormeter.model import Act, Cell, Health, Span
from labormeter.testing import NOON, act
from labormeter_ui.picture import Meter, Picture
from labormeter_ui.presenters.pages import Presenters

MINUTE = 60_000_000

CELLS = (
    Cell(day="2026-06-01", platform="x", activity="like", source="wire", net=41, gestures=45),
    Cell(day="2026-06-01", platform="instagram", activity="post", source="wire", net=2, gestures=2),
    Cell(day="2026-06-01", platform="practice", activity="like", source="practice", net=9, gestures=9),
    Cell(day="2026-05-20", platform="x", activity="like", source="wire", net=7, gestures=7),
)  # fmt: skip


def acts(count: int = 3) -> tuple[Act, ...]:
    return tuple(
        act(platform="x", rule="x:like", occurred_at=NOON - place * MINUTE)
        for place in range(count)
    )


@pytest.fixture
def picture() -> Picture:
    return Picture(
        now=NOON,
        cells=CELLS,
        acts=acts(),
        spans=(Span("shift", NOON - 30 * 24 * 60 * MINUTE, None),),
        health=(Health(platform="x", last_act=NOON, last_traffic=NOON),),
        watched=("x", "instagram"),
        unwatched=("google",),
        meter=Meter(mode="metering", since=NOON - 120 * MINUTE),
        begun=True,
    )


@pytest.fixture
def presenters(qapp: QApplication, picture: Picture) -> Iterator[Presenters]:
    made = Presenters(qapp)
    made.see(picture)
    yield made
    made.deleteLater()


@pytest.fixture
def made_acts() -> Callable[[int], tuple[Act, ...]]:
    return acts
