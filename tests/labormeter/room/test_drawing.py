"""Pictures are well formed, escape what they say, and stay inside their frame."""

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.room import drawing
from labormeter.room.dots import Quarters
from labormeter.room.drawing import Bar, Cell, Look, Range


def places(svg: str) -> list[tuple[float, float]]:
    ET.fromstring(svg)  # noqa: S314 - ours
    return [(float(x), float(y)) for x, y in re.findall(r'c?x="([\d.-]+)" c?y="([\d.-]+)"', svg)]


def inside(svg: str, look: Look) -> bool:
    return all(-1 <= x <= look.width + 1 and -1 <= y <= look.height + 1 for x, y in places(svg))


@given(st.lists(st.floats(0, 1e9), min_size=3, max_size=200))
def test_a_strip_stays_inside(values: list[float]) -> None:
    known = sorted(values)
    quarters = Quarters(known[0], known[1], known[2])
    svg = drawing.strip(known, quarters, Look(), told=lambda value: f"{value:.0f}", said=("a", "b"))
    assert inside(svg, Look())
    assert svg.count("<circle") == len(values)


@given(st.lists(st.tuples(st.floats(1, 1e12), st.floats(1, 1e12)), min_size=1, max_size=12))
def test_ranges_stay_inside(pairs: list[tuple[float, float]]) -> None:
    rows = [Range("name", min(pair), max(pair)) for pair in pairs]
    svg = drawing.ranges(rows, Look(), told=lambda v: f"{v:.3g}", against=(11.88, "wage"))
    assert inside(svg, Look())


def test_nothing_said_is_markup() -> None:
    evil = '<script>"&'
    for svg in (
        drawing.bars([Bar(evil, 1, evil)], Look()),
        drawing.table([evil], [[evil]], Look()),
        drawing.multiples([evil], [evil], {(0, 0): Cell((), None, evil)}, Look()),
        drawing.ranges([Range(evil, 1, 2)], Look(), told=lambda _: evil),
    ):
        ET.fromstring(svg)  # noqa: S314 - ours
        assert "<script" not in svg


@pytest.mark.parametrize("most", [0.003, 0.7, 1, 4.4, 99, 12345, 1e12])
def test_steps_are_few_and_round_and_reach_the_most(most: float) -> None:
    found = drawing.steps(most)
    assert found[0] == 0
    assert found[-1] >= most * (1 - 1e-9)
    assert 2 <= len(found) <= 8


def test_dots_of_one_figure_stand_on_each_other() -> None:
    svg = drawing.strip([5, 5, 5], None, Look(), told=str)
    assert len({y for _, y in places(svg) if _ > 0}) >= 3


def test_nothing_at_all_is_a_picture_too() -> None:
    for svg in (
        drawing.bars([], Look()),
        drawing.ranges([], Look(), told=str),
        drawing.multiples([], [], {}, Look()),
        drawing.strip([], None, Look(), told=str),
        drawing.table([], [], Look()),
    ):
        ET.fromstring(svg)  # noqa: S314 - ours
