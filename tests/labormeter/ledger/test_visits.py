"""Pages and captchas by day: added up, read back, and forgotten with what they tell of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from labormeter.ledger import query
from labormeter.ledger.forget import Choice, forget
from labormeter.ledger.query import Filter
from labormeter.model import Visit
from labormeter.testing import NOON, act

if TYPE_CHECKING:
    from labormeter.home import Home
    from labormeter.ledger.log import Log

DAY = 86_400_000_000
FIRST = Visit(day="2026-06-01", platform="x", state="metered", pages=7, connections=2, captchas=1)
PASSED = replace(FIRST, state="passed", pages=0, connections=3, captchas=0)
NEXT = replace(FIRST, day="2026-06-02")
OTHER = replace(FIRST, platform="reddit")
ALL = (FIRST, PASSED, NEXT, OTHER)


def kept(home: Home) -> set[tuple[str, str, str]]:
    with query.open(home) as ledger:
        return {(one.day, one.platform, one.state) for one in ledger.visits()}


def keys(*visits: Visit) -> set[tuple[str, str, str]]:
    return {(one.day, one.platform, one.state) for one in visits}


def test_the_same_day_platform_and_state_add_up(home: Home, log: Log) -> None:
    log.visits([FIRST, PASSED])
    log.visits([FIRST])
    log.visits([])
    with query.open(home) as ledger:
        assert ledger.visits() == [replace(FIRST, pages=14, connections=4, captchas=2), PASSED]


def test_a_range_of_days_has_both_its_ends(home: Home, log: Log) -> None:
    log.visits(ALL)
    with query.open(home) as ledger:
        assert ledger.visits("2026-06-02") == [NEXT]
        assert ledger.visits(None, "2026-06-01") == [OTHER, FIRST, PASSED]
        assert ledger.visits("2026-06-02", "2026-06-01") == []


@pytest.mark.parametrize(
    ("choice", "left"),
    [
        (Choice(everything=True), keys()),
        (Choice(wanted=Filter(platform="x")), keys(OTHER)),
        (Choice(wanted=Filter(since=NOON, until=NOON + 1)), keys(NEXT)),
        (Choice(wanted=Filter(since=NOON + DAY)), keys(FIRST, PASSED, OTHER)),
        (Choice(wanted=Filter(since=NOON, until=NOON + 1, platform="x")), keys(NEXT, OTHER)),
    ],
)
def test_a_range_a_platform_or_everything_takes_them(
    home: Home, log: Log, choice: Choice, left: set[tuple[str, str, str]]
) -> None:
    log.visits(ALL)
    forget(home, choice, now=NOON)
    assert kept(home) == left


def test_the_last_act_of_a_platform_takes_its_day_along(home: Home, log: Log) -> None:
    one, two = act(platform="x", occurred_at=NOON), act(platform="x", occurred_at=NOON + 1)
    log.append([one, two])
    log.visits(ALL)
    forget(home, Choice(act=one.id), now=NOON)
    assert kept(home) == keys(*ALL), "another act of the day is left, which tells as much"
    forget(home, Choice(act=two.id), now=NOON)
    assert kept(home) == keys(NEXT, OTHER)


@pytest.mark.parametrize("by_platform", [True, False])
def test_a_captcha_takes_its_whole_day_for_its_act_does_not_say_who_asked(
    home: Home, log: Log, *, by_platform: bool
) -> None:
    solved = act(platform="hcaptcha", activity="captcha", occurred_at=NOON)
    log.append([solved, act(platform="x", occurred_at=NOON)])
    log.visits(ALL)
    chosen = Choice(wanted=Filter(platform="hcaptcha")) if by_platform else Choice(act=solved.id)
    forget(home, chosen, now=NOON)
    assert kept(home) == keys(NEXT)
