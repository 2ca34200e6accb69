"""Amounts: exact fractions to be converted, whole millionths to be added, and text to be shown."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

MILLION: Final = 1_000_000

_PLAIN: Final = re.compile(r"[0-9]{1,15}(\.[0-9]{1,15})?")
_MARKS: Final = {"en": (",", "."), "fr": ("\u202f", ",")}


def exact(text: str) -> Fraction:
    """Return a plain decimal as it stands, without a float between; ValueError for any other."""
    if not _PLAIN.fullmatch(text):
        raise ValueError("a plain decimal is wanted, such as 0.001")
    return Fraction(text)


def millionths(amount: Fraction) -> int:
    """Return an amount in whole millionths, halves to even."""
    return round(amount * MILLION)


def decimal(amount: int, *, marks: str = "en", group: bool = False) -> str:
    """Return millionths as an exact decimal: 1500000 is `1.5`."""
    return _written(amount, 6, marks=marks, group=group, least=0)


def shown(amount: int, currency: str = "", language: str = "en") -> str:
    """Return millionths as a person reads them, with the currency's code after them.

    From one unit on with two decimals; below with as many as three figures need, at most six.
    What is not zero is never shown as zero.
    """
    text = _written(amount, _places(amount), marks=language, group=True, least=2)
    return f"{text}\u00a0{currency}" if currency else text


def _places(amount: int) -> int:
    """Return how many decimals give three figures."""
    if abs(amount) >= MILLION:
        return 2
    return min(6, max(2, 9 - len(str(abs(amount)))))


def _written(amount: int, places: int, *, marks: str, group: bool, least: int) -> str:
    thousand, point = _MARKS.get(marks, _MARKS["en"])
    scaled = round(Fraction(abs(amount), 10 ** (6 - places)))
    whole, rest = divmod(scaled, 10**places)
    digits = f"{rest:0{places}}".rstrip("0").ljust(least, "0") if places else ""
    text = f"{whole:,}".replace(",", thousand) if group else str(whole)
    sign = "-" if amount < 0 and scaled else ""
    return f"{sign}{text}{point}{digits}" if digits else f"{sign}{text}"
