"""PDF: the information dictionary and XMP, wherever the cross-references say they are.

    %PDF | objects ... | xref, trailer (Info, Root, Encrypt) | startxref

The end is read first, as PDF wants it. Objects in the middle are out of sight. In an encrypted
file the values are ciphered, but that they are there is not. Photos inside keep their EXIF, so
those that begin within the window are read as well.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from labormeter.metadata import jpeg, xmp
from labormeter.metadata.fact import Fact, hint, tell
from labormeter.metadata.pdfindex import Run, packed, textual, unpredicted
from labormeter.metadata.pdflock import Lock
from labormeter.metadata.pdfvalue import Reader, Ref, Value, words
from labormeter.metadata.sight import Refused, Short, Unread, contained

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter.metadata.sight import Sight

MAGIC: Final = b"%PDF-"
_INFO: Final = {
    "Title": "title",
    "Author": "author",
    "Subject": "description",
    "Keywords": "keywords",
    "Creator": "software",
    "Producer": "software",
    "CreationDate": "datetime",
    "ModDate": "datetime",
    "SourceModified": "datetime",
    "Company": "organisation",
    "Copyright": "copyright",
    "Manager": "author",
    "Comments": "description",
    "Category": "keywords",
    "PTEX.Fullbanner": "software",
    "AAPL:Keywords": "keywords",
}
_LATEST: Final = re.compile(rb"startxref\s+(\d{1,15})")
_TRAILER: Final = re.compile(rb"trailer\s*(?=<<)")
_OBJECT: Final = re.compile(rb"\s*(\d{1,10})\s+\d{1,5}\s+obj\b")
_STREAM: Final = re.compile(rb"\s*stream\r?\n")
_MOST_SECTIONS: Final = 12
_MOST_ROWS: Final = 1_500
_LONGEST: Final = 64 * 1024
_PHOTO: Final = re.compile(rb"\xff\xd8\xff[\xe0\xe1]..(?:Exif\0|JFIF\0)", re.DOTALL)
_MOST_PHOTOS: Final = 12


def read(sight: Sight) -> Iterator[Fact]:
    """Yield what a PDF file tells."""
    document = _Document(sight)
    yield from contained(document.information())
    yield from contained(document.packet())
    if not document.runs:
        yield from contained(_packets(sight))
    yield from contained(_photos(sight))


class _Document:
    """A PDF as far as its cross-references lead to what is held."""

    __slots__ = ("runs", "sight", "start", "trailer")

    def __init__(self, sight: Sight) -> None:
        self.sight = sight
        self.start = max(sight.some(0, 1024).find(MAGIC), 0)
        self.trailer: dict[str, Value] = {}
        self.runs: list[Run] = []
        try:
            self._sections()
        except (Refused, ValueError, IndexError):
            self._search()

    def _sections(self) -> None:
        tail = self.sight.end()[1] or self.sight.all(self.sight.size)
        latest = _LATEST.findall(tail, max(0, len(tail) - 2048))
        if not latest:
            raise Short
        following: Value = int(latest[-1])
        for _ in range(_MOST_SECTIONS):
            if not isinstance(following, int):
                break
            section = self._section(following + self.start)
            self.trailer = section | self.trailer
            beside = section.get("XRefStm")
            if isinstance(beside, int):
                self.trailer = self._section(beside + self.start) | self.trailer
            following = section.get("Prev")
        if "Root" not in self.trailer and "Info" not in self.trailer:
            raise Short

    def _section(self, at: int) -> dict[str, Value]:
        start = self.sight.some(at, 16)
        if not start:
            raise Unread
        if start.lstrip().startswith(b"xref"):
            runs, at = textual(self.sight, at)
            self.runs += runs
            return self._trailer_behind(at)
        value, content = self.stream(at)
        self.runs += packed(self.sight, value, content)
        return value

    def _trailer_behind(self, at: int) -> dict[str, Value]:
        raw = self.sight.some(at, _LONGEST)
        found = _TRAILER.search(raw, 0, 256)
        if found is None:
            raise Short if raw else Unread
        return _dictionary(Reader(raw, self.sight.budget, found.end()).value())

    def where(self, number: int) -> tuple[int, int] | None:
        """Return where an object lies, by the newest table that names it."""
        for run in self.runs:
            if run.first <= number < run.first + run.count:
                found = run.where(number)
                return found if found is None or found[0] else (0, found[1] + self.start)
        return None

    def _search(self) -> None:
        """Find trailers by their word, where the cross-references are broken or out of sight."""
        for _, raw in self.sight.scan():
            for found in _TRAILER.finditer(raw):
                self.sight.budget.step(4)
                try:
                    reader = Reader(raw, self.sight.budget, found.end())
                    self.trailer = self.trailer | _dictionary(reader.value())
                except (Refused, ValueError):
                    continue

    def stream(self, at: int) -> tuple[dict[str, Value], bytes]:
        """Return the dictionary and the content of the stream at an offset."""
        raw = self.sight.some(at, _LONGEST)
        found = _OBJECT.match(raw)
        if found is None:
            raise Unread if not raw else Short
        reader = Reader(raw, self.sight.budget, found.end())
        value = _dictionary(reader.value())
        begins = _STREAM.match(raw, reader.at)
        if begins is None:
            raise Short
        length = self.resolve(value.get("Length"))
        size = length if isinstance(length, int) else _LONGEST
        content = self.sight.some(at + begins.end(), min(size, 1 << 20))
        return value, self._decoded(value, content)

    def _decoded(self, value: dict[str, Value], content: bytes) -> bytes:
        filters = _list(value.get("Filter"))
        if not filters:
            return content
        if filters != ["FlateDecode"]:
            raise Short
        parameters = _list(value.get("DecodeParms"))
        found = _dictionary(parameters[0]) if parameters else {}
        columns = found.get("Columns")
        inflated = self.sight.inflate(content)
        predictor = found.get("Predictor")
        if isinstance(predictor, int) and predictor >= 10:  # noqa: PLR2004 - those of PNG
            return unpredicted(inflated, columns if isinstance(columns, int) else 1, self.sight)
        return inflated

    def resolve(self, value: Value) -> Value:
        """Return what a reference refers to."""
        if not isinstance(value, Ref):
            return value
        where = self.where(value.number)
        if where is None:
            return self._found(value.number)
        holder, place = where
        if holder:
            return self._within(holder, value.number)
        raw = self.sight.some(place, _LONGEST)
        found = _OBJECT.match(raw)
        if not raw:
            raise Unread
        if found is None or int(found[1]) != value.number:
            return self._found(value.number)
        return Reader(raw, self.sight.budget, found.end()).value()

    def _found(self, number: int) -> Value:
        """Look for an object by its number in what is held."""
        wanted = re.compile(rb"(?<!\d)%d\s+\d{1,5}\s+obj\b" % number)
        for _, raw in self.sight.scan():
            ends = [found.end() for found in wanted.finditer(raw)]
            self.sight.budget.step(len(ends))
            if ends:
                return Reader(raw[: ends[-1] + _LONGEST], self.sight.budget, ends[-1]).value()
        raise Short if self.sight.gapless else Unread

    def _within(self, holder: int, number: int) -> Value:
        """Return an object that lies in an object stream."""
        kind, at = self.where(holder) or (1, 0)
        if kind:
            raise Short
        value, content = self.stream(at)
        first, count = value.get("First"), value.get("N")
        if not isinstance(first, int) or not isinstance(count, int):
            raise Short
        reader = Reader(content, self.sight.budget)
        for _ in range(min(count, _MOST_ROWS)):
            name, offset = reader.value(), reader.value()
            if name == number and isinstance(offset, int):
                return Reader(content, self.sight.budget, first + offset).value()
        raise Short

    @property
    def locked(self) -> bool | None:
        """Whether an encrypted document needs a password; None where that cannot be told."""
        found = _dictionary(self.resolve(self.trailer.get("Encrypt")))
        names = [*_list(self.trailer.get("ID")), b""]
        values = (found.get("O"), found.get("U"), names[0])
        numbers = (found.get("R"), found.get("Length", 40), found.get("P"))
        owner, user, document = (value if isinstance(value, bytes) else b"" for value in values)
        revision, bits, limits = (value if isinstance(value, int) else 0 for value in numbers)
        clear = found.get("EncryptMetadata") is False
        length = 16 if revision == 4 else bits // 8  # noqa: PLR2004 - AES has 128 bits
        opens = Lock(revision, length, owner, user, limits, document, clear).open
        return None if opens is None else not opens

    def information(self) -> Iterator[Fact]:
        """Yield what the information dictionary tells."""
        found = _dictionary(self.resolve(self.trailer.get("Info")))
        for key, value in found.items():
            if key in _INFO:
                yield from contained(self._said(key, value))

    def _said(self, key: str, value: Value) -> Iterator[Fact]:
        try:
            text = self.resolve(value)
        except Unread:
            yield hint(_INFO[key], key)
            return
        if not isinstance(text, bytes) or not text:
            return
        if "Encrypt" not in self.trailer:
            yield from tell(_INFO[key], key, words(text))
        elif self.locked is None:
            yield hint(_INFO[key], key)
        elif not self.locked:
            yield Fact(_INFO[key], key, "(encrypted, without a password)")

    def packet(self) -> Iterator[Fact]:
        """Yield what the document's XMP tells."""
        found = _dictionary(self.resolve(self.trailer.get("Root"))).get("Metadata")
        if isinstance(found, Ref):
            holder, at = self.where(found.number) or (1, 0)
            if not holder:
                _, content = self.stream(at)
                yield from xmp.read(content[: xmp.LONGEST], self.sight.budget)


def _dictionary(value: Value) -> dict[str, Value]:
    return value if isinstance(value, dict) else {}


def _list(value: Value) -> list[Value]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _packets(sight: Sight) -> Iterator[Fact]:
    """Yield what XMP tells that stands in the open, where the objects cannot be found."""
    for _, raw in sight.scan():
        at = raw.find(b"<x:xmpmeta")
        if at >= 0:
            yield from xmp.read(raw[at : at + xmp.LONGEST], sight.budget)
            return


def _photos(sight: Sight) -> Iterator[Fact]:
    """Yield what photos tell that lie in the file as they came from the camera."""
    done = 0
    for at, raw in sight.scan():
        for found in _PHOTO.finditer(raw):
            done += 1
            if done > _MOST_PHOTOS:
                return
            inner = sight.part(at + found.start())
            for marker, content in jpeg.segments(inner):
                yield from contained(jpeg.segment(marker, content))
