"""Forgets acts: the one way in which anything leaves the ledger.

    choose -> delete, roll up again, leave a tombstone (one transaction)
           -> write over what lay in the file, empty the WAL, look whether a trace is left

The tombstone says how much was forgotten and on which day, not what. An undo whose do is forgotten
goes with it: it would tell of it, and count below zero.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from labormeter import lock
from labormeter.ledger import clearing, file, rows, scrub, spans, visits
from labormeter.ledger.faults import known
from labormeter.ledger.query import Filter
from labormeter.model import SECOND

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from labormeter.home import Home

HOUR: Final = 3600 * SECOND
_MINUTE: Final = 60 * SECOND
_NEAR: Final = 10 * _MINUTE
"""Traffic this close to a forgotten act would tell when it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What is to be forgotten: acts by their ids, what a filter takes, or everything."""

    act: str | None = None
    acts: tuple[str, ...] = ()
    """Several ids, of which some may have gone already."""
    wanted: Filter = field(default_factory=Filter)
    everything: bool = False

    @property
    def named(self) -> tuple[str, ...]:
        """Return the ids of what was chosen one by one."""
        return (self.act, *self.acts) if self.act else self.acts


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What would be forgotten, for the person to look at before."""

    acts: int
    undos: int = 0
    """Of these, undos outside the choice that reversed one of them."""
    platforms: tuple[tuple[str, int], ...] = ()
    first_day: str | None = None
    last_day: str | None = None
    damaged: tuple[str, ...] = ()
    """Names of damaged ledgers kept aside: they may hold the same acts and go as well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """What was forgotten, and whether any trace of it can be left."""

    acts: int
    clean: bool
    """False where another program that reads the ledger keeps old pages from being cleared."""


def preview(home: Home, choice: Choice) -> Preview:
    """Say what a choice would forget, without changing anything that stays."""
    with _opened(home) as connection:
        undos = _choose(connection, choice)
        platforms = connection.execute(
            "SELECT platform, count(*) FROM acts JOIN gone USING (seq) GROUP BY 1 ORDER BY 2 DESC, 1"
        ).fetchall()
        first, last = connection.execute(
            "SELECT min(day), max(day) FROM acts JOIN gone USING (seq)"
        ).fetchone()
    return Preview(
        acts=sum(count for _, count in platforms),
        undos=undos,
        platforms=tuple(platforms),
        first_day=first,
        last_day=last,
        damaged=tuple(path.name for path in _damaged(home) if path.suffix == ".db"),
    )


def forget(home: Home, choice: Choice, *, now: int) -> Forgotten:
    """Forget for good; `now` dates the tombstone. Works while a meter runs.

    Raises KnownError where the ledger cannot be written, and then nothing was forgotten.
    """
    running = lock.held(home.lock) is not None
    whole = choice.everything or scrub.unclean(home)
    with _opened(home) as connection:
        if choice.everything:  # rows that point at each other go together
            connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("BEGIN IMMEDIATE")
        _choose(connection, choice)
        marks = scrub.marks(connection)
        count = _delete(connection, choice, now=now, running=running)
        scrub.begin(home)
        connection.execute("COMMIT")
        for path in _damaged(home):
            path.unlink(missing_ok=True)
        clean = scrub.scrub(home, connection, marks, whole=whole)
    return Forgotten(acts=count, clean=clean)


class _opened:  # noqa: N801 - reads as a verb
    """The ledger of a home, open for writing; what SQLite raises becomes a KnownError."""

    def __init__(self, home: Home) -> None:
        self._home = home

    def __enter__(self) -> sqlite3.Connection:
        try:
            self._connection = file.connect(self._home.ledger)
            self._connection.execute("PRAGMA temp_store = MEMORY")
        except sqlite3.Error as error:
            raise known(error) from error
        return self._connection

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        self._connection.close()
        if isinstance(error, sqlite3.Error):
            raise known(error) from error


def _choose(connection: sqlite3.Connection, choice: Choice) -> int:
    """Fill the temporary table `gone` and return how many undos follow their do into it."""
    connection.execute("CREATE TEMP TABLE gone (seq INTEGER PRIMARY KEY)")
    if choice.named:
        connection.executemany(
            "INSERT OR IGNORE INTO gone SELECT seq FROM acts WHERE id = ?",
            [(one,) for one in choice.named],
        )
        return _follow(connection)
    where, values = choice.wanted.where()
    condition = "1" if choice.everything else where
    connection.execute(
        f"INSERT INTO gone SELECT seq FROM acts WHERE {condition}",  # noqa: S608 - Filter's parts
        [] if choice.everything else values,
    )
    return 0 if choice.everything else _follow(connection)


def _follow(connection: sqlite3.Connection) -> int:
    """Add the undos that reversed what is chosen and would now stand alone."""
    dos = connection.execute(
        "SELECT DISTINCT platform, activity, mark FROM ("
        " SELECT platform, activity, target AS mark FROM acts JOIN gone USING (seq) WHERE net > 0"
        " UNION SELECT platform, activity, made FROM acts JOIN gone USING (seq) WHERE net > 0"
        ") WHERE mark IS NOT NULL"
    ).fetchall()
    alone = {seq for do in dos for seq in _alone(connection, do)}
    connection.executemany("INSERT OR IGNORE INTO gone VALUES (?)", [(seq,) for seq in alone])
    return len(alone)


def _alone(connection: sqlite3.Connection, do: tuple[str, str, str]) -> Iterator[int]:
    """Yield the undos on a mark that find nothing done before them among what stays."""
    platform, activity, mark = do
    opened = 0
    for seq, net in connection.execute(_ON_MARK, (mark, platform, activity)):
        opened += 1 if net > 0 else -1
        if opened < 0:
            opened = 0
            yield seq


_ON_MARK: Final = """
SELECT seq, net FROM (
    SELECT seq, net FROM acts WHERE target = ?1 AND +platform = ?2 AND activity = ?3 AND net != 0
    UNION
    SELECT seq, net FROM acts WHERE made = ?1 AND +platform = ?2 AND activity = ?3 AND net != 0
) AS found WHERE NOT EXISTS (SELECT 1 FROM gone WHERE gone.seq = found.seq) ORDER BY seq
"""
"""The `+` keeps SQLite from walking over all acts of the platform, once for each do."""


def _delete(connection: sqlite3.Connection, choice: Choice, *, now: int, running: bool) -> int:
    """Delete what is chosen and what would tell of it; return how many acts there were."""
    (count,) = connection.execute("SELECT count(*) FROM gone").fetchone()
    touched = connection.execute(
        "SELECT DISTINCT day, platform FROM acts JOIN gone USING (seq)"
    ).fetchall()
    moments = _moments(connection, choice)
    captcha_days = visits.captcha_days(connection)
    connection.execute("INSERT INTO forgetting VALUES ('labormeter forget')")
    if choice.everything:
        clearing.empty(connection)
    else:
        clearing.clear(connection, None if choice.named else choice.wanted.platform)
        for day in sorted({day for day, _ in touched}):
            clearing.roll_up(connection, day)
    _forget_notices(connection, choice, touched)
    _forget_visits(connection, choice, touched, captcha_days)
    _forget_health(connection, choice, moments)
    _forget_spans(connection, choice, moments, running=running)
    connection.execute("DELETE FROM forgetting")
    if count:
        connection.execute(
            "INSERT INTO tombstones (forgotten_on, acts) VALUES (?, ?)",
            (rows.local_day(now, 0), count),
        )
    return int(count)


def _moments(connection: sqlite3.Connection, choice: Choice) -> tuple[int, int]:
    """Return the stretch of time of which nothing is to tell."""
    first, last = connection.execute(
        "SELECT min(occurred_at), max(occurred_at) FROM acts JOIN gone USING (seq)"
    ).fetchone()
    if choice.named:
        return (first or 0), (last or 0)
    since = 0 if choice.wanted.since is None else choice.wanted.since
    until = 1 << 62 if choice.wanted.until is None else choice.wanted.until
    return since, until


def _forget_notices(
    connection: sqlite3.Connection, choice: Choice, touched: list[tuple[str, str]]
) -> None:
    """Delete notices that tell of the platform on a day of which no act is left.

    A notice has a day and no time, so a range takes the notices of each day that it touches.
    """
    if choice.named:
        connection.executemany(
            "DELETE FROM notices WHERE day = ?1 AND platform = ?2 AND NOT EXISTS"
            " (SELECT 1 FROM day_rollup WHERE day = ?1 AND platform = ?2)",
            touched,
        )
        return
    connection.execute(
        "DELETE FROM notices WHERE day BETWEEN ? AND ? AND platform = coalesce(?, platform)",
        (*_days(choice.wanted), choice.wanted.platform),
    )


def _forget_visits(
    connection: sqlite3.Connection,
    choice: Choice,
    touched: list[tuple[str, str]],
    captcha_days: list[str],
) -> None:
    """Delete pages and captchas that would tell of what was forgotten.

    A captcha counts to the platform that asked for it, which its act does not name: so all counts
    of its day go.
    """
    for day in captcha_days:
        visits.forget(connection, day, day, None)
    if choice.named:
        visits.forget_bare(connection, touched)
    else:
        visits.forget(connection, *_days(choice.wanted), choice.wanted.platform)


def _days(wanted: Filter) -> tuple[str, str]:
    """Return the first and the last day that a range touches, by this machine's clock."""
    first = "" if wanted.since is None else rows.machine_day(wanted.since)
    return first, "~" if wanted.until is None else rows.machine_day(wanted.until - 1)


