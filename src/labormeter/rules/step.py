"""Steps of a reader: verbs that decode or cut a value, and walks into a document."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Final

from labormeter.rules import decode
from labormeter.rules.decode import Values, number_of, text_of, walk
from labormeter.rules.fault import FormatError, suggestion
from labormeter.rules.glob import Glob

if TYPE_CHECKING:
    from collections.abc import Callable

SLIP: Final = 5
"""Letters from which a word that is nearly a verb is taken for a slip and not for a key."""

type Step = Callable[[Values], Values]
type One = Callable[[object], Values]


def _on_text(change: Callable[[str], str | None]) -> One:
    def step(value: object) -> Values:
        if (text := text_of(value)) is None:
            return []
        changed = change(text)
        return [] if changed is None else [changed]

    return step


def _strip(prefix: str) -> One:
    return _on_text(lambda text: text.removeprefix(prefix))


def _before(mark: str) -> One:
    return _on_text(lambda text: text.partition(mark)[0])


def _after(mark: str) -> One:
    return _on_text(lambda text: text.partition(mark)[2] if mark in text else None)


def _after_last(mark: str) -> One:
    return _on_text(lambda text: text.rpartition(mark)[2] if mark in text else None)


def _count(mark: str) -> One:
    def step(value: object) -> Values:
        text = text_of(value)
        return [] if text is None else [text.count(mark)]

    return step


def _glob(pattern: str) -> One:
    glob = Glob.parse(pattern)
    if len(glob.names) != 1:
        raise FormatError(f"glob {pattern} must keep one run of characters, as in a{{x}}b.")
    return _on_text(lambda text: (glob.find(text) or {}).get(glob.names[0]))


def _split(mark: str) -> One:
    def step(value: object) -> Values:
        text = text_of(value)
        pieces = [] if text is None else text.split(mark, decode.MANY)[: decode.MANY]
        return [piece.strip() for piece in pieces if piece.strip()]

    return step


def _divide(by: str) -> One:
    if not by.isdecimal() or int(by) == 0:
        raise FormatError(f"divide needs a whole number above 0, not {by}.")

    def step(value: object) -> Values:
        number = number_of(value)
        return [] if number is None else [-(-int(number) // int(by))]

    return step


def _join(values: Values) -> Values:
    texts = [text for value in values if (text := text_of(value))]
    return [":".join(texts)] if texts else []


DECODERS: Final[dict[str, One]] = {
    "json": decode.json_document,
    "json-first": decode.json_first,
    "jsonp": decode.jsonp,
    "percent": decode.percent,
    "base64": decode.base64,
    "base64dot": decode.base64dot,
    "protobuf": decode.protobuf,
}
PLAIN: Final[dict[str, One]] = {
    **DECODERS,
    "length": decode.length,
    "keys": decode.keys,
    "lower": _on_text(str.lower),
    "text": _on_text(str),
    "milliseconds": decode.scaled(1_000),
    "seconds": decode.scaled(1_000_000),
    "millionths": decode.scaled(1_000_000),
}
"""Verbs that stand alone, each applied to every value."""
WITH_TEXT: Final[dict[str, Callable[[str], One]]] = {
    "strip": _strip,
    "before": _before,
    "after": _after,
    "after-last": _after_last,
    "count": _count,
    "glob": _glob,
    "divide": _divide,
    "split": _split,
}
"""Verbs that want a text after them."""
VERBS: Final = frozenset(PLAIN) | frozenset(WITH_TEXT) | {"join"}
"""Reserved words; a key of that name is written in quotes."""


_KEYLIKE: Final = frozenset({"text", "join", "seconds", "milliseconds", "millionths", "lower"})


def mistaken(before: str, text: str) -> bool:
    """Whether a verb stands where only a key makes sense: right after a document."""
    return text in _KEYLIKE and before.partition(" ")[0] in (
        "json",
        "response.json",
        "json-first",
        "jsonp",
        "item",
        "response.item",
    )


def decodes(text: str) -> bool:
    """Whether a step decodes a document, so that its result is worth keeping."""
    return text in DECODERS


def _each(one: One) -> Step:
    return lambda values: [found for value in values for found in one(value)]


def parse_step(text: str) -> Step:
    """Parse one step; raises FormatError with a sentence."""
    verb, _, rest = text.partition(" ")
    if verb in WITH_TEXT:
        if not rest:
            raise FormatError(f"{verb} needs a text after it.")
        return _each(WITH_TEXT[verb](rest))
    if verb in VERBS:
        if rest:
            raise FormatError(f"{verb} stands alone, without {rest}.")
        return _join if verb == "join" else _each(PLAIN[verb])
    return _walk(text)


def _walk(text: str) -> Step:
    names = _names(text)
    slip = len(names) == 1 and len(text) >= SLIP and not text.startswith('"')
    if slip and (near := difflib.get_close_matches(text, VERBS, n=1, cutoff=0.8)):
        raise FormatError(
            f"{text} is no verb. Did you mean {near[0]}? A key of that name is written in quotes."
        )
    steps = [_each(walk(name)) for name in names]

    def step(values: Values) -> Values:
        for one in steps:
            values = one(values)[: decode.MANY]
        return values

    return step


def _names(text: str) -> list[str]:
    names, rest = list[str](), text
    while rest:
        if rest.startswith('"'):
            name, closed, rest = rest[1:].partition('"')
            if not closed or (rest and not rest.startswith(".")):
                raise FormatError(f"A quote without its pair in {text}.")
            rest = rest[1:]
        else:
            name, _, rest = rest.partition(".")
        names.append(name)
    if not names or text.endswith(".") or not all(names):
        raise FormatError(f"The walk {text or '(nothing)'} has an empty name.")
    if any(" " in name for name in names) and '"' not in text:
        word = text.partition(" ")[0]
        raise FormatError(f"{word} is no verb.{suggestion(word, VERBS)}")
    return names
