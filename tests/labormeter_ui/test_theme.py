"""Contrast by WCAG 2, and colours as people see them who lack one kind of cone."""

import itertools
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from labormeter_ui import theme
from labormeter_ui.theme import DARK, LIGHT, Theme
from labormeter_ui.views.flow import hue
from labormeter_ui.views.stack import PALE

if TYPE_CHECKING:
    from labormeter.valuation.places import Region

THEMES = [LIGHT, DARK]

# Machado, Oliveira, Fernandes 2009, severity 1.0, on linear RGB.
SEEN = {
    "all": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def linear(colour: str) -> list[float]:
    found = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in found]


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def lab(colour: str, eyes: str) -> tuple[float, float, float]:
    rgb = linear(colour)
    seen = [max(sum(m * c for m, c in zip(row, rgb, strict=True)), 0) for row in SEEN[eyes]]
    red, green, blue = seen
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def apart(one: str, other: str, eyes: str) -> float:
    pairs = zip(lab(one, eyes), lab(other, eyes), strict=True)
    return float(sum((a - b) ** 2 for a, b in pairs) ** 0.5)


@pytest.mark.parametrize("worn", THEMES, ids=lambda worn: worn.name)
def test_text_can_be_read(worn: Theme) -> None:
    for ground in (worn.ground, worn.card):
        assert contrast(worn.ink, ground) >= 7
        for colour in (worn.soft, worn.good, worn.warn, worn.bad, worn.private):
            assert contrast(colour, ground) >= 4.5, (colour, ground)
    assert contrast(worn.on_accent, worn.accent) >= 4.5
    assert contrast(worn.soft, worn.sunk) >= 4.5


@pytest.mark.parametrize("worn", THEMES, ids=lambda worn: worn.name)
def test_series_stand_out_from_their_card(worn: Theme) -> None:
    for colour in (*worn.series, worn.rest):
        assert contrast(colour, worn.card) >= 3, colour


@pytest.mark.parametrize("eyes", SEEN)
@pytest.mark.parametrize("worn", THEMES, ids=lambda worn: worn.name)
def test_neighbours_in_a_stack_stay_apart_for_all_eyes(worn: Theme, eyes: str) -> None:
    stack = (*worn.series, worn.rest)
    for one, other in itertools.pairwise(stack):
        assert apart(one, other, eyes) >= 12, (eyes, one, other)


def laid(above: str, below: str, opaque: float) -> str:
    """Return the colour of one over the other."""
    pairs = (
        (int(above[place : place + 2], 16), int(below[place : place + 2], 16))
        for place in (1, 3, 5)
    )
    return "#" + "".join(f"{round(up * opaque + down * (1 - opaque)):02x}" for up, down in pairs)


@pytest.mark.parametrize("eyes", SEEN)
@pytest.mark.parametrize("worn", THEMES, ids=lambda worn: worn.name)
def test_the_regions_of_a_chart_by_place_stay_apart_for_all_eyes(worn: Theme, eyes: str) -> None:
    regions: tuple[Region, ...] = ("south", "north", "")
    for one, other in itertools.combinations((hue(worn, region) for region in regions), 2):
        assert apart(one, other, eyes) >= 30, (eyes, one, other)


@pytest.mark.parametrize("eyes", SEEN)
@pytest.mark.parametrize("worn", THEMES, ids=lambda worn: worn.name)
def test_a_band_is_seen_on_its_card_and_its_lines_on_every_bar(worn: Theme, eyes: str) -> None:
    assert apart(laid(worn.ink, worn.card, PALE / 255), worn.card, eyes) >= 6
    assert contrast(worn.ink, worn.card) >= 7  # a line has a seam of the card's colour
    for colour in (*worn.series, worn.rest):
        assert max(contrast(worn.ink, colour), contrast(worn.card, colour)) >= 3, colour


@pytest.mark.parametrize("eyes", SEEN)
@pytest.mark.parametrize("worn", THEMES, ids=lambda worn: worn.name)
def test_what_the_meter_saw_stands_out_of_what_it_did_not(worn: Theme, eyes: str) -> None:
    assert apart(worn.accent, worn.rest, eyes) >= 12
    for colour in (worn.accent, worn.rest):
        assert contrast(colour, worn.card) >= 3


@pytest.mark.parametrize("worn", THEMES, ids=lambda worn: worn.name)
def test_the_sheet_names_every_colour_it_uses(worn: Theme, qapp: QApplication) -> None:
    written = theme.sheet(worn)
    assert "$" not in written
    assert qapp is not None


def test_a_choice_holds_until_the_system_is_followed_again(qapp: QApplication) -> None:
    theme.choose("dark")
    assert theme.current() is DARK
    theme.choose("system")
    assert theme.current() in THEMES
    assert theme.palette(DARK).window().color().name() == DARK.ground
    assert qapp is not None


def test_the_scale_keeps_the_desktops_own_size(qapp: QApplication) -> None:
    points = qapp.font().pointSizeF()
    assert theme.size("body") == pytest.approx(max(points, 8.0), abs=0.06)
    assert theme.font("display").pointSizeF() > 3 * theme.font("body").pointSizeF()