def _forget_health(
    connection: sqlite3.Connection, choice: Choice, moments: tuple[int, int]
) -> None:
    near = _NEAR if choice.named else 0
    connection.execute(
        "DELETE FROM health WHERE last_traffic BETWEEN ? AND ? AND platform = coalesce(?, platform)",
        (moments[0] - near, moments[1] + near, choice.wanted.platform),
    )


def _forget_spans(
    connection: sqlite3.Connection, choice: Choice, moments: tuple[int, int], *, running: bool
) -> None:
    """Delete spans and wishes within the range; gaps elsewhere that count acts of it are blanked.

    A platform alone takes none: a span tells of no platform.
    """
    first, last = moments
    timed = choice.wanted.since is not None or choice.wanted.until is not None
    if choice.everything or (timed and not choice.named):
        ended = connection.execute(_WITHIN, (first, last)).fetchall()
        left = [] if running or not choice.everything else connection.execute(_OPEN).fetchall()
        _remove_spans(connection, [seq for (seq,) in (*ended, *left)])
        connection.execute(
            "DELETE FROM acknowledgements WHERE control IN"
            " (SELECT seq FROM control WHERE asked_at BETWEEN ? AND ?)",
            (first, last),
        )
        connection.execute(_ANSWERED, (first, last))
    if choice.everything:
        connection.execute("DELETE FROM remarks")
    if choice.named or timed:
        _blank_gaps(connection, first, last)


