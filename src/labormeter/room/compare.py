"""Compares seats: dots of persons and sums of groups, pure and of whole numbers where it counts.

    seats --group--> Group --strip, panels--> dots, a person each
                           --invoice, hourly, told, captchas--> sums, of groups alone

A figure of a group is shown from so many people on as the room says. Those who are in the total
only are in a sum where five such people are, and are dots nowhere. Sums are rounded to five.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from labormeter.room.seat import LENSES, Effort
from labormeter.valuation.tally import rank
from labormeter.valuation.worth import Worth

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from labormeter.room.seat import Kind, Seat, Work
    from labormeter.valuation.lens import Lens

QUIET: Final = 5
"""People in the total only, from whom on they are in a sum."""
STEP: Final = 5
"""Sums of a group are multiples of this."""
HOUR: Final = 3600
CAPTCHA: Final = "captcha"


@dataclass(frozen=True, slots=True)
class Group:
    """The seats that are looked at."""

    dots: tuple[Seat, ...]
    quiet: tuple[Seat, ...]
    """In the total only."""
    smallest: int

    @property
    def number(self) -> int:
        """Return how many people are counted: those in the total only once there are enough."""
        return len(self.dots) + (len(self.quiet) if len(self.quiet) >= QUIET else 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A line of the group's invoice."""

    kind: Kind
    people: int
    n: int
    """Rounded to five."""
    worth: Worth | None
    """Of the rounded number; None where it has no price."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoice:
    """What the group did for each platform, lines of too few left out of every sum."""

    lens: Lens
    items: tuple[Item, ...]
    hidden: int
    """Lines of too few people."""

    def of(self, platform: str) -> tuple[Item, ...]:
        """Return the lines of one platform."""
        return tuple(item for item in self.items if item.kind[0] == platform)

    @property
    def platforms(self) -> tuple[str, ...]:
        """Return the platforms that it goes to."""
        return tuple(dict.fromkeys(item.kind[0] for item in self.items))


@dataclass(frozen=True, slots=True, kw_only=True)
class Hourly:
    """What an hour of the group's work is worth: a range and never one number, in millionths."""

    platform: str
    """Empty for all of them."""
    people: int
    low: int
    high: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Uploads that let out a kind of metadata."""

    kind: str
    people: int
    uploads: int
    """Rounded to five; zero stands for fewer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Captchas:
    """Captchas that the group solved, and the time they took."""

    people: int
    n: int
    minutes: int
    """Measured and assumed together, rounded to five."""
    measured: int
    """Of these minutes: measured."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Supposed:
    """What the group's acts would come to at another price."""

    n: int
    total: int
    hourly: tuple[int, int] | None
    """From the least to the most; None where nobody knows how long such acts take."""
    even: tuple[int, int] | None
    """Prices of one act between which an hour comes to the minimum wage."""


def group(seats: Iterable[Seat], smallest: int) -> Group:
    """Return the group of seats."""
    known = tuple(seats)
    return Group(
        tuple(one for one in known if not one.total_only),
        tuple(one for one in known if one.total_only),
        smallest,
    )


def lines(group: Group) -> dict[Kind, list[Work]]:
    """Return what people did by kind, those kinds alone that people enough did.

    People in the total only are in a line where five of them did it: with fewer, what the line
    has beyond the dots would be theirs.
    """
    found: dict[Kind, list[Work]] = defaultdict(list)
    quiet: dict[Kind, list[Work]] = defaultdict(list)
    for seats, into in ((group.dots, found), (group.quiet, quiet)):
        for seat in seats:
            for kind, work in seat.work.items():
                if work.n:
                    into[kind].append(work)
    for kind, works in quiet.items():
        if len(works) >= QUIET:
            found[kind] += works
    kept = {kind: works for kind, works in found.items() if len(works) >= group.smallest}
    return dict(sorted(kept.items(), key=lambda one: (one[0][0], rank(one[0][1]))))


def invoice(group: Group, lens: Lens) -> Invoice:
    """Return the group's invoice to each platform."""
    shown = lines(group)
    every = {
        kind for seat in (*group.dots, *group.quiet) for kind in seat.work if seat.work[kind].n
    }
    return Invoice(
        lens=lens,
        items=tuple(_item(kind, works, lens) for kind, works in shown.items()),
        hidden=len(every - set(shown)),
    )


def _item(kind: Kind, works: Sequence[Work], lens: Lens) -> Item:
    n = sum(work.n for work in works)
    rounded = to_five(n)
    priced = [work.worth[lens] for work in works if lens in work.worth]
    worth = sum(priced, start=Worth()) if priced else None
    return Item(
        kind=kind,
        people=len(works),
        n=rounded,
        worth=None if worth is None else _scaled(worth, rounded, n),
    )


