"""Writes acts as text by the thousand: SQLite itself joins the columns, and what comes out is checked.

    ledger --two readers of one state, some thousand rows at a time--> bytes --closed--> an export

A text that holds anything but letters, digits and the few signs that an act can have is refused
whole: nothing that a spreadsheet would run, and nothing that was said, can pass.
"""

from __future__ import annotations

import itertools
import sqlite3
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

from labormeter.errors import KnownError
from labormeter.ledger import aside, file
from labormeter.ledger.faults import known
from labormeter.ledger.posted import STANDING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Future

    from labormeter.home import Home

type Form = Literal["csv", "jsonl"]
type Marks = Callable[[str | None], str | None]

BATCH: Final = 4_000
"""Rows that SQLite joins at a time."""
READERS: Final = 2
"""Connections: SQLite joins without Python's lock, so that two take half the time of one."""

ACT: Final = (
    "id",
    "occurred_at",
    "day",
    "platform",
    "activity",
    "finer",
    "effect",
    "quantity",
    "unit",
    "net",
    "rounds",
    "tiles",
    "seconds",
    "source",
    "rule",
    "pack",
    "flags",
    "disclosures",
)
"""Columns of an exported act. Times are UTC, days local; the offset between them is not told."""
HASHES: Final = ("actor", "target", "made")
"""Columns that are there by choice alone, and then under a key that is made for one export."""
LINK: Final = ("act", "upload")
"""Columns of the links between posts and the uploads that they use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Which acts: of local days, both included, and of platforms; all where nothing is named."""

    since: str | None = None
    until: str | None = None
    platforms: tuple[str, ...] = ()
    practice: bool = True

    def where(self) -> tuple[str, list[object]]:
        """Return the condition in SQL, and its values."""
        parts, values = ["1"], list[object]()
        for sign, day in ((">=", self.since), ("<=", self.until)):
            if day is not None:
                parts.append(f"day {sign} ?")
                values.append(day)
        if self.platforms:
            parts.append(f"platform IN ({', '.join('?' * len(self.platforms))})")
            values += self.platforms
        if not self.practice:
            parts.append("source <> 'practice' AND platform <> 'practice'")
        return " AND ".join(parts), values


EVERY: Final = Part()


class Dump:
    """A state of the ledger that does not change while it is written; several tables agree."""

    def __init__(self, readers: list[sqlite3.Connection], last: int) -> None:
        self._readers, self._last = readers, last

    def acts(
        self, form: Form, part: Part = EVERY, *, marks: Marks | None = None
    ) -> Iterator[bytes]:
        """Yield acts in the order in which they were appended, each a line; no head.

        With `marks`, hashes follow, each as that function returns it. Raises KnownError where a
        text in the ledger is none that an export may carry.
        """
        names = (*ACT, *HASHES) if marks else ACT
        line = _LINES[form](names)
        where, values = part.where()
        statement = (
            f"SELECT CAST(group_concat({line}, char(10)) || char(10) AS BLOB) FROM acts"  # noqa: S608 - constants, and placeholders
            f" WHERE seq BETWEEN ? AND ? AND {where}"
        )
        for reader in self._readers:
            reader.create_function("mark", 1, marks or _same, deterministic=True)
        for text in self._joined(statement, values):
            yield closed(text, form, len(names))

    def links(self, part: Part = EVERY) -> Iterator[bytes]:
        """Yield which post that still stands uses which upload, by id, both part of it; no head.

        Without what a post made nobody could tell later that it was deleted.
        """
        where, values = part.where()
        # Both conditions are of one table each: `links` has no column that an act has.
        ids = f"SELECT seq, id FROM acts WHERE {where}"  # noqa: S608 - constants, and placeholders
        found = self._readers[0].execute(
            f"SELECT a.id || ',' || u.id FROM links JOIN ({ids}) a ON a.seq = links.act"  # noqa: S608
            f" JOIN ({ids}) u ON u.seq = links.upload"
            f" JOIN acts post ON post.seq = links.act WHERE {STANDING} ORDER BY 1",
            (*values, *values),
        )
        for batch in itertools.batched(found, BATCH):
            text = "".join(f"{line}\n" for (line,) in batch)
            yield closed(text.encode(), "csv", len(LINK))

    def aside(self, name: str, part: Part = EVERY) -> list[tuple[object, ...]]:
        """Return the rows of a table beside the acts; see `aside.COLUMNS`."""
        return aside.rows(self._readers[0], name, part)

    def count(self, part: Part = EVERY) -> int:
        """Return how many acts there are."""
        where, values = part.where()
        statement = f"SELECT count(*) FROM acts WHERE {where}"  # noqa: S608
        return int(self._readers[0].execute(statement, values).fetchone()[0])

    def _joined(self, statement: str, values: list[object]) -> Iterator[bytes]:
        """Yield what a statement joins of each stretch of rows, in order, read ahead by a few."""

        def text(place: int, begin: int) -> bytes:
            reader = self._readers[place % len(self._readers)]
            row = reader.execute(statement, (begin, begin + BATCH - 1, *values)).fetchone()
            return row[0] or b""

        pools = [ThreadPoolExecutor(max_workers=1) for _ in self._readers]
        waiting: deque[Future[bytes]] = deque()
        try:
            for place, begin in enumerate(range(1, self._last + 1, BATCH)):
                waiting.append(pools[place % len(pools)].submit(text, place, begin))
                if len(waiting) > 2 * len(pools):
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for pool in pools:
                pool.shutdown(cancel_futures=True)


