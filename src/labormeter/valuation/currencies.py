"""Exchange rates and the price index, a figure a year."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from labormeter.valuation.money import MILLION, exact, millionths

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

DOLLAR: Final = "USD"
POINT: Final = "POINT"
"""Not money: what a platform gives instead of it."""


@dataclass(frozen=True, slots=True)
class Currencies:
    """Yearly averages: units of a currency for one US dollar, and the US price index."""

    per_dollar: Mapping[str, Mapping[int, Fraction]]
    index: Mapping[int, Fraction]
    unsure: frozenset[tuple[str, int]] = frozenset()
    """Rates recalled and not confirmed."""

    @property
    def known(self) -> tuple[str, ...]:
        """Return the codes that worth can be shown in."""
        return tuple(sorted({DOLLAR, *self.per_dollar}))

    def nearest(self, currency: str, year: int) -> int:
        """Return the year on file nearest to `year`, the earlier of two: for an observation."""
        if currency == DOLLAR or year in self.per_dollar[currency]:
            return year
        return min(self.per_dollar[currency], key=lambda filed: (abs(filed - year), filed))

    def latest(self, currency: str, year: int) -> int:
        """Return the latest year on file at or before `year`, else the first: for an act."""
        if currency == DOLLAR or year in self.per_dollar[currency]:
            return year
        filed = self.per_dollar[currency]
        return max((one for one in filed if one <= year), default=min(filed))

    def rate(self, currency: str, filed: int) -> Fraction:
        """Return units of the currency for one dollar in a year on file."""
        return Fraction(1) if currency == DOLLAR else self.per_dollar[currency][filed]

    def dollars(self, amount: Fraction, currency: str, year: int) -> Fraction:
        """Return an amount observed in `year` in dollars of that year."""
        return amount / self.rate(currency, self.nearest(currency, year))

    def carried(self, dollars: Fraction, year: int, to: int) -> Fraction:
        """Return dollars of a year as dollars of another, by the price index."""
        return dollars * self._level(to) / self._level(year)

    def _level(self, year: int) -> Fraction:
        if year in self.index:
            return self.index[year]
        return self.index[min(self.index, key=lambda filed: (abs(filed - year), filed))]

    def spent(self, dollars: Fraction, currency: str, year: int) -> Fraction:
        """Return dollars in the currency at the average of the year of the act."""
        return dollars * self.rate(currency, self.latest(currency, year))

    def converted(self, amount: int, source: str, target: str, year: int) -> int:
        """Return millionths of one currency in millionths of another at a year's average."""
        if source == target:
            return amount
        money = Fraction(amount, MILLION) / self.rate(source, self.latest(source, year))
        return millionths(self.spent(money, target, year))


def currencies(
    rates: Iterable[Mapping[str, str]], index: Iterable[Mapping[str, str]]
) -> Currencies:
    """Return the tables made of the rows of `currencies.csv` and `prices.csv`."""
    per_dollar: dict[str, dict[int, Fraction]] = {}
    unsure = set()
    for row in rates:
        rate, year = exact(row["rate"]), int(row["year"])
        given = 1 / rate if row["quoted"] == "usd_per_unit" else rate
        per_dollar.setdefault(row["currency"], {})[year] = given
        if row["verified"] == "memory":
            unsure.add((row["currency"], year))
    levels = {int(row["year"]): exact(row["index"]) for row in index}
    return Currencies(per_dollar, levels, frozenset(unsure))
