"""Drawn pictures for the practice site: scenes, faces and the tiles of its captcha, all SVG.

Each is a pure function of its name and a seed, so that the same post always has the same picture
and nothing has to be fetched from anywhere.
"""

from __future__ import annotations

import math
import random
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

WIDTH: Final = 960
HEIGHT: Final = 600

SUBJECTS: Final = ("bicycle", "boat", "cup", "house", "tree")
"""What a captcha tile may show."""


def scene(name: str, seed: int = 1) -> str:
    """Return a landscape picture; KeyError where there is none by that name."""
    return _svg(WIDTH, HEIGHT, SCENES[name](random.Random(seed)))  # noqa: S311 - a drawing


def face(name: str) -> str:
    """Return a round portrait, the same for the same name."""
    dice = random.Random(f"face of {name}")  # noqa: S311 - a drawing
    hue = dice.randrange(360)
    skin = dice.choice(("#f2c9a5", "#d99f70", "#a86d43", "#7c4a2d", "#f7dcc4"))
    hair = dice.choice(("#2b2320", "#5b3a24", "#b5763a", "#d8d3cc", "#8e2f22"))
    shirt = f"hsl({(hue + 150) % 360} 45% 42%)"
    cut = dice.choice(
        (
            f'<path d="M26 46q-2-28 24-28t24 28q-6-14-24-14t-24 14z" fill="{hair}"/>',
            (
                f'<path d="M24 70q-4-52 26-52t26 52q-8-6-8-26-16 0-24-8-4 8-12 10 0 18-8 24z"'
                f' fill="{hair}"/>'
            ),
            (
                f'<circle cx="50" cy="20" r="10" fill="{hair}"/>'
                f'<path d="M27 44q0-24 23-24t23 24q-8-10-23-10t-23 10z" fill="{hair}"/>'
            ),
        )
    )
    return _svg(
        100,
        100,
        f'<rect width="100" height="100" fill="hsl({hue} 48% 78%)"/>'
        f'<path d="M14 104q2-32 36-32t36 32z" fill="{shirt}"/>'
        f'<rect x="42" y="60" width="16" height="18" rx="8" fill="{skin}"/>'
        f'<ellipse cx="50" cy="46" rx="21" ry="25" fill="{skin}"/>{cut}'
        '<circle cx="42" cy="47" r="2.4" fill="#2b2320"/>'
        '<circle cx="58" cy="47" r="2.4" fill="#2b2320"/>'
        '<path d="M43 58q7 6 14 0" fill="none" stroke="#2b2320" stroke-width="2.2"'
        ' stroke-linecap="round"/>',
    )


def tile(subject: str, seed: int) -> str:
    """Return one tile of the captcha: a subject, drawn a little differently each time."""
    dice = random.Random(seed)  # noqa: S311 - a drawing
    hue = dice.randrange(360)
    turn, size = dice.uniform(-9, 9), dice.uniform(0.82, 1.05)
    ground = f"hsl({hue} {dice.randrange(22, 42)}% {dice.randrange(66, 82)}%)"
    ink = f"hsl({(hue + dice.randrange(150, 210)) % 360} 40% {dice.randrange(24, 36)}%)"
    grain = "".join(
        f'<circle cx="{dice.randrange(100)}" cy="{dice.randrange(100)}" r="{dice.uniform(1, 4):.1f}"'
        f' fill="#fff" opacity="{dice.uniform(0.1, 0.35):.2f}"/>'
        for _ in range(14)
    )
    move = f"translate(50 50) rotate({turn:.1f}) scale({size:.2f}) translate(-50 -50)"
    return _svg(
        100,
        100,
        f'<rect width="100" height="100" fill="{ground}"/>'
        f'<path d="M0 78q25-8 50 0t50 0v22H0z" fill="{ink}" opacity=".22"/>{grain}'
        f'<g transform="{move}" fill="{ink}" stroke="{ink}" stroke-linecap="round"'
        f' stroke-linejoin="round" stroke-width="4">{_DRAWN[subject]}</g>',
    )


