"""The views of a room, each a title, sentences and a picture: for the window, projector and paper.

    Group, RoomFile, How --slide--> Slide

With `kept` nothing of one person is in it: no dot, and a middle with two digits. So are all that
stay when the room is over.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from labormeter.room import compare, dots, drawing
from labormeter.room.compare import CAPTCHA, HOUR, QUIET
from labormeter.room.dots import coarse
from labormeter.room.drawing import Bar, Cell, Look, Range
from labormeter.room.words import WORDS, act, count, figure, kind, money, platform, rounded

if TYPE_CHECKING:
    from collections.abc import Callable

    from labormeter.room.compare import Group, Invoice
    from labormeter.room.dots import Measure, Per, Quarters, Strip
    from labormeter.room.file import Language, RoomFile
    from labormeter.valuation.lens import Lens
    from labormeter.valuation.worth import Worth

NAMES: Final = (
    "acts",
    "worth",
    "effort",
    "panels",
    "hourly",
    "invoice",
    "told",
    "captchas",
    "spread",
    "supposed",
    "covered",
)
"""Every view, in the order in which they are turned."""
ROWS: Final = 7
COLUMNS: Final = 7
"""Platforms and activities that small multiples have room for."""
LINES: Final = 12
"""Lines that a picture of an invoice has room for."""
PRICE: Final = 50_000
"""Millionths that an act is supposed to be paid, where nothing else is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """How views are looked at."""

    language: Language = "en"
    lens: Lens = "worker"
    per: Per = "day"
    price: int = PRICE
    """Millionths for one act, for `supposed`."""
    activity: str = ""
    """Of `supposed`: one activity, or empty for all."""
    mine: str = ""
    """Handle of the person who looks: their own dot is pointed at."""
    kept: bool = False
    """For paper: nothing of one person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """One view."""

    name: str
    title: str
    sentences: tuple[str, ...]
    svg: str
    """Empty where there are too few people for a picture."""
    said: str
    """What the picture shows, for those who do not see it."""


type Part = tuple[str, tuple[str, ...], str, str]
"""Title, sentences, picture, and what the picture shows."""


def slide(name: str, group: Group, room: RoomFile, how: How, look: Look) -> Slide:
    """Return one view of a group. Raises KeyError where there is none of that name."""
    title, sentences, svg, said = _VIEWS[name](_Room(group, room, how, look))
    return Slide(
        name=name, title=title, sentences=tuple(filter(None, sentences)), svg=svg, said=said
    )


@dataclass(frozen=True, slots=True)
class _Room:
    """What a view is made of."""

    group: Group
    room: RoomFile
    how: How
    look: Look

    def say(self, word: str, **values: object) -> str:
        return WORDS[self.how.language][word].format(**values)

    def money(self, amount: float) -> str:
        return money(amount, self.room.currency, self.how.language)

    def title(self, name: str) -> str:
        whole = self.how.per == "whole" and f"{name}_whole" in WORDS["en"]
        return self.say(f"{name}_whole" if whole else name)

    def amounts(self, worth: Worth) -> list[str]:
        return [self.money(one) for one in (worth.low, worth.central, worth.high)]

    @property
    def against(self) -> tuple[float, str]:
        floor = self.room.floor
        said = self.say("floor", country=floor.country, amount=self.money(floor.amount))
        return float(floor.amount), said

    @property
    def lens(self) -> str:
        return self.say(f"lens_{self.how.lens}")


def _strip(measure: Measure) -> Callable[[_Room], Part]:
    def view(it: _Room) -> Part:
        found = dots.strip(it.group, measure, it.how.per, it.how.lens)
        told, unit = _unit(it, measure)
        return _dotted(it, measure, found, told, unit=unit)

    return view


def _unit(it: _Room, measure: Measure) -> tuple[Callable[[float], str], int]:
    """Return how a figure of a measure is written, and in what it is counted."""
    language = it.how.language
    if measure == "worth":
        return it.money, 1
    if measure == "acts":
        return lambda value: figure(value, language), 1
    unit, size = ("minutes", 60) if it.how.per == "day" else ("hours", HOUR)
    return lambda value: it.say(unit, value=figure(value, language)), size


def _dotted(
    it: _Room,
    name: str,
    found: Strip,
    told: Callable[[float], str],
    *,
    unit: int = 1,
    most: float = 0,
) -> Part:
    """Return a strip with what it says in words; its figures are shown in so many of theirs."""
    title = it.title(name)
    without = it.say("none_without", people=found.without) if found.without else ""
    if found.quarters is None:
        return title, (it.say("nothing"), without), "", it.say("nothing")
    quarters = _scaled(found.quarters, unit, kept=it.how.kept)
    middle = it.say("median", value=told(quarters.median))
    band = ""
    if quarters.first is not None and quarters.third is not None:
        band = it.say("middle", first=told(quarters.first), third=told(quarters.third))
    shown = () if it.how.kept else tuple(dot.value / unit for dot in found.dots)
    mine = _mine(it, name)
    mine = None if mine is None else mine / unit
    svg = drawing.strip(
        shown, quarters, it.look, told=told, said=(middle, band), mine=mine, most=most
    )
    lens = it.lens if name == "worth" else ""
    dot, quiet = ("", "") if it.how.kept else (it.say("dot"), _quiet(it))
    sentences = (dot, _capital(lens), without, quiet)
    return title, sentences, svg, "; ".join(filter(None, (title, middle, band)))


def _capital(sentence: str) -> str:
    return f"{sentence[0].upper()}{sentence[1:]}." if sentence else ""


def _scaled(quarters: Quarters, unit: int, *, kept: bool) -> Quarters:
    first, median, third = (
        None if one is None else coarse(one / unit) if kept else one / unit
        for one in (quarters.first, quarters.median, quarters.third)
    )
    return replace(quarters, first=first, median=median or 0.0, third=third)


def _mine(it: _Room, name: str) -> float | None:
    """Return the figure of the person who looks, None where they are not among the dots."""
    seat = next((one for one in it.group.dots if one.handle == it.how.mine), None)
    if seat is None or it.how.kept:
        return None
    if name == "covered":
        return seat.days
    measures = {one: one for one in dots.MEASURES}
    by = seat.days if it.how.per == "day" else 1
    found = dots.measured(seat, measures[name], it.how.lens)  # type: ignore[index] # a view's name
    return found.value / by if by else None


def _quiet(it: _Room) -> str:
    people = len(it.group.quiet)
    if not people:
        return ""
    return it.say("quiet" if people >= QUIET else "quiet_few", people=people)


def _panels(it: _Room) -> Part:
    title, found = it.title("panels"), dots.panels(it.group, it.how.per)
    if it.how.kept:  # on paper not even that somebody did it
        found = tuple(panel for panel in found if panel.median is not None)
    if not any(panel.median is not None for panel in found):
        return title, (it.say("nothing"),), "", it.say("nothing")
    rows, columns = dots.axes(found, ROWS, COLUMNS)
    cells, said = {}, []
    for panel in found:
        name, activity = panel.kind
        if name not in rows or activity not in columns:
            continue
        cell = _cell(it, panel.median, panel.dots)
        cells[rows.index(name), columns.index(activity)] = cell
        who = f"{platform(name, it.how.language)}, {act(activity, it.how.language)}"
        said.append(f"{who}: {cell.said}")
    named = [platform(one, it.how.language) for one in rows]
    heads = [act(one, it.how.language) for one in columns]
    svg = drawing.multiples(named, heads, cells, it.look)
    more = len(found) - len(cells)
    sentences = (it.title("one_scale"), it.say("more", number=more) if more else "")
    return title, sentences, svg, "; ".join(said)


def _cell(it: _Room, median: float | None, found: tuple[float, ...]) -> Cell:
    if median is None:
        return Cell((), None, it.say("too_few"))
    shown = coarse(median) if it.how.kept else median
    return Cell(() if it.how.kept else found, shown, figure(shown, it.how.language))


def _hourly(it: _Room) -> Part:
    title, found = it.title("hourly"), compare.hourly(it.group, it.how.lens)
    floor = it.room.floor
    source = it.say(
        "floor_source",
        country=floor.country,
        amount=it.money(floor.amount),
        day=floor.day,
        source=floor.source.rstrip("."),
    )
    if not found:
        return title, (it.say("nothing"), source), "", it.say("nothing")
    rows = [
        Range(
            platform(one.platform, it.how.language) if one.platform else it.say("everything"),
            one.low,
            one.high,
        )
        for one in found[:LINES]
    ]
    svg = drawing.ranges(rows, it.look, told=it.money, against=it.against)
    said = "; ".join(f"{row.name}: {it.money(row.low)} – {it.money(row.high)}" for row in rows)  # noqa: RUF001
    return title, (it.say("hour_range"), _capital(it.lens), source), svg, f"{said}; {it.against[1]}"


def _invoice(it: _Room) -> Part:
    found = compare.invoice(it.group, it.how.lens)
    if not found.items:
        return it.title("invoice"), (it.say("nothing"),), "", it.say("nothing")
    heads = [it.say(word) for word in ("to", "number", "low", "central", "high")]
    rows, strong = _bill(it, found)
    svg = drawing.table(heads, rows, it.look, strong=strong)
    whole = compare.total(found.items)
    low, central, high = it.amounts(whole)
    owed = it.say("owed", amount=central, low=low, high=high)
    left = it.say("rounded", smallest=it.room.smallest, hidden=found.hidden)
    said = "; ".join(", ".join(row) for row in rows)
    return it.title("invoice"), (owed, _capital(it.lens), left, _quiet(it)), svg, said


def _bill(it: _Room, found: Invoice) -> tuple[list[list[str]], list[int]]:
    """Return an invoice as rows, a platform each, and which of them stand out."""
    rows = []
    for name in found.platforms:
        items = found.of(name)
        worth = compare.total(items)
        n = sum(item.n for item in items)
        priced = any(item.worth for item in items)
        said = it.amounts(worth) if priced else ["", it.say("no_price"), ""]
        rows.append([platform(name, it.how.language), rounded(n, it.how.language), *said])
    whole = compare.total(found.items)
    n = sum(item.n for item in found.items)
    rows.append([it.say("sum"), rounded(n, it.how.language), *it.amounts(whole)])
    return rows, [len(rows) - 1]


def _told(it: _Room) -> Part:
    found = compare.told(it.group)
    if not found:
        return it.title("told"), (it.say("nothing"),), "", it.say("nothing")
    language = it.how.language
    rows = [
        Bar(
            kind(one.kind, language),
            one.uploads,
            it.say("uploads_of", uploads=rounded(one.uploads, language), people=one.people),
        )
        for one in found[:LINES]
    ]
    said = "; ".join(f"{row.name}: {row.said}" for row in rows)
    return it.title("told"), (it.say("told_why"),), drawing.bars(rows, it.look), said


def _captchas(it: _Room) -> Part:
    found = compare.captchas(it.group)
    if found is None:
        return it.title("captchas"), (it.say("captcha_none"),), "", it.say("captcha_none")
    language = it.how.language
    items = [one for one in compare.invoice(it.group, "worker").items if one.kind[1] == CAPTCHA]
    rows = [Bar(platform(one.kind[0], language), one.n, rounded(one.n, language)) for one in items]
    said = it.say(
        "captcha_said",
        people=found.people,
        n=rounded(found.n, language),
        minutes=rounded(found.minutes, language),
        measured=rounded(found.measured, language),
    )
    wage = it.say("captcha_hours", amount=it.money(it.room.floor.amount * found.minutes / 60))
    return it.title("captchas"), (said, wage), drawing.bars(rows, it.look) if rows else "", said


def _spread(it: _Room) -> Part:
    found = compare.spread(it.group)
    if not found:
        return it.title("spread"), (it.say("nothing"),), "", it.say("nothing")
    rows = [
        Range(it.say(f"lens_{lens}"), worth.low, worth.high, worth.central)
        for lens, worth in found.items()
    ]
    svg = drawing.ranges(rows, it.look, told=it.money)
    said = "; ".join(f"{row.name}: {it.money(row.low)} – {it.money(row.high)}" for row in rows)  # noqa: RUF001
    return it.title("spread"), (it.say("never_added"),), svg, said


def _supposed(it: _Room) -> Part:
    how, language = it.how, it.how.language
    found = compare.supposed(it.group, how.price, it.room.floor.amount, how.activity)
    if not found.n:
        return it.title("supposed"), (it.say("nothing"),), "", it.say("nothing")
    named = act(how.activity, language) if how.activity else ""
    values = {"price": it.money(how.price), "total": it.money(found.total)}
    said = it.say(
        "supposed_of" if named else "supposed_said", act=named, n=count(found.n, language), **values
    )
    hour = even = svg = ""
    if found.hourly is not None:
        low, high = found.hourly
        hour = it.say("supposed_hour", low=it.money(low), high=it.money(high))
        name = named or it.say("every_act")
        svg = drawing.ranges([Range(name, low, high)], it.look, told=it.money, against=it.against)
    if found.even is not None:
        even = it.say("supposed_even", low=it.money(found.even[0]), high=it.money(found.even[1]))
    return it.title("supposed"), (said, hour, even), svg, f"{said} {hour} {even}"


def _covered(it: _Room) -> Part:
    found = dots.covered(it.group)

    def told(days: float) -> str:
        return count(round(days), it.how.language)

    whole = 7 * it.room.weeks
    title, sentences, svg, said = _dotted(it, "covered", found, told, most=whole)
    days = it.say("covered_said", days=whole)
    return title, (days, *sentences), svg, said


_VIEWS: Final[dict[str, Callable[[_Room], Part]]] = {
    "acts": _strip("acts"),
    "worth": _strip("worth"),
    "effort": _strip("effort"),
    "panels": _panels,
    "hourly": _hourly,
    "invoice": _invoice,
    "told": _told,
    "captchas": _captchas,
    "spread": _spread,
    "supposed": _supposed,
    "covered": _covered,
}


def kept(how: How) -> How:
    """Return how views are looked at on paper: by metered day, and nothing of one person."""
    return replace(how, kept=True, mine="", per="day")
