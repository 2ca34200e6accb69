"""Reads the ledger for every face: read only, standard library only.

Totals come from the day roll-ups, whose size does not grow with the number of acts. Acts are read
in pages, so that no read lasts long enough to be in the way of the meter or of `forget`.
"""

from __future__ import annotations

import sqlite3
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Self

from labormeter import lock
from labormeter.ledger import control, file, rows, spans, visits
from labormeter.ledger.faults import known, reason
from labormeter.model import Cell, Health, Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

    from labormeter.home import Home
    from labormeter.ledger.control import Metering, State
    from labormeter.model import Act, Visit

PAGE: Final = 2_000
"""Acts read at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A notice, counted on one local day."""

    day: str
    platform: str
    reason: str
    method: str
    host: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence about the ledger itself that the person should see."""

    at: int
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which acts: `since <= occurred_at < until` in microseconds; None leaves a side open."""

    since: int | None = None
    until: int | None = None
    platform: str | None = None
    activity: str | None = None
    source: str | None = None
    flag: str | None = None
    hour: int | None = None
    """Local hour of the week, 0 for Monday from midnight on, 167 for the last of Sunday."""
    practice: bool = True
    """Whether acts on the practice site are among them."""

    def where(self) -> tuple[str, list[object]]:
        """Return the condition in SQL, and its values."""
        parts = {
            "occurred_at >= ?": self.since,
            "occurred_at < ?": self.until,
            "platform = ?": self.platform,
            "activity = ?": self.activity,
            "source = ?": self.source,
            "instr(flags, ?) > 0": self.flag and f'"{self.flag}"',
            f"{_HOUR} = ?": self.hour,
            "? NOT IN (source, platform)": None if self.practice else PRACTICE,
        }
        wanted = {part: value for part, value in parts.items() if value is not None}
        return " AND ".join(wanted) or "1", list(wanted.values())


PRACTICE: Final = "practice"
"""Source and platform of acts on the practice site."""
_HOUR: Final = "((occurred_at + utc_offset * 60000000) / 3600000000 + 72) % 168"
"""The local hour of the week; 1970 began on a Thursday."""
EVERY: Final = Filter()


