import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from labormeter import lock
from labormeter.errors import KnownError
from labormeter.home import Home
from labormeter.ledger import query, scrub
from labormeter.ledger.forget import _ON_MARK, Choice, forget, preview
from labormeter.ledger.log import Log
from labormeter.ledger.query import Filter
from labormeter.model import Act, Disclosure, Link, Notice
from labormeter.testing import NOON, act

SECOND = 1_000_000
HOUR = 3600 * SECOND
A, B, C, D = ("a1" * 16, "b2" * 16, "c3" * 16, "d4" * 16)


def traces(home: Home, one: Act) -> list[str]:
    """Return the files under home in which any byte tells of the act."""
    marks = {
        one.id.encode(),
        bytes.fromhex(one.id),
        str(one.occurred_at).encode(),
        one.occurred_at.to_bytes(8, "big"),
        one.occurred_at.to_bytes(8, "little"),
    }
    for mark in (one.target, one.made):
        if mark:
            marks |= {mark.encode(), bytes.fromhex(mark)}
    files = [path for path in home.root.rglob("*") if path.is_file()]
    return [path.name for path in files if any(mark in path.read_bytes() for mark in marks)]


def rows(home: Home, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(home.ledger)) as plain:
        return plain.execute(statement).fetchall()


def hours_right(home: Home) -> bool:
    counted = rows(
        home,
        "SELECT (strftime('%w', at, 'unixepoch') + 6) % 7 + 1, 0 + strftime('%H', at, 'unixepoch'),"
        " platform, activity, source, unit, sum(quantity), sum(net), count(*) FROM"
        " (SELECT occurred_at / 1000000 + utc_offset * 60 AS at, * FROM acts)"
        " GROUP BY 1, 2, 3, 4, 5, 6",
    )
    return counted == rows(home, "SELECT * FROM hour_rollup ORDER BY 1, 2, 3, 4, 5, 6")


def rolled_up_right(home: Home) -> bool:
    return (
        rows(
            home,
            "SELECT day, platform, activity, source, unit, finer, sum(quantity), sum(net),"
            " coalesce(sum(seconds), 0), count(seconds), count(*) FROM acts GROUP BY 1, 2, 3, 4, 5, 6",
        )
        == rows(home, "SELECT * FROM day_rollup ORDER BY 1, 2, 3, 4, 5, 6")
        and hours_right(home)
        and rows(
            home,
            "SELECT day, platform, activity, source, kind, count(*) FROM acts JOIN disclosures"
            " ON act = seq GROUP BY 1, 2, 3, 4, 5",
        )
        == rows(home, "SELECT * FROM day_disclosures ORDER BY 1, 2, 3, 4, 5")
    )


def secret(**changes: object) -> Act:
    usual: dict[str, object] = {
        "target": A,
        "made": B,
        "occurred_at": NOON + 1_234_567,
        "disclosures": (Disclosure("gps"), Disclosure("serial")),
        "platform": "x",
    }
    return act(**(usual | changes))


def crowd(count: int) -> list[Act]:
    return [act(target=f"{number:032x}", platform="reddit") for number in range(count)]


@pytest.mark.parametrize("around", [0, 5, 1500])
def test_a_forgotten_act_is_in_no_byte_of_any_file(home: Home, around: int) -> None:
    one = secret()
    with Log.open(home, now=NOON) as log:
        log.append(crowd(around))
        log.append([one])
        log.append(crowd(around))
        assert traces(home, one)
        done = forget(home, Choice(act=one.id), now=NOON)
        assert (done.acts, done.clean) == (1, True)
        assert traces(home, one) == []
        log.append(crowd(1))
    assert traces(home, one) == []
    assert rolled_up_right(home)
    assert rows(home, "SELECT forgotten_on, acts FROM tombstones") == [("2026-06-01", 1)]
    assert rows(home, "PRAGMA integrity_check") == [("ok",)]


