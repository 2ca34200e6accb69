"""Plans: which cell falls into which groups, found once; every lens and currency is then a sum.

    cells --plan--> units of each group, and (week, number, groups) by what a price depends on
    plan, calendar --valued--> the lines that `tally.several` would give

A switch of currency or floor only multiplies and adds: nothing is grouped or counted again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

from labormeter.valuation.calendar import DAY
from labormeter.valuation.lens import Absent
from labormeter.valuation.sheet import week
from labormeter.valuation.tally import Groups, Sum, lines_of
from labormeter.valuation.worth import NO_PRESENCE, REWARD, UPLOAD, entry, hours

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from labormeter.model import Cell
    from labormeter.valuation.calendar import Calendar, Price
    from labormeter.valuation.lens import Lens
    from labormeter.valuation.tally import Line

type Kind = Literal["paid", "time", "platform"]
type Words = tuple[str, str, str]
type Slots = tuple[int, ...]

_FREE: Final[dict[Kind, frozenset[str]]] = {
    "paid": frozenset({REWARD, UPLOAD}),
    "time": frozenset({REWARD}),
    "platform": frozenset({REWARD}),
}
"""Activities that are valued cell by cell, as `worth.entry` says."""


def kind_of(lens: Lens) -> Kind:
    """Return the kind of plan that a lens takes."""
    return lens if lens in {"time", "platform"} else "paid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Cells by what their price depends on; a slot is a group of one of the groupings."""

    groups: tuple[Groups, ...]
    sums: list[Sum] = field(default_factory=list)
    """Units of each slot, and what is unpriced whatever the calendar."""
    plain: dict[Words, list[tuple[str, int, Slots]]] = field(default_factory=dict)
    """Week and number of units that are simply worth their price."""
    timed: dict[Words, list[tuple[str, int, int, Slots]]] = field(default_factory=dict)
    """Week, units beyond those measured, and measured microseconds, of a cell with such."""
    rest: list[tuple[Cell, Slots]] = field(default_factory=list)


def plan(cells: Iterable[Cell], kind: Kind, bys: Sequence[Sequence[str]]) -> Plan:
    """Return the plan of cells for a kind of lens and some groupings."""
    made = Plan(groups=tuple(Groups(by) for by in bys))
    places: dict[int, int] = {}
    known: dict[Slots, Slots] = {}
    finders = [one.of for one in made.groups]
    for cell in cells:
        found = [find(cell) for find in finders]
        for one in found:
            one.count(cell)
            if id(one) not in places:
                places[id(one)] = len(made.sums)
                made.sums.append(one)
        slots = tuple([places[id(one)] for one in found])
        _place(made, kind, cell, known.setdefault(slots, slots))
    return made


def _place(made: Plan, kind: Kind, cell: Cell, slots: Slots) -> None:
    """Put a cell where it is valued."""
    words = (cell.platform, cell.activity, cell.finer)
    if cell.activity in _FREE[kind] or (cell.unit and (cell.unit, kind) != (DAY, "platform")):
        made.rest.append((cell, slots))
    elif kind == "time" and (cell.seconds or cell.timed):
        measured = (week(cell.day), cell.net - cell.timed, cell.seconds, slots)
        made.timed.setdefault(words, []).append(measured)
    elif kind == "platform" and not cell.unit:
        for slot in slots:
            made.sums[slot].leave(NO_PRESENCE, cell.net)
    else:
        made.plain.setdefault(words, []).append((week(cell.day), cell.net, slots))


class _Account:
    """What each slot comes to."""

    def __init__(self, size: int) -> None:
        self.low, self.central, self.high = [0] * size, [0] * size, [0] * size
        self.assumed = [0] * size
        self.rates: list[set[tuple[str, ...]]] = [set() for _ in range(size)]
        self.reasons: dict[int, dict[str, int]] = {}
        self.stretches: dict[str, object] = {}
        """The stretch that each week lies in, the same for every kind of act."""

    def leave_all(self, missing: Mapping[str, Mapping[int, int]]) -> None:
        """Leave numbers of units unpriced, by reason and slot."""
        for reason, numbers in missing.items():
            for slot, number in numbers.items():
                self.leave((slot,), reason, number)

    def leave(self, slots: Slots, reason: str, number: int) -> None:
        for slot in slots:
            of = self.reasons.setdefault(slot, {})
            of[reason] = of.get(reason, 0) + number


