"""What a frozen build carries besides Python packages: the interpreter, its libraries, the loader.

`analysis.py` writes down what it collected; this module says what that is and under which licence.
"""

from __future__ import annotations

import importlib.metadata
import json
import platform
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import parts
from packaging.utils import canonicalize_name
from parts import Part

if TYPE_CHECKING:
    from collections.abc import Iterable

LIBRARIES: Final = {
    "libpython3": ("python", "PSF-2.0", "https://www.python.org"),
    "libssl": ("openssl", "Apache-2.0", "https://www.openssl.org"),
    "libcrypto": ("openssl", "Apache-2.0", "https://www.openssl.org"),
    "libsqlite3": ("sqlite", "blessing", "https://www.sqlite.org"),
    "libffi": ("libffi", "MIT", "https://sourceware.org/libffi"),
    "libbz2": ("bzip2", "bzip2-1.0.6", "https://sourceware.org/bzip2"),
    "liblzma": ("liblzma", "LicenseRef-public-domain", "https://tukaani.org/xz"),
    "libz.": ("zlib", "Zlib", "https://zlib.net"),
    "libuuid": ("libuuid", "BSD-3-Clause", "https://github.com/util-linux/util-linux"),
    "libexpat": ("expat", "MIT", "https://libexpat.github.io"),
    "libmpdec": ("mpdecimal", "BSD-2-Clause", "https://www.bytereef.org/mpdecimal"),
    "libzstd": ("zstd", "BSD-3-Clause OR GPL-2.0-only", "https://facebook.github.io/zstd"),
    "libreadline": ("readline", "GPL-3.0-or-later", "https://www.gnu.org/software/readline"),
    "libncurses": (
        *("ncurses", "X11-distribute-modifications-variant"),
        "https://invisible-island.net/ncurses",
    ),
    "libtinfo": (
        *("ncurses", "X11-distribute-modifications-variant"),
        "https://invisible-island.net/ncurses",
    ),
}
"""Beginning of a library's name -> what it belongs to, its licence, its home."""

INSIDE: Final = (
    # Libraries inside wheels, whose own metadata speaks of the wheel alone.
    Part("qt", "", "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", "https://www.qt.io"),
    Part("icu", "", "Unicode-3.0", "https://icu.unicode.org"),
    Part("openblas", "", "BSD-3-Clause", "https://www.openblas.net"),
    Part(
        *("libgfortran", "", "GPL-3.0-or-later WITH GCC-exception-3.1"),
        "https://gcc.gnu.org/fortran",
    ),
    Part("yajl", "", "ISC", "https://lloyd.github.io/yajl"),
)
_MARKS: Final = {
    "qt": "libqt6core",
    "icu": "libicu",
    "openblas": "openblas",
    "libgfortran": "libgfortran",
    "yajl": "libyajl",
}


@dataclass(frozen=True, slots=True)
class Carried:
    """What a build collected: import names, and libraries as (name, where it was found)."""

    modules: frozenset[str] = frozenset()
    libraries: tuple[tuple[str, str], ...] = ()


def read(path: Path) -> Carried:
    """Return what analysis.py wrote down."""
    said = json.loads(path.read_text(encoding="utf-8"))
    return Carried(
        frozenset(said["modules"]), tuple((name, where) for name, where in said["libraries"])
    )


def of(build: Carried, python: Iterable[Part]) -> list[Part]:
    """Return all parts of a build: of the Python parts those that it imports, and the rest.

    What is collected without being required is a part like any other. A library that nobody
    knows comes with an empty licence, which is refused.
    """
    owners = importlib.metadata.packages_distributions()
    names = {canonicalize_name(owner) for name in build.modules for owner in owners.get(name, ())}
    kept = [one for one in python if one.name in names or one.ours]
    more = names - {one.name for one in kept} - {"pyinstaller"}
    strays = [parts.part(importlib.metadata.distribution(name)) for name in more]
    everything = {*kept, *strays, *_system(build), *_inside(build), loader()}
    return sorted(everything, key=lambda one: one.name)


def loader() -> Part:
    """Return PyInstaller, of which a frozen program carries the loader."""
    return Part(
        "pyinstaller-loader",
        importlib.metadata.version("pyinstaller"),
        "GPL-2.0-or-later WITH Bootloader-exception",
        "https://pyinstaller.org",
    )


def _system(build: Carried) -> set[Part]:
    """Return the parts that no wheel brought."""
    return {_known(name, where) for name, where in build.libraries if not _of_wheel(where)}


def _of_wheel(where: str) -> bool:
    return "site-packages" in where or "lib-dynload" in where


def _known(name: str, where: str) -> Part:
    for beginning, (owner, licence, home) in LIBRARIES.items():
        if name.startswith(beginning):
            return Part(owner, _version(owner, where), licence, home)
    return Part(name, "", "")


def _version(owner: str, where: str) -> str:
    """Return the version of a library: the interpreter's own, else as the system's packages say."""
    if owner == "python":
        return platform.python_version()
    real = str(Path(where).resolve())
    paths = dict.fromkeys([where, real, where.removeprefix("/usr"), real.removeprefix("/usr")])
    return next(filter(None, map(_debian, paths)), "")


def _debian(path: str) -> str:
    """Return the version of the Debian package that holds a file, empty where none does."""
    name = _query("-S", path).partition(": ")[0].split(",")[0]
    return _query("-W", "-f", "${Version}", name) if name else ""


def _query(*words: str) -> str:
    program = shutil.which("dpkg-query")
    if program is None:
        return ""
    done = subprocess.run([program, *words], capture_output=True, text=True, check=False)
    return done.stdout if done.returncode == 0 else ""


def _inside(build: Carried) -> list[Part]:
    names = [name.lower() for name, _ in build.libraries]
    return [one for one in INSIDE if any(_MARKS[one.name] in name for name in names)]
