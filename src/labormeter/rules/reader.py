"""Readers: where in an exchange a value stands, written as `SOURCE | step | step`.

    form.variables | json | input.feedback_id | base64 | strip feedback:

A reader is parsed once, into a closure. Several in a list mean the first that finds something;
`a + b` joins what both find with a colon and finds nothing where one is missing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from labormeter.rules.decode import MANY, Values, number_of, present, text_of
from labormeter.rules.fault import FormatError
from labormeter.rules.source import find_source
from labormeter.rules.step import Step, decodes, mistaken, parse_step

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from labormeter.rules.view import View

type Find = Callable[[View], Values]

_BREAKS: Final = (ValueError, TypeError, RecursionError, OverflowError, LookupError)


@dataclass(frozen=True, slots=True)
class Reader:
    """A parsed reader; two with the same text are equal."""

    text: str
    find: Find = field(repr=False, compare=False)
    head: bool = field(compare=False, default=False)
    """Everything it needs is known at the request's headers."""
    body: bool = field(compare=False, default=False)
    """It reads the request's body."""
    answer: bool = field(compare=False, default=False)
    """It reads the response."""
    answer_body: bool = field(compare=False, default=False)
    """It reads the response's body."""
    items: bool = field(compare=False, default=False)
    """It reads an item of a list."""
    captures: tuple[str, ...] = field(compare=False, default=())
    """Names in the path that it reads."""

    @classmethod
    def parse(cls, given: object) -> Reader:
        """Parse one reader or a list of them; raises FormatError with a sentence."""
        texts = listed(given)
        if not texts:
            raise FormatError("A reader is missing.")
        readers = [_sum(text) for text in texts]
        return readers[0] if len(readers) == 1 else _first(readers)

    def values(self, view: View) -> Values:
        """Return what it finds; never raises, whatever the exchange holds."""
        try:
            return self.find(view)
        except _BREAKS:  # foreign input: a decoder missed a case, so there is nothing to read
            return []

    def text_at(self, view: View) -> str | None:
        """Return the first value that says something, as text."""
        for value in self.values(view):
            if present(value) and (text := text_of(value)):
                return text
        return None

    def texts_at(self, view: View) -> tuple[str, ...]:
        """Return all values that say something, as texts."""
        found = [text_of(value) for value in self.values(view) if present(value)]
        return tuple(text for text in found if text)

    def number_at(self, view: View) -> int | None:
        """Return the first value that is a number, rounded."""
        for value in self.values(view):
            if (number := number_of(value)) is not None:
                return round(number)
        return None

    def sum_at(self, view: View) -> int:
        """Return the sum of all values that are numbers, rounded."""
        numbers = [number_of(value) for value in self.values(view)]
        return round(sum(number for number in numbers if number is not None))


def listed(given: object) -> list[str]:
    """Return one text or a list of texts as a list."""
    return [str(text) for text in given] if isinstance(given, list) else [str(given)]


def _merged(text: str, readers: Sequence[Reader], find: Find) -> Reader:
    return Reader(
        text=text,
        find=find,
        head=all(reader.head for reader in readers),
        body=any(reader.body for reader in readers),
        answer=any(reader.answer for reader in readers),
        answer_body=any(reader.answer_body for reader in readers),
        items=any(reader.items for reader in readers),
        captures=tuple(name for reader in readers for name in reader.captures),
    )


def _first(readers: Sequence[Reader]) -> Reader:
    def find(view: View) -> Values:
        for reader in readers:
            found = reader.values(view)
            if any(present(value) for value in found):
                return found
        return []

    return _merged(", else ".join(reader.text for reader in readers), readers, find)


def _sum(text: str) -> Reader:
    readers = [_single(part.strip()) for part in text.split(" + ")]
    if len(readers) == 1:
        return readers[0]

    def find(view: View) -> Values:
        found = [reader.text_at(view) for reader in readers]
        texts = [text for text in found if text is not None]
        return [":".join(texts)] if len(texts) == len(readers) else []

    return _merged(text, readers, find)


@lru_cache(maxsize=4096)  # a pack says the same reader in rule after rule
def _single(text: str) -> Reader:
    first, *rest = (part.strip() for part in text.split(" | "))
    source = find_source(first)
    for before, part in zip([first, *rest], rest, strict=False):
        if mistaken(before, part):
            raise FormatError(
                f'{part} is a verb; a key of that name is written in quotes: "{part}".'
            )
    steps = [parse_step(part) for part in rest]
    find = source.find
    # what several readers share (a form field decoded from JSON, say) is decoded once
    cut = max((place + 1 for place, part in enumerate(rest) if decodes(part)), default=0)
    if cut:
        own = source.items or bool(source.captures)
        find = _cached(" | ".join([first, *rest[:cut]]), _chain(find, steps[:cut]), own=own)
    return Reader(
        text=text,
        find=_chain(find, steps[cut:]),
        head=source.head,
        body=source.body,
        answer=source.answer,
        answer_body=source.answer_body,
        items=source.items,
        captures=source.captures,
    )


def _cached(key: str, find: Find, *, own: bool) -> Find:
    return lambda view: view.cached(key, find, own=own)


def _chain(find: Find, steps: Sequence[Step]) -> Find:
    if not steps:
        return find

    def chained(view: View) -> Values:
        values = find(view)
        for step in steps:
            values = step(values)[:MANY]
        return values

    return chained
