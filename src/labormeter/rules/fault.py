"""Faults of a pack: values, collected and shown together."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a pack: the file, the rule (or part) of it, and a sentence."""

    file: str
    rule: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.file}: {self.rule}: {self.sentence}"


class FormatError(ValueError):
    """A reader, glob or path that cannot be understood; its text is the sentence."""


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return ` Did you mean ...?` where a known word is near, else nothing."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f" Did you mean {near[0]}?" if near else ""
