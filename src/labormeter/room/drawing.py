"""Draws what a room shows as SVG: the same pictures on the screen, the projector and paper.

Colours are never alone: what they say stands in words beside them. Sizes are in units of the
picture; a text is taken to be as wide as its letters usually are.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from labormeter.room.dots import Quarters

type Anchor = Literal["start", "middle", "end"]
type Told = Callable[[float], str]

LETTER: Final = 0.55
"""Width of a letter as a part of its height."""
SMALLEST: Final = 1e-9
"""A figure that is nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Size and colours of a picture. Series are those of Okabe and Ito, darkened for paper."""

    width: int = 900
    height: int = 320
    text: int = 16
    ink: str = "#241f1a"
    soft: str = "#6a6056"
    line: str = "#e2d8c9"
    band: str = "#dbe8f2"
    dot: str = "#0069a6"
    mark: str = "#a8400f"
    ground: str = "#ffffff"


@dataclass(frozen=True, slots=True)
class Range:
    """A line of a picture of ranges."""

    name: str
    low: float
    high: float
    central: float | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """A line of a picture of bars."""

    name: str
    value: float
    said: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of small multiples: dots and their middle, or why there are none."""

    dots: tuple[float, ...]
    median: float | None
    said: str
    """Its middle in words, or that there are too few."""


def picture(look: Look, parts: Iterable[str]) -> str:
    """Return a whole SVG document."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {look.width} {look.height}"'
        f' width="{look.width}" height="{look.height}" font-family="sans-serif">'
        + "".join(parts)
        + "</svg>"
    )


def text(  # noqa: PLR0917 - a place and a text
    x: float,
    y: float,
    said: str,
    size: float,
    colour: str,
    anchor: Anchor = "start",
    *,
    bold: bool = False,
) -> str:
    """Return a line of text whose baseline is at y."""
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:.1f}" fill="{colour}"'
        f' text-anchor="{anchor}"{weight}>{escape(said)}</text>'
    )


def rect(  # noqa: PLR0917 - a place and a colour
    x: float, y: float, width: float, height: float, colour: str, round_: float = 0
) -> str:
    """Return a filled rectangle."""
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(width, 0):.1f}" height="{height:.1f}"'
        f' rx="{round_:.1f}" fill="{colour}"/>'
    )


def rule(  # noqa: PLR0917 - two places and a colour
    x: float, y: float, x2: float, y2: float, colour: str, width: float = 1.0
) -> str:
    """Return a straight line."""
    return (
        f'<line x1="{x:.1f}" y1="{y:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}"'
        f' stroke-width="{width:.1f}"/>'
    )


def disc(x: float, y: float, radius: float, colour: str, edge: str) -> str:
    """Return a dot."""
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{colour}" stroke="{edge}"'
        f' stroke-width="{radius / 5:.1f}"/>'
    )


def steps(most: float, number: int = 5) -> list[float]:
    """Return round numbers from zero to the first that is not below the most."""
    if most < SMALLEST:
        return [0.0, 1.0]
    raw = most / number
    scale = 10.0 ** math.floor(math.log10(raw))
    step = next(one * scale for one in (1, 2, 2.5, 5, 10) if one * scale >= raw * 0.999)
    return [step * place for place in range(math.ceil(most / step - 1e-9) + 1)]


def strip(
    dots: Sequence[float],
    quarters: Quarters | None,
    look: Look,
    *,
    told: Told,
    said: tuple[str, str] = ("", ""),
    mine: float | None = None,
    most: float = 0,
) -> str:
    """Return dots along a line, the middle half as a band, and the one in the middle as a rule.

    `said` are what the middle and the band say; without dots, band and middle alone. The axis goes
    to `most` at least.
    """
    ticks = steps(
        max([*dots, mine or 0, most, quarters.third or quarters.median if quarters else 0])
    )
    size, edge = look.text, look.text * 2.0
    top, bottom = size * 3.4, look.height - size * 2.2
    span = look.width - 2 * edge

    def at(value: float) -> float:
        return edge + span * value / ticks[-1]

    parts = []
    if quarters is not None and quarters.first is not None and quarters.third is not None:
        left, right = at(quarters.first), at(quarters.third)
        parts.append(rect(left, top, right - left, bottom - top, look.band, 6))
        parts.append(_within(look, (left + right) / 2, size * 2.8, said[1], look.soft))
    parts.append(rule(edge, bottom, look.width - edge, bottom, look.soft))
    for tick in ticks:
        parts.append(rule(at(tick), bottom, at(tick), bottom + size * 0.4, look.soft))
        parts.append(_within(look, at(tick), bottom + size * 1.6, told(tick), look.soft))
    if quarters is not None:
        middle = at(quarters.median)
        parts.append(rule(middle, top - size * 0.3, middle, bottom, look.mark, size / 6))
        parts.append(_within(look, middle, size * 1.1, said[0], look.mark, bold=True))
    parts += _swarm([at(one) for one in dots], bottom, top, look)
    if mine is not None:
        parts.append(_pointer(at(mine), bottom, look))
    return picture(look, parts)


def _pointer(x: float, bottom: float, look: Look) -> str:
    """Return a triangle below the axis that points at one's own figure."""
    size = look.text * 0.7
    points = f"{x:.1f},{bottom:.1f} {x - size:.1f},{bottom + 1.6 * size:.1f} {x + size:.1f},{bottom + 1.6 * size:.1f}"
    return f'<polygon points="{points}" fill="{look.mark}"/>'


