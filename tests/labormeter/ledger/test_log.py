import sqlite3
import threading
from collections import Counter
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from labormeter.errors import KnownError
from labormeter.home import Home
from labormeter.ledger import file, query
from labormeter.ledger.faults import NotKeptError
from labormeter.ledger.log import Log
from labormeter.model import Act, Disclosure, Link, Notice, Partner
from labormeter.testing import NOON, act

A, B, C = ("a" * 32, "b" * 32, "c" * 32)
SECOND = 1_000_000


def table(home: Home, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(home.ledger)) as plain:
        return plain.execute(statement).fetchall()


def notice(**changes: object) -> Notice:
    usual: dict[str, object] = {
        "platform": "x",
        "reason": "unknown-name",
        "method": "POST",
        "host": "x.com",
        "name": "NewThing",
        "at": NOON,
    }
    return Notice(**(usual | changes))  # type: ignore[arg-type]


def test_what_was_appended_is_read_back(home: Home, log: Log) -> None:
    given = [
        act(target=A, actor=B, made=C, flags=("instrument", "late")),
        act(platform="hcaptcha", activity="captcha", quantity=2, net=2, rounds=3, tiles=27),
        act(seconds=7_000_001, unit="POINT", source="practice", utc_offset=-210),
        act(disclosures=(Disclosure("camera_make", "seen-partly"), Disclosure("gps"))),
    ]
    assert log.append(given) == 4
    with query.open(home) as kept:
        assert list(kept.acts(newest_first=False)) == given


def test_appending_again_adds_nothing_and_leaves_the_roll_ups(home: Home, log: Log) -> None:
    given = act(target=A, seconds=5, disclosures=(Disclosure("gps"),))
    assert log.append([given, given]) == 1
    before = table(home, "SELECT * FROM day_rollup"), table(home, "SELECT * FROM day_disclosures")
    assert log.append([given]) == 0
    assert log.append([replace(given, quantity=9, platform="other")]) == 0
    after = table(home, "SELECT * FROM day_rollup"), table(home, "SELECT * FROM day_disclosures")
    assert after == before
    assert len(before[0]) == len(before[1]) == 1


def test_a_group_is_kept_whole_or_not_at_all(home: Home, log: Log) -> None:
    good, bad = act(), act(target="a name in the clear")
    with pytest.raises(sqlite3.IntegrityError):
        log.append([good, bad], notices=[notice()])
    assert table(home, "SELECT * FROM acts") == table(home, "SELECT * FROM day_rollup") == []
    assert table(home, "SELECT * FROM notices") == []
    assert log.append([good]) == 1


@pytest.mark.parametrize("field", ["id", "actor", "target", "made"])
@pytest.mark.parametrize("value", ["1789", "A" * 32, "a" * 31, "https://x.com/status/1234567890ab"])
def test_an_id_in_the_clear_is_refused(log: Log, field: str, value: str) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        log.append([act(**{field: value})])


def test_the_roll_up_says_what_a_count_would(home: Home, log: Log) -> None:
    given = [
        act(
            platform=f"p{number % 3}",
            activity="captcha",
            quantity=number % 4 + 1,
            net=number % 4,
            seconds=None if number % 2 else number,
            source=("wire", "practice")[number % 2],
            unit=("", "POINT")[number % 5 == 0],
            finer=("", "picture", "video")[number % 3],
            utc_offset=(number % 7) * 200 - 600,
            disclosures=tuple(Disclosure(kind) for kind in ("gps", "lens")[: number % 3]),
        )
        for number in range(120)
    ]
    for start in range(0, 120, 7):
        log.append(given[start : start + 7])
    assert table(
        home,
        "SELECT day, platform, activity, source, unit, finer, sum(quantity), sum(net),"
        " coalesce(sum(seconds), 0), count(seconds), count(*) FROM acts"
        " GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 5, 6",
    ) == table(home, "SELECT * FROM day_rollup ORDER BY 1, 2, 3, 4, 5, 6")
    assert table(
        home,
        "SELECT day, platform, activity, source, kind, count(*) FROM acts JOIN disclosures"
        " ON act = seq GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5",
    ) == table(home, "SELECT * FROM day_disclosures ORDER BY 1, 2, 3, 4, 5")


def test_the_day_is_local_to_the_act(home: Home, log: Log) -> None:
    log.append([act(occurred_at=NOON, utc_offset=offset) for offset in (-720, 0, 719, 840)])
    with query.open(home) as kept:
        days = {cell.day: cell.acts for cell in kept.cells()}
    assert days == {"2026-06-01": 3, "2026-06-02": 1}