class Ledger:
    """The ledger, open for reading. One call at a time; any thread may make it."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._opened = 0
        self._connection, self._inode = self._connect()

    def cells(self, since_day: str | None = None, until_day: str | None = None) -> list[Cell]:
        """Return the roll-ups of the local days from the first to the last, both included."""
        statement = (
            "SELECT day, platform, activity, source, unit, gestures, net, seconds, timed, acts,"
            " 0, '', finer, ''"
            " FROM day_rollup WHERE day >= coalesce(?, '') AND day <= coalesce(?, '~')"
            " ORDER BY day, platform, activity, source, unit, finer"
        )
        with _Known(self._home):  # row by row: both lists at once would be half the memory
            found = self._connection.execute(statement, (since_day, until_day))
            return list(map(Cell._make, found))

    def disclosures(self, since_day: str | None = None, until_day: str | None = None) -> list[Cell]:
        """Return roll-ups of the acts that let metadata out, a cell for each kind of it.

        An act that disclosed three kinds is in three cells: sums over kinds are not acts.
        """
        found = self._rows(
            "SELECT day, platform, activity, source, kind, acts, acts, acts"
            " FROM day_disclosures WHERE day >= coalesce(?, '') AND day <= coalesce(?, '~')"
            " ORDER BY day, platform, activity, source, kind",
            (since_day, until_day),
        )
        return [Cell(**dict(zip(_DISCLOSED, row, strict=True))) for row in found]

    def hours(self, since_day: str | None = None, until_day: str | None = None) -> list[Cell]:
        """Return roll-ups by the local hour of the week, a cell each, of unit, gestures and net.

        The hours of all time are a table of some thousand rows; those of a range of days are
        counted from its acts.
        """
        if since_day is None and until_day is None:
            found = self._rows(_HOURS_EVER)
        else:
            first = 0 if since_day is None else rows.begin_of_day(since_day) - _FAR
            last = _LAST if until_day is None else rows.begin_of_day(until_day) + _DAY + _FAR
            found = self._rows(_HOURS_OF, (first, last, since_day, until_day))
        return [
            Cell(
                day="",
                hour=f"{weekday} {hour:02}",
                **dict(zip(_HOURS_SAID, said, strict=True)),
            )
            for weekday, hour, *said in found
        ]

    def acts(
        self,
        since: int | None = None,
        until: int | None = None,
        *,
        platform: str | None = None,
        activity: str | None = None,
        source: str | None = None,
        flag: str | None = None,
        limit: int | None = None,
        after: Act | None = None,
        newest_first: bool = True,
    ) -> Iterator[Act]:
        """Yield acts of `since <= occurred_at < until`, those that follow `after` in this order."""
        wanted = Filter(
            since=since,
            until=until,
            platform=platform,
            activity=activity,
            source=source,
            flag=flag,
        )
        yield from self.chosen(wanted, limit=limit, after=after, newest_first=newest_first)

    def chosen(
        self,
        wanted: Filter,
        *,
        limit: int | None = None,
        after: Act | None = None,
        newest_first: bool = True,
    ) -> Iterator[Act]:
        """Yield what a filter takes and follows `after`; of one moment, as it was appended."""
        left = limit
        place = self._place(after, newest_first=newest_first)
        while left is None or left > 0:
            size = PAGE if left is None else min(PAGE, left)
            page = self._page(wanted, place, size, newest_first=newest_first)
            yield from (rows.act(row) for row in page)
            if len(page) < size:
                return
            place = (page[-1][1], page[-1][-1])
            left = None if left is None else left - size

    def act(self, number: str) -> Act | None:
        """Return the act with that id."""
        found = self._rows(f"{rows.SELECT} WHERE id = ?", (number,))
        return rows.act(found[0]) if found else None

    def count(self, wanted: Filter = EVERY) -> int:
        """Return how many acts there are."""
        where, values = wanted.where()
        statement = f"SELECT count(*) FROM acts WHERE {where}"  # noqa: S608 - of Filter's own parts
        return int(self._rows(statement, tuple(values))[0][0])

    def spans(self, since: int | None = None, until: int | None = None) -> list[Span]:
        """Return shifts, pauses, private spans and gaps that touch that time, by beginning."""
        with _Known(self._home):
            return list(spans.read(self._connection, since, until))

    def health(self, today: str | None = None) -> list[Health]:
        """Return each platform's last act, last traffic and writes of today that no rule knew.

        `today` is a local ISO date; without it, the system's.
        """
        found: dict[str, dict[str, int]] = {}
        for name, statement, values in (
            ("last_act", _LAST_ACTS, ()),
            ("last_traffic", "SELECT platform, last_traffic FROM health", ()),
            ("unrecognised", _UNRECOGNISED, (today or _today(),)),
        ):
            for platform, value in self._rows(statement, values):
                found.setdefault(platform, {})[name] = value
        return [
            Health(
                platform=platform,
                last_act=values.get("last_act"),
                last_traffic=values.get("last_traffic"),
                unrecognised=values.get("unrecognised", 0),
            )
            for platform, values in sorted(found.items())
        ]

    def visits(self, since_day: str | None = None, until_day: str | None = None) -> list[Visit]:
        """Return pages and captchas by day, platform and whether it was opened."""
        return visits.read(self._rows, since_day, until_day)

    def notices(self, since_day: str | None = None, until_day: str | None = None) -> list[Counted]:
        """Return what no rule knew, counted by day, the newest day first."""
        found = self._rows(
            "SELECT day, platform, reason, method, host, name, count FROM notices"
            " WHERE day >= coalesce(?, '') AND day <= coalesce(?, '~')"
            " ORDER BY day DESC, platform, count DESC, name",
            (since_day, until_day),
        )
        return [Counted(**dict(zip(_COUNTED, row, strict=True))) for row in found]

    def remarks(self, since: int = 0) -> list[Remark]:
        """Return what happened to the ledger itself, newest first."""
        found = self._rows(
            "SELECT at, sentence FROM remarks WHERE at >= ? ORDER BY seq DESC", (since,)
        )
        return [Remark(*row) for row in found]

    def tombstones(self) -> list[tuple[str, int]]:
        """Return on which days acts were forgotten, and how many, the oldest first."""
        return self._rows("SELECT forgotten_on, acts FROM tombstones ORDER BY seq")

    def forgotten(self) -> int:
        """Return how many acts were forgotten since the ledger began."""
        return int(self._rows("SELECT coalesce(sum(acts), 0) FROM tombstones")[0][0])

    def state(self) -> Metering:
        """Return whether a meter runs and what it does."""
        holder = lock.held(self._home.lock)
        with _Known(self._home):
            return control.metering(self._connection, holder)

    def answer(self, asked: int) -> State | None:
        """Return the state with which the meter acknowledged a wish, None while it has not."""
        with _Known(self._home):
            return control.answer(self._connection, asked)

    def version(self) -> int:
        """Return a number that changes whenever somebody else wrote; costs microseconds.

        Where the file was replaced (a damaged one set aside), the new one is opened.
        """
        with _Known(self._home):
            try:
                replaced = self._home.ledger.stat().st_ino != self._inode
            except OSError:
                replaced = False
            if replaced:
                self._connection.close()
                self._connection, self._inode = self._connect()
                self._opened += 1
            (number,) = self._connection.execute("PRAGMA data_version").fetchone()
        return int(number) + (self._opened << 32)

    def interrupt(self) -> None:
        """End the reading that goes on, from another thread; it raises there."""
        self._connection.interrupt()

    def close(self) -> None:
        """Close the file; a second time does nothing."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _connect(self) -> tuple[sqlite3.Connection, int]:
        connection = file.read_only(self._home.ledger)
        return connection, self._home.ledger.stat().st_ino

    def _rows(self, statement: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        with _Known(self._home):
            return self._connection.execute(statement, values).fetchall()

    def _place(self, after: Act | None, *, newest_first: bool) -> tuple[int, int] | None:
        """Return time and number of an act; one that was forgotten meanwhile leaves its time."""
        if after is None:
            return None
        found = self._rows("SELECT seq FROM acts WHERE id = ?", (after.id,))
        unknown = 0 if newest_first else _LAST
        return after.occurred_at, found[0][0] if found else unknown

    def _page(
        self, wanted: Filter, place: tuple[int, int] | None, size: int, *, newest_first: bool
    ) -> list[tuple[Any, ...]]:
        where, values = wanted.where()
        order = "DESC" if newest_first else "ASC"
        if place is not None:
            sign = "<" if newest_first else ">"
            where += f" AND occurred_at {sign}= ? AND (occurred_at, seq) {sign} (?, ?)"
            values += [place[0], *place]
        return self._rows(
            f"{rows.SELECT} WHERE {where} ORDER BY occurred_at {order}, seq {order} LIMIT ?",
            (*values, size),
        )


def open(home: Home) -> Ledger:  # noqa: A001 - reads as query.open
    """Open the ledger of a home for reading; a home without one gets an empty one.

    Raises KnownError (from a newer version, damaged beyond opening, not readable).
    """
    file.prepare(home, now=time.time_ns() // 1000)
    with _Known(home):
        return Ledger(home)


class _Known:
    """Turns what SQLite raises into a KnownError, where it is not a bug of ours."""

    def __init__(self, home: Home) -> None:
        self._home = home

    def __enter__(self) -> None:
        return

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if not isinstance(error, sqlite3.Error):
            return
        if reason(error) == "damaged":
            file.suspect(self._home)
        raise known(error) from error


def _today() -> str:
    return time.strftime("%Y-%m-%d")


_LAST: Final = (1 << 63) - 1
_KEY: Final = ("day", "platform", "activity", "source")
_DISCLOSED: Final = (*_KEY, "disclosure", "gestures", "net", "acts")
_DAY: Final = 86_400_000_000
_FAR: Final = _DAY
"""No clock is further than this from UTC."""
_HOURS_EVER: Final = (
    "SELECT weekday, hour, platform, activity, source, unit, gestures, net, acts"
    " FROM hour_rollup ORDER BY 1, 2, 3, 4, 5, 6"
)
_HOURS_SAID: Final = ("platform", "activity", "source", "unit", "gestures", "net", "acts")
_HOURS_OF: Final = f"""
SELECT {_HOUR} / 24 + 1, {_HOUR} % 24,
    platform, activity, source, unit, sum(quantity), sum(net), count(*)
FROM acts
WHERE occurred_at BETWEEN ? AND ? AND day >= coalesce(?, '') AND day <= coalesce(?, '~')
GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 5, 6
"""  # noqa: S608 - of a constant
_COUNTED: Final = ("day", "platform", "reason", "method", "host", "name", "count")
_UNRECOGNISED: Final = "SELECT platform, sum(count) FROM notices WHERE day = ? GROUP BY platform"
_LAST_ACTS: Final = """
WITH RECURSIVE seen (platform) AS (
    SELECT min(platform) FROM acts
    UNION ALL
    SELECT (SELECT min(platform) FROM acts WHERE platform > seen.platform)
    FROM seen WHERE platform IS NOT NULL
)
SELECT platform, (SELECT max(occurred_at) FROM acts WHERE platform = seen.platform)
FROM seen WHERE platform IS NOT NULL
"""
"""One seek a platform, where grouping would read every act."""
