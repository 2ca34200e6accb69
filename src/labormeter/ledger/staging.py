"""Where an import waits for a yes: beside the ledger, and gone with the program that holds it.

    told --add--> staged --number--> ids --meet--> fates --commit--> ledger, all in one transaction

The rows lie in a temporary table that SQLite keeps in a file without a name. Stopping or killing
the program at any moment before the commit therefore leaves nothing, and within it neither.

An archive's act is known by its platform, kind, second and number among those of that second; so
the same archive, or a later one, gives the same ids, also when the keys of targets are long gone.
"""

from __future__ import annotations

import hashlib
import sqlite3
from itertools import batched, chain, groupby, starmap
from operator import itemgetter
from typing import TYPE_CHECKING, Final, NamedTuple, Self

from labormeter.ledger import aside, file, partner, rows
from labormeter.ledger.faults import known

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from types import TracebackType

    from labormeter.home import Home
    from labormeter.model import Act, Link, Notice, Partner


class Told(NamedTuple):
    """One act of an archive as it is staged: ids are hashes, `tell` lives as long as the import."""

    platform: str
    kind: str
    activity: str
    effect: str
    at: int | None
    utc_offset: int
    pack: str
    target: str
    made: str
    marks: str
    """Hashes of both under every live key, with spaces around; empty where nothing is to be met."""
    tell: int
    layout: str
    once: bool
    exact: bool
    quantity: int
    unit: str
    finer: str
    kinds: str
    """What the platform left in the file that it returned, as `gps seen;datetime seen`."""
    joined: bool


