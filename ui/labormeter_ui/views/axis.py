"""The axis of time: days since 1970, named as the locale writes them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QDate, QLocale

from labormeter_ui import words
from labormeter_ui.presenters.days import EPOCH

if TYPE_CHECKING:
    from collections.abc import Sequence


class DateAxis(pg.AxisItem):  # type: ignore[misc]
    """Days since 1970, written as dates of the locale."""

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        """Return the days that are named: as many as fit."""
        room = max(int(size / 74), 2)
        return [(1.0, [day + 0.5 for day in ticks(low, high, room)])]

    def tickStrings(self, values: Sequence[float], _scale: float, _spacing: float) -> list[str]:
        """Return the names of these days."""
        days = [date.fromordinal(int(value) + EPOCH) for value in values]
        if len(days) < 2:  # noqa: PLR2004 - a step needs two
            return [_written(day, "d MMM") for day in days]
        step = (days[1] - days[0]).days
        if step >= 365:  # noqa: PLR2004 - a year
            return [str(day.year) for day in days]
        return [_written(day, "MMM yyyy" if step >= 28 else "d MMM") for day in days]  # noqa: PLR2004


class CountAxis(pg.AxisItem):  # type: ignore[misc]
    """Whole numbers, as the locale writes them: there is no half an act. Or money, or time."""

    measure = "acts"

    def tickStrings(self, values: Sequence[float], scale: float, _spacing: float) -> list[str]:
        """Return the names of whole numbers, nothing for those between."""
        if self.measure in {"worth", "owed", "captcha"}:
            return [words.measured(round(value * scale), self.measure) for value in values]
        found = (value * scale for value in values)
        return [words.number(round(one)) if one == round(one) else "" for one in found]


def _written(day: date, form: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), form)


def ticks(low: float, high: float, room: int) -> list[int]:
    """Return up to `room` days between two, at whole years, months, weeks or days."""
    first, last = date.fromordinal(int(low) + EPOCH), date.fromordinal(int(high) + EPOCH)
    span = max((last - first).days, 1)
    months = next((step for step in (1, 2, 3, 6, 12, 24, 60) if span / (30 * step) <= room), 120)
    if span > 30 * room or span > 200:  # noqa: PLR2004 - half a year reads better in months
        return [day for day in _months(first, last, months) if low <= day <= high]
    step = next((step for step in (1, 2, 7, 14) if span / step <= room), 28)
    origin = first.toordinal() - EPOCH
    origin += -(first.weekday() if step >= 7 else 0) % step  # noqa: PLR2004 - weeks begin on Monday
    return [day for day in range(origin, int(high) + 1, step) if low <= day <= high]


def _months(first: date, last: date, step: int) -> list[int]:
    found, number = [], first.year * 12 + first.month - 1
    number -= number % step
    while number <= last.year * 12 + last.month - 1:
        found.append(date(number // 12, number % 12 + 1, 1).toordinal() - EPOCH)
        number += step
    return found
