"""Read packs: those that are shipped, and the person's own beside them."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from labormeter.errors import KnownError
from labormeter.rules import bundle as bundles
from labormeter.rules import parse
from labormeter.rules.fault import Fault
from labormeter.rules.index import Packs
from labormeter.rules.review import review
from labormeter.rules.schema import complaints

if TYPE_CHECKING:
    from labormeter.rules.pack import Pack
    from labormeter.rules.schema import Complaint, Place

LARGEST: Final = 1024 * 1024
"""Bytes of a pack file."""


@cache
def shipped() -> Packs:
    """Return the packs that come with the program, which are tested to be without fault."""
    return load(None)[0]


def load(folder: Path | None) -> tuple[Packs, list[Fault]]:
    """Read the shipped packs and those in a folder; a faulty one is left out and its faults told.

    A shipped pack that was updated since is taken from the update, and a person's own pack stands
    in the place of a shipped one of the same platform.
    """
    packs: dict[str, Pack] = {}
    faults: list[Fault] = []
    for file in _shipped():
        _take(packs, faults, read(file, shipped=True))
    _update(packs, faults, folder)
    for file in _own(folder):
        _take(packs, faults, read(file))
    return Packs(tuple(packs.values())), faults


def _take(
    packs: dict[str, Pack], faults: list[Fault], given: tuple[Pack | None, list[Fault]]
) -> None:
    pack, found = given
    faults += found
    if pack is not None and not found:
        packs[pack.platform] = pack


def _update(packs: dict[str, Pack], faults: list[Fault], folder: Path | None) -> None:
    """Take the packs of an update that are newer than the program's own."""
    try:
        bundle = bundles.in_use(folder)
    except KnownError as error:
        faults.append(Fault("now.json", "file", str(error)))
        return
    for platform, text in [] if bundle is None else sorted(bundle.packs.items()):
        pack, found = read_text(text, f"{platform}.toml", shipped=True)
        if pack is None or found:
            faults += found
            continue
        known = packs.get(pack.platform)
        # the practice site is this program's own, and opened without a question
        if pack.kind != "practice" and (
            known is None or bundles.newer(pack.version, known.version)
        ):
            packs[pack.platform] = pack


def read(path: Path, *, shipped: bool = False) -> tuple[Pack | None, list[Fault]]:
    """Read one pack and all its faults; None where it is too broken to say what it is."""
    try:
        if path.stat().st_size > LARGEST:
            return None, [Fault(path.name, "file", "It is larger than 1 MB.")]
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        return None, [Fault(path.name, "file", f"It cannot be read ({error.strerror}).")]
    except UnicodeDecodeError:
        return None, [Fault(path.name, "file", "It is not written in UTF-8.")]
    return read_text(text, path.name, shipped=shipped)


def read_text(text: str, file: str, *, shipped: bool = False) -> tuple[Pack | None, list[Fault]]:
    """Read a pack from the text of its file."""
    try:
        document = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return None, [Fault(file, "file", f"It is no TOML: {error}.")]
    found = complaints(document)
    faults = [
        Fault(file, _label(document, place), _spoken(place, sentence)) for place, sentence in found
    ]
    if any(place[:1] not in (("rules",), ("surfaces",)) or len(place) == 1 for place, _ in found):
        return None, faults
    pack, more = parse.pack(_sound(document, found), file, shipped=shipped)
    return None if found else pack, faults + more + review(pack, file)


def _sound(document: dict[str, Any], found: list[Complaint]) -> dict[str, Any]:
    """Return the document without the surfaces and rules that are not even in form.

    The rest is read all the same, so that a person sees every fault at once.
    """
    if not found:
        return document
    bad = {place[:2] for place, _ in found}
    lost = {
        table.get("id") if isinstance(table, dict) else None
        for number, table in enumerate(document.get("surfaces", ()))
        if ("surfaces", number) in bad
    }
    kept = {
        family: [
            table
            for number, table in enumerate(document.get(family, ()))
            if (family, number) not in bad and table.get("surface") not in lost - {None}
        ]
        for family in ("surfaces", "rules")
    }
    return {**document, **kept}


def _shipped() -> list[Path]:
    folder = Path(str(resources.files("labormeter.rules") / "packs"))
    return sorted(folder.glob("*.toml"))


def _own(folder: Path | None) -> list[Path]:
    return [] if folder is None else sorted(folder.glob("*.toml"))


def _label(document: object, place: Place) -> str:
    match place:
        case ("rules" | "surfaces" as family, int() as number, *_):
            table = document[family][number] if isinstance(document, dict) else None
            name = table.get("id") if isinstance(table, dict) else None
            kind = "" if family == "rules" else "surface "
            return f"{kind}{name}" if isinstance(name, str) else f"{family} {number + 1}"
        case _:
            return "pack"


def _spoken(place: Place, sentence: str) -> str:
    inner = place[2:] if place and place[0] in ("rules", "surfaces") else place
    where = ".".join(str(part) for part in inner)
    return f"{where}: {sentence}" if where else sentence
