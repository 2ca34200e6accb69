"""What is asked of the running meter, and what it answers: rows, so that nothing else is needed.

control             start 1   pause 2 (until)            stop 3
acknowledgements       1: on       2: paused                3: off
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

from labormeter.ledger import spans

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping

type Verb = Literal["start", "pause", "private", "stop"]
type State = Literal["on", "paused", "private", "off"]

VERBS: Final[tuple[Verb, ...]] = get_args(Verb.__value__)


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asked of the meter, and until when (microseconds)."""

    id: int
    verb: Verb
    asked_at: int
    until: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Metering:
    """Whether and how metering goes on, as the window shows it."""

    running: bool
    """A meter holds the lock of this home."""
    state: State
    since: int | None = None
    """When the shift that lasts began."""
    until: int | None = None
    """When a pause or a private span ends by itself."""
    pid: int | None = None
    port: int | None = None
    pulse: int | None = None
    """When the meter last said that it runs."""
    waiting: tuple[Asked, ...] = ()
    """What was asked and is not acknowledged yet."""


def ask(connection: sqlite3.Connection, verb: Verb, at: int, until: int | None) -> int:
    """Append a wish and return its number."""
    cursor = connection.execute(
        "INSERT INTO control (verb, asked_at, until) VALUES (?, ?, ?)", (verb, at, until)
    )
    return cursor.lastrowid or 0


def waiting(connection: sqlite3.Connection, after: int = 0) -> list[Asked]:
    """Return what was asked after that number and is not acknowledged, oldest first."""
    found: Iterator[Any] = connection.execute(
        "SELECT seq, verb, asked_at, until FROM control WHERE seq > ? AND NOT EXISTS"
        " (SELECT 1 FROM acknowledgements WHERE acknowledgements.control = control.seq) ORDER BY seq",
        (after,),
    )
    return [Asked(*row) for row in found]


def acknowledge(connection: sqlite3.Connection, asked: int, at: int, state: State) -> None:
    """Append the meter's answer to a wish."""
    connection.execute(
        "INSERT INTO acknowledgements (control, acknowledged_at, state) VALUES (?, ?, ?)",
        (asked, at, state),
    )


def answer(connection: sqlite3.Connection, asked: int) -> State | None:
    """Return the state that the meter answered with, None while it has not."""
    row = connection.execute(
        "SELECT state FROM acknowledgements WHERE control = ? ORDER BY seq DESC LIMIT 1", (asked,)
    ).fetchone()
    return row[0] if row else None


def metering(connection: sqlite3.Connection, holder: Mapping[str, int | str] | None) -> Metering:
    """Judge by who holds the lock and which spans have no end; without a meter all is off."""
    running = holder is not None
    begun = {kind: at for _, kind, at in spans.still_open(connection)} if running else {}
    state = _state(begun)
    pulse = connection.execute("SELECT at FROM pulse").fetchone()
    return Metering(
        running=running,
        state=state,
        since=begun.get("shift"),
        until=_until(connection) if state in {"paused", "private"} else None,
        pid=_number(holder, "pid"),
        port=_number(holder, "port"),
        pulse=pulse[0] if pulse else None,
        waiting=tuple(waiting(connection)),
    )


def _state(begun: Mapping[str, int]) -> State:
    if "private" in begun:
        return "private"
    if "pause" in begun:
        return "paused"
    return "on" if "shift" in begun else "off"


def _until(connection: sqlite3.Connection) -> int | None:
    row = connection.execute(
        "SELECT until FROM control JOIN acknowledgements ON acknowledgements.control = control.seq"
        " ORDER BY acknowledgements.seq DESC LIMIT 1"
    ).fetchone()
    return row[0] if row else None


def _number(holder: Mapping[str, int | str] | None, name: str) -> int | None:
    value = (holder or {}).get(name)
    return value if isinstance(value, int) else None
