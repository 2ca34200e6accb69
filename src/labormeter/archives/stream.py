"""JSON read piece by piece: an array's items one at a time, however large the file.

    with member.open() as file:
        for path, item in stream.items(file, lambda path: path[-1:] == ("comments_v2",)): ...

Python's own scanner reads each item, so that it costs little more than `json.load`, which would
hold the whole file. What is not wanted is passed over in the same way.
"""

from __future__ import annotations

import codecs
import json
import re
from contextlib import suppress
from typing import IO, TYPE_CHECKING, Any, Final

from labormeter.archives.found import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

type Path = tuple[str, ...]
type Piece = tuple[Path, Any]
type Run = tuple[Path, list[Any]]

BLOCK: Final = 256 * 1024
"""Bytes read at a time."""
LARGEST: Final = 32 * 1024 * 1024
"""Characters that one item may have."""
DEEPEST: Final = 8
"""Objects within objects in which arrays are looked for."""

_SCAN: Final = json.JSONDecoder(strict=False).scan_once  # type: ignore[attr-defined]
_ENDS: Final = frozenset(",]}: \t\n\r;")
_SPACE: Final = re.compile(r"[ \t\n\r]*")
_BETWEEN: Final = re.compile(r"[ \t\n\r]*,?[ \t\n\r]*")
_COMMA: Final = re.compile(r"[ \t\n\r]{0,80},[ \t\n\r]{0,80}(?=\{)")
_OPENING: Final = re.compile(r'\{[ \t\n\r]{0,80}"[^"\\]{0,80}"')
_KEY: Final = 200
_SOME: Final = 500
"""Items that are handed on at a time where each is scanned by itself."""
_SCRIPT: Final = re.compile(r"\s*(?:window\.|Grailbird\.|var )[^\[{]{0,300}")
"""What X puts before its arrays."""


def items(
    file: IO[bytes], wanted: Callable[[Path], bool], whole: Callable[[Path], bool] | None = None
) -> Iterator[Piece]:
    """Yield the items of each wanted array, and each object wanted as a `whole`, by their path.

    A path is the names of the objects around it; that of a bare list is empty. Raises
    UnreadableError where the file is no JSON or breaks off; what came before was yielded then.
    """
    for path, run in runs(file, wanted, whole):
        for item in run:
            yield path, item


def runs(
    file: IO[bytes], wanted: Callable[[Path], bool], whole: Callable[[Path], bool] | None = None
) -> Iterator[Run]:
    """Yield the same as `items`, some at a time: as many as one window holds. Raises as it does."""
    text = _Text(file)
    try:
        if match := _SCRIPT.match(text.buffer):
            text.place = match.end()
        if not text.peek():
            raise UnreadableError("is empty")
        if text.peek() == "<":
            raise UnreadableError("is HTML where JSON was expected: ask the platform for JSON")
        yield from _walk(text, (), wanted, whole or never)
    except (ValueError, RecursionError) as error:
        raise UnreadableError("is not JSON, or is broken") from error


