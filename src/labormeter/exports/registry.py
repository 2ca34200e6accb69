"""The one list of formats: what an export can be written as."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from labormeter.exports.beancount import beancount
from labormeter.exports.choice import GRAINS, Grain
from labormeter.exports.hledger import hledger

if TYPE_CHECKING:
    from collections.abc import Callable

    from labormeter.exports.journal import Journal

JOURNALS: Final[dict[str, Callable[[Journal], str]]] = {
    "hledger": hledger,
    "beancount": beancount,
}
"""Formats that a journal can be written in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A format: the end of its file's name, and what can be chosen of it."""

    name: str
    suffix: str
    grains: tuple[Grain, ...] = ("act",)
    """The first is what it has where nothing is asked for."""
    part: bool = True
    """Whether days and platforms can be chosen."""
    hashes: bool = False
    """Whether it can carry hashes."""
    text: bool = False
    """Whether it can be printed."""


_ALL: Final = (
    Form(name="full", suffix=".zip", hashes=True),
    Form(name="csv", suffix=".csv", grains=GRAINS, hashes=True, text=True),
    Form(name="jsonl", suffix=".jsonl", grains=GRAINS, hashes=True, text=True),
    Form(name="parquet", suffix=".parquet", grains=GRAINS, hashes=True),
    Form(name="card", suffix=".json", grains=("week",), text=True),
    Form(name="json", suffix=".json", grains=("week",), text=True),
    Form(name="sqlite", suffix=".db", part=False),
    Form(name="hledger", suffix=".journal", grains=("day",), text=True),
    Form(name="beancount", suffix=".beancount", grains=("day",), text=True),
)
FORMS: Final = {form.name: form for form in _ALL}
"""Every format by its name, the fullest first."""
