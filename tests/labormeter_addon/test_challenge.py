"""Bot checks, and hosts that make many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from labormeter_addon.challenge import BURST, Challenges
from labormeter_addon.standing import Standing

if TYPE_CHECKING:
    from labormeter_addon.writer import Writer


class Aside:
    def __init__(self) -> None:
        self.work: list[object] = []

    def aside(self, work: object) -> None:
        self.work.append(work)


def test_every_challenge_is_told_to_the_meter_and_a_burst_passes_the_host_through() -> None:
    standing, aside = Standing({"x.com": "x", "y.com": "y"}), Aside()
    writer: Writer = aside  # type: ignore[assignment]  # no more is asked of it
    challenges = Challenges(standing, writer)
    for _ in range(BURST - 1):
        challenges.seen("x.com")
    assert standing.opens("x.com")
    challenges.seen("y.com")
    challenges.seen("x.com")
    assert not standing.opens("x.com")
    assert standing.opens("y.com")
    assert len(aside.work) == BURST + 1
