"""Tallies: cells grouped by dimensions, units and worth added up in one pass.

    cells --units--> rows          cells, calendar --valued--> lines: rows with worth beside them

A price is looked up once for each platform, activity and week, and the sums are whole numbers, so
that neither the order of cells nor the grouping changes anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import starmap
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from labormeter.model import ACTIVITIES, Cell
from labormeter.valuation.calendar import DAY
from labormeter.valuation.lens import Absent
from labormeter.valuation.sheet import DIMENSIONS, MANUAL, week
from labormeter.valuation.worth import NO_PRESENCE, REWARD, UPLOAD, Entry, Worth, entry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from labormeter.valuation.calendar import Calendar, Price
    from labormeter.valuation.lens import Lens

_ORDER: Final = {activity: f"{place:02}" for place, activity in enumerate(ACTIVITIES)}
_FIELDS: Final = {name: place for place, name in enumerate(Cell._fields)}
_UNIT: Final = _FIELDS["unit"]
_DAY: Final = _FIELDS["day"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The units of one group. Rewards in points or money are rows of their own, by `unit`."""

    by: tuple[str, ...]
    key: tuple[str, ...]
    """The value of each dimension in `by`."""
    unit: str = ""
    gestures: int = 0
    """All that was done, undone or not."""
    net: int = 0
    """Done minus undone."""
    acts: int = 0
    seconds: int = 0
    """Measured microseconds."""
    timed: int = 0
    """Acts whose seconds were measured."""
    manual: int = 0
    """Gestures of these that the person added by hand."""

    def __getitem__(self, dimension: str) -> str:
        """Return the row's value of a dimension; KeyError where it is not grouped by that."""
        if dimension not in self.by:
            raise KeyError(dimension)
        return self.key[self.by.index(dimension)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row of units and what it is worth through one lens."""

    row: Row
    worth: Worth | None
    """None where nothing in the row has a price."""
    unpriced: int = 0
    """Net units of these without a price: they stay in sight."""
    reasons: tuple[tuple[str, int], ...] = ()
    """Why they have none, and how many for each reason."""
    rates: tuple[str, ...] = ()
    """References to the rates used."""
    assumed: int = 0
    """Time lens: central worth that rests on assumed seconds, in millionths."""

    @property
    def measured(self) -> int | None:
        """Return the share of a time figure that was measured, in whole per cent."""
        if self.worth is None or not self.worth.central:
            return None
        return 100 - round(100 * self.assumed / self.worth.central)


class Sum:
    """What one group comes to, while it is added up."""

    __slots__ = ("assumed", "numbers", "priced", "rates", "reasons", "worth")

    def __init__(self) -> None:
        self.numbers = [0] * 6
        self.worth = [0] * 3
        self.priced = False
        self.assumed = 0
        self.rates: set[tuple[str, ...]] = set()
        self.reasons: dict[str, int] = {}

    def count(self, cell: Cell) -> None:
        """Add a cell's units."""
        numbers = self.numbers
        numbers[0] += cell.gestures
        numbers[1] += cell.net
        numbers[2] += cell.acts
        numbers[3] += cell.seconds
        numbers[4] += cell.timed
        if cell.source == MANUAL:
            numbers[5] += cell.gestures

    def add(self, found: Entry) -> None:
        """Add what a cell is worth."""
        if found.worth is not None:
            self.priced = True
            self.worth[0] += found.worth.low
            self.worth[1] += found.worth.central
            self.worth[2] += found.worth.high
            self.assumed += found.assumed
            self.rates.add(found.rates)
        if found.reason:
            self.leave(found.reason, found.unpriced)

    def leave(self, reason: str, number: int) -> None:
        """Add so many units that have no price."""
        self.reasons[reason] = self.reasons.get(reason, 0) + number

    def take(self, cell: Cell, price: Price | Absent) -> None:
        """Add a cell that is simply worth its net units at a price: what most cells are."""
        numbers, net = self.numbers, cell.net
        numbers[0] += cell.gestures
        numbers[1] += net
        numbers[2] += cell.acts
        numbers[3] += cell.seconds
        numbers[4] += cell.timed
        if cell.source == MANUAL:
            numbers[5] += cell.gestures
        if isinstance(price, Absent):
            self.leave(price.reason, net)
            return
        self.priced = True
        worth = self.worth
        worth[0] += price.low * net
        worth[1] += price.central * net
        worth[2] += price.high * net
        if price.hourly is not None:
            self.assumed += price.central * net
        self.rates.add(price.rates)

    def merge(self, line: Line) -> None:
        """Add a finer line."""
        row = line.row
        more = (row.gestures, row.net, row.acts, row.seconds, row.timed, row.manual)
        self.numbers = [one + other for one, other in zip(self.numbers, more, strict=True)]
        if line.worth is not None:
            self.add(Entry(worth=line.worth, rates=line.rates, assumed=line.assumed))
        for reason, number in line.reasons:
            self.leave(reason, number)

    def row(self, by: tuple[str, ...], key: tuple[str, ...]) -> Row:
        """Return the units; the last of `key` is the unit."""
        gestures, net, acts, seconds, timed, manual = self.numbers
        return Row(
            by=by,
            key=key[:-1],
            unit=key[-1],
            gestures=gestures,
            net=net,
            acts=acts,
            seconds=seconds,
            timed=timed,
            manual=manual,
        )

    def line(self, by: tuple[str, ...], key: tuple[str, ...]) -> Line:
        """Return the units with their worth."""
        return Line(
            row=self.row(by, key),
            worth=Worth(*self.worth) if self.priced else None,
            unpriced=sum(self.reasons.values()),
            reasons=tuple(sorted(self.reasons.items())),
            rates=tuple(sorted({rate for rates in self.rates for rate in rates})),
            assumed=self.assumed,
        )


class Groups:
    """Finds the sum that a cell belongs to, by the few of its fields that its key is made of."""

    def __init__(self, by: Sequence[str]) -> None:
        self.by = tuple(by)
        self._readers = [DIMENSIONS[name] for name in by]
        fields = dict.fromkeys([_FIELDS.get(name, _DAY) for name in by] + [_UNIT])
        self._raw: Callable[[Cell], object] = itemgetter(*fields)
        self._known: dict[object, Sum] = {}
        self.sums: dict[tuple[str, ...], Sum] = {}

    def of(self, cell: Cell) -> Sum:
        """Return the sum of a cell's group."""
        raw = self._raw(cell)
        found = self._known.get(raw)
        if found is None:
            key = (*(read(cell) for read in self._readers), cell.unit)
            found = self._known[raw] = self.sums.setdefault(key, Sum())
        return found


def units(cells: Iterable[Cell], by: Sequence[str]) -> tuple[Row, ...]:
    """Return the units of cells, a row a group; KeyError where there is no such dimension."""
    groups = Groups(by)
    for cell in cells:
        groups.of(cell).count(cell)
    rows = (found.row(tuple(by), key) for key, found in groups.sums.items())
    return tuple(sorted(rows, key=order))


def valued(cells: Iterable[Cell], calendar: Calendar, by: Sequence[str]) -> tuple[Line, ...]:
    """Return the rows of `units` with what they are worth, cell by cell as `worth.entry` says."""
    return several(cells, calendar, [by])[0]


def several(
    cells: Iterable[Cell], calendar: Calendar, bys: Sequence[Sequence[str]]
) -> list[tuple[Line, ...]]:
    """Return `valued` by several groupings, each cell valued once."""
    groups = [Groups(by) for by in bys]
    finders = [one.of for one in groups]
    lens = calendar.reading.lens
    particular, whole = _PARTICULAR[lens], DAY if lens == "platform" else ""
    unseen = Absent(NO_PRESENCE)  # through the platform's lens a day has a price, and no act
    for cell in cells:
        if whole and not cell.unit and cell.activity != REWARD:
            price: Price | Absent = unseen
        elif (
            cell.unit != whole
            or ((cell.seconds or cell.timed) and particular is _TIME)
            or cell.activity in particular
        ):
            found = entry(cell, week(cell.day), calendar)
            for find in finders:
                group = find(cell)
                group.count(cell)
                group.add(found)
            continue
        else:
            price = calendar.price(cell.platform, cell.activity, week(cell.day), cell.finer)
        for find in finders:
            find(cell).take(cell, price)
    return [lines_of(one.sums, by) for one, by in zip(groups, bys, strict=True)]


_TIME: Final = frozenset({REWARD})
_PARTICULAR: Final[dict[Lens, frozenset[str]]] = {
    "worker": frozenset({REWARD, UPLOAD}),
    "buyer": frozenset({REWARD, UPLOAD}),
    "time": _TIME,
    "platform": frozenset({REWARD}),
}
"""Activities that are not simply worth their net units at a price, by lens."""


def lines(entries: Iterable[tuple[Cell, Entry]], by: Sequence[str]) -> tuple[Line, ...]:
    """Return cells that were valued before, grouped by dimensions."""
    groups = Groups(by)
    for cell, found in entries:
        group = groups.of(cell)
        group.count(cell)
        group.add(found)
    return lines_of(groups.sums, by)


def merged(finer: Iterable[Line], by: Sequence[str]) -> tuple[Line, ...]:
    """Return lines grouped by fewer dimensions; KeyError where they do not have one of these."""
    sums: dict[tuple[str, ...], Sum] = {}
    for line in finer:
        key = (*(line.row[name] for name in by), line.row.unit)
        sums.setdefault(key, Sum()).merge(line)
    return lines_of(sums, by)


def lines_of(sums: dict[tuple[str, ...], Sum], by: Sequence[str]) -> tuple[Line, ...]:
    """Return the lines of sums by their keys, in order; the last of a key is the unit."""
    made = starmap(lambda key, found: found.line(tuple(by), key), sums.items())
    return tuple(sorted(made, key=lambda line: order(line.row)))


def order(row: Row) -> tuple[str, ...]:
    """Return what rows are sorted by."""
    pairs = zip(row.by, row.key, strict=True)
    named = (rank(value) if name == "activity" else value for name, value in pairs)
    return (*named, row.unit)


def rank(activity: str) -> str:
    """Return what activities are sorted by: their place in `ACTIVITIES`."""
    return _ORDER.get(activity, activity)


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """What lines come to: acts and compensation apart, and what is left of the one by the other."""

    acts: Worth
    received: Worth
    """Compensation, as a negative."""
    unpriced: tuple[tuple[str, int], ...]
    """How many units have no price, by reason."""
    rates: tuple[str, ...]

    @property
    def owed(self) -> Worth:
        """Return acts less compensation."""
        return self.acts + self.received


def total(by_activity: Iterable[Line]) -> Total:
    """Return the total of lines that are grouped by activity, and whatever else."""
    acts = received = Worth()
    unpriced: dict[str, int] = {}
    rates: set[str] = set()
    for line in by_activity:
        if line.row["activity"] == REWARD:
            received += line.worth or Worth()
        else:
            acts += line.worth or Worth()
        for reason, number in line.reasons:
            unpriced[reason] = unpriced.get(reason, 0) + number
        rates.update(line.rates)
    reasons = tuple(sorted(unpriced.items()))
    return Total(acts=acts, received=received, unpriced=reasons, rates=tuple(sorted(rates)))
