"""What is read of a home: a part of it, and minutes by local day."""

from pathlib import Path

from labormeter.exports.gather import gathered, local_day, minutes
from labormeter.ledger.dump import Part
from labormeter.model import SECOND, Span

from .sample import NOW, ledger

MINUTE = 60 * SECOND
DAY = 24 * 60 * MINUTE


def test_minutes_are_parted_at_midnight() -> None:
    midnight = 20_000 * DAY
    spans = [Span("shift", midnight - 30 * MINUTE, midnight + 90 * MINUTE)]
    found = dict(minutes(spans, now=NOW))
    assert sum(found.values()) == 120
    assert all(0 < one <= 24 * 60 for one in found.values())
    assert set(found) <= {local_day(midnight - 1), local_day(midnight), local_day(midnight + DAY)}


def test_what_lasts_lasts_until_now_and_a_gap_is_not_metered() -> None:
    spans = [Span("shift", NOW - 60 * MINUTE), Span("gap", NOW - 30 * MINUTE, NOW - 20 * MINUTE)]
    assert sum(one for _, one in minutes(spans, now=NOW)) == 50


def test_less_than_a_minute_is_a_day_that_was_metered() -> None:
    """Else what somebody did in it would have no figure by the day."""
    spans = [Span("shift", NOW - 60 * MINUTE, NOW - 60 * MINUTE + 12 * SECOND)]
    assert list(minutes(spans, now=NOW)) == [(local_day(NOW - 60 * MINUTE), 1)]
    assert list(minutes([], now=NOW)) == []


def test_a_shift_of_weeks_has_every_day_once() -> None:
    spans = [Span("shift", NOW - 40 * DAY, NOW)]
    found = list(minutes(spans, now=NOW))
    assert len(found) in {40, 41}
    assert len({day for day, _ in found}) == len(found)
    assert sum(one for _, one in found) in range(40 * 24 * 60 - 45, 40 * 24 * 60 + 1)


def test_a_part_of_a_home(tmp_path: Path) -> None:
    home = ledger(tmp_path)
    every = gathered(home, Part(), now=NOW)
    assert {span.kind for span in every.spans} == {"shift", "gap"}
    assert sum(one for _, one in every.minutes) == 120
    x = gathered(home, Part(platforms=("x",)), now=NOW)
    assert {cell.platform for cell in x.cells} == {"x"}
    assert x.disclosures == []
    none = gathered(home, Part(since="2026-11-01"), now=NOW)
    assert (none.cells, none.minutes, none.spans) == ([], (), [])
    plain = gathered(home, Part(practice=False), now=NOW)
    assert "practice" not in {cell.platform for cell in plain.cells}