_DRAWN: Final = {
    "bicycle": '<g fill="none"><circle cx="28" cy="62" r="16"/><circle cx="72" cy="62" r="16"/>'
    '<path d="M28 62l14-26h22l8 26M42 36l8 26h-22M50 62l14-26M38 32h9M62 28h8"/></g>',
    "boat": '<path d="M18 62h64l-10 18H30z"/><path d="M50 20v40" fill="none"/>'
    '<path d="M54 22l22 34H54zM46 30v26H28z" opacity=".75"/>',
    "cup": '<path d="M26 36h42v26q0 16-16 16h-10q-16 0-16-16z"/>'
    '<path d="M68 42h8q8 0 8 9t-8 9h-8" fill="none"/>'
    '<path d="M38 28q-4-5 0-10M52 28q-4-5 0-10" fill="none"/>',
    "house": '<path d="M24 48v32h52V48" opacity=".8"/><path d="M16 50l34-30 34 30z"/>'
    '<path d="M44 80V62h12v18z" fill="#fff" stroke="none" opacity=".8"/>',
    "tree": '<path d="M46 60h8v24h-8z"/><circle cx="50" cy="38" r="20"/>'
    '<circle cx="34" cy="50" r="13"/><circle cx="66" cy="50" r="13"/>',
}


def _svg(width: int, height: int, content: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"'
        f' width="{width}" height="{height}" preserveAspectRatio="xMidYMid slice">{content}</svg>'
    )


def _gradient(name: str, *stops: str) -> str:
    step = 100 / max(1, len(stops) - 1)
    inner = "".join(
        f'<stop offset="{index * step:.0f}%" stop-color="{colour}"/>'
        for index, colour in enumerate(stops)
    )
    return f'<linearGradient id="{name}" x1="0" y1="0" x2="0" y2="1">{inner}</linearGradient>'


def _sky(*stops: str) -> str:
    return (
        f'<defs>{_gradient("sky", *stops)}</defs><rect width="960" height="600" fill="url(#sky)"/>'
    )


def _ridge(dice: random.Random, base: float, height: float, colour: str) -> str:
    """Return a line of hills that fills all below it."""
    waves = [
        (dice.uniform(0.5, 1.2) * k, dice.uniform(0, 6.3), height / k**1.25) for k in (1, 2, 4, 9)
    ]
    points = []
    for x in range(0, WIDTH + 16, 16):
        y = base - sum(a * math.sin(x / 150 * f + p) for f, p, a in waves) / 2
        points.append(f"{x} {y:.0f}")
    return f'<path d="M{" L".join(points)} L{WIDTH} {HEIGHT} L0 {HEIGHT}Z" fill="{colour}"/>'


def _hills(dice: random.Random) -> str:
    layers = ("#c7795f", "#a45a56", "#743f50", "#4b2d47", "#2a1d35")
    ridges = "".join(
        _ridge(dice, 330 + index * 58, 64 + index * 8, colour)
        for index, colour in enumerate(layers)
    )
    birds = "".join(
        f'<path d="M{x} {y}q9-9 16 0q8-9 16 0" fill="none" stroke="#5b3348" stroke-width="3"'
        ' stroke-linecap="round"/>'
        for x, y in ((220, 150), (272, 128), (300, 168))
    )
    sun = (
        '<circle cx="640" cy="250" r="150" fill="#ffe1a8" opacity=".25"/>'
        '<circle cx="640" cy="250" r="82" fill="#ffe9c2"/>'
    )
    return _sky("#3f4c80", "#c46f6b", "#f3a76d", "#f9d69a") + sun + birds + ridges


def _sea(dice: random.Random) -> str:
    waves = "".join(
        f'<path d="M{dice.randrange(-60, 900)} {y}h{dice.randrange(50, 190)}" stroke="#e8fbf6"'
        f' stroke-width="{2 + (y - 350) / 90:.1f}" opacity="{dice.uniform(0.15, 0.5):.2f}"'
        ' stroke-linecap="round"/>'
        for y in range(368, 596, 6)
    )
    boat = (
        '<g transform="translate(300 250)"><path d="M-70 108h170l-26 40H-44z" fill="#b4472f"/>'
        '<path d="M-64 118h158" stroke="#f5dcc0" stroke-width="6"/>'
        '<path d="M10-70v176" stroke="#4a3526" stroke-width="7"/>'
        '<path d="M18-66q70 76 74 158H18z" fill="#fff6e4"/>'
        '<path d="M4-40v132h-62q40-50 62-132z" fill="#f3c46b"/></g>'
    )
    cloud = (
        '<g fill="#fff" opacity=".8"><ellipse cx="700" cy="130" rx="90" ry="26"/>'
        '<ellipse cx="660" cy="108" rx="50" ry="30"/><ellipse cx="730" cy="104" rx="58" ry="36"/>'
        '<ellipse cx="150" cy="196" rx="70" ry="18"/><ellipse cx="180" cy="182" rx="40" ry="22"/>'
        "</g>"
    )
    return (
        _sky("#6cb7d6", "#bfe3e4", "#fdf0d2")
        + f"<defs>{_gradient('sea', '#3a9aa8', '#17607c', '#0d3f5c')}</defs>{cloud}"
        + '<path d="M600 350q90-70 180-40t180-20v70H600z" fill="#5d8c7b"/>'
        + f'<rect y="350" width="960" height="250" fill="url(#sea)"/>{waves}{boat}'
    )


