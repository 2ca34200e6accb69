"""Acts added by hand: what the form holds, and whether it can be kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from labormeter.archives import by_hand
from labormeter_ui.picture import midnight

if TYPE_CHECKING:
    from collections.abc import Collection

    from labormeter.model import Act

REWARD = "reward"
NOON = 12 * 3600 * 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What the person wrote: `amount` and `unit` only for a reward."""

    platform: str
    activity: str
    count: int = 1
    day: str = ""
    amount: str = ""
    unit: str = ""


def acts(
    form: Form, *, now: int, today: str, utc_offset: int, currencies: Collection[str]
) -> list[Act]:
    """Return the acts of a form, of now or of the noon of an earlier day.

    Raises ValueError with a sentence where it cannot be kept.
    """
    if not by_hand.is_platform(form.platform):
        raise ValueError(
            QT_TRANSLATE_NOOP("Library", "A platform is written as facebook, x or bing.")
        )
    if not form.day or form.day > today:
        raise ValueError(QT_TRANSLATE_NOOP("Library", "Name a day that has begun."))
    quantity, unit = 1, ""
    if form.activity == REWARD:
        quantity, unit = by_hand.received(form.amount, form.unit, currencies)
    at = now if form.day == today else midnight(form.day, utc_offset) + NOON
    return by_hand.acts(
        platform=form.platform,
        activity=form.activity,
        count=form.count,
        at=at,
        utc_offset=utc_offset,
        quantity=quantity,
        unit=unit,
    )