_PRAGMAS: Final = (
    "temp_store = FILE", "temp.cache_size = -8192", "main.cache_size = -16384",
    "temp.journal_mode = OFF", "temp.secure_delete = OFF",
)  # fmt: skip
"""Sizes are in kilobytes; of the ledger much is held, for its indexes are met in no order."""
_STAGED: Final = """
CREATE TEMP TABLE staged (
    n INTEGER PRIMARY KEY, export INTEGER, file INTEGER, id TEXT, fate TEXT, meets INTEGER,
    platform TEXT, kind TEXT, activity TEXT, effect TEXT, at INTEGER, utc_offset INTEGER,
    pack TEXT, target TEXT, made TEXT, marks TEXT, tell INTEGER, layout TEXT, once INTEGER,
    exact INTEGER, quantity INTEGER, unit TEXT, finer TEXT, kinds TEXT, joined INTEGER,
    source TEXT NOT NULL DEFAULT 'archive', net INTEGER, rule TEXT, actor TEXT, rounds INTEGER,
    tiles INTEGER, seconds INTEGER, flags TEXT NOT NULL DEFAULT '[]', links TEXT
)
"""
_ADD: Final = f"""
INSERT INTO staged (export, file, {", ".join(Told._fields)})
VALUES (?, ?, {", ".join("?" * len(Told._fields))})
"""  # noqa: S608 - names of ours
_ACT: Final = (
    "INSERT INTO staged (export, file, fate, kind, marks, tell, layout, once, exact, joined, id, at,"
    " utc_offset, platform, activity, effect, rule, pack, actor, target, made, quantity, unit, net,"
    " rounds, tiles, seconds, source, flags, finer, kinds, links) VALUES (?, ?, 'new', '', ?, 0, '',"
    " 0, 1, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_BESIDE: Final = """
CREATE TEMP VIEW acts AS
    SELECT seq, id, occurred_at, platform, activity, effect, net, actor, target, made, finer
    FROM main.acts
    UNION ALL
    SELECT n + (1 << 40), id, at, platform, activity, effect, net, actor, target, made, finer
    FROM temp.staged WHERE id IS NOT NULL
"""
"""The ledger as it would be: an undo in a recording finds its do in the same recording."""


class Staging:
    """One import on its way. One thread at a time."""

    def __init__(self, home: Home) -> None:
        """Open it beside the ledger of a home. Raises KnownError."""
        try:
            self.connection = file.connect(home.ledger)
        except sqlite3.Error as error:
            raise known(error) from error
        try:
            for pragma in _PRAGMAS:
                self.connection.execute(f"PRAGMA {pragma}").fetchall()
            self.connection.execute(_STAGED)
        except sqlite3.Error as error:
            self.connection.close()
            raise known(error) from error
        self.export = 0
        self._file = 0
        self._links: list[tuple[str, str]] = []
        self.notices: list[Notice] = []
        self._kept = (0, 0)

    def next_export(self) -> int:
        """Begin another export, told apart from the one before."""
        self.export += 1
        return self.export

    def next_file(self) -> None:
        """Begin another file of it."""
        self._file += 1
        self._kept = (len(self._links), len(self.notices))

    def add(self, told: Iterable[Told]) -> None:
        """Stage what a file tells of."""
        self._together(_ADD, [(self.export, self._file, *each) for each in told])

    def _together(self, statement: str, values: Sequence[Sequence[object]]) -> None:
        """Run a statement for all values in one transaction: of its own, each costs twice as much."""
        self.connection.execute("BEGIN")
        self.connection.executemany(statement, values)
        self.connection.execute("COMMIT")

    def drop_file(self) -> None:
        """Take back what was staged of this file: it turned out to be broken."""
        self.connection.execute("DELETE FROM staged WHERE file = ?", (self._file,))
        del self._links[self._kept[0] :], self.notices[self._kept[1] :]

    def restore(self, acts: Sequence[Act], links: Iterable[Link] = ()) -> None:
        """Stage acts that a ledger of one's own had: each is itself, and none is a live one seen."""
        first = self.connection.execute("SELECT coalesce(max(n), 0) FROM staged").fetchone()[0]
        self.connection.execute("BEGIN")
        self.append(acts, links)
        self.connection.execute("UPDATE staged SET kind = 'own' WHERE n > ?", (first,))
        self.connection.execute("COMMIT")

    def restore_undated(self, found: Iterable[Sequence[object]]) -> None:
        """Stage acts without a date; see `aside.COLUMNS`."""
        values = [(self.export, self._file, *row) for row in found]
        self._together(aside.UNDATED, values)

    def restore_aside(self, name: str, found: Iterable[Sequence[object]]) -> None:
        """Stage rows of another table beside the acts; see `aside.COLUMNS`."""
        aside.stage(self.connection, name, found)

    def append(
        self, acts: Sequence[Act], links: Iterable[Link] = (), notices: Iterable[Notice] = ()
    ) -> int:
        """Stage whole acts, as a meter appends them to a log."""
        self.connection.executemany(_ACT, [self._row(act) for act in acts])
        self._links += [(link.act, link.upload) for link in links]
        self.notices += notices
        return len(acts)

    def _row(self, act: Act) -> tuple[object, ...]:
        whole = dict(zip(rows.COLUMNS, rows.row(act), strict=True))
        marks = " ".join(filter(None, (act.target, act.made)))
        kinds = ";".join(f"{one.kind} {one.sure}" for one in act.disclosures)
        return (
            self.export,
            self._file,
            f" {marks} " if marks else "",
            *(whole[name] for name in rows.COLUMNS if name != "day"),
            kinds,
            "",
        )

    def partner(
        self,
        platform: str,
        activities: Sequence[str],
        targets: Sequence[str],
        made: Sequence[str],
        actor: str | Sequence[str] | None,
    ) -> Partner:
        """Return what is done and not undone, in the ledger and in what is staged."""
        actors = (actor,) if isinstance(actor, str) else tuple(actor or ())
        self._see_beside()
        return partner.find(
            self.connection, platform, activities, targets=targets, made=made, actors=actors
        )

    def uploads_made(self, marks: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
        """Return for each hash the uploads that made it, in the ledger and in what is staged."""
        self._see_beside()
        found: dict[str, tuple[str, ...]] = {}
        for mark in marks:
            listed = self.connection.execute(
                "SELECT id FROM acts WHERE made = ? AND activity = 'upload'", (mark,)
            ).fetchall()
            if listed:
                found[mark] = tuple(row[0] for row in listed)
        return found

    def _see_beside(self) -> None:
        if not self.connection.execute(
            "SELECT 1 FROM sqlite_temp_schema WHERE name = 'acts'"
        ).fetchone():
            self.connection.execute("CREATE INDEX temp.staged_target ON staged (target)")
            self.connection.execute("CREATE INDEX temp.staged_made ON staged (made)")
            self.connection.execute(_BESIDE)

    def settled(self) -> None:
        """Give every row of this export its id, and take out what stands there twice."""
        self.connection.execute("DROP VIEW IF EXISTS temp.acts")
        self._once()
        self._recognise()
        self.connection.execute(_EACH_TARGET, (self.export, self.export))
        for undated, number in ((False, _dated), (True, _undated)):
            waiting = self.connection.execute(_NAMELESS, (self.export, undated))
            named = chain.from_iterable(starmap(number, groupby(waiting, _KIND_AND_SECOND)))
            for batch in batched(named, _BATCH):
                self._name(batch)
        self.connection.execute(
            "DELETE FROM staged WHERE export = ? AND id IS NULL", (self.export,)
        )
        if self.export > 1:
            self.connection.execute(_FIRST_ONLY)

    def _name(self, batch: Sequence[tuple[str, int]]) -> None:
        self._together("UPDATE staged SET id = ?, fate = 'new' WHERE n = ?", batch)

    def _once(self) -> None:
        self.connection.execute(
            "DELETE FROM staged WHERE n IN (SELECT n FROM (SELECT n, row_number() OVER ("
            " PARTITION BY platform, activity, effect, CASE WHEN made != '' THEN made ELSE target END"
            " ORDER BY at IS NULL, at, n) AS place FROM staged"
            " WHERE export = ? AND once AND (made != '' OR target != '')) WHERE place > 1)",
            (self.export,),
        )

    def _recognise(self) -> None:
        """Mark what has no date and was imported before, so that what is new is told from it."""
        if not self.connection.execute(_UNDATED_BEFORE).fetchone():
            return
        waiting = self.connection.execute(
            "SELECT n, platform, marks FROM staged WHERE export = ? AND at IS NULL AND marks != ''",
            (self.export,),
        )
        found = [
            (n,)
            for n, platform, marks in waiting
            if any(
                self.connection.execute(_KNOWN_MARK, (mark, platform)).fetchone()
                for mark in marks.split()
            )
        ]
        self.connection.executemany("UPDATE staged SET fate = 'known' WHERE n = ?", found)

    def rows(self, statement: str, values: Sequence[object] = ()) -> list[tuple[object, ...]]:
        """Return what a statement of the ledger's own modules finds."""
        return self.connection.execute(statement, values).fetchall()

    @property
    def links(self) -> Sequence[tuple[str, str]]:
        """Return the links between whole acts, by their ids."""
        return self._links

    def close(self) -> None:
        """Let go of everything staged; a second time does nothing."""
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
        if isinstance(error, sqlite3.Error):
            raise known(error) from error


_BATCH: Final = 2_000
_KIND_AND_SECOND: Final = itemgetter(1, 2, 3, 4, 5)
_NAMELESS: Final = """
SELECT n, platform, kind, effect, activity, at / 1000000,
    CASE WHEN made != '' THEN made ELSE target END, layout, tell
FROM staged WHERE export = ? AND id IS NULL AND (at IS NULL) = ?
ORDER BY 2, 3, 4, 5, 6, fate IS NULL, 1
"""
_EACH_TARGET: Final = """
DELETE FROM staged WHERE export = ? AND at IS NULL AND n NOT IN (
    SELECT min(n) FROM staged WHERE export = ? AND at IS NULL
    GROUP BY platform, kind, effect, activity,
        CASE WHEN made != '' THEN made WHEN target != '' THEN target WHEN tell THEN tell ELSE n END
)
"""
"""Without a date, each target counts once."""
_FIRST_ONLY: Final = "DELETE FROM staged WHERE n NOT IN (SELECT min(n) FROM staged GROUP BY id)"
"""Two exports given together may hold the same act."""

_UNDATED_BEFORE: Final = "SELECT 1 FROM main.undated UNION SELECT 1 FROM main.confirmations LIMIT 1"
_KNOWN_MARK: Final = (
    "SELECT 1 FROM main.undated WHERE target = ?1 AND platform = ?2"
    " UNION ALL SELECT 1 FROM main.acts JOIN main.confirmations ON confirmations.act = acts.seq"
    " WHERE acts.target = ?1 AND acts.platform = ?2 LIMIT 1"
)

type _Row = tuple[int, str, str, str, str, int | None, str, str, int]


def act_id(*parts: object) -> str:
    """Return the id of an archive's act."""
    text = "\0".join(("archive", *map(str, parts)))
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _dated(key: tuple[object, ...], group: Iterator[_Row]) -> Iterator[tuple[str, int]]:
    """Yield ids for the acts of one kind and second.

    An older and a newer layout in one export tell of the same acts: of each layout as many as it
    has, and of all together no more than the one that has most.
    """
    members = list(group)
    if len(members) == 1:
        yield act_id(*key, 0), members[0][0]
        return
    for place, n in enumerate(_distinct(members)):
        yield act_id(*key, place), n


def _distinct(members: list[_Row]) -> list[int]:
    named: dict[str, int] = {}
    by_layout: dict[str, dict[object, int]] = {}
    for n, *_, mark, layout, tell in members:
        if mark:
            named.setdefault(str(mark), n)
        by_layout.setdefault(layout, {}).setdefault(mark or tell or ("row", n), n)
    most = max(by_layout.values(), key=len)
    found = list(named.values())
    nameless = [n for key, n in most.items() if not isinstance(key, str)]
    return found + nameless[: max(0, len(most) - len(found))]


def _undated(key: tuple[object, ...], group: Iterator[_Row]) -> Iterator[tuple[str, int]]:
    """Yield ids for the acts of one kind that have no date."""
    for place, (n, *_) in enumerate(group):
        yield act_id(*key[:4], "undated", place), n
