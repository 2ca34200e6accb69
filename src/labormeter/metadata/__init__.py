"""What a file says about the person, besides what it is for.

Head and tail of a file go in, the kinds of metadata that it discloses come out. A reader a
container; what a file is, its first bytes say, never its name or the type that was declared.

The readers are of the standard library alone: they run inside somebody's upload, on bytes from
strangers, with the middle missing, and are worth 50 ms and 8 MB. docs/metadata.md says which
libraries were tried and why none holds to that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from labormeter.metadata.containers import reader
from labormeter.metadata.fact import Fact
from labormeter.metadata.kinds import KINDS
from labormeter.metadata.sight import Sight
from labormeter.model import Disclosure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter.model import Sure, Window

_FACT: Final = 3
"""Steps that a fact costs beyond its finding."""

__all__ = ["Fact", "disclosures", "facts"]


def disclosures(window: Window, media_type: str = "") -> tuple[Disclosure, ...]:
    """Return the kinds of metadata that a file discloses, in the order of `kinds.KINDS`.

    `seen`: a value was read. `seen-partly`: the file announces it, and the value lies in the
    middle, which was not read. `media_type` is what was declared: it is not believed. Never
    raises; no value is returned or kept.
    """
    del media_type
    sure: dict[str, Sure] = {}
    for fact in _found(window):
        if sure.get(fact.kind) != "seen":
            sure[fact.kind] = fact.sure
    return tuple(Disclosure(kind, sure[kind]) for kind in KINDS if kind in sure)


def facts(window: Window) -> tuple[Fact, ...]:
    """Return kind, tag and value of everything found: for the screen alone, never stored."""
    return tuple(dict.fromkeys(_found(window)))


def _found(window: Window) -> Iterator[Fact]:
    sight = Sight.of(window)
    try:
        for fact in reader(sight)(sight):
            yield fact
            sight.budget.step(_FACT)
    except Exception:  # noqa: BLE001 - foreign bytes: whatever a reader trips over, the upload goes on
        return
