"""The words of rates: whose side, for what, and how far a figure can be relied on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from labormeter.valuation.money import millionths
from labormeter_ui import words

if TYPE_CHECKING:
    from labormeter.valuation.rate import Rate

STANDINGS: Final = {
    "own": QT_TRANSLATE_NOOP("Words", "yours"),
    "background": QT_TRANSLATE_NOOP("Words", "background: cannot be cited, values nothing"),
    "checked": QT_TRANSLATE_NOOP("Words", "checked against its source"),
    "unchecked": QT_TRANSLATE_NOOP("Words", "unchecked: recalled and not found again"),
}
SIDES: Final = {
    "worker": QT_TRANSLATE_NOOP("Words", "a worker got it"),
    "buyer": QT_TRANSLATE_NOOP("Words", "a buyer paid it"),
    "platform": QT_TRANSLATE_NOOP("Words", "a platform earned it"),
    "claimed": QT_TRANSLATE_NOOP("Words", "only claimed"),
}
UNITS: Final = {
    "per_act": QT_TRANSLATE_NOOP("Words", "an act"),
    "per_1000": QT_TRANSLATE_NOOP("Words", "for 1000"),
    "per_hour": QT_TRANSLATE_NOOP("Words", "an hour"),
    "per_user_year": QT_TRANSLATE_NOOP("Words", "a user and year"),
    "per_person": QT_TRANSLATE_NOOP("Words", "a person"),
}


def side(slug: str) -> str:
    """Return whose side a rate was seen on."""
    return words.said(SIDES, slug)


def unit(slug: str) -> str:
    """Return what a rate is for."""
    return words.said(UNITS, slug)


def amount(rate: Rate, which: str = "mid") -> str:
    """Return an amount of a rate in the currency of its source."""
    found = getattr(rate, which)
    return words.money(millionths(found), rate.currency)