def encoding(head: bytes) -> str:
    """Return how a text is encoded, by its byte order mark: UTF-8 without one."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    return "utf-8-sig"


class _Text:
    """A window on the text of a file: what was read of it and not yet used."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        head = file.read(BLOCK)
        self._decoder = codecs.getincrementaldecoder(encoding(head))("replace")
        self.buffer = self._decoder.decode(head, not head)
        self.place = 0
        self.ended = not head

    def more(self) -> bool:
        """Read on; False at the end of the file."""
        if self.ended:
            return False
        block = self._file.read(max(BLOCK, min(len(self.buffer) - self.place, LARGEST)))
        self.ended = not block
        self.buffer = self.buffer[self.place :] + self._decoder.decode(block, self.ended)
        self.place = 0
        if len(self.buffer) > 2 * LARGEST:
            raise UnreadableError("holds an entry that is too large to be one")
        return True

    def peek(self) -> str:
        """Return the next character that is no space, empty at the end."""
        while True:
            self.place = _SPACE.match(self.buffer, self.place).end()  # type: ignore[union-attr]
            if self.place < len(self.buffer) or not self.more():
                return self.buffer[self.place : self.place + 1]

    def value(self) -> Any:  # noqa: ANN401 - any value of JSON
        """Return the next value and step over it."""
        self.peek()
        while True:
            try:
                found, end = _SCAN(self.buffer, self.place)
            except (StopIteration, ValueError):
                if self.more():
                    continue
                raise UnreadableError("breaks off, or is not JSON") from None
            if self.buffer[end : end + 1] in _ENDS or not self.more():  # a number may go on
                self.place = end
                return found

    def ahead(self) -> str:
        """Return the next characters, as many as a seam can have."""
        self.peek()
        return self.buffer[self.place : self.place + _KEY]

    def seam(self, opening: str) -> str:
        """Return what stands between the item just read and one that opens likewise, if objects."""
        key, between = _OPENING.match(opening), _COMMA.match(self.buffer, self.place)
        if not key or not between or self.buffer[self.place - 1] != "}":
            return ""
        return f"}}{between[0]}{key[0]}"

    def alike(self, seam: str) -> list[Any] | None:
        """Return the next items as far as the last seam in sight, and step over them.

        Items up to a seam are whole exactly where they are an array once they stand in brackets.
        None where they are not; an empty list where no seam is in sight.
        """
        cut = self.buffer.rfind(seam, self.place, self.place + BLOCK)
        if cut <= self.place:
            return []
        chunk = f"[{self.buffer[self.place : cut + 1]}]"
        try:
            found, end = _SCAN(chunk, 0)
        except (StopIteration, ValueError):
            return None
        self.place += end - 2
        return found or None

    def some(self) -> list[Any]:
        """Return the next items, each followed by a comma in sight, up to some; step over them."""
        buffer, place = self.buffer, self.place
        found: list[Any] = []
        with suppress(StopIteration, ValueError):
            while len(found) < _SOME:
                item, end = _SCAN(buffer, place)
                between = _BETWEEN.match(buffer, end).end()  # type: ignore[union-attr]
                if between >= len(buffer) or "," not in buffer[end:between]:
                    break
                found.append(item)
                self.place, place = end, between
        return found

    def take(self, mark: str) -> bool:
        """Step over a character, if it is the next one."""
        if self.peek() != mark:
            return False
        self.place += 1
        return True


def never(_path: Path) -> bool:
    """Want nothing."""
    return False


def _walk(
    text: _Text, path: Path, wanted: Callable[[Path], bool], whole: Callable[[Path], bool]
) -> Iterator[Run]:
    mark = text.peek()
    if mark == "[":
        yield from _array(text, path, keep=wanted(path))
    elif mark == "{" and whole(path):
        yield path, [text.value()]
    elif mark == "{" and len(path) < DEEPEST:
        yield from _object(text, path, wanted, whole)
    else:
        text.value()


def _object(
    text: _Text, path: Path, wanted: Callable[[Path], bool], whole: Callable[[Path], bool]
) -> Iterator[Run]:
    text.take("{")
    while not text.take("}"):
        name = text.value()
        if not isinstance(name, str) or not text.take(":"):
            raise UnreadableError("is not JSON")
        yield from _walk(text, (*path, name), wanted, whole)
        if not text.take(",") and text.peek() != "}":
            raise UnreadableError("breaks off, or is not JSON")


def _array(text: _Text, path: Path, *, keep: bool) -> Iterator[Run]:
    """Step through an array: many items at once as long as these are alike, else few or one."""
    text.take("[")
    if text.take("]"):
        return
    seam: str | None = None
    while True:
        run: list[Any] | None
        if seam is None:
            opening = text.ahead()
            run = [text.value()]
            seam = text.seam(opening)
        elif (run := text.alike(seam) if seam else text.some()) is None:
            seam = ""  # what parts these items stands within them as well
        run = run or [text.value()]
        if keep:
            yield path, run
        if text.take(","):
            text.peek()
        elif text.take("]"):
            return
        else:
            raise UnreadableError("breaks off, or is not JSON")
