"""Sentences that are said in two languages: what is said, and what is put into it.

The library writes English and knows no other language. A sentence with something in it remembers
the words without it, so that a face can say the same in its reader's language, numbers and all.
"""

from __future__ import annotations

import json
import re
from functools import reduce
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

NOTHING: Final[Mapping[str, object]] = MappingProxyType({})


class Sentence(str):
    """A sentence in English that knows its words and its values; else a text like any other."""

    __slots__ = ("template", "values")

    template: str
    """With `{name}` where a value stands."""
    values: Mapping[str, object]


def said(template: str, /, **values: object) -> Sentence:
    """Return a sentence: a template, with `{name}` where a value stands, and these values."""
    made = Sentence(template.format(**values))
    made.template, made.values = template, values
    return made


def parts(text: str) -> tuple[str, Mapping[str, object]]:
    """Return the template of a sentence and its values; a plain text is a template without any."""
    if isinstance(text, Sentence):
        return text.template, text.values
    return text, NOTHING


_PLACE: Final = re.compile(r"\{([a-z_]{1,20})\}")
MOST: Final = 16 * 1024
"""Bytes of a sentence that came from another process."""


def together(sentences: Iterable[str], between: str = " ") -> str:
    """Return sentences one after the other, each still knowing its words; nothing for none."""
    two = "{first}" + between + "{then}"
    some = list(sentences)
    return reduce(lambda first, then: said(two, first=first, then=then), some) if some else ""


def packed(sentence: str) -> bytes:
    """Return a sentence, its words and its values for the way to another process."""
    return json.dumps(_told(sentence)).encode()


def _told(value: object) -> object:
    if isinstance(value, Sentence):
        return [value.template, {name: _told(one) for name, one in value.values.items()}]
    return value


def unpacked(data: bytes) -> str:
    """Return the sentence in bytes that may be anybody's: a text, whatever they hold.

    No template is formatted: one could ask for more than there is. Raises ValueError.
    """
    if len(data) > MOST:
        raise ValueError("longer than a sentence")
    try:
        found = _heard(json.loads(data))
    except (RecursionError, TypeError, KeyError, AttributeError) as error:
        raise ValueError("no sentence") from error
    return found if isinstance(found, str) else str(found)


def _heard(value: Any) -> str | int | float:  # noqa: ANN401 - JSON
    if not isinstance(value, list):
        if type(value) not in {str, int, float}:
            raise ValueError("no value of a sentence")
        return value  # type: ignore[no-any-return] # of these types
    template, values = value
    known = {str(name): _heard(one) for name, one in values.items()}
    if sum(len(str(one)) for one in known.values()) > MOST or template.count("{") > len(known):
        raise ValueError("a sentence with more places than values")
    made = Sentence(_PLACE.sub(lambda place: str(known[place[1]]), template))
    made.template, made.values = template, known
    return made