def _market(dice: random.Random) -> str:
    walls = ("#e7c7a0", "#d9a58a", "#efdcb8", "#c98f7a", "#e4b98f")
    houses = "".join(
        f'<rect x="{index * 196 - 12}" y="{70 + dice.randrange(60)}" width="200" height="500"'
        f' fill="{wall}"/>'
        for index, wall in enumerate(walls)
    )
    windows = "".join(
        f'<g transform="translate({x} {y})"><rect width="46" height="66" rx="4" fill="#4d6472"/>'
        f'<path d="M0 0h-16v66h16zM46 0h16v66H46z" fill="{dice.choice(("#4f7d6b", "#35617a"))}"/>'
        "</g>"
        for x in (60, 256, 452, 648, 850)
        for y in (160, 262)
    )
    stalls = "".join(_stall(dice, x) for x in (40, 350, 660))
    return (
        _sky("#8fc3dd", "#e6f1ea")
        + houses
        + windows
        + f'<rect y="520" width="960" height="80" fill="#b9a58d"/>{stalls}'
    )


def _stall(dice: random.Random, x: int) -> str:
    colour = dice.choice(("#c2452d", "#2f7f79", "#d08a1e"))
    stripes = "".join(
        f'<path d="M{index * 40} 0h40l4 64q-24 22-48 0z"'
        f' fill="{colour if index % 2 == 0 else "#fff4e2"}"/>'
        for index in range(6)
    )
    fruit = "".join(
        f'<circle cx="{18 + index % 9 * 25}" cy="{150 - index // 9 * 17}" r="13"'
        f' fill="{dice.choice(("#d9412b", "#e88a1c", "#7ea33a", "#f2c230"))}"/>'
        for index in range(18)
    )
    return (
        f'<g transform="translate({x} 350)"><path d="M10 40v200M230 40v200" stroke="#6d4c33"'
        f' stroke-width="9"/>{fruit}<rect x="-4" y="158" width="248" height="62" rx="5"'
        f' fill="#8a6142"/><path d="M0 190h240" stroke="#6d4c33" stroke-width="4"/>{stripes}</g>'
    )


def _night(dice: random.Random) -> str:
    stars = "".join(
        f'<circle cx="{dice.randrange(960)}" cy="{dice.randrange(330)}"'
        f' r="{dice.uniform(0.8, 2.4):.1f}" fill="#fff" opacity="{dice.uniform(0.3, 0.9):.2f}"/>'
        for _ in range(90)
    )
    towers = "".join(_tower(dice, x) for x in range(-20, 960, 92))
    moon = (
        '<circle cx="770" cy="130" r="60" fill="#f6edcf"/>'
        '<circle cx="796" cy="116" r="54" fill="#1d2450"/>'
    )
    river = (
        f"<defs>{_gradient('river', '#2b3c74', '#10173a')}</defs>"
        '<rect y="520" width="960" height="80" fill="url(#river)"/>'
    )
    glints = "".join(
        f'<path d="M{dice.randrange(940)} {dice.randrange(530, 594)}h{dice.randrange(14, 60)}"'
        ' stroke="#ffd27a" stroke-width="3" opacity=".45" stroke-linecap="round"/>'
        for _ in range(36)
    )
    return _sky("#141a41", "#2c3a74", "#6c5a8c") + stars + moon + towers + river + glints


