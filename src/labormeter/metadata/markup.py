"""XML from strangers, as a stream of events that ends where the document does or goes wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from xml.parsers import expat

from labormeter.metadata.sight import Spent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter.metadata.sight import Budget

DEEPEST: Final = 48
"""Elements within elements; deeper nesting ends the reading."""
_PIECE: Final = 16 * 1024
_PARSED: Final = 256
"""Bytes parsed that cost a step."""


@dataclass(frozen=True, slots=True)
class Markup:
    """An element that opens (with its attributes), an element that closes, or text between."""

    name: str = ""
    """`namespace local`, as expat joins them."""
    attributes: tuple[tuple[str, str], ...] = ()
    text: str | None = None
    opens: bool = True


class _Refusal(Exception):  # noqa: N818 - ends the reading, is never seen outside
    """The document does what no metadata needs."""


class _Collector:
    """Holds the events of the piece being parsed."""

    __slots__ = ("_text", "budget", "depth", "found")

    def __init__(self, budget: Budget) -> None:
        self.found: list[Markup] = []
        self.budget = budget
        self.depth = 0
        self._text = ""

    def open(self, name: str, attributes: list[str]) -> None:
        """Take an element."""
        self.settle()
        self.depth += 1
        self.budget.step(1 + len(attributes) // 2)
        if self.depth > DEEPEST:
            raise _Refusal
        pairs = tuple(zip(attributes[::2], attributes[1::2], strict=True))
        self.found.append(Markup(name, pairs))

    def close(self, name: str) -> None:
        """Take its end."""
        self.settle()
        self.depth -= 1
        self.found.append(Markup(name, opens=False))

    def text(self, piece: str) -> None:
        """Take text, which expat hands over in pieces."""
        self.budget.step()
        if len(self._text) < _PIECE:
            self._text += piece

    def settle(self) -> None:
        """Make an event of the text so far, where it is more than space."""
        if self._text.strip():
            self.found.append(Markup(text=self._text))
        self._text = ""


def events(document: bytes, budget: Budget) -> Iterator[Markup]:
    """Yield the events of a document until it ends, breaks off or spends the budget."""
    parser = expat.ParserCreate(namespace_separator=" ")
    collector = _Collector(budget)
    parser.ordered_attributes = True
    parser.buffer_text = True
    parser.StartElementHandler = collector.open
    parser.EndElementHandler = collector.close
    parser.CharacterDataHandler = collector.text
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    for start in range(0, len(document), _PIECE):
        budget.step(_PIECE // _PARSED)
        going = _fed(parser, document[start : start + _PIECE])
        collector.settle() if not going else None
        yield from collector.found
        collector.found = []
        if not going:
            return


def _refuse(*_: object) -> None:
    raise _Refusal


def _fed(parser: expat.XMLParserType, piece: bytes) -> bool:
    """Hand a piece to expat; whether the document goes on after it."""
    try:
        parser.Parse(piece, False)
    except (expat.ExpatError, _Refusal, Spent, ValueError):
        return False
    return True
