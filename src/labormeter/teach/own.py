"""A lesson's rule as a pack of the person's own: drafted, tried by its own cases, and kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from labormeter.errors import KnownError
from labormeter.rules import load
from labormeter.rules.check import check
from labormeter.sentence import said
from labormeter.teach.draft import Wish, draft, rule_text

if TYPE_CHECKING:
    from pathlib import Path

    from labormeter.home import Home
    from labormeter.rules.index import Packs
    from labormeter.teach.shape import Shape


def wish(
    packs: Packs, shape: Shape, *, platform: str, activity: str, day: str, count: bool = False
) -> Wish:
    """Return what a rule for a shape is to be, and in which pack it stands.

    `platform` is the one that the lesson is about, empty where that follows from the host; `day`
    is an ISO date; `count` says whether the rule is to count at once, and not only to wait.
    """
    owner = packs.by_platform.get(platform) or packs.pack_of(shape.host)
    if owner is not None:
        slug = owner.platform if not owner.shipped else f"{owner.platform}-own"
        counted = owner.counted
        title = owner.title if not owner.shipped else f"{owner.title} (taught)"
    else:
        slug = counted = platform or shape.host.removeprefix("www.").split(".")[0]
        title = slug.capitalize()
    return Wish(
        platform=slug,
        title=title,
        activity=activity,
        day=day,
        counts_as="" if counted == slug else counted,
        count=count,
    )


def text(packs: Packs, shape: Shape, wanted: Wish, file: Path | None = None) -> str:
    """Return the whole pack: a new one, or the one that is in `file` with the rule at its end.

    Raises KnownError where that file does not take the rule, or the draft does not hold.
    """
    surface = _surface(packs, shape)
    if file is None:
        return _checked(draft(shape, wanted, surface=surface), wanted)
    held, faults = load.read(file)
    if held is None or faults or shape.host not in held.hosts:
        raise KnownError(
            said("{file} is there already, and does not take this rule.", file=file.name),
            "Write the draft to a file with -o, and join them by hand.",
        )
    wanted = replace(wanted, known=tuple(rule.id for rule in held.rules))
    more = rule_text(shape, wanted, surface=surface)
    return _checked(file.read_text("utf-8").rstrip() + "\n\n" + more, wanted)


def keep(home: Home, packs: Packs, shape: Shape, wanted: Wish) -> Path:
    """Keep the rule among the person's own packs and return its file. Raises KnownError."""
    file = home.create().packs / f"{wanted.platform}.toml"
    write(file, text(packs, shape, wanted, file if file.exists() else None))
    return file


def write(path: Path, written: str) -> None:
    """Write a draft. Raises KnownError where that cannot be done."""
    try:
        path.write_text(written, encoding="utf-8")
    except OSError as error:
        raise KnownError(
            said("{file} cannot be written ({fault}).", file=path.name, fault=error.strerror),
            "Choose another place.",
        ) from error


def _surface(packs: Packs, shape: Shape) -> str:
    """Return the shipped surface whose operations the shape is one of."""
    if not shape.name:
        return ""
    for binding, _ in packs.find(shape.method, shape.host, shape.path):
        if binding.pack.shipped and binding.surface.name:
            return f"{binding.pack.platform}:{binding.surface.id}"
    return ""


def _checked(written: str, wanted: Wish) -> str:
    """Return the text of a pack after its own cases were tried. Raises KnownError."""
    pack, faults = load.read_text(written, f"{wanted.platform}.toml")
    if pack is not None and not faults:
        faults = check(pack)
    if faults:
        raise KnownError(
            said("The draft does not hold by itself: {fault}", fault=faults[0].sentence),
            "Write the pack by hand; docs/packs.md explains how.",
        )
    return written
