"""A book: a set of rates, and the reviewed choice of a rate for each act and side."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from labormeter.valuation.rate import SIDES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from labormeter.valuation.currencies import Currencies
    from labormeter.valuation.price_map import PriceMap
    from labormeter.valuation.rate import Rate, Side
    from labormeter.valuation.timing import Timing

ANY: Final = "any"
_SIDE: Final[dict[str, Side]] = {side: side for side in SIDES}

_REFERENCE: Final = re.compile(
    r"(?P<id>[A-Za-z0-9][A-Za-z0-9_-]*)(?:\.(?P<which>low|high))?(?P<factors>(?:\*[\d.]+(?:/[\d.]+)?)*)"
)


@dataclass(frozen=True, slots=True)
class Reference:
    """Which amount of which rate, times what: `CA-10*0.5`, `RP-02.high`, `RP-04*9/250`."""

    text: str
    id: str
    which: str = "mid"
    factor: Fraction = Fraction(1)

    @classmethod
    def parse(cls, text: str) -> Reference:
        """Return the reference of a text; ValueError where it is none."""
        match = _REFERENCE.fullmatch(text)
        if match is None:
            raise ValueError(f"{text!r} is no reference to a rate")
        factor = Fraction(1)
        for part in filter(None, match["factors"].split("*")):
            top, _, bottom = part.partition("/")
            factor *= Fraction(top) / Fraction(bottom or "1")
        return cls(text, match["id"], match["which"] or "mid", factor)

    def amount(self, rate: Rate) -> Fraction:
        """Return the amount for one act, hour or year, in the currency of the rate."""
        value: Fraction = getattr(rate, self.which)
        return value * self.factor / rate.each


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The rates reviewed as lower, central and upper for one side and act, from a Monday on."""

    side: Side
    activity: str
    lower: Reference
    central: Reference
    upper: Reference
    confidence: str
    """`high` several independent observations, `medium` a good one, `low` analogy or memory."""
    note: str = ""
    platform: str = ANY
    since: str = ""
    """ISO Monday; empty from the beginning."""
    own: bool = False

    @property
    def references(self) -> tuple[Reference, Reference, Reference]:
        """Return the three references from low to high."""
        return self.lower, self.central, self.upper


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A version of the book, with what it takes to convert, time and map its rates."""

    version: str
    reviewed: str
    """ISO date of the last review."""
    title: str
    reference_year: int
    """Deflated amounts are in the money of this year."""
    rates: Mapping[str, Rate]
    choices: tuple[Choice, ...]
    currencies: Currencies
    prices: PriceMap
    timings: Mapping[str, Timing]
    hash: str = ""
    """SHA-256 of the files it was made of, first sixteen digits."""

    def chosen(self, side: Side, activity: str, platform: str, day: str) -> Choice | None:
        """Return the choice in force on an ISO day.

        The person's own stands before the shipped, a platform's before any, the later before
        the earlier.
        """
        fitting = [
            choice
            for choice in self.choices
            if (choice.side, choice.activity) == (side, activity)
            and choice.platform in {ANY, platform}
            and choice.since <= day
        ]
        return max(fitting, key=_rank, default=None)

    def observed(self, side: Side, activity: str) -> list[Rate]:
        """Return all rates of a side and act, the newest first."""
        found = [one for one in self.rates.values() if (one.side, one.activity) == (side, activity)]
        return sorted(found, key=lambda rate: (rate.day, rate.id), reverse=True)

    def prices_it(self, rate: Rate) -> bool:
        """Whether this book prices the side and act of a rate already."""
        return any((one.side, one.activity) == (rate.side, rate.activity) for one in self.choices)

    def with_own(
        self, rates: Iterable[Rate], choices: Iterable[Choice], timings: Mapping[str, Timing]
    ) -> Book:
        """Return this book with the person's rates beside the shipped ones, and a version of it.

        Nothing shipped is overwritten: an own rate stands under its own id.
        """
        added, chosen = tuple(rates), tuple(choices)
        if not (added or chosen or timings):
            return self
        mark = digest([repr(added), repr(chosen), repr(sorted(timings.items()))])
        return replace(
            self,
            version=f"{self.version}+own.{mark[:8]}",
            hash=digest([self.hash, mark]),
            rates={**{rate.id: rate for rate in added}, **self.rates},
            choices=(*self.choices, *chosen),
            timings={**self.timings, **timings},
        )


def _rank(choice: Choice) -> tuple[bool, bool, str]:
    return choice.own, choice.platform != ANY, choice.since


def digest(texts: Iterable[str]) -> str:
    """Return the first sixteen hexadecimal digits of a SHA-256 over texts."""
    whole = hashlib.sha256()
    for text in texts:
        whole.update(len(text).to_bytes(8, "big") + text.encode())
    return whole.hexdigest()[:16]


def choices(rows: Iterable[Mapping[str, str]]) -> tuple[Choice, ...]:
    """Return the choices of the rows of `central.csv`; ValueError for one that cannot be read."""
    return tuple(_choice(row) for row in rows)


def _choice(row: Mapping[str, str]) -> Choice:
    since = row["since"]
    if since and date.fromisoformat(since).weekday():
        raise ValueError(f"{row['activity']}: a rate takes effect on a Monday, not on {since}")
    lower, central, upper = (Reference.parse(row[name]) for name in ("lower", "central", "upper"))
    return Choice(
        side=_SIDE[row["side"]],
        activity=row["activity"],
        lower=lower,
        central=central,
        upper=upper,
        confidence=row["confidence"],
        note=row["note"],
        platform=row["platform"],
        since=since,
    )


def book_faults(book: Book) -> list[str]:
    """Return a sentence for each choice that the rules of the book forbid."""
    found = []
    for choice in book.choices:
        name = f"{choice.side} {choice.activity}"
        ids = [reference.id for reference in choice.references]
        if missing := [one for one in ids if one not in book.rates]:
            found.append(f"{name}: there is no rate {', '.join(missing)}.")
            continue
        found.extend(f"{name}: {fault}" for fault in _choice_faults(book, choice))
    return found


def _choice_faults(book: Book, choice: Choice) -> list[str]:
    central = book.rates[choice.central.id]
    found = [
        f"{one.id} cannot be cited and is background only."
        for one in (book.rates[reference.id] for reference in choice.references)
        if one.background
    ]
    if central.side == "claimed":
        found.append(f"{central.id} was claimed, and nobody was seen to pay it.")
    if not central.checked and any(
        other.checked and not other.background
        for other in book.observed(choice.side, choice.activity)
    ):
        found.append(f"{central.id} is unchecked, and a checked rate exists.")
    return found
