"""Zip archives from strangers, read without trust and without unpacking anything to the disk.

    for entry in zipped.entries(file): ...      the directory, piece by piece, however long
    with zipped.opened(file, entry) as member: ...

The standard library holds the whole directory in memory, and an archive can have a million files.
A member may not be larger than it says, nor than what its bytes can honestly become (a bomb); its
sum is checked at its end. What is encrypted, a link, split over several disks, or names a place
outside of the archive is told apart and never opened.
"""

from __future__ import annotations

import io
import struct
import zlib
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Final

from labormeter.archives.found import UnreadableError
from labormeter.errors import KnownError
from labormeter.sentence import said

if TYPE_CHECKING:
    from collections.abc import Iterator

BLOCK: Final = 256 * 1024
MOST: Final = 5_000_000
"""Members that an archive may have."""
FREE: Final = 32 * 1024 * 1024
"""Bytes that a member may become, however few it was packed into."""
RATIO: Final = 300
"""Bytes that a byte may become beyond that. Deflate's utmost is 1,032; text stays below 100."""

_END: Final = struct.Struct("<4s4H2LH")
_END64: Final = struct.Struct("<4sQ2H2L4Q")
_PLACE64: Final = struct.Struct("<4sLQL")
_ENTRY: Final = struct.Struct("<4s4B4HL2L5H2L")
_LOCAL: Final = struct.Struct("<4s2B4HL2L2H")
_ENCRYPTED: Final = 0x41
_UTF8: Final = 0x800
_LINK: Final = 0xA000
_STORED: Final = 0
_DEFLATED: Final = 8
_MANY: Final = 0xFFFF
_BIG: Final = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Entry:
    """One member, as the directory describes it."""

    name: str
    size: int
    packed: int
    method: int
    crc: int
    offset: int
    encrypted: bool
    link: bool
    place: int
    """Where its description stands in the directory."""

    @property
    def trouble(self) -> str:
        """Return why it cannot be opened, empty where it can."""
        if self.encrypted:
            return said("is encrypted: unpack the archive with its password and give the folder")
        if self.link:
            return said("is a link, which is not followed")
        if outside(self.name):
            return said("names a place outside of the archive")
        if self.method not in {_STORED, _DEFLATED}:
            return said(
                "is packed in a way that is not read: unpack the archive and give the folder"
            )
        return ""


@dataclass(frozen=True, slots=True)
class Directory:
    """Where the directory of an archive lies."""

    begin: int
    length: int
    shift: int
    """Bytes that stand before the archive itself."""
    count: int


def outside(name: str) -> bool:
    """Whether a name leads out of the archive."""
    return name.startswith("/") or ".." in name.split("/") or name[1:2] == ":"


def directory(file: IO[bytes], name: str) -> Directory:
    """Find the directory of an archive. Raises KnownError where it has none: it breaks off."""
    size = file.seek(0, io.SEEK_END)
    begin = max(0, size - _END.size - 0xFFFF)
    file.seek(begin)
    tail = file.read()
    at = tail.rfind(b"PK\5\6")
    if at < 0 or len(tail) - at < _END.size:
        raise KnownError(
            said("{name} breaks off, or is no zip archive.", name=name),
            "Download it again, or give the folder.",
        )
    _, disk, first, _, count, length, offset, _ = _END.unpack_from(tail, at)
    end = begin + at
    if _MANY in {disk, first, count} or _BIG in {length, offset}:
        disk, first, count, length, offset, end = _end64(file, end, name)
    if disk or first:
        raise KnownError(
            said("{name} is the last part of a zip that was split.", name=name),
            "Join its parts, or unpack them.",
        )
    shift = end - length - offset
    if shift < 0 or count > MOST or count * _ENTRY.size > length:
        raise _broken(name)
    return Directory(end - length, length, shift, count)


def _end64(file: IO[bytes], end: int, name: str) -> tuple[int, int, int, int, int, int]:
    file.seek(max(0, end - _PLACE64.size))
    locator = file.read(_PLACE64.size)
    if len(locator) < _PLACE64.size or not locator.startswith(b"PK\6\7"):
        raise _broken(name)
    _, _, place, _ = _PLACE64.unpack(locator)
    file.seek(place)
    record = file.read(_END64.size)
    if len(record) < _END64.size or not record.startswith(b"PK\6\6"):
        raise _broken(name)
    _, _, _, _, disk, first, _, count, length, offset = _END64.unpack(record)
    return disk, first, count, length, offset, place


def _broken(name: str) -> KnownError:
    return KnownError(said("The directory of {name} is broken.", name=name), "Download it again.")


