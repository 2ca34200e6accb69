"""The rows of a pool, as Parquet: each run writes one part, and no part is ever changed.

What a run adds, and what stays of the parts from which somebody was taken out, go into one new
part. Until the index names it, it does not count; then those before it do not, and are deleted.
"""

from __future__ import annotations

import hashlib
import sys
from array import array
from typing import TYPE_CHECKING, Final

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from labormeter.exports import place

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from labormeter.study.contribution import Columns

SCHEMA: Final = pa.schema(
    [
        ("participant", pa.string()),
        ("period", pa.string()),
        ("platform", pa.string()),
        ("activity", pa.string()),
        ("n", pa.int64()),
        ("seconds", pa.int64()),
        ("order", pa.int64()),
    ]
)
_WORDS: Final = 3
"""How many of a contribution's columns are words; the others are whole numbers."""


class _Codes(dict[str, int]):
    """Words by the order in which they first came: a pool has few of them, and millions of rows."""

    def __missing__(self, word: str) -> int:
        code = self[word] = len(self)
        return code


class Waiting:
    """Rows that wait to be written, by participant; some 40 bytes each."""

    def __init__(self) -> None:
        self._codes = tuple(_Codes() for _ in range(_WORDS))
        self._of: dict[str, tuple[array[int], ...]] = {}

    def __contains__(self, participant: str) -> bool:
        return participant in self._of

    def __len__(self) -> int:
        return len(self._of)

    def add(self, participant: str, columns: Columns) -> None:
        """Let a participant's rows wait."""
        words = zip(self._codes, columns[:_WORDS], strict=True)
        coded = [array("I", map(codes.__getitem__, column)) for codes, column in words]
        numbers = [array("q", column) for column in columns[_WORDS:]]
        self._of[participant] = (*coded, *numbers)

    def drop(self, participant: str) -> bool:
        """Take a participant's rows out, and return whether any waited."""
        return self._of.pop(participant, None) is not None

    def table(self) -> pa.Table:
        """Return all rows that wait."""
        lengths = [len(columns[0]) for columns in self._of.values()]
        whose, orders = array("I"), array("q")
        for place_, (name, many) in enumerate(zip(self._of, lengths, strict=True)):
            whose.extend(array("I", [place_]) * many)
            orders.extend(order(name, many))
        joined = [b"".join(columns) for columns in zip(*self._of.values(), strict=True)]
        rows = len(whose)
        words = zip((list(self._of), *map(list, self._codes)), (whose, *joined), strict=False)
        numbers = (*joined[_WORDS:], orders)
        made = [_words(codes, some, rows) for some, codes in words]
        made += [
            pa.Array.from_buffers(pa.int64(), rows, [None, pa.py_buffer(one)]) for one in numbers
        ]
        return pa.table(dict(zip(SCHEMA.names, made, strict=True)), schema=SCHEMA)


def _words(codes: object, words: Sequence[str], rows: int) -> pa.Array:
    places = pa.Array.from_buffers(pa.uint32(), rows, [None, pa.py_buffer(codes)])
    return pa.DictionaryArray.from_arrays(places, pa.array(words, pa.string())).dictionary_decode()


def write(path: Path, waiting: Waiting, old: Iterable[Path], staying: Iterable[str]) -> None:
    """Write a part, on the disk when it returns: rows that wait, and of old parts who stays."""
    names = pa.array(sorted(staying), pa.string())
    with place.whole(path) as file, pq.ParquetWriter(file, SCHEMA) as out:
        for one in old:
            table = pq.read_table(one)
            out.write_table(table.filter(pc.is_in(table["participant"], names)))
        if len(waiting):
            out.write_table(waiting.table())


def order(participant: str, rows: int) -> array[int]:
    """Return where each of a person's rows stands in an order that is the same everywhere.

    It says nothing: 8 bytes a row of SHAKE-256 of the participant's name.
    """
    stream = hashlib.shake_256(f"labormeter order\0{participant}".encode()).digest(8 * rows)
    found = array("q", stream)
    if sys.byteorder == "little":
        found.byteswap()
    return found