_WITHIN: Final = (
    "SELECT a.seq FROM spans a JOIN spans z ON z.begun = a.seq WHERE a.at >= ? AND z.at < ?"
)
_OPEN: Final = (
    "SELECT seq FROM spans a WHERE edge = 'begin'"
    " AND NOT EXISTS (SELECT 1 FROM spans WHERE begun = a.seq)"
)
_ANSWERED: Final = "DELETE FROM control WHERE asked_at BETWEEN ? AND ?"


def _remove_spans(connection: sqlite3.Connection, begun: list[int]) -> None:
    for statement in ("DELETE FROM spans WHERE begun = ?", "DELETE FROM spans WHERE seq = ?"):
        connection.executemany(statement, [(seq,) for seq in begun])


def _blank_gaps(connection: sqlite3.Connection, first: int, last: int) -> None:
    """Keep that there was a gap, to the minute, and not how many acts fell into it."""
    counted = connection.execute(
        "SELECT a.seq, a.at, z.at, a.reason FROM spans a JOIN spans z ON z.begun = a.seq"
        " WHERE a.kind = 'gap' AND z.late + z.lost > 0 AND a.at <= ? AND z.at >= ?",
        (last + _MINUTE, first - _MINUTE),
    ).fetchall()
    for seq, begun_at, ended_at, why in counted:
        _remove_spans(connection, [seq])
        begun = spans.begin(connection, "gap", begun_at - begun_at % _MINUTE, why)
        spans.end(connection, begun, ended_at + -ended_at % _MINUTE)


def _damaged(home: Home) -> list[Path]:
    return sorted(home.root.glob(f"{home.ledger.stem}.damaged-*"))