def test_a_clock_set_back_changes_no_order_and_breaks_nothing(home: Home, log: Log) -> None:
    times = [NOON, NOON - 3600 * SECOND, NOON - 7200 * SECOND, NOON + 1]
    given = [act(occurred_at=at, target=A) for at in times]
    for one in given:
        log.append([one])
    appended = table(home, "SELECT id FROM acts ORDER BY seq")
    assert [number for (number,) in appended] == [one.id for one in given]
    undo = act(occurred_at=NOON - 9000 * SECOND, target=A, effect="undo", net=-1)
    log.append([undo])
    assert log.partner("practice", ["like"], [A], [], None) == Partner((("like", 3),))
    log.span("shift", NOON)
    log.end_span("shift", NOON - 5)
    log.pulse(NOON)
    log.pulse(NOON - 50)
    with query.open(home) as kept:
        (shift,) = kept.spans()
    assert (shift.started_at, shift.ended_at) == (NOON, NOON)


def test_links_tie_a_post_to_its_uploads_once(home: Home, log: Log) -> None:
    upload, post = act(activity="upload", made=A), act(activity="post")
    log.append([upload])
    found = log.uploads_made([A, B])
    assert found == {A: (upload.id,)}
    links = [Link(post.id, upload.id), Link(post.id, "f" * 32)]
    log.append([post], links)
    log.append([post], links)
    assert table(home, "SELECT * FROM links") == [(2, 1)]


def test_only_uploads_are_found_as_uploads_the_newest_first(log: Log) -> None:
    older, newer = (act(activity="upload", made=A, occurred_at=NOON + at) for at in (0, 1))
    log.append([newer, older, act(activity="post", made=A)])
    assert log.uploads_made([A]) == {A: (newer.id,)}


def test_files_that_left_in_one_body_are_found_together(log: Log) -> None:
    files = [act(activity="upload", made=A, occurred_at=NOON) for _ in range(3)]
    log.append(files)
    assert log.uploads_made([A]) == {A: tuple(each.id for each in files)}


def test_notices_are_counted_by_day_without_their_time(home: Home, log: Log) -> None:
    log.append([], notices=[notice(), notice(at=NOON + 5), notice(name="Other")])
    log.append([], notices=[notice(at=NOON + 6)])
    found = table(home, "SELECT name, count, day FROM notices ORDER BY name")
    assert [row[:2] for row in found] == [("NewThing", 3), ("Other", 1)]
    assert all(len(str(row[2])) == 10 for row in found)


