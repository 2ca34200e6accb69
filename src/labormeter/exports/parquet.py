"""A sheet as Parquet, by pyarrow from `labormeter[research]`: the very CSV, with types.

pyarrow is as large as the rest of the program, so it is asked for only here.
"""

from __future__ import annotations

import io
from typing import IO, TYPE_CHECKING, Any

from labormeter.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter.exports.sheets import Sheet
    from labormeter.exports.tables import Field

_TEXT = 8_000_000
"""Characters of CSV that make one group of rows."""


def parquet(out: IO[bytes], sheet: Sheet) -> None:
    """Write a sheet. Raises KnownError where pyarrow is not installed."""
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra
        import pyarrow.csv  # noqa: PLC0415
        import pyarrow.parquet  # noqa: PLC0415
    except ImportError as error:
        raise KnownError(
            "Parquet needs pyarrow.",
            "Install labormeter with [research], or write CSV: every program that reads Parquet reads that.",
        ) from error
    types = {field.name: _type(pa, field) for field in sheet.table.fields}
    schema = pa.schema(types.items())
    options = pa.csv.ConvertOptions(
        column_types=types,
        strings_can_be_null=False,
        timestamp_parsers=["%Y-%m-%dT%H:%M:%S", pa.csv.ISO8601],
    )
    read = pa.csv.ReadOptions(column_names=sheet.table.names)
    with pa.parquet.ParquetWriter(out, schema, compression="zstd") as writer:
        for text in _groups(sheet.lines()):
            writer.write_table(pa.csv.read_csv(io.BytesIO(text), read, None, options))


def _groups(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Yield pieces in groups of some megabytes."""
    waiting: list[bytes] = []
    for piece in pieces:
        waiting.append(piece)
        if sum(map(len, waiting)) >= _TEXT:
            yield b"".join(waiting)
            waiting = []
    if text := b"".join(waiting):
        yield text


def _type(arrow: Any, field: Field) -> Any:  # noqa: ANN401 - pyarrow has no types
    match field.typed:
        case "number":
            return arrow.float64()
        case "date":
            return arrow.date32()
        case "datetime":
            return arrow.timestamp("us", "UTC")
        case _:
            return arrow.int64() if field.number else arrow.string()
