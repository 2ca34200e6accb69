"""Asks a whole pool: prices drawn up, an engine opened, questions put. The border of `queries`."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from labormeter.pool import answer, engine, prices, store
from labormeter.valuation import shelf

if TYPE_CHECKING:
    from collections.abc import Iterable

    from labormeter.pool.answer import Answer
    from labormeter.pool.store import Pool
    from labormeter.valuation.lens import Reading

RELEASED: tuple[str, ...] = (
    "units",
    "worth",
    "over-time",
    "bounded",
    "quantiles",
    "totals",
    "people",
    "clamping",
)
"""The questions that a release is drawn up from."""


def ask(
    pool: Pool,
    names: Iterable[str],
    reading: Reading,
    *,
    name: str = "duckdb",
    memory: str = engine.MEMORY,
    url: str = "",
    most: int = 0,
) -> dict[str, Answer]:
    """Return the answers to questions, by name. Raises KnownError.

    `most` bounds what one person says in one cell (for `bounded`); the study's bound unless given.
    """
    study = pool.study
    book = shelf.shipped(study.book)
    cells = store.rows(pool, store.index(pool.root))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "prices.parquet"
        prices.write(path, prices.table(study, book, reading))
        with engine.connected(cells, path, engine=name, memory=memory, url=url) as opened:
            return {
                one: answer.ask(opened, one, most=most or study.most, each=study.cells)
                for one in names
            }