def entries(file: IO[bytes], where: Directory, name: str) -> Iterator[Entry]:
    """Yield the members, folders left out. Raises KnownError where the directory is broken."""
    rest, used, read = b"", 0, 0
    for _ in range(where.count):
        while len(rest) - used < _ENTRY.size + 3 * 0xFFFF and read < where.length:
            file.seek(where.begin + read)
            block = file.read(min(BLOCK, where.length - read))
            if not block:
                raise _broken(name)
            rest, used, read = rest[used:] + block, 0, read + len(block)
        place = read - len(rest) + used
        if len(rest) - used < _ENTRY.size or rest[used : used + 4] != b"PK\1\2":
            raise _broken(name)
        entry, length = _entry(rest, used, place, where.shift)
        used += length
        if used > len(rest):
            raise _broken(name)
        if not entry.name.endswith("/"):
            yield entry


def entry_at(file: IO[bytes], where: Directory, place: int) -> Entry:
    """Return the member whose description stands at a place of the directory."""
    file.seek(where.begin + place)
    return _entry(file.read(_ENTRY.size + 3 * 0xFFFF), 0, place, where.shift)[0]


def _entry(data: bytes, at: int, place: int, shift: int) -> tuple[Entry, int]:
    parts = _ENTRY.unpack_from(data, at)
    (flags, method, crc, packed, size) = (parts[5], parts[6], parts[9], parts[10], parts[11])
    name_length, extra_length, comment_length = parts[12:15]
    outer, offset = parts[17], parts[18]
    begin = at + _ENTRY.size
    raw = data[begin : begin + name_length]
    extra = data[begin + name_length : begin + name_length + extra_length]
    size, packed, offset = _large(extra, size, packed, offset)
    name = raw.decode("utf-8" if flags & _UTF8 else "cp437", "replace").replace("\\", "/")
    entry = Entry(
        name=name,
        size=size,
        packed=packed,
        method=method,
        crc=crc,
        offset=offset + shift,
        encrypted=bool(flags & _ENCRYPTED),
        link=(outer >> 16) & 0xF000 == _LINK,
        place=place,
    )
    return entry, _ENTRY.size + name_length + extra_length + comment_length


def _large(extra: bytes, size: int, packed: int, offset: int) -> tuple[int, int, int]:
    """Return sizes and offset, from the ZIP64 field where they did not fit."""
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, at)
        if kind == 1:
            wide = extra[at + 4 : at + 4 + length]
            numbers = [int.from_bytes(wide[i : i + 8], "little") for i in range(0, len(wide), 8)]
            given = iter(numbers)
            size = next(given, size) if size == _BIG else size
            packed = next(given, packed) if packed == _BIG else packed
            offset = next(given, offset) if offset == _BIG else offset
            break
        at += 4 + length
    return size, packed, offset


def opened(file: IO[bytes], where: Directory, entry: Entry) -> IO[bytes]:
    """Open a member for reading. Raises UnreadableError where it cannot be read."""
    if entry.trouble:
        raise UnreadableError(entry.trouble)
    file.seek(entry.offset)
    head = file.read(_LOCAL.size)
    if len(head) < _LOCAL.size or not head.startswith(b"PK\3\4"):
        raise UnreadableError("is not where the archive says it is")
    name_length, extra_length = struct.unpack_from("<2H", head, 26)
    begin = entry.offset + _LOCAL.size + name_length + extra_length
    if begin + entry.packed > where.begin:
        raise UnreadableError("is not where the archive says it is")
    return io.BufferedReader(_Member(file, begin, entry), BLOCK)


class _Member(io.RawIOBase):
    """The bytes of one member, unpacked as they are read."""

    def __init__(self, file: IO[bytes], begin: int, entry: Entry) -> None:
        self._file, self._at, self._entry = file, begin, entry
        self._left = entry.packed
        self._made = self._sum = 0
        self._unpack = zlib.decompressobj(-15) if entry.method == _DEFLATED else None

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill a buffer with the next bytes."""
        view = memoryview(buffer)  # type: ignore[arg-type]
        try:
            data = self._next(len(view))
        except zlib.error as error:
            raise UnreadableError("is broken") from error
        self._count(data)
        view[: len(data)] = data
        return len(data)

    def _next(self, most: int) -> bytes:
        if self._unpack is None:
            return self._packed(most)
        unpack = self._unpack
        while not unpack.eof:
            source = unpack.unconsumed_tail or self._packed(64 * 1024)
            data = unpack.decompress(source, most)
            if data:
                return data
            if not source:
                raise UnreadableError("breaks off")
        return b""

    def _packed(self, most: int) -> bytes:
        self._file.seek(self._at)
        data = self._file.read(min(most, self._left))
        self._at += len(data)
        self._left -= len(data)
        return data

    def _count(self, data: bytes) -> None:
        self._made += len(data)
        self._sum = zlib.crc32(data, self._sum)
        used = self._entry.packed - self._left
        if self._made > self._entry.size:
            raise UnreadableError("is larger than the archive says")
        if self._made > FREE and self._made > RATIO * max(1, used):
            raise UnreadableError("grows beyond all measure when it is unpacked: a bomb")
        if not data and (self._made != self._entry.size or self._sum != self._entry.crc):
            raise UnreadableError("is broken: its sum is not what the archive says")
