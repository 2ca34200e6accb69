"""A bundle of packs: one JSON file, the same bytes for the same packs, signed beside it.

    {"format": 1, "packs": {"x": "schema = 1 ..."}, "version": "2026.11.25"}

The one in use lies in `updates/now.json` beside the person's own packs, the one before it in
`updates/before.json`. A pack of the program that is as new or newer stands in its place.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from labormeter.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FORMAT: Final = 1
LARGEST: Final = 8 * 1024 * 1024
"""Bytes of a bundle."""
FOLDER: Final = "updates"
_SLUG: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,40}")
_VERSION: Final = re.compile(r"\d{1,6}(\.\d{1,6}){0,4}")


@dataclass(frozen=True, slots=True)
class Bundle:
    """Texts of packs by platform, under one version."""

    version: str
    packs: Mapping[str, str]


def write(bundle: Bundle) -> bytes:
    """Return the bytes of a bundle: the same for the same packs, in whatever order they came."""
    document = {"format": FORMAT, "version": bundle.version, "packs": dict(bundle.packs)}
    return json.dumps(document, sort_keys=True, ensure_ascii=False, indent=1).encode() + b"\n"


def read(data: bytes) -> Bundle:
    """Return a bundle. Raises KnownError where it is none."""
    try:
        document = json.loads(data) if len(data) <= LARGEST else None
    except (ValueError, RecursionError):
        document = None
    if not isinstance(document, dict) or not isinstance(document.get("packs"), dict):
        raise KnownError("This is no bundle of packs.", "Fetch it again.")
    if document.get("format") != FORMAT:
        raise KnownError(
            "This bundle is written in a format that this version does not know.",
            "Update labormeter itself.",
        )
    version, packs = document.get("version"), document["packs"]
    sound = all(
        isinstance(text, str) and _SLUG.fullmatch(platform) for platform, text in packs.items()
    )
    if not isinstance(version, str) or not _VERSION.fullmatch(version) or not sound:
        raise KnownError("This is no bundle of packs.", "Fetch it again.")
    return Bundle(version, packs)


def in_use(folder: Path | None) -> Bundle | None:
    """Return the bundle that lies beside a folder of the person's packs, None where there is none.

    Raises KnownError where it cannot be read.
    """
    if folder is None:
        return None
    path = folder.parent / FOLDER / "now.json"
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise KnownError(
            f"The updated packs cannot be read ({error.strerror}).",
            f"Check {path}, or delete it to use the packs of the program.",
        ) from error
    return read(data)


def newer(one: str, other: str) -> bool:
    """Whether one version comes after another: by their numbers, one after the other."""
    return _numbers(one) > _numbers(other)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d{1,18}", version))
