"""The values of which a PDF is written: names, numbers, strings, arrays, dictionaries, references."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from labormeter.metadata.sight import Short

if TYPE_CHECKING:
    from labormeter.metadata.sight import Budget

type Value = str | bytes | float | int | Ref | list[Value] | dict[str, Value] | None


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to an object by its number."""

    number: int


_TOKEN: Final = re.compile(
    rb"(?:[\0\t\n\f\r ]|%[^\r\n]*)*"
    rb"(?:(?P<ref>(\d{1,10})[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+R(?![A-Za-z]))"
    rb"|(?P<number>[+-]?\d*\.?\d+\.?)"
    rb"|/(?P<name>[^\0\t\n\f\r ()<>\[\]{}/%]{0,127})"
    rb"|(?P<open><<|\[)|(?P<close>>>|\])"
    rb"|(?P<text>\()|<(?P<hex>[0-9A-Fa-f\0\t\n\f\r ]*)>"
    rb"|(?P<word>[A-Za-z]{1,20}))"
)
_DEEPEST: Final = 12
_ESCAPED: Final = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|[\s\S]))")
_NAMED: Final = re.compile(r"#([0-9A-Fa-f]{2})")
_LETTERS: Final = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


class _Close:
    """The end of an array or a dictionary."""


class Reader:
    """Reads values one after another; Short where there is none."""

    __slots__ = ("at", "budget", "raw")

    def __init__(self, raw: bytes, budget: Budget, at: int = 0) -> None:
        self.raw, self.budget, self.at = raw, budget, at

    def value(self) -> Value:
        """Return the next value."""
        found = self._next(0)
        if isinstance(found, _Close):
            raise Short
        return found

    def _next(self, depth: int) -> Value | _Close:
        self.budget.step()
        found = _TOKEN.match(self.raw, self.at)
        if found is None or depth > _DEEPEST:
            raise Short
        self.at = found.end()
        match found.lastgroup:
            case "open":
                return self._many(found["open"], depth)
            case "close":
                return _Close()
            case "text":
                return self._text()
            case _:
                return _simple(found)

    def _many(self, mark: bytes, depth: int) -> Value:
        items: list[Value] = []
        while not isinstance(item := self._next(depth + 1), _Close):
            items.append(item)
        if mark == b"[":
            return items
        pairs = zip(items[::2], items[1::2], strict=False)
        return {key: value for key, value in pairs if isinstance(key, str)}

    def _text(self) -> bytes:
        """Return a string in round brackets, which may hold pairs of them."""
        start, depth = self.at, 1
        for mark in _BRACKET.finditer(self.raw, start):
            self.budget.step()
            if len(mark[0]) == 1:
                depth += 1 if mark[0] == b"(" else -1
            if not depth:
                self.at = mark.end()
                return _ESCAPED.sub(_plain, self.raw[start : mark.start()])
        raise Short


_BRACKET: Final = re.compile(rb"\\[\s\S]|[()]")


def _simple(found: re.Match[bytes]) -> Value:
    match found.lastgroup:
        case "ref":
            return Ref(int(found[2]))
        case "number":
            return _number(found["number"])
        case "name":
            return _NAMED.sub(lambda code: chr(int(code[1], 16)), found["name"].decode("latin-1"))
        case "hex":
            return _bytes(found["hex"])
        case _:
            return _WORDS.get(found["word"])


_WORDS: Final = {b"true": True, b"false": False}


def _plain(found: re.Match[bytes]) -> bytes:
    if found[1]:
        return bytes([int(found[1], 8) & 0xFF])
    return b"" if found[2] in {b"\r", b"\n", b"\r\n"} else _LETTERS.get(found[2], found[2])


def _number(raw: bytes) -> float:
    text = raw.decode("ascii")
    return float(text.rstrip(".") or 0) if "." in text else int(text)


def _bytes(digits: bytes) -> bytes:
    text = b"".join(digits.split()).replace(b"\0", b"").decode("ascii")
    return bytes.fromhex(text + "0" * (len(text) % 2))


def words(raw: bytes) -> str:
    """Return the text of a string: UTF-16 or UTF-8 where it says so, else Latin."""
    if raw.startswith(b"\xfe\xff"):
        return raw[2:].decode("utf-16-be", "replace")
    if raw.startswith(b"\xff\xfe"):
        return raw[2:].decode("utf-16-le", "replace")
    if raw.startswith(b"\xef\xbb\xbf"):
        return raw[3:].decode("utf-8", "replace")
    return raw.decode("latin-1")
