"""Pages, connections and captchas by day, platform and whether the engine opened them.

The table `visits` answers one question: does metering itself bring more captchas? It holds counts
of whole days; `captchas` (the module above) makes the comparison.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from labormeter.model import Visit

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable


def add(connection: sqlite3.Connection, visits: Iterable[Visit]) -> None:
    """Add counts to those of the same day, platform and state."""
    rows = [
        (one.day, one.platform, one.state, one.pages, one.connections, one.captchas)
        for one in visits
    ]
    connection.executemany(_ADD, rows)


def read(
    rows: Callable[[str, tuple[object, ...]], list[tuple[Any, ...]]],
    since_day: str | None,
    until_day: str | None,
) -> list[Visit]:
    """Return the counts of the days from the first to the last; `rows` reads the ledger."""
    found = rows(_READ, (since_day, until_day))
    return [Visit(**dict(zip(_COLUMNS, row, strict=True))) for row in found]


def forget(connection: sqlite3.Connection, first: str, last: str, platform: str | None) -> None:
    """Delete the counts of a range of days, of one platform or of all."""
    connection.execute(
        "DELETE FROM visits WHERE day BETWEEN ? AND ? AND platform = coalesce(?, platform)",
        (first, last, platform),
    )


def forget_bare(connection: sqlite3.Connection, days: Iterable[tuple[str, str]]) -> None:
    """Delete the counts of those days and platforms of which no act is left."""
    connection.executemany(
        "DELETE FROM visits WHERE day = ?1 AND platform = ?2 AND NOT EXISTS"
        " (SELECT 1 FROM day_rollup WHERE day = ?1 AND platform = ?2)",
        list(days),
    )


def captcha_days(connection: sqlite3.Connection) -> list[str]:
    """Return the days on which an act of the table `gone` is a captcha."""
    found = connection.execute(
        "SELECT DISTINCT day FROM acts JOIN gone USING (seq) WHERE activity = 'captcha'"
    )
    return [day for (day,) in found]


_COLUMNS: Final = ("day", "platform", "state", "pages", "connections", "captchas")
_ADD: Final = """
INSERT INTO visits VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
    pages = pages + excluded.pages,
    connections = connections + excluded.connections,
    captchas = captchas + excluded.captchas
"""
_READ: Final = """
SELECT day, platform, state, pages, connections, captchas FROM visits
WHERE day >= coalesce(?, '') AND day <= coalesce(?, '~') ORDER BY day, platform, state
"""
