"""Times as archives write them, in microseconds since 1970 UTC; None for what is none.

A time without a zone is UTC, as the platforms say of theirs. Nothing here raises.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Final

from labormeter.model import SECOND

DAY: Final = 86_400 * SECOND
_MOST: Final = 253_402_300_800  # the year 10000
_ZERO: Final = datetime(1970, 1, 1, tzinfo=UTC)
_TO_HOUR: Final = len("2023-11-14 22")
_PAST: Final = {f":{n // 60:02}:{n % 60:02}": n * SECOND for n in range(3600)}
"""Minutes and seconds as they are written, and how long after the hour they are."""
_HOURS: Final[dict[str, int]] = {}
_MANY: Final = 8_192
_MONTHS: Final = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_AMERICAN: Final = re.compile(
    r"(\d{1,2})/(\d{1,2})/(\d{2,4}),?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*([AP])\.?M\.?)?",
    re.IGNORECASE,
)
_SPOKEN: Final = re.compile(
    r"([A-Za-z]{3})[a-z]*\.? (\d{1,2}), (\d{4}),? (\d{1,2}):(\d{2}):(\d{2})\s*([AP])M(?:\s+(\S+))?"
)
_BRITISH: Final = re.compile(
    r"(\d{1,2}) ([A-Za-z]{3})[a-z]*\.? (\d{4}),? (\d{1,2}):(\d{2}):(\d{2})(?:\s+(\S+))?"
)


def seconds(given: object, scale: int = SECOND) -> int | None:
    """Return the moment of a number of seconds, or of another scale: 1,000 for milliseconds."""
    if isinstance(given, str):
        try:
            given = float(given) if "." in given else int(given)
        except ValueError:
            return None
    if isinstance(given, bool) or not isinstance(given, (int, float)) or given != given:  # noqa: PLR0124 - not a number
        return None
    if not given or abs(given) > _MOST * SECOND / scale:
        return None
    return int(given * scale)


def milliseconds(given: object) -> int | None:
    """Return the moment of a number of milliseconds."""
    return seconds(given, 1000)


def written(given: object) -> int | None:
    """Return the moment of a text: ISO 8601 in its many spellings, and those of single platforms."""
    try:  # as most archives write it: an archive has many acts of one hour, side by side
        return _HOURS[given[:_TO_HOUR]] + _PAST[given[_TO_HOUR:]]  # type: ignore[index]
    except (KeyError, TypeError):
        pass
    if not isinstance(given, str):
        return None
    if given[_TO_HOUR:] in _PAST:
        try:
            return _begun(given[:_TO_HOUR]) + _PAST[given[_TO_HOUR:]]
        except ValueError:
            pass
    text = given.strip()
    try:
        return _micros(datetime.fromisoformat(text.removesuffix(" UTC").replace("/", "-")))
    except ValueError:
        return _spelt(text[:80])


def _begun(hour: str) -> int:
    """Return the moment at which an hour begins, and remember it for the next ones."""
    begun = _micros(datetime.fromisoformat(f"{hour}:00"))
    if len(_HOURS) >= _MANY:
        _HOURS.clear()
    _HOURS[hour] = begun
    return begun


def _micros(when: datetime) -> int:
    whole = (when if when.tzinfo else when.replace(tzinfo=UTC)) - _ZERO
    return (whole.days * 86_400 + whole.seconds) * SECOND + whole.microseconds


def _spelt(text: str) -> int | None:
    for pattern, made in ((_AMERICAN, _american), (_SPOKEN, _spoken), (_BRITISH, _british)):
        if match := pattern.match(text.replace("\u202f", " ")):
            try:
                return made(*match.groups())
            except ValueError:
                return None
    return of_x(text)


def _american(  # noqa: PLR0917 - the groups of a pattern
    month: str, day: str, year: str, hour: str, minute: str, second: str | None, half: str | None
) -> int:
    full = int(year) + (2000 if len(year) <= 2 else 0)  # noqa: PLR2004 - a year of two digits
    when = datetime(
        full, int(month), int(day), _hour(hour, half), int(minute), int(second or 0), tzinfo=UTC
    )
    return _micros(when)


def _spoken(  # noqa: PLR0917 - the groups of a pattern
    month: str,
    day: str,
    year: str,
    hour: str,
    minute: str,
    second: str,
    half: str,
    zone: str | None,
) -> int:
    return _british(day, month, year, str(_hour(hour, half)), minute, second, zone)


def _british(  # noqa: PLR0917 - the groups of a pattern
    day: str, month: str, year: str, hour: str, minute: str, second: str, zone: str | None
) -> int:
    number = _MONTHS.get(month.lower())
    if number is None:
        raise ValueError
    when = datetime(int(year), number, int(day), int(hour), int(minute), int(second), tzinfo=UTC)
    return _micros(when) - _away(zone or "")


def _hour(hour: str, half: str | None) -> int:
    if half is None:
        return int(hour)
    return int(hour) % 12 + (12 if half.upper() == "P" else 0)


_ZONES: Final = {
    "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
    "AKST": -9, "AKDT": -8, "HST": -10, "GMT": 0, "UTC": 0, "BST": 1, "WET": 0, "WEST": 1,
    "CET": 1, "MEZ": 1, "CEST": 2, "MESZ": 2, "EET": 2, "EEST": 3, "MSK": 3, "JST": 9, "KST": 9,
    "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13,
}  # fmt: skip
"""Abbreviations that Google writes, in hours east of UTC; others are taken for UTC."""


def _away(zone: str) -> int:
    """Return microseconds east of UTC of an abbreviation, or of GMT+2."""
    if match := re.fullmatch(r"(?:GMT|UTC)([+-]\d{1,2})(?::?(\d{2}))?", zone):
        hours = int(match[1])
        minutes = int(match[2] or 0) * (1 if hours >= 0 else -1)
        return (hours * 60 + minutes) * 60 * SECOND
    return _ZONES.get(zone.upper(), 0) * 3600 * SECOND


def of_x(given: object) -> int | None:
    """Return the moment of `Wed Oct 10 20:19:24 +0000 2018`, as X writes it."""
    if not isinstance(given, str) or len(given) < 30 or given[19:20] != " ":  # noqa: PLR2004 - that text's length
        return None
    month = _MONTHS.get(given[4:7].lower())
    try:
        when = datetime.fromisoformat(
            f"{given[26:30]}-{month or 0:02}-{int(given[8:10]):02} {given[11:19]}{given[20:25]}"
        )
    except ValueError:
        return None
    return _micros(when)
