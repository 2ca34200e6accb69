"""Where a pool is asked: DuckDB here, Spark Connect where an institution requires its cluster.

Each engine is reached through Ibis and is handed the same Parquet files. A memory cap is set, so
that what does not fit is spilled to disk.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from labormeter.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ibis.backends import BaseBackend
    from ibis.expr.types import Table

ENGINES: Final = ("duckdb", "sqlite", "spark")
MEMORY: Final = "4GB"
"""What DuckDB may hold before it spills, unless told otherwise."""
_MISSING: Final = "Asking a pool needs more than a person's installation holds."
_INSTALL: Final = "Install labormeter with its extra: pip install 'labormeter[research]'"


@dataclass(frozen=True, slots=True)
class Engine:
    """A pool's two tables on an engine."""

    name: str
    backend: BaseBackend
    cells: Table
    prices: Table


@contextmanager
def connected(
    cells: Path, prices: Path, *, engine: str = "duckdb", memory: str = MEMORY, url: str = ""
) -> Iterator[Engine]:
    """Open an engine on Parquet files (a file, or a folder of them). Raises KnownError.

    `url` is the address of a Spark Connect server (`sc://host:15002`); without it Spark runs here.
    """
    if cells.is_dir() and not any(cells.glob("*.parquet")):
        raise KnownError("Nothing was taken into this pool yet.", "Ingest contributions first.")
    opening = {"duckdb": _duckdb, "sqlite": _sqlite, "spark": _spark}[engine]
    try:
        backend, tables = opening(cells, prices, memory, url)
    except ImportError as error:
        hint = "Install pyspark 4.0 beside it." if engine == "spark" else _INSTALL
        raise KnownError(_MISSING, hint) from error
    try:
        yield Engine(engine, backend, *tables)
    finally:
        backend.disconnect()


def _parquet(path: Path) -> str:
    return str(path / "*.parquet") if path.is_dir() else str(path)


type _Opened = tuple[BaseBackend, tuple[Table, Table]]


def _duckdb(cells: Path, prices: Path, memory: str, _url: str) -> _Opened:
    import ibis  # noqa: PLC0415 - a second, and for researchers alone

    backend = ibis.duckdb.connect(memory_limit=memory, preserve_insertion_order=False)
    names = ("cells", "prices")
    tables = [
        backend.read_parquet(_parquet(path), table_name=name)
        for path, name in zip((cells, prices), names, strict=True)
    ]
    return backend, (tables[0], tables[1])


def _sqlite(cells: Path, prices: Path, _memory: str, _url: str) -> _Opened:
    import ibis  # noqa: PLC0415
    from pyarrow import parquet  # noqa: PLC0415

    backend = ibis.sqlite.connect()
    tables = [
        backend.create_table(name, parquet.read_table(path))
        for path, name in ((cells, "cells"), (prices, "prices"))
    ]
    return backend, (tables[0], tables[1])


def _spark(cells: Path, prices: Path, _memory: str, url: str) -> _Opened:
    import ibis  # noqa: PLC0415
    from pyspark.sql import SparkSession  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415

    builder = SparkSession.builder.config("spark.sql.ansi.enabled", "true")
    session = (builder.remote(url) if url else builder.master("local[2]")).getOrCreate()
    backend = ibis.pyspark.connect(session)
    tables = [
        backend.read_parquet(str(path), table_name=name)
        for path, name in ((cells, "cells"), (prices, "prices"))
    ]
    return backend, (tables[0], tables[1])