def test_a_writer_that_does_not_finish_is_named_and_nothing_is_written(
    home: Home, log: Log
) -> None:
    with closing(sqlite3.connect(home.ledger, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        one = act()
        with pytest.raises(NotKeptError) as refused:
            log.append([one])
        assert refused.value.reason == "busy"
        other.execute("ROLLBACK")
    assert log.append([one]) == 1


def test_a_full_disk_is_named_and_the_act_can_be_tried_again(log: Log) -> None:
    pages = log._connection.execute("PRAGMA page_count").fetchone()[0]
    log._connection.execute(f"PRAGMA max_page_count = {pages}")
    given = [act(target=f"{number:032x}") for number in range(500)]
    with pytest.raises(NotKeptError) as refused:
        log.append(given)
    assert refused.value.reason == "full"
    assert "full" in str(refused.value)
    log._connection.execute("PRAGMA max_page_count = 1000000")
    assert log.append(given) == 500


def test_a_ledger_that_takes_no_writes_is_named(log: Log) -> None:
    log._connection.execute("PRAGMA query_only = ON")
    with pytest.raises(NotKeptError) as refused:
        log.append([act()])
    assert refused.value.reason == "read-only"


def test_a_ledger_taken_away_is_begun_anew_and_the_act_kept(home: Home, log: Log) -> None:
    log.append([act()])
    for path in home.root.glob("ledger.db*"):
        path.unlink()
    one = act()
    assert log.append([one]) == 1
    assert table(home, "SELECT id FROM acts") == [(one.id,)]


def test_damage_met_while_appending_is_healed_by_the_next_call(
    home: Home, log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = home.ledger.stat().st_size
    log.append([act(target=f"{number:032x}") for number in range(400)])
    log.close()
    content = bytearray(home.ledger.read_bytes())
    content[before:] = b"\xff" * (len(content) - before)
    home.ledger.write_bytes(content)
    monkeypatch.setattr(file, "_SMALL", 0)  # as for a ledger too large to be checked when opened
    one = act()
    with Log.open(home, now=NOON) as opened:
        with pytest.raises(NotKeptError) as refused:
            opened.append([one])
        assert refused.value.reason == "damaged"
        assert opened.append([one]) == 1
    (aside,) = home.root.glob("ledger.damaged-2026-06-01.db")
    assert aside.read_bytes() == bytes(content)
    with query.open(home) as kept:
        assert list(kept.acts()) == [one]
        (remark,) = kept.remarks()
    assert aside.name in remark.sentence


def test_it_can_be_used_from_several_threads(home: Home, log: Log) -> None:
    log._connection.execute("PRAGMA busy_timeout = 5000")
    failed: list[BaseException] = []

    def write() -> None:
        try:
            for _ in range(20):
                log.append([act(target=A)])
                log.partner("practice", ["like"], [A], [], None)
        except BaseException as error:  # noqa: BLE001 - handed to the test's thread
            failed.append(error)

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert not failed
    assert log.partner("practice", ["like"], [A], [], None) == Partner((("like", 80),))
    assert Counter(table(home, "SELECT acts FROM day_rollup")) == {(80,): 1}


def test_two_pens_write_one_ledger(home: Home) -> None:
    with Log.open(home, now=NOON) as first, Log.open(home, now=NOON) as second:
        for _ in range(30):
            first.append([act()])
            second.pulse(NOON)
            second.append([act()])
    assert table(home, "SELECT count(*) FROM acts") == [(60,)]


def test_what_is_asked_waits_until_it_is_acknowledged(log: Log) -> None:
    first, second = log.ask("pause", NOON, NOON + 9), log.ask("stop", NOON + 1)
    assert [asked.verb for asked in log.asked()] == ["pause", "stop"]
    assert [asked.id for asked in log.asked(first)] == [second]
    log.acknowledge(first, NOON + 2, "paused")
    assert [(asked.id, asked.until) for asked in log.asked()] == [(second, None)]


def test_what_is_asked_must_be_a_verb(log: Log) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        log.ask("explode", NOON)  # type: ignore[arg-type]


def test_health_never_goes_back(home: Home, log: Log) -> None:
    log.health({"x": NOON, "reddit": NOON})
    log.health({"x": NOON - 5})
    assert table(home, "SELECT * FROM health") == [("reddit", NOON), ("x", NOON)]


def test_remarks_and_gaps_are_kept(home: Home, log: Log) -> None:
    log.remark(NOON, "A sentence.")
    log.gap(NOON, NOON + 60, "engine", late=2, lost=1)
    with query.open(home) as kept:
        assert [remark.sentence for remark in kept.remarks()] == ["A sentence."]
        (gap,) = kept.spans()
    assert (gap.kind, gap.late, gap.lost, gap.reason) == ("gap", 2, 1, "engine")


def test_every_commit_is_synced_and_deletes_overwrite(log: Log) -> None:
    pragmas = {
        name: log._connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("synchronous", "journal_mode", "secure_delete", "foreign_keys", "fullfsync")
    }
    assert pragmas == {
        "synchronous": 2,
        "journal_mode": "wal",
        "secure_delete": 1,
        "foreign_keys": 1,
        "fullfsync": 1,
    }


def test_a_ledger_switched_out_of_wal_is_switched_back(home: Home) -> None:
    with closing(sqlite3.connect(home.ledger)) as plain:
        assert plain.execute("PRAGMA journal_mode = DELETE").fetchone() == ("delete",)
    with Log.open(home, now=NOON) as log:
        log.append([act()])
    assert table(home, "PRAGMA journal_mode") == [("wal",)]


def test_a_home_that_cannot_be_made_is_a_known_error(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, not a folder")
    with pytest.raises(KnownError):
        Log.open(Home(tmp_path / "taken" / "home"), now=NOON)


def test_opening_a_ledger_that_is_there_starts_no_process(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path) -> None:
        raise AssertionError

    monkeypatch.setattr(file, "migrate", refuse)
    with Log.open(home, now=NOON) as log:
        assert log.append([act()]) == 1


def test_one_act_costs_the_same_in_a_large_ledger(log: Log) -> None:
    """Count SQLite's own steps: time would say more of the machine than of the ledger."""

    def steps(given: Act) -> int:
        counted = 0

        def tick() -> int:
            nonlocal counted
            counted += 1
            return 0

        log._connection.set_progress_handler(tick, 1)
        log.append([given])
        log.partner("practice", ["like"], [given.target or ""], [], None)
        log._connection.set_progress_handler(None, 0)
        return counted

    log.append([act(target=f"{number:032x}") for number in range(10)])
    small = steps(act(target=A))
    log.append([act(target=f"{number:032x}") for number in range(100, 20_100)])
    large = steps(act(target=B))
    assert large <= small * 1.1
