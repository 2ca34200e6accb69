"""The first steps of a frozen program, which has no `-m` and a loader of its own.

labormeter VERB ...              the command line
labormeter --role NAME ...       `python -m` of that role, as roles.command() writes it
"""

from __future__ import annotations

import importlib
import os
import runpy
import sys
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Final

from labormeter import roles

if TYPE_CHECKING:
    from collections.abc import MutableMapping, Sequence

WORD: Final = "--role"
LIBRARIES: Final = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "LIBPATH")
"""Where the loader sets these, the person's own value is kept beside them as NAME_ORIG."""
QT: Final = ("QT_PLUGIN_PATH", "QML2_IMPORT_PATH")
"""Set before Qt starts, and not needed: PySide6 knows its own place."""
LOADER: Final = "_PYI_"
"""How names begin by which the loader tells a child that it is one."""

REDIRECTORS: Final = {
    "linux": "mitmproxy_linux",
    "darwin": "mitmproxy_macos",
    "win32": "mitmproxy_windows",
}
"""What mitmproxy_rs imports when it is loaded, and only uses to capture the traffic of other
programs. A frozen program carries none of it (on Windows it is a kernel driver)."""


def chosen(words: Sequence[str]) -> tuple[str, list[str]]:
    """Return the module to run and its arguments; no role, or none by that name, is a verb."""
    if len(words) > 1 and words[0] == WORD and words[1] in roles.MODULES:
        return roles.MODULES[words[1]], list(words[2:])
    return roles.MODULES["command"], list(words)


def tidy(environment: MutableMapping[str, str], folder: str) -> None:
    """Give browsers and the desktop's tools the environment that the person has.

    `folder` is where the frozen program lies. Our own libraries were found when this process
    began; a browser that found them before its own would not start.
    """
    for name in LIBRARIES:
        if (before := environment.pop(f"{name}_ORIG", None)) is not None:
            environment[name] = before
    for name in (*LIBRARIES, *QT):
        if name in environment and not _leave(environment, name, Path(folder)):
            del environment[name]
    for name in [name for name in environment if name.startswith(LOADER)]:
        del environment[name]


def _leave(environment: MutableMapping[str, str], name: str, folder: Path) -> str:
    """Take what lies in our folder out of a list of places, and return what is left."""
    places = (place for place in environment[name].split(os.pathsep) if place)
    left = os.pathsep.join(place for place in places if not Path(place).is_relative_to(folder))
    environment[name] = left
    return left


def stand_in(modules: MutableMapping[str, ModuleType], system: str = sys.platform) -> None:
    """Put an empty module where mitmproxy_rs looks for the redirector of this system."""
    if (name := REDIRECTORS.get(system)) is not None:
        modules.setdefault(name, ModuleType(name, "Left out of this build."))


def start(words: Sequence[str], environment: MutableMapping[str, str], folder: str) -> None:
    """Run what the words name, in this process, and exit as it exits."""
    tidy(environment, folder)
    stand_in(sys.modules)
    module, arguments = chosen(words)
    sys.argv[1:] = arguments
    if module == roles.MODULES["command"]:
        importlib.import_module(module).main()  # keeps the program's name in its usage lines
    else:
        runpy.run_module(module, run_name="__main__", alter_sys=True)
