"""What one unit was worth, by platform, activity and period: the rate calendar as a table.

    book, reading --calendar--> price of the week in which a period begins --> Parquet

A rate changes on Mondays alone, so that a week has one price. A month is valued at the price of the
week that its first day lies in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pyarrow as pa
import pyarrow.parquet as pq

from labormeter.errors import KnownError
from labormeter.exports import tables
from labormeter.report import week
from labormeter.valuation.calendar import Calendar
from labormeter.valuation.lens import Absent

if TYPE_CHECKING:
    from pathlib import Path

    from labormeter.study.study import Study
    from labormeter.valuation.book import Book
    from labormeter.valuation.lens import Reading

SCHEMA: Final = pa.schema(
    [
        ("platform", pa.string()),
        ("activity", pa.string()),
        ("period", pa.string()),
        ("low", pa.int64()),
        ("central", pa.int64()),
        ("high", pa.int64()),
    ]
)


def table(study: Study, book: Book, reading: Reading) -> pa.Table:
    """Return the prices of everything a study asks for, in millionths for one unit.

    What has no price has no row, and stays units. Raises KnownError where the study values by
    another book, or through a lens that a study's rows cannot be seen through.
    """
    if book.version != study.book:
        raise KnownError(
            f"The study values by the book {study.book}; this program has {book.version}.",
            "Use the program's version that the study names, so that all figures agree.",
        )
    if reading.lens == "platform":
        raise KnownError(
            "What a platform earned is for each day of presence, and a study has no days.",
            "Choose the lens worker, buyer or time.",
        )
    calendar = Calendar(reading, (("", book),))
    asked = study.asked
    rows = [
        (platform, activity, period, price.low, price.central, price.high)
        for platform in asked.platforms
        for activity in asked.activities
        for period in asked.periods
        if not isinstance(
            price := calendar.price(platform, activity, week(tables.first_day(period).isoformat())),
            Absent,
        )
    ]
    columns = zip(*rows, strict=True) if rows else ((),) * len(SCHEMA)
    return pa.table(dict(zip(SCHEMA.names, map(list, columns), strict=True)), schema=SCHEMA)


def write(path: Path, prices: pa.Table) -> None:
    """Write prices where an engine can read them."""
    pq.write_table(prices, path)
