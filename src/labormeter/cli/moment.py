"""Times as a person writes them, on the clock of this machine."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Final

import click

from labormeter.model import SECOND

_UNITS: Final = {"s": SECOND, "m": 60 * SECOND, "h": 3600 * SECOND}


def microseconds(moment: datetime) -> int:
    """Return a time as microseconds since 1970 UTC; without an offset it is local."""
    aware = moment.astimezone()
    whole = int(aware.replace(microsecond=0).timestamp())
    return whole * SECOND + aware.microsecond


def read(text: str, *, end: bool = False) -> int:
    """Return an ISO date or time in microseconds; a date means its start, or its end.

    Raises ValueError where it is neither.
    """
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        day = date.fromisoformat(text) + timedelta(days=1 if end else 0)
        return microseconds(datetime(day.year, day.month, day.day))  # noqa: DTZ001 - local
    return microseconds(datetime.fromisoformat(text))


class Moment(click.ParamType[int]):
    """An option that takes an ISO date or time; `end` makes a date mean all of that day."""

    name = "when"

    def __init__(self, *, end: bool = False) -> None:
        self._end = end

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """Return microseconds; a usage error where the text is no time."""
        if isinstance(value, int):
            return value
        try:
            return read(str(value), end=self._end)
        except (ValueError, OverflowError, OSError):
            self.fail(f"{value}: write a date as 2026-06-01 or 2026-06-01T18:30.", param, ctx)


class Duration(click.ParamType[int]):
    """An option that takes a length of time: `30m`, `2h`, `90s`."""

    name = "duration"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """Return microseconds; a usage error where the text is no length of time."""
        if isinstance(value, int):
            return value
        if not (found := re.fullmatch(r"([0-9]{1,6})([smh])", str(value))):
            self.fail(f"{value}: write a length of time as 30m, 2h or 90s.", param, ctx)
        return int(found[1]) * _UNITS[found[2]]
