"""Makes a Debian package of a frozen build.

    python packaging/deb.py FROZEN BILL OUT

FROZEN is the folder that freeze/build.sh made, BILL what bill.py wrote about it, OUT the folder for
the package. It carries the frozen build because no stable Debian has the Python that mitmproxy
needs, and because a virtual environment is bound to the interpreter that made it.
"""

from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import manual
import pictures

from labormeter import __version__, autostart

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

HERE: Final = Path(__file__).parent / "debian"
LIBRARY: Final = "usr/lib/labormeter"
DOC: Final = "usr/share/doc/labormeter"
ELF: Final = b"\x7fELF"
SIZES: Final = (32, 48, 64, 128, 256)
"""Pixels of the icon's pictures."""
LOADED: Final = ("libegl1", "libgl1")
"""Needed by name when a window opens, besides what the libraries themselves name."""

_NEEDED: Final = re.compile(r"\(NEEDED\).*\[([^\]]+)\]")
_GLIBC: Final = re.compile(r"GLIBC_(\d+)\.(\d+)")
_FOUND: Final = re.compile(r"^\s*(\S+) .*=> (\S+)$", re.MULTILINE)


def run(*line: str) -> str:
    """Return what a tool says; CalledProcessError where it fails."""
    return subprocess.run(line, capture_output=True, text=True, check=True).stdout


def missing() -> str:
    """Return a sentence about the tools that are missing here; empty where all are there."""
    tools = {
        "dpkg-deb": "dpkg",
        "readelf": "binutils",
        "ldconfig": "libc-bin",
        "md5sum": "coreutils",
    }
    lacking = sorted({package for tool, package in tools.items() if shutil.which(tool) is None})
    return f"A Debian package needs: {', '.join(lacking)}." if lacking else ""


def binaries(folder: Path) -> Iterator[Path]:
    """Yield the programs and libraries in a folder."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as opened:
                if opened.read(4) == ELF:
                    yield path


def needed(folder: Path) -> set[str]:
    """Return the libraries that a folder's programs name and that do not lie in it."""
    inside = {path.name for path in folder.rglob("*")}
    said = run("readelf", "-d", *map(str, binaries(folder)))
    return set(_NEEDED.findall(said)) - inside


def depends(folder: Path) -> list[str]:
    """Return the packages that a frozen build needs, by asking who owns its libraries here.

    Raises KeyError where a library is not installed on the machine that builds.
    """
    places = dict(_FOUND.findall(run("ldconfig", "-p")))
    owners = {owner(places[name]) for name in needed(folder)} | set(LOADED)
    said = run("readelf", "--version-info", *map(str, binaries(folder)))
    major, minor = max((int(a), int(b)) for a, b in _GLIBC.findall(said))
    return sorted({*(owners - {"libc6"}), f"libc6 (>= {major}.{minor})"})