@contextmanager
def dump(home: Home) -> Iterator[Dump]:
    """Give the state of a ledger, to be written. Raises KnownError."""
    try:
        with ExitStack() as stack:
            readers = [
                stack.enter_context(closing(file.read_only(home.ledger))) for _ in range(READERS)
            ]
            yield Dump(readers, _agreed(readers))
    except sqlite3.Error as error:
        raise known(error) from error


def _agreed(readers: list[sqlite3.Connection]) -> int:
    """Begin to read one state on all connections and return the number of its last act."""
    while True:
        states = [_state(reader) for reader in readers]
        if len(set(states)) == 1:
            return int(states[0][0])
        for reader in readers:
            reader.execute("ROLLBACK")


def _state(reader: sqlite3.Connection) -> Any:  # noqa: ANN401 - a row
    reader.execute("PRAGMA mmap_size = 1073741824")
    reader.execute("BEGIN")
    return reader.execute(
        "SELECT (SELECT coalesce(max(seq), 0) FROM acts), (SELECT count(*) FROM tombstones)"
    ).fetchone()


def _same(value: str | None) -> str | None:
    return value


def closed(text: bytes, form: Form, columns: int) -> bytes:
    """Return text that holds nothing but what acts can hold. Raises KnownError for any other."""
    strange = text.translate(None, _ALLOWED[form])
    lines = text.count(b"\n")
    if strange or (form == "csv" and text.count(b",") != lines * (columns - 1)):
        raise KnownError(
            "The ledger holds a text that no export may carry, so nothing was written.",
            "Run `labormeter doctor`.",
        )
    return text


_SIGNS: Final = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:._ ?-"
_ALLOWED: Final[dict[Form, bytes]] = {"csv": _SIGNS + b",\n", "jsonl": _SIGNS + b',\n"{}[]'}

_VALUES: Final = {
    "occurred_at": (
        "strftime('%Y-%m-%dT%H:%M:%S.', occurred_at / 1000000, 'unixepoch')"
        " || substr(occurred_at, -6) || 'Z'"
    ),
    "seconds": "printf('%d.%06d', seconds / 1000000, seconds % 1000000)",
    "flags": "replace(replace(replace(replace(flags, '\"', ''), ',', ''), '[', ''), ']', '')",
    "disclosures": (
        "(SELECT group_concat(kind || iif(sure = 'seen', '', '?'), ' ')"
        " FROM disclosures WHERE act = acts.seq)"
    ),
}


def _csv_line(names: tuple[str, ...]) -> str:
    """Return a line in SQL. Joining by `||` would copy it once for each column; null is empty."""
    form = ",".join(["%s"] * len(names))
    return f"printf('{form}', {', '.join(map(_csv_value, names))})"


def _csv_value(name: str) -> str:
    match name:
        case "seconds":
            return f"iif(seconds IS NULL, '', {_VALUES[name]})"
        case "flags":
            return f"iif(flags = '[]', '', {_VALUES[name]})"
        case _ if name in HASHES:
            return f"mark({name})"
        case _:
            return _VALUES.get(name, name)


def _jsonl_line(names: tuple[str, ...]) -> str:
    pairs = (f"'{name}', {_json_value(name)}" for name in names)
    return f"json_object({', '.join(pairs)})"


def _json_value(name: str) -> str:
    match name:
        case "seconds":
            return "seconds / 1000000.0"
        case "flags":
            return "json(flags)"
        case "disclosures":
            return (
                "(SELECT json_group_array(kind || iif(sure = 'seen', '', '?'))"
                " FROM disclosures WHERE act = acts.seq)"
            )
        case _ if name in HASHES:
            return f"mark({name})"
        case _:
            return _VALUES.get(name, name)


_LINES: Final[dict[Form, Callable[[tuple[str, ...]], str]]] = {
    "csv": _csv_line,
    "jsonl": _jsonl_line,
}
