"""Sources: the first word of a reader, which names a place in an exchange."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from labormeter.rules.fault import FormatError, suggestion
from labormeter.rules.view import MISSING

if TYPE_CHECKING:
    from collections.abc import Callable

    from labormeter.rules.decode import Values
    from labormeter.rules.view import Half, View

PLAIN: Final = ("method", "host", "path", "json", "body", "item", "status")
"""Sources that stand alone; `path.NAME` is what a path pattern keeps under a name."""
NAMED: Final = ("path", "query", "header", "cookie", "form", "part")
"""Sources that want a name after a dot."""
ANSWERS: Final = ("header", "cookie", "form", "part", "json", "body", "item", "status")
"""What may follow `response.`."""


@dataclass(frozen=True, slots=True)
class Source:
    """A place in an exchange, and what must have been read of the exchange to know it."""

    find: Callable[[View], Values]
    head: bool
    body: bool
    answer: bool
    answer_body: bool
    items: bool
    captures: tuple[str, ...]


def find_source(text: str) -> Source:
    """Parse a source; raises FormatError with a sentence."""
    answer = text.startswith("response.")
    word, dot, name = text.removeprefix("response.").partition(".")
    name = name.strip('"')
    _check(text, word, dot, name, answer=answer)
    in_body = word in ("form", "part", "json", "body", "item")
    return Source(
        find=_answer(word, name) if answer else _request(word, name),
        head=not answer and not in_body and word != "status",
        body=not answer and in_body,
        answer=answer or word == "status",
        answer_body=answer and in_body,
        items=word == "item",
        captures=(name,) if word == "path" and name else (),
    )


def _check(text: str, word: str, dot: str, name: str, *, answer: bool) -> None:
    known = ANSWERS if answer else (*PLAIN, *NAMED)
    if word not in known:
        raise FormatError(f"{text} is no place in an exchange.{suggestion(word, known)}")
    if word not in PLAIN and not name:
        raise FormatError(f"{text} needs a name after a dot, as in {word}.NAME.")
    if dot and word not in NAMED:
        raise FormatError(
            f"{text} takes no name; write {text.removesuffix('.' + name)} | {name} to walk into it."
        )


def _request(word: str, name: str) -> Callable[[View], Values]:
    if word == "path" and name:
        return lambda view: [view.captures[name]] if name in view.captures else []
    if word in ("method", "host", "path"):
        return lambda view: [getattr(view.documents.request.message, word)]
    if word == "item":
        return lambda view: [] if view.item is MISSING else [view.item]
    if word == "status":
        return _answer(word, name)
    read = _half(word, name)
    return lambda view: read(view.documents.request)


def _answer(word: str, name: str) -> Callable[[View], Values]:
    if word == "item":
        return lambda view: [] if view.answer is MISSING else [view.answer]
    if word == "status":
        return lambda view: (
            []
            if view.documents.exchange.response is None
            else [view.documents.exchange.response.status]
        )
    read = _half(word, name)
    return lambda view: [] if view.documents.response is None else read(view.documents.response)


def _half(word: str, name: str) -> Callable[[Half], Values]:
    lower = name.lower()
    table: dict[str, Callable[[Half], Values]] = {
        "query": lambda half: half.query(name),
        "header": lambda half: half.header(lower),
        "cookie": lambda half: half.cookie(name),
        "form": lambda half: half.form(name),
        "part": lambda half: half.form(name),
        "json": lambda half: half.json(),
        "body": lambda half: half.body(),
    }
    return table[word]
