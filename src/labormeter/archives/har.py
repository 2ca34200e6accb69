"""HAR recordings, as browsers and proxies write them, read entry by entry.

    with closing(har.exchanges(path)) as found:
        for exchange in found: ...

One entry is in memory at a time (and a few more, to bring them into the order in which they
finished), however large the file. Nothing of it is kept.
"""

from __future__ import annotations

import codecs
import heapq
import itertools
from typing import IO, TYPE_CHECKING, Final

from labormeter.archives.entry import exchanges_of
from labormeter.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from labormeter.model import Exchange

LARGEST: Final = 64 * 1024 * 1024
"""Bytes of one entry: a recorded film has its place in a file of its own."""
WAITING: Final = 256
"""Exchanges that wait for those that began later and finished sooner."""


def exchanges(path: Path) -> Iterator[Exchange]:
    """Yield the exchanges of a HAR file in the order in which they finished.

    Entries that are not in form are passed over. Raises KnownError where the file cannot be read
    or is no HAR, and at its end where it breaks off: what came before has been yielded then.
    """
    try:
        with path.open("rb") as file:
            yield from _finished(_entries(file, path.name))
    except OSError as error:
        raise KnownError(
            f"{path.name} cannot be read ({error.strerror}).", "Check the file and its permissions."
        ) from error


def _finished(found: Iterator[Exchange]) -> Iterator[Exchange]:
    """Yield in the order of ends what comes in the order of beginnings.

    Where the file breaks off, what waits is yielded first.
    """
    waiting: list[tuple[int, int, Exchange]] = []
    broken: KnownError | None = None
    number = itertools.count()
    while True:
        try:
            each = next(found, None)
        except KnownError as error:
            each, broken = None, error
        if each is None:
            break
        while waiting and (waiting[0][0] <= each.started_at or len(waiting) >= WAITING):
            yield heapq.heappop(waiting)[2]
        heapq.heappush(waiting, (each.finished_at, next(number), each))
    yield from (heapq.heappop(waiting)[2] for _ in range(len(waiting)))
    if broken is not None:
        raise broken


def _entries(file: IO[bytes], name: str) -> Iterator[Exchange]:
    import ijson  # type: ignore[import-untyped]  # noqa: PLC0415 - only where a file is read

    bounded = _Bounded(file)
    read = 0
    try:
        for entry in ijson.items(bounded, "log.entries.item", buf_size=64 * 1024):
            bounded.begin()
            read += 1
            yield from exchanges_of(entry)
    except _TooLargeError as error:
        raise KnownError(
            f"{name} holds an entry of more than {LARGEST // 2**20} MB; {read} were read before it.",
            "Record again, without files and films.",
        ) from error
    except (ijson.JSONError, UnicodeDecodeError, ValueError, RecursionError) as error:
        raise _broken(name, read) from error
    if not read and not bounded.seems_har:
        raise _broken(name, 0)


def _broken(name: str, read: int) -> KnownError:
    if read:
        return KnownError(
            f"{name} breaks off; {read} entries were read before that.",
            "Record again where something is missing.",
        )
    return KnownError(
        f"{name} is no HAR file.", "Save one from the network panel of your browser's own tools."
    )


class _TooLargeError(Exception):
    """One entry holds more than is read at a time."""


class _Bounded:
    """A file that is read without its byte order mark, and only so far for each entry."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._left = LARGEST
        self._first = True
        self.seems_har = False

    def begin(self) -> None:
        """Allow another entry."""
        self._left = LARGEST

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes."""
        data = self._file.read(size)
        if self._first and data:  # the parser asks for nothing first, to see what it gets
            self._first = False
            data = data.removeprefix(codecs.BOM_UTF8)
            self.seems_har = b'"log"' in data
        self._left -= len(data)
        if self._left < 0:
            raise _TooLargeError
        return data
