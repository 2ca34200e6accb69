"""Pins: from an ISO week on, worth is read in a named version of a book. Appended, never changed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from labormeter.ledger import file
from labormeter.ledger.faults import known

if TYPE_CHECKING:
    from labormeter.home import Home


@dataclass(frozen=True, slots=True)
class Pin:
    """One pin; the later of two holds for the weeks that both name."""

    pinned_at: int
    book: str
    version: str
    from_week: str
    """ISO week as `2026-W23`, or empty for all weeks."""


def read(home: Home, *, now: int) -> list[Pin]:
    """Return the pins in the order in which they were made. Raises KnownError."""
    file.prepare(home, now=now)
    try:
        with closing(file.read_only(home.ledger)) as connection:
            found = connection.execute(
                "SELECT pinned_at, book, version, from_week FROM pins ORDER BY seq"
            )
            return [Pin(*row) for row in found]
    except sqlite3.Error as error:
        raise known(error) from error


def append(home: Home, pin: Pin) -> None:
    """Append a pin, on the disk on return. Raises KnownError."""
    file.prepare(home, now=pin.pinned_at)
    try:
        with closing(file.connect(home.ledger)) as connection:
            connection.execute(
                "INSERT INTO pins (pinned_at, book, version, from_week) VALUES (?, ?, ?, ?)",
                (pin.pinned_at, pin.book, pin.version, pin.from_week),
            )
    except sqlite3.Error as error:
        raise known(error) from error
