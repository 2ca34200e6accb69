"""Take up new strings, compile them, or say which are unfinished.

python -m labormeter_ui.translations update   strings of the source into the .ts files
python -m labormeter_ui.translations build    .ts into .qm, beside them
python -m labormeter_ui.translations check    exit 1 where a string is unfinished
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

import labormeter
from labormeter.rules import load
from labormeter_ui import library
from labormeter_ui.language import LANGUAGES, linguist, release

FOLDER: Final = Path(__file__).parent
SOURCES: Final = FOLDER.parent
LIBRARY: Final = Path(labormeter.__file__).parent
SPOKEN: Final = (
    *(
        "archives",
        "importing.py",
        "autostart.py",
        "browser",
        "captchas.py",
        "doctor",
        "home.py",
        "ledger",
    ),
    *("exports", "lock.py", "platforms.py", "room", "settings.py", "study", "teach", "valuation"),
    # These speak through a process that the window starts.
    *("uninstall.py", "cli/uninstall.py", "cli/browse.py", "cli/meter.py", "practice", "desktop"),
)
"""What of the library speaks to the window."""


def files() -> list[Path]:
    """Return the translation files, one a language."""
    return [FOLDER / f"labormeter_{code}.ts" for code in LANGUAGES]


def update() -> int:
    """Take every string of the source into the files; obsolete ones go."""
    tool = linguist("lupdate")
    if tool is None:
        return 1
    found = sorted(str(path.relative_to(SOURCES)) for path in SOURCES.rglob("*.py"))
    with tempfile.TemporaryDirectory() as folder:
        said = Path(folder) / "library.py"
        said.write_text(_declared(), encoding="utf-8")
        return _take_up(tool, [*found, str(said)])


def sentences() -> list[str]:
    """Return every sentence that the library and its packs declare, in order and once."""
    said = {one for path in SPOKEN for one in library.declared(LIBRARY / path)}
    asked = {pack.ask for pack in load.shipped().platforms if pack.ask}
    return sorted(said | asked)


def _declared() -> str:
    """Return the library's sentences as source that the tool can read."""
    lines = (f"QT_TRANSLATE_NOOP({library.CONTEXT!r}, {json.dumps(one)})" for one in sentences())
    return "from PySide6.QtCore import QT_TRANSLATE_NOOP\n" + "\n".join(lines) + "\n"


def _take_up(tool: Path, found: list[str]) -> int:
    for path in files():
        code = path.stem.split("_")[1]
        plural = ["-pluralonly"] if code == "en" else []
        line = [str(tool), "-silent", "-locations", "none", "-no-obsolete", *plural]
        languages = ["-source-language", "en", "-target-language", code]
        done = subprocess.run(
            [*line, *languages, *found, "-ts", str(path)], cwd=SOURCES, check=False
        )
        if done.returncode:
            return done.returncode
    return 0


def build() -> int:
    """Compile every file, each put in place whole: a running window has the former one mapped."""
    for path in files():
        fresh = path.with_suffix(".new")
        release(path, fresh)
        fresh.replace(path.with_suffix(".qm"))
    return 0 if all(path.with_suffix(".qm").exists() for path in files()) else 1


def unfinished(path: Path) -> list[str]:
    """Return the strings of a file that nobody has translated."""
    root = ET.parse(path).getroot()  # noqa: S314 - our own file
    return [
        message.findtext("source", "")
        for message in root.iter("message")
        for translation in [message.find("translation")]
        if translation is None or translation.get("type") == "unfinished" or _empty(translation)
    ]


def _empty(translation: ET.Element) -> bool:
    forms = translation.findall("numerusform")
    return not all((form.text or "").strip() for form in forms or [translation])


def check() -> int:
    """Say what is unfinished."""
    left = {path.name: unfinished(path) for path in files()}
    for name, sources in left.items():
        for source in sources:
            sys.stdout.write(f"{name}: {source!r} is unfinished.\n")
    return 1 if any(left.values()) else 0


def main(arguments: list[str]) -> int:
    """Run one of the verbs."""
    verbs = {"update": update, "build": build, "check": check}
    if len(arguments) != 1 or arguments[0] not in verbs:
        sys.stderr.write(f"Say one of {', '.join(verbs)}.\n")
        return 2
    return verbs[arguments[0]]()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
