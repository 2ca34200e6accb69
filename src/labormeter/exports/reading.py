"""Reads documents from others in a process of its own, which has little memory and little time.

    files --bytes--> child: read, judged under limits --columns, or a sentence--> documents

What the child accepts comes back as columns of texts and numbers, so that nothing is parsed twice
and nothing but texts and numbers can come. What does not fit together is refused.
A file that ends the child, or keeps it for too long, is refused, and the others are still read.
"""

from __future__ import annotations

import gc
import itertools
import struct
import subprocess
import sys
import threading
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Final, Self

from labormeter import roles, sentence
from labormeter.errors import KnownError
from labormeter.exports import columns, document, hostile
from labormeter.sentence import said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from labormeter.exports.document import Document

MEMORY: Final = 1024**3
"""Bytes of address space that a child may have."""
PROCESSOR: Final = 60
"""Seconds of processor that a child may use in all."""
PATIENCE: Final = 20.0
"""Seconds for one file."""
CHILDREN: Final = 2
"""Processes that take turns where there are many files."""
FEW: Final = 10
"""Files for which one is enough: starting another takes as long as reading some."""
_ENDED: Final = said("It could not be read within the memory and the time that a file may take.")
_REFUSED: Final = b"-"
_TAKEN: Final = b"+"
_SIZE: Final = struct.Struct("<I")


@dataclass(frozen=True, slots=True)
class Opened:
    """One file: its document, or why it was refused."""

    name: str
    document: Document | None
    sentence: str = ""


def opened(paths: Sequence[Path], *, today: str) -> list[Opened]:
    """Return the documents of files from others, in their order. Never raises for their content."""
    return judged([(path.name, _bytes(path)) for path in paths], today=today)


def judged(files: Sequence[tuple[str, bytes | None]], *, today: str) -> list[Opened]:
    """Return the documents of named bytes; None stands for a file that could not be read."""
    found: list[Opened] = []
    with document.untidied():
        while len(found) < len(files):
            rest = files[len(found) :]
            sent = [data for _, data in rest if data is not None]
            number = min(CHILDREN, 1 + len(sent) // FEW)
            with ExitStack() as stack:
                children = [
                    stack.enter_context(_Child(today, sent[place::number]))
                    for place in range(number)
                ]
                found += _taken(children, rest)
    return found


def _bytes(path: Path) -> bytes | None:
    """Return what is in a file, one byte more than is allowed where there is more."""
    try:
        with path.open("rb") as file:
            return file.read(hostile.LARGEST + 1)
    except OSError:
        return None


def _taken(
    children: Sequence[_Child], files: Sequence[tuple[str, bytes | None]]
) -> Iterator[Opened]:
    """Yield what becomes of files, up to and with the one at which a child ended."""
    turns = itertools.cycle(children)
    for name, data in files:
        if data is None:
            yield Opened(name, None, said("It cannot be opened."))
            continue
        answer = next(turns).answer()
        if answer is None:
            yield Opened(name, None, _ENDED)
            return
        yield _told(name, answer)


def _told(name: str, answer: bytes) -> Opened:
    """Return what a child says of a file: a sentence, or what it read."""
    try:
        if answer[:1] == _REFUSED:
            return Opened(name, None, sentence.unpacked(answer[1:]))
        return Opened(name, document.accepted(*columns.unpack(answer[1:])))
    except (ValueError, TypeError, KeyError, AttributeError):  # no answer of a child that is whole
        return Opened(name, None, _ENDED)


class _Child:
    """A process that judges files one after the other; it is sent the next while one is taken in."""

    def __init__(self, today: str, files: Sequence[bytes]) -> None:
        self._process = subprocess.Popen(
            roles.command("reading", today),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._writer = threading.Thread(target=self._send, args=(files,), daemon=True)
        self._writer.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._process.kill()
        self._writer.join()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()

    def _send(self, files: Sequence[bytes]) -> None:
        pipe = self._process.stdin
        with suppress(OSError):  # the child ended: `answer` says so
            for data in files:
                _put(pipe, data)
            if pipe is not None:
                pipe.close()

    def answer(self) -> bytes | None:
        """Return what it says of the next file; None where it ended."""
        timer = threading.Timer(PATIENCE, self._process.kill)
        timer.start()
        try:
            return _get(self._process.stdout)
        finally:
            timer.cancel()


def _put(pipe: IO[bytes] | None, data: bytes) -> None:
    if pipe is not None:
        pipe.write(_SIZE.pack(len(data)) + data)
        pipe.flush()


def _get(pipe: IO[bytes] | None) -> bytes | None:
    """Return the next message of a pipe, None at its end."""
    head = pipe.read(_SIZE.size) if pipe is not None else b""
    if pipe is None or len(head) < _SIZE.size:
        return None
    (length,) = _SIZE.unpack(head)
    data = pipe.read(length)
    return data if len(data) == length else None


def main(today: str) -> None:
    """Judge each file that comes in, and answer with what it holds or a sentence."""
    limit()
    gc.disable()  # it lives for a moment, and what it makes has no circles
    while (data := _get(sys.stdin.buffer)) is not None:
        _put(sys.stdout.buffer, _verdict(data, today))


def _verdict(data: bytes, today: str) -> bytes:
    try:
        package, tables = hostile.checked(data, today=today)
    except KnownError as error:
        why = sentence.together(filter(None, (error.message, error.hint)))
        return _REFUSED + sentence.packed(why)
    return _TAKEN + columns.pack({"labormeter": package["labormeter"]}, tables)


def limit() -> None:
    """Take memory, time and files away from this process, where the system can."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on Windows

    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, PROCESSOR),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(OSError, ValueError):
            resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    main(sys.argv[1])
