"""Sentences that are said in two languages: what is said, and what is put into it.

The library writes English and knows no other language. A sentence with something in it remembers
the words without it, so that a face can say the same in its reader's language, numbers and all.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

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
