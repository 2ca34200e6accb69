import sqlite3
import time
from collections import Counter
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from labormeter import lock
from labormeter.home import Home
from labormeter.ledger import query
from labormeter.ledger.faults import NotKeptError
from labormeter.ledger.forget import Choice, forget
from labormeter.ledger.log import Log
from labormeter.ledger.query import Counted, Filter
from labormeter.model import SECOND, Act, Cell, Disclosure, Health, Notice
from labormeter.testing import NOON, act

DAY = 86_400_000_000


def test_a_home_without_a_ledger_gets_an_empty_one(tmp_path: Path) -> None:
    with query.open(Home(tmp_path / "new")) as kept:
        assert list(kept.acts()) == kept.cells() == []  # type: ignore[comparison-overlap]
        assert not kept.state().running
        assert kept.forgotten() == 0


def test_reading_writes_nothing(home: Home, log: Log) -> None:
    log.append([act()])
    with query.open(home) as kept:
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            kept._connection.execute("DELETE FROM pulse")
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            kept._connection.execute("CREATE TABLE a (b)")


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    times=st.lists(st.integers(0, 6), min_size=1, max_size=25),
    size=st.integers(1, 5),
    newest_first=st.booleans(),
    cut=st.integers(0, 24),
)
def test_pages_make_up_the_whole_in_order(
    home: Home,
    monkeypatch: pytest.MonkeyPatch,
    *,
    times: list[int],
    size: int,
    newest_first: bool,
    cut: int,
) -> None:
    monkeypatch.setattr(query, "PAGE", size)
    forget(home, Choice(everything=True), now=NOON)
    with Log.open(home, now=NOON) as log, query.open(home) as kept:
        appended = [act(occurred_at=NOON + at) for at in times]
        log.append(appended)
        numbers = {one.id: number for number, one in enumerate(appended)}
        expected = sorted(
            appended, key=lambda one: (one.occurred_at, numbers[one.id]), reverse=newest_first
        )
        assert list(kept.acts(newest_first=newest_first)) == expected
        cut = min(cut, len(expected) - 1)
        rest = list(kept.acts(after=expected[cut], newest_first=newest_first))
        assert rest == expected[cut + 1 :]
        assert list(kept.acts(limit=cut, newest_first=newest_first)) == expected[:cut]


def test_filters_hold_together_and_the_end_is_not_included(home: Home, log: Log) -> None:
    wanted = act(platform="x", activity="like", source="wire", occurred_at=NOON + 5)
    log.append(
        [
            wanted,
            act(platform="reddit", occurred_at=NOON + 5),
            act(platform="x", activity="post", occurred_at=NOON + 5),
            act(platform="x", source="archive", occurred_at=NOON + 5),
            act(platform="x", occurred_at=NOON + 10),
            act(platform="x", occurred_at=NOON + 4),
        ]
    )
    with query.open(home) as kept:
        found = kept.acts(NOON + 5, NOON + 10, platform="x", activity="like", source="wire")
        assert list(found) == [wanted]
        assert kept.count(Filter(platform="x")) == 5
        assert kept.count(Filter(since=NOON + 5, until=NOON + 10)) == 4
        assert kept.count() == 6


def test_after_an_act_that_was_forgotten_meanwhile_nothing_is_shown_twice(
    home: Home, log: Log
) -> None:
    given_acts = [act(occurred_at=NOON + at) for at in range(4)]
    log.append(given_acts)
    forget(home, Choice(act=given_acts[2].id), now=NOON)
    with query.open(home) as kept:
        assert list(kept.acts(after=given_acts[2])) == given_acts[1::-1]
        assert list(kept.acts(after=given_acts[2], newest_first=False)) == [given_acts[3]]


