"""What a person gave, as exports: zip archives, folders and single files, read in place.

    bundles(paths) -> one Bundle an export; the parts of one that came in several belong together
    bundle.members() -> its files one after the other, as the archive lists them

Nothing is unpacked to the disk, no link is followed, and of names only hashes are remembered.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from array import array
from bisect import bisect_left
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING, Final, Protocol

from labormeter.archives import zipped
from labormeter.archives.found import UnreadableError
from labormeter.errors import KnownError
from labormeter.sentence import said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_PART: Final = re.compile(
    r"(?:[-_ ](?:part[-_ ]?)?\d{1,3}(?:[-_]of[-_]\d{1,3})?|[-_ ]?\(\d{1,3}\))$", re.IGNORECASE
)
"""What tells the parts of one export apart: `takeout-20260101T000000Z-001`, `export_part2`."""
_SPLIT: Final = re.compile(r"\.(?:z\d\d|zip\.\d{3}|\d{3})$", re.IGNORECASE)
_PACKED: Final = (".tgz", ".tar.gz", ".tar", ".7z", ".rar", ".gz")


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an export. `name` is what the archive calls it, with `/` between folders."""

    name: str
    size: int
    open: Callable[[], IO[bytes]] = field(compare=False, repr=False)
    """Raises UnreadableError where it cannot be opened."""
    mark: int = 0
    """The same for files of the same content, 0 where that is not known."""


class Container(Protocol):
    """A zip archive, a folder or a single file."""

    def members(self) -> Iterator[Member]:
        """Yield its files."""
        ...

    def find(self, name: str) -> Member | None:
        """Return the file of that very name."""
        ...


class Folder:
    """A folder on this computer. Links are not followed."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def members(self) -> Iterator[Member]:
        """Yield its files and those of the folders in it, in the order of their names."""
        for folder, folders, files in self._path.walk():
            folders.sort()
            for name in sorted(files):
                path = folder / name
                if not path.is_symlink() and path.is_file():
                    yield self._member(path)

    def find(self, name: str) -> Member | None:
        """Return the file of that very name."""
        if zipped.outside(name):
            return None
        path = self._path / name
        inside = path.is_file() and path.resolve().is_relative_to(self._path.resolve())
        return self._member(path) if inside else None

    def _member(self, path: Path) -> Member:
        name = path.relative_to(self._path).as_posix()
        return Member(_normal(name), path.stat().st_size, lambda: _opened(path))


class Single:
    """One file by itself."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def members(self) -> Iterator[Member]:
        """Yield it."""
        name = _normal(self._path.name)
        yield Member(name, self._path.stat().st_size, lambda: _opened(self._path))

    def find(self, name: str) -> Member | None:  # noqa: ARG002 - there is nothing else
        """Return nothing: it is alone."""
        return None


class Zip:
    """A zip archive, open for reading."""

    def __init__(self, path: Path, file: IO[bytes]) -> None:
        self._name, self._file = path.name, file
        self._where = zipped.directory(file, path.name)
        self._places: array[int] | None = None

    def members(self) -> Iterator[Member]:
        """Yield its files, as its directory lists them."""
        for entry in zipped.entries(self._file, self._where, self._name):
            yield self._member(entry)

    def find(self, name: str) -> Member | None:
        """Return the first file of that very name."""
        places = self._index()
        key = _hash(_normal(name)) << 32
        for at in range(bisect_left(places, key), len(places)):
            if places[at] >> 32 != key >> 32:
                break
            entry = zipped.entry_at(self._file, self._where, places[at] & 0xFFFFFFFF)
            if _normal(entry.name) == _normal(name):
                return self._member(entry)
        return None

    def _member(self, entry: zipped.Entry) -> Member:
        mark = zlib.crc32(f"{entry.size} {entry.crc}".encode()) | 1
        return Member(
            _normal(entry.name),
            entry.size,
            lambda: zipped.opened(self._file, self._where, entry),
            mark,
        )

    def _index(self) -> array[int]:
        """Return hashes of names and where these stand, sorted: 8 bytes a file."""
        if self._places is None:
            found = zipped.entries(self._file, self._where, self._name)
            self._places = array(
                "Q", sorted(_hash(_normal(one.name)) << 32 | one.place for one in found)
            )
        return self._places


def _hash(name: str) -> int:
    return zlib.crc32(name.encode("utf-8", "replace"))


def _normal(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def _opened(path: Path) -> IO[bytes]:
    try:
        return path.open("rb")
    except OSError as error:
        raise UnreadableError(said("cannot be read ({why})", why=error.strerror)) from error


@dataclass(frozen=True, slots=True)
class Bundle:
    """One export: the containers that it came in."""

    name: str
    """What the person gave, for the screen alone."""
    containers: tuple[Container, ...]

    def members(self) -> Iterator[Member]:
        """Yield the files of all its parts."""
        for container in self.containers:
            yield from container.members()

    def beside(self, near: Member, name: str) -> Member | None:
        """Return the file that another one names, from its own folder upwards."""
        if not name or zipped.outside(name):
            return None
        folders = [*PurePosixPath(near.name).parents]
        for folder in folders:
            wanted = (folder / name).as_posix()
            for container in self.containers:
                found = container.find(wanted)
                if found is not None:
                    return found
        return None


@contextmanager
def bundles(paths: Sequence[Path]) -> Iterator[tuple[Bundle, ...]]:
    """Open what was given, as one bundle for each export.

    Raises KnownError where something of it cannot be opened at all.
    """
    grouped: dict[str, list[Path]] = {}
    for path in dict.fromkeys(found for given in paths for found in _inside(given)):
        grouped.setdefault(_stem(path), []).append(path)
    with ExitStack() as held:
        made = []
        for group in grouped.values():
            containers = tuple(_container(path, held) for path in sorted(group))
            made.append(Bundle(group[0].name, containers))
        yield tuple(made)


def _inside(path: Path) -> list[Path]:
    """Return a path, or the archives in a folder that holds nothing else."""
    if not path.is_dir():
        return [path]
    found = [one for one in path.iterdir() if not one.name.startswith(".")]
    alone = found and all(one.suffix.lower() == ".zip" and one.is_file() for one in found)
    return sorted(found) if alone else [path]


def _stem(path: Path) -> str:
    if path.suffix.lower() != ".zip":
        return str(path)
    return str(path.with_name(_PART.sub("", path.stem)))


def _container(path: Path, held: ExitStack) -> Container:
    if path.is_dir():
        return Folder(path)
    name = path.name.lower()
    if _SPLIT.search(name):
        raise KnownError(
            said("{name} is part of a zip that was split.", name=path.name), "Join its parts first."
        )
    if name.endswith(_PACKED):
        raise KnownError(
            said("{name} is not read as it is.", name=path.name),
            "Unpack it and give the folder, or ask for zip.",
        )
    try:
        file = held.enter_context(path.open("rb"))
        head = file.read(4)
        if not head:
            raise KnownError(said("{name} is empty.", name=path.name), "Download it again.")
    except OSError as error:
        raise KnownError(
            said("{name} cannot be read ({why}).", name=path.name, why=error.strerror),
            "Check the file and its permissions.",
        ) from error
    if head[:2] == b"PK" or name.endswith(".zip"):
        return Zip(path, file)
    return Single(path)