def _tower(dice: random.Random, x: int) -> str:
    top, wide = dice.randrange(230, 420), dice.randrange(74, 92)
    lit = "".join(
        f'<rect x="{x + 12 + column * 20}" y="{y}" width="10" height="14" rx="1.5"'
        f' fill="{dice.choice(("#ffd27a", "#ffe7b0", "#2a3566", "#2a3566", "#2a3566"))}"/>'
        for y in range(top + 16, 505, 28)
        for column in range((wide - 16) // 20)
    )
    return f'<rect x="{x}" y="{top}" width="{wide}" height="{524 - top}" fill="#1b2350"/>{lit}'


def _balcony(dice: random.Random) -> str:
    pots = "".join(_pot(dice, x) for x in (90, 290, 500, 720))
    bars = "".join(f'<path d="M{x} 420v180"/>' for x in range(20, 960, 46))
    return (
        _sky("#f7e3c1", "#f3c9a2")
        + '<circle cx="760" cy="150" r="70" fill="#fff3d6"/>'
        + _ridge(dice, 390, 40, "#d7a27e")
        + _ridge(dice, 440, 40, "#bd8168")
        + f'{pots}<g stroke="#32434a" stroke-width="7">{bars}'
        + '<path d="M0 424h960M0 588h960" stroke-width="14"/></g>'
    )


def _pot(dice: random.Random, x: int) -> str:
    leaf = dice.choice(("#3f7a4e", "#5f8f3c", "#2f6b5b"))
    leaves = "".join(
        f'<path d="M60 150q{side * reach} -{high // 2} {side * reach} -{high}'
        f'q{-side * reach * 0.9:.0f} {high // 3} -{side * reach} {high}z" fill="{leaf}"'
        f' opacity="{dice.uniform(0.75, 1):.2f}"/>'
        for side in (-1, 1)
        for reach, high in ((18, 190), (52, 150), (86, 96))
    )
    flower = "".join(
        f'<circle cx="{60 + dice.randrange(-70, 70)}" cy="{dice.randrange(-20, 90)}" r="11"'
        f' fill="{dice.choice(("#d8452f", "#f0a63a", "#fff1dc", "#c65a86"))}"/>'
        for _ in range(7)
    )
    return (
        f'<g transform="translate({x} 250)">{leaves}{flower}'
        '<path d="M10 150h100l-14 96H24z" fill="#b6573a"/>'
        '<path d="M4 138h112v22H4z" fill="#c96a4a"/></g>'
    )


def _wheels(dice: random.Random) -> str:
    bricks = "".join(
        f'<rect x="{x + (row % 2) * 44 - 44}" y="{row * 30}" width="82" height="25" rx="3"'
        f' fill="hsl(16 {dice.randrange(34, 44)}% {dice.randrange(56, 64)}%)"/>'
        for row in range(16)
        for x in range(0, 1050, 88)
    )
    spokes = "".join(
        f'<path d="M0 0L{104 * math.cos(angle):.0f} {104 * math.sin(angle):.0f}"/>'
        for angle in (index * math.pi / 7 for index in range(14))
    )
    wheel = (
        f'<g stroke="#e9e2d8" stroke-width="2">{spokes}</g>'
        '<circle r="106" fill="none" stroke="#26282c" stroke-width="13"/>'
        '<circle r="12" fill="#26282c"/>'
    )
    frame = (
        '<g fill="none" stroke="#1f7a72" stroke-width="15" stroke-linecap="round"'
        ' stroke-linejoin="round"><path d="M300 440l92-170h190l76 170M392 270l90 170H300'
        'M482 440l100-170M372 232l20 38M582 270l-16-60h52"/></g>'
        '<path d="M336 226h74q8 0 6 12h-60q-20 0-20-12z" fill="#4a3024"/>'
    )
    return (
        '<rect width="960" height="600" fill="#c08a6c"/>'
        + bricks
        + '<rect y="480" width="960" height="120" fill="#a59a8c"/>'
        + '<path d="M0 480h960" stroke="#8b8073" stroke-width="8"/>'
        + '<ellipse cx="480" cy="552" rx="330" ry="16" fill="#000" opacity=".18"/>'
        + f'<g transform="translate(300 440)">{wheel}</g><g transform="translate(658 440)">{wheel}'
        + f"</g>{frame}"
    )


SCENES: Final[dict[str, Callable[[random.Random], str]]] = {
    "balcony": _balcony,
    "bicycle": _wheels,
    "hills": _hills,
    "market": _market,
    "night": _night,
    "sea": _sea,
}
"""Name -> how it is drawn."""
