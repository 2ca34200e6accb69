"""What lies beside the acts comes back with them: undated ones, returned files, coverage, visits."""

import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from labormeter import importing
from labormeter.exports.asides import TABLES
from labormeter.exports.choice import Choice
from labormeter.home import Home
from labormeter.ledger import archived, file, imports, query
from labormeter.ledger.log import Log
from labormeter.model import SECOND
from labormeter.testing import NOON, act

from .test_full import package, read

EVERY = (
    "SELECT id, platform, activity, rule, pack, quantity, finer FROM undated ORDER BY 1",
    "SELECT acts.id, kind, sure FROM returned JOIN acts ON seq = act ORDER BY 1, 2",
    "SELECT c.id, acts.id, how FROM confirmations c JOIN acts ON seq = act ORDER BY 1",
    "SELECT platform, activity, found, first_at, last_at FROM reaches ORDER BY 1, 2",
    "SELECT * FROM visits ORDER BY 1, 2, 3",
)


BESIDE = """
INSERT INTO imports VALUES (1, 5, 'x', 3, 2, 1, 0, 0, 1);
INSERT INTO imported SELECT seq, 1 FROM acts WHERE source = 'archive';
INSERT INTO undated VALUES (1, printf('%032x', 1), 1, 'x', 'like', 'x:archive-likes', '2026',
    'ffffffffffffffffffffffffffffffff', 1, '');
INSERT INTO confirmations SELECT printf('%032x', 3), seq, 1, 'time' FROM acts
    WHERE activity = 'like';
INSERT INTO reaches SELECT 1, 'x', 'like', 2, occurred_at, occurred_at + 7 FROM acts
    WHERE activity = 'like';
INSERT INTO reaches VALUES (1, 'x', 'follow', 1, NULL, NULL);
INSERT INTO returned SELECT seq, 'gps', 'seen' FROM acts WHERE source = 'archive';
INSERT INTO visits VALUES ('2026-06-01', 'x', 'metered', 3, 2, 1);
"""


def full(home: Home) -> None:
    live = act(platform="x", activity="like")
    photo = act(platform="x", activity="upload", source="archive", flags=("returned",))
    with Log.open(home, now=NOON) as log:
        log.append([live, photo])
        log.span("shift", NOON)
        log.end_span("shift", NOON + 60 * SECOND)
        log.gap(NOON + 60 * SECOND, NOON + 90 * SECOND, "stopped-unexpectedly", late=2, lost=1)
        log.span("shift", NOON + 100 * SECOND)
    with closing(file.connect(home.ledger)) as connection:
        connection.executescript(BESIDE)


def kept(home: Home) -> list[list[Any]]:
    with closing(file.read_only(home.ledger)) as connection:
        return [connection.execute(statement).fetchall() for statement in EVERY]


def ended(home: Home) -> list[tuple[object, ...]]:
    with query.open(home) as ledger:
        return [
            (span.kind, span.started_at, span.ended_at, span.reason, span.late, span.lost)
            for span in ledger.spans()
            if span.ended_at is not None
        ]


@pytest.fixture
def homes(tmp_path: Path) -> tuple[Home, Home, Path]:
    home, other = Home(tmp_path / "one").create(), Home(tmp_path / "two").create()
    full(home)
    path = tmp_path / "full.zip"
    found = package(home)
    assert found.fp is not None
    found.fp.seek(0)
    path.write_bytes(found.fp.read())
    return home, other, path


def brought(home: Home, path: Path) -> int | None:
    with importing.opened(home, [path]) as job:
        return job.commit()


def test_all_of_it_comes_back(homes: tuple[Home, Home, Path]) -> None:
    home, other, path = homes
    assert brought(other, path) == 1
    assert all(kept(home))
    assert kept(other) == kept(home)
    assert ended(other) == ended(home)
    assert len(ended(home)) == 2
    assert archived.seen(other) == archived.seen(home) != []
    assert archived.undated(other) == archived.undated(home) != []
    assert archived.returned(other) == archived.returned(home) != []
    assert brought(other, path) is None
    assert brought(home, path) is None


def test_undone_it_leaves_nothing_but_when_metering_ran(homes: tuple[Home, Home, Path]) -> None:
    home, other, path = homes
    brought(other, path)
    importing.take_back(other, 1, today=time.strftime("%Y-%m-%d"))
    assert imports.listed(other) == []
    assert kept(other) == [[], [], [], [], kept(home)[-1]]
    assert ended(other) == ended(home)


def test_no_hash_goes_along(homes: tuple[Home, Home, Path]) -> None:
    found = package(homes[0])
    assert all(b"f" * 32 not in found.read(name) for name in found.namelist())


def test_what_has_no_day_goes_along_where_no_days_are_chosen(
    homes: tuple[Home, Home, Path],
) -> None:
    some = package(homes[0], Choice(practice=True, since="2026-05-01", platforms=("x",)))
    assert [name for name in TABLES if read(some, name)] == ["returned", "confirmed", "visits"]
    other = package(homes[0], Choice(practice=True, platforms=("reddit",)))
    assert [name for name in TABLES if read(other, name)] == []
