"""The pen of the ledger: appends, and looks up what an append needs.

Standard library only, for this runs inside the proxy. Whatever returns is on the disk.
"""

from __future__ import annotations

import sqlite3
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, Literal, Self

from labormeter.ledger import control, file, partner, rows, spans, visits
from labormeter.ledger.faults import known, reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from types import TracebackType

    from labormeter.home import Home
    from labormeter.ledger.control import Asked, State, Verb
    from labormeter.model import Act, Link, Notice, Partner, Visit

type Kind = Literal["shift", "private", "pause", "gap"]


class Log:
    """The ledger, open for writing. One call at a time; any thread may make it."""

    def __init__(self, home: Home, *, now: int, wait: float = file.WAIT) -> None:
        self._home = home
        self._now = now
        self._wait = wait
        self._turn = threading.RLock()
        self._connection, self._inode = self._connect()

    @classmethod
    def open(cls, home: Home, *, now: int, wait: float = file.WAIT) -> Log:
        """Open the ledger of a home, made and migrated as needed.

        `wait` is how many seconds a call may wait for another writer before it raises NotKeptError.
        Raises KnownError (from a newer version, not writable).
        """
        file.prepare(home, now=now)
        try:
            return cls(home, now=now, wait=wait)
        except sqlite3.Error as error:
            raise known(error) from error

    def append(
        self, acts: Sequence[Act], links: Iterable[Link] = (), notices: Iterable[Notice] = ()
    ) -> int:
        """Append all in one transaction, on the disk on return; say how many acts were new.

        An act whose id is there already adds nothing, not even to the roll-ups. Raises NotKeptError,
        and then nothing of it was written.
        """
        with self._transaction() as connection:
            added = sum(_append(connection, act) for act in acts)
            for link in links:
                connection.execute(_LINK, (link.act, link.upload))
            for notice in notices:
                connection.execute(_NOTICE, _notice(notice))
        return added

    def partner(
        self,
        platform: str,
        activities: Sequence[str],
        targets: Sequence[str],
        made: Sequence[str],
        actor: str | Sequence[str] | None,
    ) -> Partner:
        """Return what is done and not undone on a target, or on what an act made.

        `targets`, `made` and `actor` are hashes of the same value under each live key. An act or
        a question that names no actor fits any: a ledger is one person's.
        """
        actors = (actor,) if isinstance(actor, str) else tuple(actor or ())
        with self._reading() as connection:
            return partner.find(
                connection, platform, activities, targets=targets, made=made, actors=actors
            )

    def uploads_made(self, marks: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """Return for each hash the newest upload that made it, all files of it, where there is one."""
        with self._reading() as connection:
            found = {mark: connection.execute(_UPLOAD, (mark,)).fetchall() for mark in marks}
            return {mark: tuple(row[0] for row in rows) for mark, rows in found.items() if rows}

    def span(self, kind: Kind, at: int, reason: str = "") -> int:
        """Begin a span and return its number."""
        with self._transaction() as connection:
            return spans.begin(connection, kind, at, reason)

    def end_span(self, kind: Kind, at: int, *, late: int = 0, lost: int = 0) -> int:
        """End every open span of a kind and say how many there were."""
        with self._transaction() as connection:
            begun = [seq for seq, which, _ in spans.still_open(connection) if which == kind]
            for seq in begun:
                spans.end(connection, seq, at, late, lost)
        return len(begun)

    def gap(
        self, started_at: int, ended_at: int, reason: str, late: int = 0, lost: int = 0
    ) -> None:
        """Append a gap that is over: metering was meant to run and did not."""
        with self._transaction() as connection:
            begun = spans.begin(connection, "gap", started_at, reason)
            spans.end(connection, begun, ended_at, late, lost)

    def recover(self, at: int, reason: str = "stopped-unexpectedly") -> int | None:
        """Close what a meter left open that did not end by itself; call before a new shift.

        Its spans end at its last pulse. Where a shift was among them, not paused and not private,
        the rest until `at` is a gap, whose beginning is returned; otherwise None.
        """
        with self._transaction() as connection:
            return spans.recover(connection, at, reason)

    def pulse(self, at: int) -> None:
        """Say that the meter runs. After a crash this is the last moment it is known to have."""
        with self._transaction() as connection:
            connection.execute(
                "INSERT INTO pulse VALUES (1, ?) ON CONFLICT DO UPDATE SET at = excluded.at", (at,)
            )

    def health(self, traffic: Mapping[str, int]) -> None:
        """Note when each platform was last seen, in microseconds; its acts are counted anyway."""
        with self._transaction() as connection:
            connection.executemany(
                "INSERT INTO health VALUES (?, ?) ON CONFLICT DO UPDATE"
                " SET last_traffic = max(last_traffic, excluded.last_traffic)",
                list(traffic.items()),
            )

    def visits(self, counted: Iterable[Visit]) -> None:
        """Add pages, connections and captchas to what their day has already."""
        with self._transaction() as connection:
            visits.add(connection, counted)

    def remark(self, at: int, sentence: str) -> None:
        """Keep a sentence that the person should see: what happened to the ledger itself."""
        with self._transaction() as connection:
            connection.execute("INSERT INTO remarks (at, sentence) VALUES (?, ?)", (at, sentence))

    def ask(self, verb: Verb, at: int, until: int | None = None) -> int:
        """Ask the meter for something and return the number by which it will acknowledge."""
        with self._transaction() as connection:
            return control.ask(connection, verb, at, until)

    def asked(self, after: int = 0) -> list[Asked]:
        """Return what was asked after that number and is not acknowledged, oldest first."""
        with self._reading() as connection:
            return control.waiting(connection, after)

    def acknowledge(self, asked: int, at: int, state: State) -> None:
        """Say that what was asked is done, and the state in which the meter now is."""
        with self._transaction() as connection:
            control.acknowledge(connection, asked, at, state)

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
        connection = file.connect(self._home.ledger, wait=self._wait)
        return connection, self._home.ledger.stat().st_ino

    def _renew(self) -> None:
        """Open the ledger anew where the file was taken away or replaced under us."""
        try:
            if self._inode == self._home.ledger.stat().st_ino:
                return
        except OSError:
            pass
        self._connection.close()
        file.prepare(self._home, now=self._now)
        self._connection, self._inode = self._connect()

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._turn:
            try:
                self._renew()
                self._connection.execute("BEGIN IMMEDIATE")
                yield self._connection
                self._connection.execute("COMMIT")
            except sqlite3.Error as error:
                self._undo(error)
                raise known(error) from error
            except BaseException:
                self._undo(None)
                raise

    def _undo(self, error: sqlite3.Error | None) -> None:
        """Take back what was begun; after damage the next call opens, and so rescues, anew."""
        try:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
        except sqlite3.Error:
            pass
        if error is not None and reason(error) == "damaged":
            self._inode = -1
            file.suspect(self._home)

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with self._turn:
            try:
                self._renew()
                yield self._connection
            except sqlite3.Error as error:
                self._undo(error)
                raise known(error) from error


def _append(connection: sqlite3.Connection, act: Act) -> int:
    """Append one act; the roll-ups follow by trigger, and an act that is there is passed over."""
    cursor = connection.execute(rows.INSERT, rows.row(act))
    if cursor.rowcount < 1:
        return 0
    connection.executemany(
        "INSERT OR IGNORE INTO disclosures VALUES (?, ?, ?)",
        [(cursor.lastrowid, found.kind, found.sure) for found in act.disclosures],
    )
    return 1


def _notice(notice: Notice) -> tuple[str, ...]:
    """Return the row of a notice: names, and the local day instead of the time."""
    day = rows.machine_day(notice.at)
    return (day, notice.platform, notice.reason, notice.method, notice.host, notice.name)


_LINK: Final = (
    "INSERT OR IGNORE INTO links SELECT post.seq, upload.seq FROM acts post, acts upload"
    " WHERE post.id = ? AND upload.id = ?"
)
_NOTICE: Final = (
    "INSERT INTO notices VALUES (?, ?, ?, ?, ?, ?, 1) ON CONFLICT DO UPDATE SET count = count + 1"
)
_UPLOAD: Final = (
    "SELECT id FROM acts WHERE made = ?1 AND activity = 'upload' AND occurred_at ="
    " (SELECT max(occurred_at) FROM acts WHERE made = ?1 AND activity = 'upload') ORDER BY seq"
)
"""The newest upload of that name; several files that left in one body share it."""
