"""An answer of the pool: rows of words and whole numbers, and one hash by which engines agree."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from labormeter.errors import KnownError
from labormeter.pool.queries import QUERIES

if TYPE_CHECKING:
    from labormeter.pool.engine import Engine

type Value = str | int | None


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows in the order that the question gives them."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]

    @property
    def sha256(self) -> str:
        """Return the hash of columns and rows: equal on every engine."""
        document = [self.columns, self.rows]
        text = json.dumps(document, separators=(",", ":"), ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()

    def records(self) -> list[dict[str, Value]]:
        """Return the rows by their columns' names."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


def ask(engine: Engine, name: str, *, most: int, each: int) -> Answer:
    """Ask one of `QUERIES`; `most` and `each` are the study's bounds. Raises KnownError."""
    if name not in QUERIES:
        raise KnownError(f"There is no question {name}.", f"There are {', '.join(QUERIES)}.")
    expression = QUERIES[name](engine.cells, engine.prices, most, each)
    table = engine.backend.to_pyarrow(expression)
    columns = tuple(table.column_names)
    rows = tuple(tuple(record.values()) for record in table.to_pylist())
    return Answer(name, columns, rows)
