"""Judged columns as plain bytes, for the way from the process that judged them to this one.

    columns --pack--> bytes --unpack--> the same columns

Reading JSON a second time would take as long as the first. What comes from a process that read a
hostile file is never unpickled: a message is a head of JSON, which says what each column is, and
then numbers of one, two or eight bytes. What does not fit together is refused with ValueError.

    {"said": ..., "tables": [[name, rows, [[column, how, texts], ...]], ...]}
    how    =  one value in every row, that of `texts`      B H q  numbers of that size
           b h w  numbers of that size, places among `texts`
"""

from __future__ import annotations

import json
import struct
from array import array
from itertools import repeat
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

type Columns = dict[str, tuple[Any, ...]]

MOST: Final = 4 * 1024 * 1024
"""Rows of one table: a document of the largest size has fewer."""
_HEAD: Final = struct.Struct("<I")
_PLACES: Final = {"B": "b", "H": "h", "q": "w"}
_SIZES: Final = {place: size for size, place in _PLACES.items()}
_BYTE: Final = 1 << 8
_SHORT: Final = 1 << 16


def pack(said: object, tables: Mapping[str, Columns]) -> bytes:
    """Return what was said and the columns of tables, of texts and whole numbers, as bytes."""
    told, pieces = [], []
    for name, columns in tables.items():
        packed = [_packed(column) for column in columns.values()]
        pieces += [piece for _, _, piece in packed]
        length = len(next(iter(columns.values()), ()))
        heads = [[one, how, texts] for one, (how, texts, _) in zip(columns, packed, strict=True)]
        told.append([name, length, heads])
    head = json.dumps({"said": said, "tables": told}, separators=(",", ":")).encode()
    return b"".join([_HEAD.pack(len(head)), head, *pieces])


def _packed(column: Sequence[Any]) -> tuple[str, list[Any], bytes]:
    distinct = dict.fromkeys(column)
    if len(distinct) <= 1:
        return "=", list(distinct), b""
    if type(column[0]) is int:
        how = _size(min(distinct), max(distinct))
        return how, [], _numbers(how, column)
    places = dict(zip(distinct, range(len(distinct)), strict=True))
    how = _size(0, len(places) - 1)
    return _PLACES[how], list(distinct), _numbers(how, list(map(places.__getitem__, column)))


def _size(least: int, most: int) -> str:
    if least < 0 or most >= _SHORT:
        return "q"
    return "B" if most < _BYTE else "H"


def _numbers(how: str, column: Sequence[int]) -> bytes:
    return bytes(column) if how == "B" else array(how, column).tobytes()


def unpack(data: bytes) -> tuple[Any, dict[str, Columns]]:
    """Return what `pack` was given. Raises ValueError where the bytes are none of its."""
    try:
        (length,) = _HEAD.unpack_from(data)
        head = json.loads(data[_HEAD.size : _HEAD.size + length])
        pieces = _Pieces(data, _HEAD.size + length)
        tables = {
            str(name): {str(one): pieces.column(how, texts, rows) for one, how, texts in columns}
            for name, rows, columns in head["tables"]
        }
        said = head["said"]
    except (KeyError, TypeError, IndexError, RecursionError, struct.error) as error:
        raise ValueError("the message is none of columns") from error
    if not pieces.used:
        raise ValueError("the message is longer than its columns")
    return said, tables


class _Pieces:
    """What follows the head, taken column by column."""

    def __init__(self, data: bytes, place: int) -> None:
        self._data, self._place = memoryview(data), place

    @property
    def used(self) -> bool:
        """Whether nothing is left."""
        return self._place == len(self._data)

    def column(self, how: str, texts: list[str], rows: int) -> tuple[Any, ...]:
        """Return the next column."""
        if not 0 <= rows <= MOST:
            raise ValueError("the message has more rows than a document can have")
        if how == "=":
            return tuple(texts) if not rows else tuple(repeat(texts[0], rows))
        size = _SIZES.get(how, how)
        found = self._take(size, rows)
        return tuple(found) if size == how else tuple(map(texts.__getitem__, found))

    def _take(self, size: str, rows: int) -> Sequence[int]:
        numbers = array(size)
        if numbers.typecode not in "BHq":
            raise ValueError("the message has numbers of an unknown size")
        end = self._place + rows * numbers.itemsize
        piece = self._data[self._place : end]
        if len(piece) != end - self._place:
            raise ValueError("the message is shorter than its columns")
        self._place = end
        if size == "B":
            return bytes(piece)
        numbers.frombytes(piece)
        return numbers