def test_an_act_of_the_middle_of_a_much_used_ledger_leaves_no_copy(home: Home) -> None:
    """Rows appended in between move others within their pages; copies of them lie there."""
    secrets = [
        secret(target=f"{7 * number:032x}", made=None, occurred_at=NOON + 40_000_000 + number * 997)
        for number in range(1, 400)
    ]
    with Log.open(home, now=NOON) as log:
        for one in secrets:
            log.append([one, *crowd(1)])
    for one in secrets[50:300:60]:
        assert forget(home, Choice(act=one.id), now=NOON).clean
        assert traces(home, one) == []
    assert rolled_up_right(home)


def test_it_works_while_a_meter_and_a_window_have_the_ledger_open(home: Home) -> None:
    one = secret()
    with Log.open(home, now=NOON) as log, query.open(home) as window, lock.hold(home.lock):
        log.append([one, *crowd(20)])
        window.version()
        list(window.acts())
        assert forget(home, Choice(act=one.id), now=NOON).clean
        assert traces(home, one) == []
        assert window.act(one.id) is None
        assert log.append([act()]) == 1


def test_a_reader_in_the_way_is_said_and_the_next_time_clears(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scrub, "PATIENCE", 0.2)
    one = secret()
    with Log.open(home, now=NOON) as log:
        log.append([one])
        with closing(sqlite3.connect(home.ledger, isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM acts").fetchall()
            done = forget(home, Choice(act=one.id), now=NOON)
            assert (done.acts, done.clean) == (1, False)
            assert traces(home, one)
            reader.execute("COMMIT")
        again = forget(home, Choice(wanted=Filter(since=NOON, until=NOON + HOUR)), now=NOON)
        assert (again.acts, again.clean) == (0, True)
        assert traces(home, one) == []


def test_a_forgotten_do_takes_its_undo_along(home: Home, log: Log) -> None:
    do = secret(made=None)
    undo = secret(made=None, effect="undo", net=-1, occurred_at=NOON + 9 * HOUR)
    log.append([do, undo, act(target=B, platform="x")])
    seen = preview(home, Choice(act=do.id))
    assert (seen.acts, seen.undos) == (2, 1)
    assert forget(home, Choice(act=do.id), now=NOON).acts == 2
    assert traces(home, do) == traces(home, undo) == []
    assert rolled_up_right(home)
    assert rows(home, "SELECT sum(net), min(net) FROM day_rollup") == [(1, 1)]


def test_an_undo_that_finds_another_do_stays(home: Home, log: Log) -> None:
    first, second = (secret(made=None, occurred_at=NOON + step) for step in (1, 2))
    undo = secret(made=None, effect="undo", net=-1, occurred_at=NOON + 3)
    log.append([first, second, undo])
    assert forget(home, Choice(act=first.id), now=NOON).acts == 1
    assert rows(home, "SELECT sum(net) FROM acts") == [(0,)]


def test_a_deletion_follows_the_post_that_it_deleted(home: Home, log: Log) -> None:
    post = secret(activity="post", target=None, made=B)
    deletion = secret(activity="post", target=B, made=None, effect="undo", net=-1)
    log.append([post, deletion])
    assert forget(home, Choice(act=post.id), now=NOON).acts == 2


def test_a_forgotten_undo_leaves_its_do_open(home: Home, log: Log) -> None:
    do, undo = secret(made=None), secret(made=None, effect="undo", net=-1)
    log.append([do, undo])
    assert forget(home, Choice(act=undo.id), now=NOON).acts == 1
    assert log.partner("x", ["like"], [A], [], None).open == (("like", 1),)


def test_a_range_takes_its_acts_spans_notices_and_health(home: Home, log: Log) -> None:
    inside, before, after = (secret(occurred_at=NOON + at) for at in (10, -HOUR, HOUR))
    log.append([inside, before, after])
    log.append(
        [],
        notices=[
            Notice(
                platform="x", reason="unknown-name", method="POST", host="x.com", name="N", at=NOON
            )
        ],
    )
    log.health({"x": NOON + 11, "reddit": NOON - HOUR})
    log.span("shift", NOON - 2 * HOUR)
    log.span("private", NOON + 5)
    log.end_span("private", NOON + 6)
    log.gap(NOON - 30 * SECOND, NOON + 40, "engine", late=3)
    asked = log.ask("private", NOON + 5)
    log.acknowledge(asked, NOON + 5, "private")
    wanted = Choice(wanted=Filter(since=NOON, until=NOON + HOUR))
    assert preview(home, wanted).acts == 1
    assert forget(home, wanted, now=NOON).acts == 1
    with query.open(home) as kept:
        assert {one.id for one in kept.acts()} == {before.id, after.id}
        assert kept.notices() == []
        assert {one.platform: one.last_traffic for one in kept.health()} == {
            "reddit": NOON - HOUR,
            "x": None,
        }
        gap, shift = sorted(kept.spans(), key=lambda span: span.kind)
    assert (shift.kind, shift.started_at, shift.ended_at) == ("shift", NOON - 2 * HOUR, None)
    assert (gap.late, gap.started_at, gap.ended_at) == (0, NOON - 60 * SECOND, NOON + 60 * SECOND)
    assert rows(home, "SELECT * FROM control UNION SELECT seq, 1, 1, 1 FROM acknowledgements") == []
    assert log.ask("stop", NOON) > asked


def test_one_act_takes_only_what_tells_of_it(home: Home, log: Log) -> None:
    one, other = secret(), secret(target=C, made=D, occurred_at=NOON + HOUR)
    noticed = Notice(
        platform="x", reason="unknown-name", method="POST", host="x.com", name="N", at=NOON
    )
    log.append([one, other], notices=[noticed, replace(noticed, platform="reddit")])
    log.health({"x": one.occurred_at, "reddit": NOON})
    log.gap(one.occurred_at, one.occurred_at, "slow disk", late=1)
    log.gap(NOON - 5 * HOUR, NOON - 4 * HOUR, "engine", late=7)
    assert forget(home, Choice(act=one.id), now=NOON).clean
    assert traces(home, one) == []
    with query.open(home) as kept:
        assert [found.platform for found in kept.notices()] == ["reddit", "x"]
        assert sorted(span.late for span in kept.spans()) == [0, 7]
    forget(home, Choice(act=other.id), now=NOON)
    with query.open(home) as kept:
        assert [found.platform for found in kept.notices()] == ["reddit"]


def test_a_platform_is_forgotten_in_a_range_or_altogether(home: Home, log: Log) -> None:
    given_acts = [
        secret(platform=name, target=None, made=None, occurred_at=NOON + at)
        for name in ("x", "reddit")
        for at in (0, HOUR)
    ]
    log.append(given_acts)
    part = Choice(wanted=Filter(since=NOON, until=NOON + 1, platform="x"))
    assert preview(home, part).platforms == (("x", 1),)
    assert forget(home, part, now=NOON).acts == 1
    assert forget(home, Choice(wanted=Filter(platform="x")), now=NOON).acts == 1
    with query.open(home) as kept:
        assert {one.platform for one in kept.acts()} == {"reddit"}
    assert rows(home, "SELECT sum(acts) FROM tombstones") == [(2,)]
    assert not any("x" in str(row[0]) for row in rows(home, "SELECT forgotten_on FROM tombstones"))


@pytest.mark.parametrize("running", [True, False])
def test_everything_leaves_a_number_and_the_shift_that_runs(home: Home, running: bool) -> None:  # noqa: FBT001
    given_acts = [secret(), *crowd(200)]
    with Log.open(home, now=NOON) as log:
        log.append(given_acts, [Link(given_acts[0].id, given_acts[1].id)])
        log.span("shift", NOON + 77)
        log.gap(NOON, NOON + 1, "engine", lost=4)
        log.health({"x": NOON})
        log.remark(NOON, "Something.")
        log.ask("pause", NOON)
        holding = lock.hold(home.lock) if running else None
        assert forget(home, Choice(everything=True), now=NOON).clean
        if holding:
            holding.release()
        assert traces(home, given_acts[0]) == []
    with query.open(home) as kept:
        assert not list(kept.acts())
        assert not kept.cells()
        assert not kept.disclosures()
        assert not kept.health()
        assert not kept.notices()
        assert not kept.remarks()
    assert rows(home, "SELECT count(*) FROM disclosures") == [(0,)]
    assert rows(home, "SELECT count(*) FROM links") == [(0,)]
    assert rows(home, "SELECT count(*) FROM control") == [(0,)]
    assert rows(home, "SELECT count(*) FROM spans") == [(1 if running else 0,)]
    assert rows(home, "SELECT acts FROM tombstones") == [(201,)]


def test_ledgers_kept_aside_go_as_well(home: Home, log: Log) -> None:
    one = secret()
    log.append([one])
    for name in ("ledger.damaged-2026-06-01.db", "ledger.damaged-2026-06-01.db-wal"):
        (home.root / name).write_bytes(b"..." + one.id.encode())
    assert preview(home, Choice(act=one.id)).damaged == ("ledger.damaged-2026-06-01.db",)
    forget(home, Choice(act=one.id), now=NOON)
    assert traces(home, one) == []


def test_a_preview_changes_nothing(home: Home, log: Log) -> None:
    log.append([secret(), *crowd(3)])
    before = rows(home, "SELECT * FROM acts"), rows(home, "SELECT * FROM day_rollup")
    assert preview(home, Choice(everything=True)).acts == 4
    assert preview(home, Choice(act="f" * 32)).acts == 0
    assert (rows(home, "SELECT * FROM acts"), rows(home, "SELECT * FROM day_rollup")) == before


def test_nothing_chosen_leaves_no_tombstone(home: Home, log: Log) -> None:
    log.append(crowd(2))
    assert forget(home, Choice(act="f" * 32), now=NOON).acts == 0
    assert rows(home, "SELECT count(*) FROM tombstones") == [(0,)]


def test_a_ledger_that_is_locked_for_long_is_a_known_error_and_nothing_goes(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Log.open(home, now=NOON) as log:
        log.append([secret()])
    monkeypatch.setattr("labormeter.ledger.file.connect.__kwdefaults__", {"wait": 0.1})
    with closing(sqlite3.connect(home.ledger, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(KnownError, match="Another program"):
            forget(home, Choice(everything=True), now=NOON)
    assert rows(home, "SELECT count(*) FROM acts") == [(1,)]


def test_a_ledger_that_is_not_there_is_a_known_error(tmp_path: Path) -> None:
    with pytest.raises(KnownError):
        preview(Home(tmp_path), Choice(everything=True))


def test_what_could_not_be_cleared_is_written_anew_the_next_time(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next time knows nothing any more of what was to be searched for."""
    one = secret()
    with Log.open(home, now=NOON) as log:
        log.append([one, *crowd(5)])
    stale = b"stale " + one.id.encode()
    monkeypatch.setattr(scrub, "empty_wal", lambda _connection: False)
    assert not forget(home, Choice(act=one.id), now=NOON).clean
    monkeypatch.undo()
    with closing(sqlite3.connect(home.ledger)) as plain:
        plain.execute("PRAGMA secure_delete = OFF").fetchall()
        plain.execute("INSERT INTO health VALUES (?, 1)", (stale.decode(),))
        plain.commit()
        plain.execute("DELETE FROM health")
        plain.commit()
    assert stale in home.ledger.read_bytes()
    assert forget(home, Choice(act="f" * 32), now=NOON).clean
    assert traces(home, one) == []
    assert not scrub.unclean(home)


def test_what_follows_a_do_is_sought_by_its_mark_and_not_among_all_acts(log: Log) -> None:
    """SQLite would else walk over all acts of the platform, once for each do that goes."""
    log._connection.execute("CREATE TEMP TABLE gone (seq INTEGER PRIMARY KEY)")
    plan = log._connection.execute(f"EXPLAIN QUERY PLAN {_ON_MARK}", (A, "x", "like")).fetchall()
    used = [row[3] for row in plan if "acts" in row[3]]
    assert sorted(line.split("USING INDEX ")[1].split()[0] for line in used) == [
        "acts_by_made",
        "acts_by_target",
    ]


def test_everything_leaves_the_triggers_as_they_were(home: Home, log: Log) -> None:
    def triggers() -> list[tuple[object, ...]]:
        return rows(home, "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY 1")

    before = triggers()
    log.append(crowd(3))
    forget(home, Choice(everything=True), now=NOON)
    assert triggers() == before
    log.append(crowd(2))
    assert rolled_up_right(home)
    with pytest.raises(sqlite3.IntegrityError):
        log._connection.execute("DELETE FROM acts")


KILLED = """
import sys
from pathlib import Path
from labormeter.home import Home
from labormeter.ledger import scrub
from labormeter.ledger.forget import Choice, forget
import os
scrub.empty_wal = lambda connection: os._exit(9)
forget(Home(Path(sys.argv[1])), Choice(act=sys.argv[2]), now=1)
"""


def test_a_death_before_the_files_are_cleared_is_made_good_by_the_next_time(home: Home) -> None:
    one = secret()
    with Log.open(home, now=NOON) as log:
        log.append([one])
        command = [sys.executable, "-c", KILLED, str(home.root), one.id]
        assert subprocess.run(command, check=False, timeout=30).returncode == 9
        assert forget(home, Choice(everything=True), now=NOON).clean
        assert traces(home, one) == []


STEPS = st.lists(
    st.tuples(
        st.sampled_from([A, B, None]),
        st.sampled_from(["like", "follow"]),
        st.sampled_from([1, -1, 0]),
        st.booleans(),
    ),
    max_size=14,
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STEPS)
def test_whatever_goes_nothing_counts_below_zero_and_the_roll_ups_hold(
    home: Home, steps: list[tuple[str | None, str, int, bool]]
) -> None:
    opened: dict[tuple[str | None, str], int] = {}
    with Log.open(home, now=NOON) as log:
        forget(home, Choice(everything=True), now=NOON)
        chosen = []
        for number, (target, activity, step, goes) in enumerate(steps):
            key = (target, activity)
            undone = step < 0 and opened.get(key, 0) > 0 and target is not None
            net = step if step > 0 or undone else 0
            opened[key] = opened.get(key, 0) + net
            effect = "do" if step > 0 else "undo"
            one = act(
                target=target, activity=activity, net=net, effect=effect, occurred_at=NOON + number
            )
            log.append([one])
            if goes:
                chosen.append(one)
        for one in chosen:
            forget(home, Choice(act=one.id), now=NOON)
    left = rows(home, "SELECT target, activity, sum(net) FROM acts GROUP BY 1, 2")
    assert all(int(str(net)) >= 0 for _, _, net in left)
    assert rolled_up_right(home)
    ids = {row[0] for row in rows(home, "SELECT id FROM acts")}
    assert not ids & {one.id for one in chosen}


def test_several_are_forgotten_at_once_and_their_undos_with_them(home: Home) -> None:
    kept, *going = (act(target=mark, net=1) for mark in (A, B, C))
    undo = act(target=B, net=-1, effect="undo")
    with Log.open(home, now=NOON) as log:
        log.append([kept, *going, undo])
    ids = tuple(one.id for one in going)
    assert forget(home, Choice(acts=(*ids, "f" * 32)), now=NOON).acts == 3
    assert rows(home, "SELECT count(*) FROM acts") == [(1,)]
    assert forget(home, Choice(acts=ids), now=NOON).acts == 0
