"""Explains a figure: which observation, why it and not another, from where, and how converted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from labormeter.valuation.calendar import Price, amount
from labormeter.valuation.currencies import DOLLAR
from labormeter.valuation.lens import MARKETS, Absent
from labormeter.valuation.money import millionths
from labormeter.valuation.price_map import HOUR, REVENUE

if TYPE_CHECKING:
    from labormeter.valuation.book import Book, Reference
    from labormeter.valuation.calendar import Calendar
    from labormeter.valuation.lens import Reading
    from labormeter.valuation.rate import Rate


SENTENCES: Final = {
    "each": "{0} acts for the amount.",
    "factor": "Times {0}: see the note of the choice.",
    "same": "Seen in {0}: nothing to convert.",
    "carried": "Carried from {0} to {1} by US consumer prices (CPI-U).",
    "exchanged": "{0} to {1} at the average of {2}.",
    "exchanged_late": "{0} to {1} at the average of {2}, the year on file for {3}.",
    "exchanged_unsure": "{0} to {1} at the average of {2}, recalled and not confirmed.",
    "exchanged_late_unsure": "{0} to {1} at the average of {2}, the year on file for {3}, recalled and not confirmed.",
}
"""Each kind of conversion in English."""

_FORMER: Final = {"x": "twitter"}
"""What the book's sources call a platform that has another name since."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """One step from what a source says to what is shown; its values as text, in order."""

    kind: str
    values: tuple[str, ...]

    def __init__(self, kind: str, *values: str) -> None:
        object.__setattr__(self, "kind", kind)
        object.__setattr__(self, "values", values)

    def __str__(self) -> str:
        return SENTENCES[self.kind].format(*self.values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One rate that a price rests on, and how it was carried to the currency of the reading."""

    role: str
    """`low`, `central` or `high`."""
    reference: str
    rate: Rate
    amount: int
    """Millionths of the reading's currency for an act, an hour or a year."""
    steps: tuple[Conversion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """An observation of the same act and side that was not used, and why."""

    rate: Rate
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why an act is worth what it is in one week; `price` is Absent where it has none."""

    platform: str
    activity: str
    week: str
    price: Price | Absent
    mapped: str
    """The book's word for the act, and the reason of the price map."""
    used: tuple[Step, ...] = ()
    passed: tuple[Passed, ...] = ()
    finer: str = ""


def explain(
    calendar: Calendar, platform: str, activity: str, week: str, finer: str = ""
) -> Explanation:
    """Return the explanation of a price of a calendar."""
    book, reading = calendar.book(week), calendar.reading
    price = calendar.price(platform, activity, week, finer)
    line = book.prices.line(platform, activity, finer)
    references = () if isinstance(price, Absent) else price.quote.references
    used = tuple(
        _step(book, reading, role, one, week)
        for role, one in zip(("low", "central", "high"), references, strict=False)
    )
    word = (line.price if line else "") or activity
    return Explanation(
        platform=platform,
        activity=activity,
        week=week,
        price=price,
        mapped=f"{activity} is {word} in the book. {line.reason if line else ''}".strip(),
        used=used,
        passed=_passed(book, reading, (platform, word), {step.rate.id for step in used}),
        finer=finer,
    )


def _step(book: Book, reading: Reading, role: str, reference: Reference, week: str) -> Step:
    rate = book.rates[reference.id]
    return Step(
        role=role,
        reference=reference.text,
        rate=rate,
        amount=millionths(amount(book, reading, reference, int(week[:4]))),
        steps=conversions(book, reading, reference, int(week[:4])),
    )


def conversions(
    book: Book, reading: Reading, reference: Reference, year: int
) -> tuple[Conversion, ...]:
    """Return what `calendar.amount` does to a reference for an act of a year."""
    rate, money = book.rates[reference.id], book.currencies
    steps = [Conversion("each", str(rate.each))] if rate.each > 1 else []
    if reference.factor != 1:
        steps.append(Conversion("factor", str(reference.factor)))
    deflated = reading.deflated and reading.lens != "time"
    if rate.currency == reading.currency and not deflated:
        return (*steps, Conversion("same", rate.currency))
    if rate.currency != DOLLAR:
        filed = money.nearest(rate.currency, rate.year)
        steps.append(_exchange(book, rate.currency, DOLLAR, filed=filed, wanted=rate.year))
    if deflated and rate.year != book.reference_year:
        steps.append(Conversion("carried", str(rate.year), str(book.reference_year)))
    if reading.currency != DOLLAR:
        filed = money.latest(reading.currency, year)
        steps.append(_exchange(book, DOLLAR, reading.currency, filed=filed, wanted=year))
    return tuple(steps)


def _exchange(book: Book, source: str, target: str, *, filed: int, wanted: int) -> Conversion:
    listed = target if source == DOLLAR else source
    kind = "exchanged" if filed == wanted else "exchanged_late"
    if (listed, filed) in book.currencies.unsure:
        kind += "_unsure"
    return Conversion(kind, source, target, str(filed), str(wanted))


def _passed(
    book: Book, reading: Reading, act: tuple[str, str], used: set[str]
) -> tuple[Passed, ...]:
    platform, word = act
    match reading.lens:
        case "time":
            market = MARKETS.get(reading.floor)
            rates = [
                rate
                for rate in book.observed("worker", HOUR)
                if market is None or (rate.market, rate.country) == (market, reading.country)
            ]
        case "platform":
            names = {platform, _FORMER.get(platform, platform)}
            rates = [one for one in book.observed("platform", REVENUE) if one.platform in names]
        case "worker" | "buyer":
            rates = [*book.observed(reading.lens, word), *book.observed("claimed", word)]
    return tuple(
        Passed(rate=rate, reason=why_not(rate, reading)) for rate in rates if rate.id not in used
    )


def why_not(rate: Rate, reading: Reading) -> str:
    """Return why an observation is not the one that prices an act."""
    if rate.background:
        return "Background only: this price list cannot be cited."
    if not rate.checked:
        return "Unchecked: recalled from the literature and not found again."
    if rate.side == "claimed":
        return "Claimed: nobody was seen to pay it."
    if reading.as_of == "nearest":
        return "Another observation is nearer in date."
    return "Another observation was reviewed as lower, central or upper."
