"""Dumps: every act once, in pieces that hold nothing but what an act can hold."""

import csv
import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from labormeter.errors import KnownError
from labormeter.home import Home
from labormeter.ledger import dump as dumps
from labormeter.ledger import query
from labormeter.ledger.dump import ACT, HASHES, Part, closed, dump
from labormeter.ledger.log import Log
from labormeter.model import Disclosure, Link
from labormeter.testing import NOON, act

DAY = 86_400_000_000


@pytest.fixture
def home(tmp_path: Path) -> Home:
    made = Home(tmp_path).create()
    acts = [
        act(platform="x", occurred_at=NOON - DAY, target="a" * 32, flags=("unmatched",)),
        act(platform="reddit", seconds=1_000_001, activity="captcha", rounds=2, source="har"),
        act(
            platform="x",
            activity="upload",
            disclosures=(Disclosure("gps"), Disclosure("lens", "seen-partly")),
        ),
        act(platform="practice", source="practice"),
        act(platform="x", activity="post", occurred_at=NOON + DAY),
    ]
    with Log.open(made, now=NOON) as log:
        log.append(acts, [Link(acts[4].id, acts[2].id)])
    return made


def rows(home: Home, part: Part = dumps.EVERY) -> list[dict[str, str]]:
    with dump(home) as state:
        text = b"".join(state.acts("csv", part)).decode()
    return list(csv.DictReader(io.StringIO(text), fieldnames=ACT))


def test_every_act_is_there_as_it_was_appended(home: Home) -> None:
    with query.open(home) as ledger:
        kept = {one.id: one for one in ledger.acts()}
    found = rows(home)
    assert [row["id"] for row in found] == list(dict.fromkeys(row["id"] for row in found))
    assert {row["id"] for row in found} == set(kept)
    for row in found:
        one = kept[row["id"]]
        assert (row["platform"], row["activity"]) == (one.platform, one.activity)
        assert row["flags"].split() == list(one.flags)
        said = [f"{d.kind}{'' if d.sure == 'seen' else '?'}" for d in one.disclosures]
        assert sorted(row["disclosures"].split()) == sorted(said)
    assert found[1]["seconds"] == "1.000001"
    assert found[1]["rounds"] == "2"
    assert found[0]["occurred_at"].startswith("2026-05-31T12:00:00.0")


def test_no_hash_and_no_offset_is_there_unless_asked_for(home: Home) -> None:
    with dump(home) as state:
        text = b"".join(state.acts("csv"))
        marked = b"".join(state.acts("csv", marks=lambda one: "b" * 32 if one else None))
    assert b"a" * 32 not in text
    assert b"a" * 32 not in marked
    assert marked.count(b"b" * 32) == 1
    assert not {"utc_offset", *HASHES} & set(ACT)


def test_json_lines_say_the_same(home: Home) -> None:
    with dump(home) as state:
        lines = [json.loads(one) for one in b"".join(state.acts("jsonl")).splitlines()]
    plain = rows(home)
    assert [line["id"] for line in lines] == [row["id"] for row in plain]
    assert lines[1]["seconds"] == 1.000001
    assert lines[0]["flags"] == ["unmatched"]
    assert sorted(lines[2]["disclosures"]) == ["gps", "lens?"]
    assert lines[0]["rounds"] is None


@pytest.mark.parametrize(
    ("part", "number"),
    [
        (Part(), 5),
        (Part(since="2026-06-01"), 4),
        (Part(until="2026-05-31"), 1),
        (Part(since="2026-06-01", until="2026-06-01"), 3),
        (Part(platforms=("x", "reddit")), 4),
        (Part(practice=False), 4),
        (Part(platforms=("nowhere",)), 0),
    ],
)
def test_a_part_is_chosen(home: Home, part: Part, number: int) -> None:
    assert len(rows(home, part)) == number
    with dump(home) as state:
        assert state.count(part) == number


def test_links_are_there_where_both_acts_are(home: Home) -> None:
    with dump(home) as state:
        assert b"".join(state.links()).count(b"\n") == 1
        assert list(state.links(Part(until="2026-06-01"))) == []


def test_more_acts_than_a_batch_come_in_order(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dumps, "BATCH", 2)
    whole = rows(home)
    monkeypatch.setattr(dumps, "BATCH", 4_000)
    assert whole == rows(home)


def test_what_is_appended_meanwhile_is_not_there(home: Home) -> None:
    with dump(home) as state:
        before = state.count()
        with Log.open(home, now=NOON) as log:
            log.append([act()])
        assert b"".join(state.acts("csv")).count(b"\n") == before == state.count()


@pytest.mark.parametrize("rule", ["=cmd|'/c calc'!A1", "+1", "@SUM", 'x"y', "a,b", "a\nb", "é"])
@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_a_text_that_no_act_can_have_is_refused(home: Home, rule: str, form: str) -> None:
    """A ledger that somebody else wrote to: nothing passes that a spreadsheet would run."""
    if (rule, form) == ("a,b", "jsonl"):
        pytest.skip("a comma within a text of JSON is a text")
    with Log.open(home, now=NOON) as log:
        log.append([act(rule=rule)])
    with pytest.raises(KnownError, match="no export may carry"), dump(home) as state:
        list(state.acts("csv" if form == "csv" else "jsonl"))


def test_closed_counts_columns() -> None:
    assert closed(b"a,b\nc,d\n", "csv", 2) == b"a,b\nc,d\n"
    with pytest.raises(KnownError):
        closed(b"a,b\nc,d,e\n", "csv", 2)


def test_a_ledger_that_is_no_database_is_a_known_error(tmp_path: Path) -> None:
    home = Home(tmp_path).create()
    home.ledger.write_bytes(b"nothing" * 1000)
    with pytest.raises(KnownError), dump(home):
        pass


def test_reading_writes_nothing(home: Home) -> None:
    with closing(sqlite3.connect(home.ledger)) as connection:
        (before,) = connection.execute("PRAGMA data_version").fetchone()
        rows(home)
        assert connection.execute("PRAGMA data_version").fetchone() == (before,)