def test_paging_holds_no_read_between_pages(
    home: Home, log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(query, "PAGE", 2)
    log.append([act() for _ in range(6)])
    with query.open(home) as kept:
        pages = kept.acts()
        next(pages)
        assert forget(home, Choice(everything=True), now=NOON).clean
        assert len(list(pages)) == 1


def test_cells_of_days_both_ends_included(home: Home, log: Log) -> None:
    log.append([act(occurred_at=NOON + number * DAY, seconds=7) for number in range(5)])
    with query.open(home) as kept:
        days = [cell.day for cell in kept.cells("2026-06-02", "2026-06-04")]
        assert days == ["2026-06-02", "2026-06-03", "2026-06-04"]
        assert [cell.day for cell in kept.cells(until_day="2026-06-01")] == ["2026-06-01"]
        assert len(kept.cells("2026-06-05")) == 1
        assert len(kept.cells()) == 5
        assert kept.cells("2026-06-02", "2026-06-02") == [
            Cell(
                day="2026-06-02",
                platform="practice",
                activity="like",
                source="wire",
                gestures=1,
                net=1,
                seconds=7,
                timed=1,
                acts=1,
            )
        ]


def test_an_undo_is_a_gesture_that_takes_away(home: Home, log: Log) -> None:
    log.append([act(target="a" * 32), act(target="a" * 32, effect="undo", net=-1)])
    with query.open(home) as kept:
        (cell,) = kept.cells()
    assert (cell.gestures, cell.net, cell.acts) == (2, 0, 2)


def test_disclosures_are_cells_by_kind(home: Home, log: Log) -> None:
    log.append(
        [
            act(activity="upload", disclosures=(Disclosure("gps"), Disclosure("lens"))),
            act(activity="upload", disclosures=(Disclosure("gps"),), occurred_at=NOON + DAY),
        ]
    )
    with query.open(home) as kept:
        found = [(cell.day, cell.disclosure, cell.acts) for cell in kept.disclosures()]
        assert found == [
            ("2026-06-01", "gps", 1),
            ("2026-06-01", "lens", 1),
            ("2026-06-02", "gps", 1),
        ]
        assert len(kept.disclosures("2026-06-02")) == 1


def test_health_says_the_last_act_the_last_traffic_and_what_is_unknown_today(
    home: Home, log: Log
) -> None:
    notice = Notice(
        platform="x", reason="unknown-name", method="POST", host="x.com", name="N", at=NOON
    )
    log.append([act(platform="x", occurred_at=NOON + 9), act(platform="x"), act(platform="vk")])
    log.append([], notices=[notice, notice])
    log.health({"x": NOON + 20, "bing": NOON})
    with query.open(home) as kept:
        (counted,) = kept.notices()
        bing, vk, x = kept.health(counted.day)
        assert (bing, vk.last_traffic) == (Health(platform="bing", last_traffic=NOON), None)
        newest = max(one.occurred_at for one in kept.acts(platform="x"))
        assert x == Health(platform="x", last_act=newest, last_traffic=NOON + 20, unrecognised=2)
        assert kept.health("2020-01-01")[2].unrecognised == 0
        assert isinstance(counted, Counted)
        assert (counted.name, counted.count) == ("N", 2)


def test_version_changes_with_every_write_of_others_and_with_nothing_else(
    home: Home, log: Log
) -> None:
    with query.open(home) as kept:
        seen = [kept.version()]
        assert kept.version() == seen[0]
        for write in (
            lambda: log.append([act()]),
            lambda: log.pulse(NOON),
            lambda: log.ask("stop", 1),
        ):
            write()
            seen.append(kept.version())
        list(kept.acts())
        kept.cells()
        assert kept.version() == seen[-1]
    assert all(before != after for before, after in pairwise(seen))


def test_version_of_a_ledger_replaced_is_another_and_the_new_one_is_read(
    home: Home, log: Log
) -> None:
    log.append([act()])
    with query.open(home) as kept:
        before = kept.version()
        for path in home.root.glob("ledger.db*"):
            path.unlink()
        with Log.open(home, now=NOON):
            assert kept.version() != before
            assert list(kept.acts()) == []


def test_a_ledger_taken_away_is_no_bug_of_ours(home: Home) -> None:
    with query.open(home) as kept:
        for path in home.root.glob("ledger.db*"):
            path.unlink()
        assert kept.version() >= 0


def test_damage_met_while_reading_is_said_and_looked_into_next(home: Home, log: Log) -> None:
    log.append([act() for _ in range(2000)])
    log.close()
    content = bytearray(home.ledger.read_bytes())
    with query.open(home) as kept:
        content[-40 * 4096 :] = b"\xee" * (40 * 4096)
        home.ledger.write_bytes(content)
        with pytest.raises(NotKeptError, match="damaged"):
            list(kept.acts())
    assert (home.run / "ledger.suspect").exists()
    with query.open(home) as kept:
        assert len(kept.remarks()) == 1
    assert not (home.run / "ledger.suspect").exists()


def test_the_state_follows_the_lock_and_the_open_spans(home: Home, log: Log) -> None:
    with query.open(home) as kept:
        log.span("shift", NOON)
        assert (kept.state().running, kept.state().state) == (False, "off")
        with lock.hold(home.lock, port=8080):
            asked = log.ask("pause", NOON + 1, NOON + 100)
            before = kept.state()
            assert (before.state, before.since, before.port) == ("on", NOON, 8080)
            assert [one.verb for one in before.waiting] == ["pause"]
            assert kept.answer(asked) is None
            log.span("pause", NOON + 2)
            log.acknowledge(asked, NOON + 2, "paused")
            assert kept.answer(asked) == "paused"
            assert (kept.state().state, kept.state().until) == ("paused", NOON + 100)
            assert kept.state().waiting == ()


def count_steps(kept: query.Ledger) -> Counter[str]:
    """Count the steps of SQLite's own machine from here on."""
    steps: Counter[str] = Counter()

    def tick() -> int:
        steps["taken"] += 1
        return 0

    kept._connection.set_progress_handler(tick, 1)
    return steps


def test_ten_years_of_cells_come_at_once(home: Home) -> None:
    """Count SQLite's steps: reading a month must not walk over ten years."""
    with closing(sqlite3.connect(home.ledger)) as plain:
        plain.executemany(
            "INSERT INTO day_rollup VALUES (?, ?, ?, 'wire', '', '', 1, 1, 0, 0, 1)",
            [
                (
                    f"{2016 + day // 360}-{day % 360 // 30 + 1:02}-{day % 30 + 1:02}",
                    platform,
                    activity,
                )
                for day in range(3600)
                for platform in ("x", "reddit", "youtube", "facebook")
                for activity in ("like", "comment", "share")
            ],
        )
        plain.commit()
    with query.open(home) as kept:
        began = time.perf_counter()
        every = kept.cells()
        took = time.perf_counter() - began
        steps = count_steps(kept)
        month = kept.cells("2020-03-01", "2020-03-30")
    assert (len(every), len(month)) == (43_200, 360)
    assert steps["taken"] < 40 * len(month)
    assert took < 5


def test_the_newest_page_of_a_large_ledger_is_a_seek(home: Home, log: Log) -> None:
    log.append([act(platform=f"p{number % 5}") for number in range(20_000)])
    with query.open(home) as kept:
        for wanted in ({}, {"platform": "p3"}):
            steps = count_steps(kept)
            page: list[Act] = list(kept.acts(limit=50, **wanted))  # type: ignore[arg-type]
            list(kept.acts(limit=50, after=page[-1], **wanted))  # type: ignore[arg-type]
            kept.health("2026-06-01")
            assert steps["taken"] < 20_000, wanted


def test_hours_of_the_week_are_local_to_the_act_and_a_range_says_what_the_table_says(
    home: Home, log: Log
) -> None:
    """2026-06-01 was a Monday; at half past eleven in the evening UTC it is Tuesday in Paris."""
    late = NOON + 11 * 3600 * SECOND + 1800 * SECOND
    log.append([act(occurred_at=NOON), act(occurred_at=late, utc_offset=120, net=0)])
    log.append([act(occurred_at=late, utc_offset=-300, platform="reddit", quantity=3)])
    with query.open(home) as kept:
        found = kept.hours()
        assert kept.hours("2026-01-01", "2026-12-31") == found
        assert [one.hour for one in kept.hours("2026-06-02")] == ["2 01"]
        assert kept.hours(None, "2026-05-31") == []
    assert [(one.hour, one.platform, one.gestures, one.net) for one in found] == [
        ("1 12", found[0].platform, 1, 1),
        ("1 18", "reddit", 3, 1),
        ("2 01", found[2].platform, 1, 0),
    ]


def test_acts_are_found_by_a_flag(home: Home, log: Log) -> None:
    log.append([act(flags=("unmatched", "instrument")), act(flags=("unmatched",)), act()])
    with query.open(home) as kept:
        found = [len(list(kept.acts(flag=flag))) for flag in ("instrument", "unmatched", "instr")]
        assert (*found, kept.count(Filter(flag="unmatched"))) == (1, 2, 0, 2)


def test_an_hour_of_the_week_and_what_was_no_practice_can_be_asked_for(
    home: Home, log: Log
) -> None:
    monday = 4 * DAY  # 1970 began on a Thursday
    made = [
        act(platform="x", occurred_at=monday + 90 * 60 * SECOND, utc_offset=60),
        act(platform="x", occurred_at=monday + 90 * 60 * SECOND, utc_offset=0),
        act(platform="x", occurred_at=monday + DAY + 150 * 60 * SECOND, utc_offset=-60),
        act(platform="x", source="practice", occurred_at=monday + 60 * 60 * SECOND),
        act(platform="practice", occurred_at=monday + 60 * 60 * SECOND),
    ]
    log.append(made)
    with query.open(home) as kept:
        second = list(kept.chosen(Filter(hour=1, practice=False)))
        assert [one.id for one in second] == [made[1].id]
        assert kept.count(Filter(hour=1)) == 3
        assert [one.id for one in kept.chosen(Filter(hour=2))] == [made[0].id]
        assert [one.id for one in kept.chosen(Filter(hour=25))] == [made[2].id]
