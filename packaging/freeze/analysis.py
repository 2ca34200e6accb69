"""The part of PyInstaller's work that is the same on every system."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import collected
from PyInstaller.utils.hooks import collect_data_files, collect_submodules, copy_metadata

from labormeter.doctor import versions

if TYPE_CHECKING:
    from collections.abc import Callable

ICON = 512
"""Pixels of the icon from which the system's own are made."""

SKIPPED = (".py", ".pyi", ".ts", "py.typed")


def analysed(analysis: Callable[..., Any], folder: str) -> Any:  # noqa: ANN401 - PyInstaller's
    """Return PyInstaller's analysis of the installed wheel, without what is not to be carried."""
    found = analysis(
        [str(Path(folder) / collected.START)],
        datas=[*_data(), *_metadata()],
        hiddenimports=[*_modules(), *collected.HIDDEN],
        excludes=list(collected.EXCLUDED),
        noarchive=False,
    )
    linux = sys.platform.startswith("linux")
    found.binaries = [
        (place, source, kind)
        for place, source, kind in found.binaries
        if collected.kept_binary(place) and (not linux or collected.kept_library(place, source))
    ]
    kept = {place for place, *_ in found.binaries}
    found.datas = [
        (place, source, kind)
        for place, source, kind in found.datas
        if collected.kept_data(place)
        and collected.kept_binary(place)
        and (kind != "SYMLINK" or source in kept or not collected.is_library(place))
    ]
    note(found)
    return found


def icon(folder: str) -> str:
    """Return a picture of the program's icon; PyInstaller makes of it what the system wants."""
    sys.path.insert(0, str(Path(__file__).parent.parent))
    import pictures  # noqa: PLC0415 - needs the line above, and Qt

    path = Path(folder) / "labormeter.png"
    path.write_bytes(dict(pictures.icons([ICON]))[f"{ICON}x{ICON}/apps/labormeter.png"])
    return str(path)


def note(found: Any) -> None:  # noqa: ANN401 - PyInstaller's
    """Write down what was collected, for the bill of materials."""
    if (path := os.environ.get("LABORMETER_CARRIED")) is None:
        return
    names = {name.split(".")[0] for name, *_ in found.pure}
    names |= {place.replace("\\", "/").split("/")[0].split(".")[0] for place, *_ in found.binaries}
    libraries = sorted(
        (Path(place).name, source)
        for place, source, kind in found.binaries
        if kind in {"BINARY", "EXTENSION"}
    )
    Path(path).write_text(json.dumps({"modules": sorted(names), "libraries": libraries}))


def _modules() -> list[str]:
    return [name for package in collected.PACKAGES for name in collect_submodules(package)]


def _data() -> list[tuple[str, str]]:
    found = [one for package in collected.PACKAGES for one in collect_data_files(package)]
    return [one for one in found if not one[0].endswith(SKIPPED)]


def _metadata() -> list[tuple[str, str]]:
    names = dict.fromkeys([*collected.METADATA, *versions.NAMES])
    return [one for name in names for one in copy_metadata(name)]