def _within(look: Look, x: float, y: float, said: str, colour: str, *, bold: bool = False) -> str:
    """Return a text around a place, moved so that it stays inside the picture."""
    half = len(said) * look.text * LETTER / 2
    x = min(max(x, half + 4), look.width - half - 4)
    return text(x, y, said, look.text, colour, "middle", bold=bold)


def _swarm(places: Sequence[float], bottom: float, top: float, look: Look) -> list[str]:
    """Return dots that stand on each other where they are of about the same figure."""
    radius = min(look.text * 1.1, max((bottom - top) / 14, look.text * 0.3))
    stacks: list[tuple[float, int]] = []
    made = []
    for x in sorted(places):
        taken = {row for before, row in stacks if x - before < 2.1 * radius}
        row = next(one for one in range(len(stacks) + 1) if one not in taken)
        stacks.append((x, row))
        y = max(bottom - radius * (1.4 + 2.1 * row), top)
        made.append(disc(x, y, radius, look.dot, look.ground))
    return made


def multiples(
    rows: Sequence[str],
    columns: Sequence[str],
    cells: dict[tuple[int, int], Cell],
    look: Look,
) -> str:
    """Return small multiples: a strip a cell, one scale for all, roots so that few are seen too."""
    size = look.text
    left = max([len(one) for one in rows], default=4) * size * LETTER + size * 1.5
    top = size * 3.1
    wide, high = (look.width - left) / max(len(columns), 1), (look.height - top) / max(len(rows), 1)
    most = max(
        [dot for cell in cells.values() for dot in (*cell.dots, cell.median or 0)], default=1
    )
    parts = [
        text(left + wide * (at + 0.5), size * 1.2 * (1 + line), said, size, look.soft, "middle")
        for at, name in enumerate(columns)
        for line, said in enumerate(_two(name, wide, size))
    ]
    for row, name in enumerate(rows):
        y = top + high * row
        parts.append(text(0, y + high / 2 + size / 3, name, size, look.ink, bold=True))
        parts.append(rule(0, y, look.width, y, look.line))
        for column in range(len(columns)):
            if (cell := cells.get((row, column))) is not None:
                box = (left + wide * column, y, wide, high)
                parts += _cell(cell, box, most, look)
    return picture(look, parts)


def _two(said: str, room: float, size: float) -> list[str]:
    """Return a head on one line or, where it is too long, on two."""
    if len(said) * size * LETTER <= room or " " not in said:
        return [_cut(said, room, size)]
    first, _, second = said.partition(" ")
    return [_cut(first, room, size), _cut(second, room, size)]


def _cell(cell: Cell, box: tuple[float, float, float, float], most: float, look: Look) -> list[str]:
    x, y, wide, high = box
    size, edge = look.text, wide * 0.08
    if cell.median is None:
        said = text(x + wide / 2, y + high / 2 + size / 3, cell.said, size, look.soft, "middle")
        return [said]
    line = y + max(high * 0.5 - size * 0.35, high * 0.25)

    def at(value: float) -> float:
        return x + edge + (wide - 2 * edge) * math.sqrt(value / most)

    radius = min(size * 0.32, high * 0.12)
    parts = [rule(x + edge, line, x + wide - edge, line, look.line, 2)]
    parts += [disc(at(dot), line, radius, look.dot, look.ground) for dot in cell.dots]
    middle = at(cell.median)
    parts.append(rule(middle, line - high * 0.2, middle, line + high * 0.14, look.mark, size / 6))
    place = min(max(middle, x + edge + size), x + wide - edge - size)
    parts.append(text(place, y + high - size * 0.2, cell.said, size, look.mark, "middle"))
    return parts


def _cut(said: str, room: float, size: float) -> str:
    """Return a text that fits into a room, cut off where it does not."""
    most = max(int(room / (size * LETTER)), 3)
    return said if len(said) <= most else said[: most - 1] + "…"


