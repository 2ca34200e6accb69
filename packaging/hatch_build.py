"""Compiles the window's translations when a wheel or a source archive is built.

Their compiled form is not in the tree. A source archive carries it, so that a wheel made from one
needs no Qt; from a clone, Qt's compiler comes with PySide6 as a dependency of the build.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

TRANSLATIONS: Final = "ui/labormeter_ui/translations"


def stale(root: Path) -> list[Path]:
    """Return the translations whose compiled form is missing or older than they are."""
    return [
        source
        for source in sorted((root / TRANSLATIONS).glob("*.ts"))
        if not (compiled := source.with_suffix(".qm")).exists()
        or compiled.stat().st_mtime_ns < source.stat().st_mtime_ns
    ]


def compiler() -> Path | None:
    """Return Qt's `lrelease` as PySide6 brings it, without loading any of Qt."""
    found = importlib.util.find_spec("PySide6")
    if found is None or found.origin is None:
        return None
    suffix = ".exe" if sys.platform == "win32" else ""
    places = (Path(found.origin).parent / place for place in (".", "Qt/libexec", "Qt/bin"))
    tools = (place / f"lrelease{suffix}" for place in places)
    return next((tool for tool in tools if tool.exists()), None)


class Translations(BuildHookInterface[Any]):
    """hatchling's hook: what it leaves beside the sources is taken as an artifact."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Return what the build needs besides hatchling: Qt where something is to be compiled."""
        return ["PySide6-Essentials>=6.8"] if stale(Path(self.root)) else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - theirs
        """Compile what is stale; a wheel without translations is not built.

        An editable install is left alone: set-up compiles beside the sources.
        """
        left = stale(Path(self.root)) if version != "editable" else []
        if not left:
            return
        tool = compiler()
        if tool is None:
            raise RuntimeError("The translations are not compiled: install PySide6-Essentials.")
        for source in left:
            target = source.with_suffix(".qm")
            line = [str(tool), "-silent", str(source), "-qm", str(target)]
            subprocess.run(line, check=True, timeout=60)