class _Prices:
    """Prices of one kind of act, asked for once a stretch of weeks that have the same."""

    def __init__(self, stretches: dict[str, object], calendar: Calendar, words: Words) -> None:
        self._stretches, self._calendar, self._words = stretches, calendar, words
        self._known: dict[object, Price | Absent] = {}

    def of(self, monday: str) -> Price | Absent:
        """Return the price in an ISO week."""
        stretch = self._stretches.get(monday)
        if stretch is None:
            stretch = self._stretches[monday] = self._calendar.stretch(monday)
        price = self._known.get(stretch)
        if price is None:
            platform, activity, finer = self._words
            price = self._known[stretch] = self._calendar.price(platform, activity, monday, finer)
        return price


def valued(made: Plan, calendar: Calendar) -> list[tuple[Line, ...]]:
    """Return the lines of each grouping in a calendar's reading."""
    account = _Account(len(made.sums))
    for words, parts in made.plain.items():
        _plain(account, calendar, words, parts)
    if calendar.reading.lens == "time":
        account.assumed = account.central.copy()
    for words, measured in made.timed.items():
        _timed(account, calendar, words, measured)
    _rest(account, calendar, made.rest)
    by_group = {id(one): place for place, one in enumerate(made.sums)}
    return [
        lines_of(
            {key: _sum(account, one, by_group[id(one)]) for key, one in groups.sums.items()},
            groups.by,
        )
        for groups in made.groups
    ]


def _plain(
    account: _Account, calendar: Calendar, words: Words, parts: list[tuple[str, int, Slots]]
) -> None:
    low, central, high, rates = account.low, account.central, account.high, account.rates
    found = _Prices(account.stretches, calendar, words)
    prices: dict[str, Price | Absent] = {}
    missing: dict[str, dict[int, int]] = {}
    for monday, number, slots in parts:
        price = prices.get(monday)
        if price is None:
            price = prices[monday] = found.of(monday)
        if isinstance(price, Absent):
            left = missing.setdefault(price.reason, {})
            for slot in slots:
                left[slot] = left.get(slot, 0) + number
            continue
        least, usual, most = price.low * number, price.central * number, price.high * number
        used = price.rates
        for slot in slots:
            low[slot] += least
            central[slot] += usual
            high[slot] += most
            rates[slot].add(used)
    account.leave_all(missing)


def _timed(
    account: _Account, calendar: Calendar, words: Words, parts: list[tuple[str, int, int, Slots]]
) -> None:
    """Value measured time at the hourly floor day by day, and units beyond it at assumed seconds."""
    found = _Prices(account.stretches, calendar, words)
    prices: dict[str, Price | Absent] = {}
    for monday, number, seconds, slots in parts:
        price = prices.get(monday)
        if price is None:
            price = prices[monday] = found.of(monday)
        if isinstance(price, Absent):
            account.leave(slots, price.reason, number)
            continue
        assumed = price.central * number
        least, usual, most = hours(seconds, price.hourly or (0, 0, 0))
        least, usual, most = least + price.low * number, usual + assumed, most + price.high * number
        for slot in slots:
            account.low[slot] += least
            account.central[slot] += usual
            account.high[slot] += most
            account.assumed[slot] += assumed
            account.rates[slot].add(price.rates)


def _rest(account: _Account, calendar: Calendar, rest: list[tuple[Cell, Slots]]) -> None:
    for cell, slots in rest:
        found = entry(cell, week(cell.day), calendar)
        if found.reason:
            account.leave(slots, found.reason, found.unpriced)
        if found.worth is None:
            continue
        for slot in slots:
            account.low[slot] += found.worth.low
            account.central[slot] += found.worth.central
            account.high[slot] += found.worth.high
            account.assumed[slot] += found.assumed
            account.rates[slot].add(found.rates)


def _sum(account: _Account, units: Sum, slot: int) -> Sum:
    """Return the units of a slot with what the account says of it."""
    made = Sum()
    made.numbers = units.numbers
    made.worth = [account.low[slot], account.central[slot], account.high[slot]]
    made.rates = account.rates[slot]
    made.priced = bool(made.rates)
    made.assumed = account.assumed[slot]
    made.reasons = dict(units.reasons)
    for reason, number in account.reasons.get(slot, {}).items():
        made.leave(reason, number)
    return made
