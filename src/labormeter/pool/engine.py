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
    from collections.abc import Iterator, Sequence
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
    cells: Sequence[Path],
    prices: Path,
    *,
    engine: str = "duckdb",
    memory: str = MEMORY,
    url: str = "",
) -> Iterator[Engine]:
    """Open an engine on a pool's Parquet files. Raises KnownError.

    `url` is the address of a Spark Connect server (`sc://host:15002`); without it Spark runs here.
    """
    opening = {"duckdb": _duckdb, "sqlite": _sqlite, "spark": _spark}[engine]
    try:
        files = {"cells": [str(one) for one in cells], "prices": [str(prices)]}
        backend, tables = opening(files, memory, url)
    except ImportError as error:
        hint = "Install pyspark 4.0 beside it." if engine == "spark" else _INSTALL
        raise KnownError(_MISSING, hint) from error
    try:
        yield Engine(engine, backend, *tables)
    finally:
        backend.disconnect()


type _Files = dict[str, list[str]]
type _Opened = tuple[BaseBackend, tuple[Table, Table]]


def _duckdb(files: _Files, memory: str, _url: str) -> _Opened:
    import ibis  # noqa: PLC0415 - a second, and for researchers alone

    backend = ibis.duckdb.connect(memory_limit=memory, preserve_insertion_order=False)
    tables = [backend.read_parquet(some, table_name=name) for name, some in files.items()]
    return backend, (tables[0], tables[1])


def _sqlite(files: _Files, _memory: str, _url: str) -> _Opened:
    import ibis  # noqa: PLC0415
    from pyarrow import parquet  # noqa: PLC0415

    backend = ibis.sqlite.connect()
    tables = [backend.create_table(name, parquet.read_table(some)) for name, some in files.items()]
    return backend, (tables[0], tables[1])


def _spark(files: _Files, _memory: str, url: str) -> _Opened:
    import ibis  # noqa: PLC0415
    from pyspark.sql import SparkSession  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415

    builder = SparkSession.builder.config("spark.sql.ansi.enabled", "true")
    session = (builder.remote(url) if url else builder.master("local[2]")).getOrCreate()
    backend = ibis.pyspark.connect(session)
    for name, some in files.items():
        session.read.parquet(*some).createOrReplaceTempView(name)
    tables = [backend.table(name) for name in files]
    return backend, (tables[0], tables[1])
