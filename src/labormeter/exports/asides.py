"""The sheets of what a ledger holds beside its dated acts: without them a restore would lack it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from labormeter.exports import sheets
from labormeter.exports.sheets import HEX, moment
from labormeter.exports.tables import (
    ACTIVITY,
    DAY,
    KIND,
    OWN_PLATFORM,
    WORD,
    Field,
    Table,
    number,
    text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter.exports.choice import Choice
    from labormeter.exports.sheets import Sheet
    from labormeter.ledger.dump import Dump

TABLES: Final[dict[str, Table]] = {
    "undated": Table(
        (
            text("id", "The same act has the same id, for ever.", pattern=HEX),
            OWN_PLATFORM,
            ACTIVITY,
            text("finer", "A finer word, where the price differs.", pattern=WORD),
            number("quantity", "1, or what the archive says."),
            text("rule", "Which rule counted it.", pattern=r"^[A-Za-z0-9:._-]{1,100}$"),
            text("pack", "Version of the rules.", pattern=r"^[A-Za-z0-9._-]{0,40}$"),
        ),
        ("id",),
    ),
    "returned": Table(
        (
            text("act", "An upload.", pattern=HEX),
            KIND,
            text("sure", "Seen, or seen in part.", "seen", "seen-partly"),
        ),
        ("act", "kind"),
    ),
    "confirmed": Table(
        (
            text("id", "The act as the archive told of it.", pattern=HEX),
            text("act", "The act that was metered.", pattern=HEX),
            text("how", "By what it was known.", "target", "time", "count"),
        ),
        ("id",),
    ),
    "reaches": Table(
        (
            OWN_PLATFORM,
            ACTIVITY,
            number("found", "Acts that archives told of."),
            moment("first_at", "The first with a date, in UTC.", optional=True),
            moment("last_at", "The last.", optional=True),
        ),
        ("platform", "activity"),
    ),
    "imports": Table(
        (
            moment("imported_at", "In UTC."),
            text("reader", "What read it.", pattern=r"^[a-z0-9_-]{1,40}$"),
            number("found", "Acts in it."),
            number("added", "Of these, new ones."),
            number("undated", "Of those added, without a date."),
            number("same", "Imported before."),
            number("met", "Metered as well, told by their target."),
            number("near", "Metered as well, told by time or number alone."),
        ),
        (),
    ),
    "visits": Table(
        (
            Field(name="day", about="Local date.", pattern=DAY, typed="date"),
            OWN_PLATFORM,
            text("state", "Opened, or passed through.", "metered", "passed"),
            number("pages", "Pages asked for."),
            number("connections", "Connections."),
            number("captchas", "Captchas asked for on them."),
        ),
        ("day", "platform", "state"),
    ),
}
"""Beside acts, links, weeks, stretches and rates: each a file of its own in a full export."""
MOMENTS: Final = frozenset({"first_at", "last_at", "imported_at", "started_at", "ended_at"})


def asides(state: Dump, choice: Choice) -> Iterator[Sheet]:
    """Yield the sheets of a part of a ledger."""
    for name, table in TABLES.items():
        rows = [
            [
                sheets.iso(value) if column in MOMENTS else value  # type: ignore[arg-type] # a number
                for column, value in zip(table.names, row, strict=True)
            ]
            for row in state.aside(name, choice.part)
        ]
        yield sheets.of_rows(name, table, rows)