def owner(place: str) -> str:
    """Return the Debian package that holds a library; KeyError where none does."""
    real = str(Path(place).resolve())
    for path in dict.fromkeys([real, place, real.removeprefix("/usr"), f"/usr{place}"]):
        done = subprocess.run(
            ["dpkg-query", "-S", path],  # noqa: S607 - wherever Debian has it
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode == 0:
            return done.stdout.partition(":")[0].split(",")[0]
    raise KeyError(place)


def filled(name: str, words: Mapping[str, str]) -> str:
    """Return one of the files beside this one with its @WORDS@ filled in."""
    text = (HERE / name).read_text(encoding="utf-8")
    for word, value in words.items():
        text = text.replace(f"@{word}@", value)
    if left := re.findall(r"@[A-Z]+@", text):
        raise ValueError(f"{name} has words that nobody fills in: {left}")
    return text


def unit() -> str:
    """Return the user unit: the one of `labormeter autostart`, which a person enables or not."""
    said = autostart.unit(["/usr/bin/labormeter", "meter"])
    return said.replace("\n\n[Service]", "\nDocumentation=man:labormeter(1)\n\n[Service]", 1)


def stage(root: Path, frozen: Path, bill: Path, at: datetime) -> None:
    """Lay out all files but the control file."""
    shutil.copytree(frozen, root / LIBRARY, symlinks=True)
    write(root / "usr/share/applications/labormeter.desktop", filled("labormeter.desktop", {}))
    words = {"VERSION": __version__, "DATE": f"{at:%Y-%m-%d}"}
    info = "org.labormeter.labormeter.metainfo.xml"
    write(root / "usr/share/metainfo" / info, filled(info, words))
    write(root / "usr/lib/systemd/user/labormeter.service", unit())
    pack(root / "usr/share/man/man1/labormeter.1.gz", manual.page(at))
    for place, picture in pictures.icons(SIZES):
        write(root / "usr/share/icons/hicolor" / place, picture)
    documents(root / DOC, bill, at)
    link = root / "usr/bin/labormeter"
    link.parent.mkdir(parents=True)
    link.symlink_to("../lib/labormeter/labormeter")
    write(root / "usr/share/lintian/overrides/labormeter", filled("lintian-overrides", {}))


def documents(folder: Path, bill: Path, at: datetime) -> None:
    """Lay out what Debian wants under doc, and the bill with the licences of all parts."""
    shutil.copytree(bill, folder)
    write(folder / "copyright", filled("copyright", {}))
    said = (
        f"labormeter ({__version__}-1) unstable; urgency=medium\n\n"
        "  * What changed stands in changelog.gz, in the words of those who use it.\n\n"
        f" -- labormeter contributors <labormeter@localhost.invalid>  {at:%a, %d %b %Y %H:%M:%S %z}\n"
    )
    pack(folder / "changelog.Debian.gz", said)
    pack(folder / "changelog.gz", (HERE.parent.parent / "CHANGELOG.md").read_text(encoding="utf-8"))


def write(path: Path, content: str | bytes) -> None:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def pack(path: Path, text: str) -> None:
    """Write a file as Debian wants documents: packed, and the same bytes each time."""
    write(path, gzip.compress(text.encode(), 9, mtime=0))


def modes(root: Path) -> None:
    """Let everybody read all of it and only root write; of libraries none is a program."""
    for path in [root, *root.rglob("*")]:
        if path.is_symlink():
            continue
        program = path.is_dir() or path == root / LIBRARY / "labormeter"
        path.chmod(0o755 if program else 0o644)


def sums(root: Path) -> str:
    """Return the checksums by which `dpkg --verify` knows the files again."""
    files = sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    names = [str(path.relative_to(root)) for path in files]
    return subprocess.run(
        ["md5sum", *names],  # noqa: S607 - wherever the system has it
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def control(root: Path, packages: Iterable[str]) -> str:
    """Return the control file for what is laid out."""
    size = sum(path.lstat().st_size for path in root.rglob("*") if not path.is_dir())
    words = {
        "VERSION": __version__,
        "ARCHITECTURE": run("dpkg", "--print-architecture").strip(),
        "SIZE": str(size // 1024),
        "DEPENDS": ", ".join(packages),
    }
    return filled("control", words)


def build(frozen: Path, bill: Path, out: Path, at: datetime) -> Path:
    """Make the package and return where it lies."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "root"
        stage(root, frozen, bill, at)
        modes(root)
        control_file = control(root, depends(root / LIBRARY))
        said = sums(root)
        write(root / "DEBIAN/md5sums", said)
        write(root / "DEBIAN/control", control_file)
        (root / "DEBIAN").chmod(0o755)
        out.mkdir(parents=True, exist_ok=True)
        made = run("dpkg-deb", "--root-owner-group", "-Zxz", "-z3", "--build", str(root), str(out))
    return Path(made.split("'")[3])


def main(words: Sequence[str]) -> int:
    """Do what the module's docstring says."""
    if sentence := missing():
        print(sentence, file=sys.stderr)
        return 1
    at = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), UTC)
    frozen, bill, out = map(Path, words)
    print(build(frozen, bill, out, at))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
