import sqlite3

import pytest
from staging_made import staged

from labormeter.errors import KnownError
from labormeter.home import Home
from labormeter.ledger import imports, meeting, query
from labormeter.ledger.log import Log
from labormeter.ledger.staging import Staging
from labormeter.model import Disclosure, Link, Notice
from labormeter.testing import NOON, act


def test_all_of_it_or_nothing(home: Home) -> None:
    with staged(home) as made:
        assert imports.commit(home, made, "x", now=NOON, stop=lambda: True) is None
        assert imports.listed(home) == []
        with query.open(home) as ledger:
            assert ledger.count() == 0
        assert imports.commit(home, made, "x", now=NOON) == 1
    (kept,) = imports.listed(home)
    assert (kept.added, kept.undated, kept.left, kept.reader) == (4, 1, 4, "x")
    assert (kept.first_day, kept.last_day) == ("2026-06-01", "2026-06-01")
    with query.open(home) as ledger:
        assert ledger.count() == 3


def test_a_fault_in_the_middle_leaves_nothing(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = (*imports._STEPS, "INSERT INTO nowhere VALUES (1)")
    monkeypatch.setattr(imports, "_STEPS", steps)
    with staged(home) as made, pytest.raises(sqlite3.OperationalError):
        imports.commit(home, made, "x", now=NOON)
    with query.open(home) as ledger:
        assert ledger.count() == 0
    with Log.open(home, now=NOON) as log:
        assert log.append([act()]) == 1
    with query.open(home) as ledger:
        assert len(ledger.cells()) == 1  # the triggers are there


def test_roll_ups_are_those_that_rows_one_by_one_would_make(home: Home) -> None:
    with Log.open(home, now=NOON) as log:
        log.append([act(platform="x", source="archive")])
    with staged(home) as made:
        imports.commit(home, made, "x", now=NOON)
    with query.open(home) as ledger:
        (cell,) = ledger.cells()
        assert (cell.gestures, cell.net, cell.acts) == (4, 4, 4)
        assert sum(one.acts for one in ledger.hours()) == 4
    with Log.open(home, now=NOON) as log:
        log.append([act(platform="x", source="archive")])
    with query.open(home) as ledger:
        assert ledger.cells()[0].acts == 5


def test_whole_acts_keep_their_disclosures_links_and_notices(home: Home) -> None:
    upload = act(activity="upload", source="har", disclosures=(Disclosure("gps"),))
    post = act(activity="post", source="har")
    notice = Notice(
        platform="x", reason="unknown-name", method="POST", host="x.com", name="n", at=NOON
    )
    with Staging(home) as made:
        made.next_export()
        made.next_file()
        made.append([upload, post], [Link(post.id, upload.id)], [notice])
        meeting.meet(made, keys_since=NOON)
        imports.commit(home, made, "har", now=NOON)
    with query.open(home) as ledger:
        assert [one.disclosure for one in ledger.disclosures()] == ["gps"]
        assert [one.name for one in ledger.notices()] == ["n"]
        assert ledger.act(upload.id) == upload
    with Log.open(home, now=NOON) as log:
        assert log._connection.execute("SELECT * FROM links").fetchall() == [(2, 1)]


def test_tallies_are_by_year_and_fate(home: Home) -> None:
    with staged(home) as made:
        found = imports.tallies(made)
    assert [(one.year, one.new, one.found) for one in found] == [("", 1, 1), ("2026", 3, 3)]


def test_one_that_is_not_there(home: Home) -> None:
    with pytest.raises(KnownError, match="no import 1"):
        imports.one(home, 1)
