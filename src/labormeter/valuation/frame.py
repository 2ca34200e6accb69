"""Frames: rows and lines as pandas tables, for notebooks, charts and exports.

pandas is imported when a frame is made and not before: it is no part of any start.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from labormeter.valuation.tally import Line, Row


def of_rows(rows: Sequence[Row]) -> pd.DataFrame:
    """Return rows of units as a frame: a column a dimension, then whole numbers."""
    import pandas as pd  # noqa: PLC0415 - only where a frame is wanted

    return pd.DataFrame([_units(row) for row in rows])


def of_lines(lines: Sequence[Line]) -> pd.DataFrame:
    """Return lines as a frame. Money is in whole millionths, missing where there is no price."""
    import pandas as pd  # noqa: PLC0415 - only where a frame is wanted

    frame = pd.DataFrame([_units(line.row) | _worth(line) for line in lines])
    return frame.astype(dict.fromkeys(_MONEY, "Int64")) if len(frame) else frame


_MONEY = ("low", "central", "high")


def _units(row: Row) -> dict[str, object]:
    return dict(zip(row.by, row.key, strict=True)) | {
        "unit": row.unit,
        "gestures": row.gestures,
        "net": row.net,
        "acts": row.acts,
        "seconds": row.seconds,
        "manual": row.manual,
    }


def _worth(line: Line) -> dict[str, object]:
    money = {name: getattr(line.worth, name) if line.worth else None for name in _MONEY}
    return money | {"unpriced": line.unpriced, "rates": " ".join(line.rates)}
