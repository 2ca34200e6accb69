"""Acts done where nothing meters them, told by the person: marked `manual`, and said so by figures."""

from __future__ import annotations

import re
import secrets
from typing import TYPE_CHECKING, Final

from labormeter.model import Act
from labormeter.sentence import said
from labormeter.valuation.currencies import POINT
from labormeter.valuation.money import exact, millionths

if TYPE_CHECKING:
    from collections.abc import Collection

RULE: Final = "manual"
MOST: Final = 10_000
"""Acts added at once."""

_SLUG: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,29}")


def is_platform(text: str) -> bool:
    """Whether a text is a platform's name as it is written in packs."""
    return _SLUG.fullmatch(text) is not None


def acts(
    *,
    platform: str,
    activity: str,
    count: int,
    at: int,
    utc_offset: int,
    quantity: int = 1,
    unit: str = "",
) -> list[Act]:
    """Return so many acts of one moment, each with an id of its own."""
    return [
        Act(
            id=secrets.token_hex(16),
            occurred_at=at,
            utc_offset=utc_offset,
            platform=platform,
            activity=activity,
            effect="do",
            rule=RULE,
            pack="",
            quantity=quantity,
            net=quantity,
            unit=unit,
            source="manual",
        )
        for _ in range(count)
    ]


def received(amount: str, unit: str, currencies: Collection[str]) -> tuple[int, str]:
    """Return the quantity and unit of a reward: whole points, or millionths of a currency.

    Raises ValueError with a sentence.
    """
    code = unit.upper()
    if code not in {POINT, *currencies}:
        known = ", ".join(currencies)
        raise ValueError(said("{unit}: choose POINT or one of {known}.", unit=unit, known=known))
    try:
        found = exact(amount)
    except ValueError:
        sentence = said("{amount}: a plain decimal is wanted, such as 0.001.", amount=amount)
        raise ValueError(sentence) from None
    quantity = int(found) if code == POINT else millionths(found)
    if quantity < 1 or (code == POINT and found != quantity):
        sentence = said("{amount}: above zero is wanted, and points are whole.", amount=amount)
        raise ValueError(sentence)
    return quantity, code
