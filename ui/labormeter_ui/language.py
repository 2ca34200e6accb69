"""The language of the window: chosen or the system's, switched without a restart.

Translations are Qt Linguist files. Their compiled form is not in the tree: set-up builds it beside
them, and where it was not built it is compiled into the user's cache when the program starts.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
from importlib.resources import as_file, files
from pathlib import Path
from typing import Final

import platformdirs
import PySide6
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

LANGUAGES: Final = ("en", "fr")
NAMES: Final = {"en": "English", "fr": "Français"}
"""Each language in its own words."""

_installed: list[QTranslator] = []


def language(chosen: str) -> str:
    """Return the language to use: the one chosen, else the system's first that there is."""
    if chosen in LANGUAGES:
        return chosen
    wanted = (tag.split("-")[0] for tag in QLocale.system().uiLanguages())
    return next((tag for tag in wanted if tag in LANGUAGES), "en")


def use(chosen: str) -> str:
    """Put the window into a language and return it; numbers and dates follow."""
    code = language(chosen)
    system = QLocale.system()
    same = QLocale.languageToCode(system.language()) == code
    QLocale.setDefault(system if same else QLocale(code))
    program = QCoreApplication.instance()
    while _installed:
        QCoreApplication.removeTranslator(_installed.pop())
    for name, folder in (
        (f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        (f"labormeter_{code}", str(compiled(code).parent)),
    ):
        translator = QTranslator(program)
        if translator.load(name, folder):
            QCoreApplication.installTranslator(translator)
            _installed.append(translator)
    return code


def compiled(code: str) -> Path:
    """Return the compiled translation of a language, compiling it where that was not done yet."""
    with as_file(files("labormeter_ui") / "translations" / f"labormeter_{code}.ts") as source:
        beside = source.with_suffix(".qm")
        if not source.exists() or _newer(beside, source):
            return beside  # an installed program brings the compiled form alone
        mark = hashlib.sha256(source.read_bytes()).hexdigest()[:12]
        folder = Path(platformdirs.user_cache_dir("labormeter", False)) / "translations" / mark
        target = folder / beside.name
        if not target.exists():
            folder.mkdir(parents=True, exist_ok=True)
            release(source, target)
    return target


def _newer(beside: Path, source: Path) -> bool:
    return beside.exists() and beside.stat().st_mtime_ns >= source.stat().st_mtime_ns


def release(source: Path, target: Path) -> None:
    """Compile a translation; where Qt's compiler is missing, the window speaks English."""
    tool = linguist("lrelease")
    if tool is not None:
        subprocess.run(
            [str(tool), "-silent", str(source), "-qm", str(target)], check=False, timeout=60
        )


def linguist(name: str) -> Path | None:
    """Return one of Qt Linguist's tools as PySide6 brings it, None where it does not."""
    suffix = ".exe" if sys.platform == "win32" else ""
    root = Path(PySide6.__file__).parent
    found = (root / folder / f"{name}{suffix}" for folder in (".", "Qt/libexec", "Qt/bin"))
    return next((path for path in found if path.exists()), None)
