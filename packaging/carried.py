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
    from collections.abc import Iterable, Mapping

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

INSIDE: Final = {
    "libQt6": ("qt", "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", "https://www.qt.io"),
    "libicu": ("icu", "Unicode-3.0", "https://icu.unicode.org"),
    # With GCC's Fortran library inside.
    "libscipy_openblas": (
        *("openblas", "BSD-3-Clause AND GPL-3.0-or-later WITH GCC-exception-3.1"),
        "https://www.openblas.net",
    ),
    "libyajl": ("yajl", "ISC", "https://lloyd.github.io/yajl"),
    "libXau": ("libxau", "MIT", "https://www.x.org"),
    "libxcb": ("libxcb", "MIT", "https://xcb.freedesktop.org"),
    "libavif": ("libavif", "BSD-2-Clause", "https://github.com/AOMediaCodec/libavif"),
    "libbrotli": ("brotli-library", "MIT", "https://github.com/google/brotli"),
    "libfreetype": ("freetype", "FTL OR GPL-2.0-or-later", "https://freetype.org"),
    "libharfbuzz": ("harfbuzz", "MIT-Modern-Variant", "https://harfbuzz.github.io"),
    "libjpeg": (
        *("libjpeg-turbo", "IJG AND BSD-3-Clause AND Zlib"),
        "https://libjpeg-turbo.org",
    ),
    "liblcms2": ("lcms2", "MIT", "https://www.littlecms.com"),
    "liblzma": ("liblzma", "0BSD", "https://tukaani.org/xz"),
    "libopenjp2": ("openjpeg", "BSD-2-Clause", "https://www.openjpeg.org"),
    "libpng": ("libpng", "libpng-2.0", "http://www.libpng.org"),
    "libsharpyuv": ("libwebp", "BSD-3-Clause", "https://developers.google.com/speed/webp"),
    "libtiff": ("libtiff", "libtiff", "https://libtiff.gitlab.io/libtiff"),
    "libwebp": ("libwebp", "BSD-3-Clause", "https://developers.google.com/speed/webp"),
    "libzstd": ("zstd", "BSD-3-Clause OR GPL-2.0-only", "https://facebook.github.io/zstd"),
}
"""The same of libraries inside wheels, whose own metadata speaks of the wheel alone."""


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
    return _once(everything)


def _once(everything: Iterable[Part]) -> list[Part]:
    """Return the parts by name; of one that comes twice, the one that knows its version."""
    found: dict[str, Part] = {}
    for one in sorted(everything, key=lambda one: (one.name, not one.licence, one.version)):
        found[one.name] = one
    return list(found.values())


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
    mine = ((name, where) for name, where in build.libraries if not _of_wheel(where))
    return {_known(LIBRARIES, name, _version(name, where)) for name, where in mine}


def _of_wheel(where: str) -> bool:
    return "site-packages" in where or "lib-dynload" in where


def _known(table: Mapping[str, tuple[str, str, str]], name: str, version: str = "") -> Part:
    for beginning, (owner, licence, home) in table.items():
        if name.startswith(beginning):
            return Part(owner, version, licence, home)
    return Part(name, version, "")


def _version(name: str, where: str) -> str:
    """Return the version of a library: the interpreter's own, else as the system's packages say."""
    if name.startswith("libpython"):
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


def _inside(build: Carried) -> set[Part]:
    """Return the libraries that wheels brought beside their own modules."""
    brought = (name for name, where in build.libraries if _beside(where))
    return {_known(INSIDE, name) for name in brought}


def _beside(where: str) -> bool:
    folders = Path(where).parts[:-1]
    of_qt = "PySide6" in folders and folders[-1:] == ("lib",)
    return _of_wheel(where) and (of_qt or folders[-1].endswith(".libs"))