def ranges(
    rows: Sequence[Range], look: Look, *, told: Told, against: tuple[float, str] | None = None
) -> str:
    """Return ranges on a scale of powers of ten, and what they are held against as a rule."""
    size = look.text
    left = max([len(row.name) for row in rows], default=4) * size * LETTER + size * 1.5
    left = min(left, look.width * 0.42)
    known = [value for row in rows for value in (row.low, row.high) if value > 0]
    known += [against[0]] if against else []
    first = math.floor(math.log10(min(known, default=1)))
    last = max(math.ceil(math.log10(max(known, default=10))), first + 1)
    top, bottom = size * 2.2, look.height - size * 2.0
    high = (bottom - top) / max(len(rows), 1)
    beside = max([len(_ends(row, told)) for row in rows], default=4) * size * LETTER
    right = look.width - beside - size * 1.5

    def at(value: float) -> float:
        power = math.log10(max(value, 10.0**first))
        return left + (right - left) * (power - first) / (last - first)

    parts = []
    widest = max(len(told(10.0**power)) for power in range(first, last + 1)) + 2
    every = max(1, math.ceil((last - first) * size * LETTER * widest / (right - left)))
    for power in range(first, last + 1):
        x = at(10.0**power)
        parts.append(rule(x, top, x, bottom, look.line))
        if (power - first) % every == 0:
            parts.append(text(x, bottom + size * 1.5, told(10.0**power), size, look.soft, "middle"))
    for place, row in enumerate(rows):
        parts += _range(row, top + high * (place + 0.5), high, at, look, told)
    if against is not None:
        x = at(against[0])
        parts.append(rule(x, size * 1.6, x, bottom, look.mark, size / 5))
        parts.append(_within(look, x, size * 1.2, against[1], look.mark, bold=True))
    return picture(look, parts)


def _range(  # noqa: PLR0917 - the place and the look of a line
    row: Range, y: float, high: float, at: Told | Callable[[float], float], look: Look, told: Told
) -> list[str]:
    size = look.text
    thick = min(high * 0.5, size)
    left, right = float(at(row.low)), float(at(row.high))
    parts = [
        text(0, y + size / 3, _cut(row.name, look.width * 0.42, size), size, look.ink),
        rect(left, y - thick / 2, max(right - left, 4), thick, look.dot, thick / 2),
    ]
    if row.central is not None:
        middle = float(at(row.central))
        parts.append(rect(middle - 2, y - thick, 4, thick * 2, look.ink, 1))
    parts.append(text(look.width - 2, y + size / 3, _ends(row, told), size, look.soft, "end"))
    return parts


def _ends(row: Range, told: Told) -> str:
    return f"{told(row.low)} – {told(row.high)}"  # noqa: RUF001 - a span is set with a dash


def bars(rows: Sequence[Bar], look: Look) -> str:
    """Return bars from zero, each with what it says beside it."""
    size = look.text
    left = max([len(row.name) for row in rows], default=4) * size * LETTER + size * 1.5
    beside = max([len(row.said) for row in rows], default=4) * size * LETTER
    high = look.height / max(len(rows), 1)
    most = max([row.value for row in rows], default=1) or 1
    room = max(look.width - left - beside - size, size * 3)
    parts = []
    for place, row in enumerate(rows):
        y = high * (place + 0.5)
        thick = min(high * 0.55, size * 1.3)
        long = room * row.value / most
        parts.append(text(left - size, y + size / 3, row.name, size, look.ink, "end"))
        parts.append(rect(left, y - thick / 2, max(long, 2), thick, look.dot, 3))
        parts.append(text(left + long + size / 2, y + size / 3, row.said, size, look.soft))
    return picture(look, parts)


def table(
    heads: Sequence[str], rows: Sequence[Sequence[str]], look: Look, *, strong: Iterable[int] = ()
) -> str:
    """Return rows of text, the first column to the left and the others to the right."""
    size = look.text
    bold = set(strong)
    widths: dict[int, int] = defaultdict(int)
    for row in (heads, *rows):
        for place, said in enumerate(row):
            widths[place] = max(widths[place], len(said))
    total = sum(widths.values()) + 3 * len(widths)
    ends, x = [], 0.0
    for place in range(len(heads)):
        x += (widths[place] + 3) / total * look.width
        ends.append(x)
    high = min(size * 2, look.height / (len(rows) + 1))
    parts = []
    for line, row in enumerate((heads, *rows)):
        y = high * (line + 0.7)
        colour = look.ink if line else look.soft
        for place, said in enumerate(row):
            strong_ = line - 1 in bold
            if place:
                parts.append(text(ends[place], y, said, size, colour, "end", bold=strong_))
            else:
                parts.append(text(0, y, said, size, colour, bold=strong_))
        parts.append(rule(0, high * (line + 1), look.width, high * (line + 1), look.line))
    return picture(look, parts)