def to_five(n: int) -> int:
    """Return the multiple of five nearest to a number."""
    return (n + STEP // 2) // STEP * STEP


def _scaled(worth: Worth, top: int, bottom: int) -> Worth:
    return Worth(
        *(round(Fraction(one * top, bottom)) for one in (worth.low, worth.central, worth.high))
    )


def total(items: Iterable[Item]) -> Worth:
    """Return what lines come to."""
    return sum((item.worth for item in items if item.worth), start=Worth())


def spread(group: Group) -> dict[Lens, Worth]:
    """Return the same work through each lens: never to be added up."""
    found = {lens: invoice(group, lens).items for lens in LENSES}
    return {
        lens: total(items) for lens, items in found.items() if any(item.worth for item in items)
    }


def hourly(group: Group, lens: Lens) -> tuple[Hourly, ...]:
    """Return what an hour is worth, of all and by platform.

    The least is at the lowest rate that was seen, the most at the highest, both over the time that
    such acts take. Acts without a price, or without a time, are in neither.
    """
    timed = [
        (kind, works)
        for kind, works in lines(group).items()
        if all(work.effort and lens in work.worth for work in works)
    ]
    platforms = dict.fromkeys(kind[0] for kind, _ in timed)
    parts = [
        ("", timed),
        *((one, [part for part in timed if part[0][0] == one]) for one in platforms),
    ]
    return tuple(
        made for name, part in parts if (made := _hourly(name, part, lens, group.smallest))
    )


def _hourly(
    platform: str, part: Sequence[tuple[Kind, list[Work]]], lens: Lens, smallest: int
) -> Hourly | None:
    works = [work for _, found in part for work in found]
    effort = sum((work.effort for work in works if work.effort), start=Effort())
    worth = sum((work.worth[lens] for work in works), start=Worth())
    people = max((len(found) for _, found in part), default=0)
    if people < smallest or not effort.central:
        return None
    return Hourly(
        platform=platform,
        people=people,
        low=round(worth.low * HOUR / effort.central),
        high=round(worth.high * HOUR / effort.central),
    )


def told(group: Group) -> tuple[Told, ...]:
    """Return which kinds of metadata were let out, by how many people, the most people first."""
    found: dict[str, list[int]] = defaultdict(list)
    quiet: dict[str, list[int]] = defaultdict(list)
    for seats, into in ((group.dots, found), (group.quiet, quiet)):
        for seat in seats:
            mine: dict[str, int] = defaultdict(int)
            for (_, kind), uploads in seat.told.items():
                mine[kind] += uploads
            for kind, uploads in mine.items():
                into[kind].append(uploads)
    for kind, uploads_of in quiet.items():
        if len(uploads_of) >= QUIET:
            found[kind] += uploads_of
    made = [
        Told(kind=kind, people=len(numbers), uploads=to_five(sum(numbers)))
        for kind, numbers in found.items()
        if len(numbers) >= group.smallest
    ]
    return tuple(sorted(made, key=lambda one: (-one.people, -one.uploads, one.kind)))


def captchas(group: Group) -> Captchas | None:
    """Return the captchas of the group, None where too few solved any."""
    solvers = [mine for seat in group.dots if (mine := [seat.work[k] for k in _captchas(seat)])]
    quiet = [mine for seat in group.quiet if (mine := [seat.work[k] for k in _captchas(seat)])]
    if len(quiet) >= QUIET:
        solvers += quiet
    if len(solvers) < group.smallest:
        return None
    works = [work for mine in solvers for work in mine]
    effort = sum((work.effort for work in works if work.effort), start=Effort())
    return Captchas(
        people=len(solvers),
        n=to_five(sum(work.n for work in works)),
        minutes=to_five(round(effort.central / 60)),
        measured=to_five(round(sum(work.measured for work in works) / 60)),
    )


def _captchas(seat: Seat) -> list[Kind]:
    return [kind for kind, work in seat.work.items() if kind[1] == CAPTCHA and work.n]


def supposed(group: Group, price: int, floor: int, activity: str = "") -> Supposed:
    """Return what acts would come to at a price in millionths; of one activity, or of all."""
    works = [
        work
        for kind, found in lines(group).items()
        for work in found
        if not activity or kind[1] == activity
    ]
    n = sum(work.n for work in works)
    timed = [work for work in works if work.effort]
    effort = sum((work.effort for work in timed if work.effort), start=Effort())
    acts = sum(work.n for work in timed)
    return Supposed(
        n=to_five(n),
        total=price * to_five(n),
        hourly=_ends(price * acts * HOUR, effort),
        even=_even(floor, effort, acts),
    )


def _ends(top: int, effort: Effort) -> tuple[int, int] | None:
    return (round(top / effort.high), round(top / effort.low)) if effort.low else None


def _even(floor: int, effort: Effort, acts: int) -> tuple[int, int] | None:
    if not acts or not effort.low:
        return None
    low, high = (round(floor * seconds / HOUR / acts) for seconds in (effort.low, effort.high))
    return low, high
