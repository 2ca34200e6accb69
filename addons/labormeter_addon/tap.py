"""What is kept of a request body while it streams on, untouched.

A stream function that raises, or returns nothing, hangs the upload for good; so a tap catches
whatever happens in it, and from then on only passes bytes on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from labormeter.model import Upload
from labormeter_addon import multipart
from labormeter_addon.keep import Keep

if TYPE_CHECKING:
    from collections.abc import Callable

LIMIT: Final = 1024 * 1024
"""Bytes kept of a body, and of the text fields of a multipart body."""


class Tap:
    """Sees a request body pass: `flow.request.stream` calls it with each piece."""

    __slots__ = ("_body", "_file", "_parts", "_trouble", "_type", "broken", "size")

    def __init__(
        self, content_type: str, *, files: bool, trouble: Callable[[Exception], None]
    ) -> None:
        separator = multipart.boundary(content_type)
        self._parts = None if separator is None else multipart.Splitter(separator, LIMIT)
        self._file = Keep() if files and separator is None else None
        self._body = bytearray()
        self._type = content_type
        self._trouble = trouble
        self.size = 0
        self.broken = False

    def __call__(self, data: bytes) -> bytes:
        """Look at a piece and pass it on."""
        if not self.broken:
            try:
                self._take(data)
            except Exception as bug:  # noqa: BLE001 - anything raised here would hang the upload
                self.broken = True
                self._trouble(bug)
        return data

    def _take(self, data: bytes) -> None:
        self.size += len(data)
        if self._parts is not None:
            self._parts.take(data)
            return
        if self._file is not None:
            self._file.take(data)
        if len(self._body) < LIMIT:
            self._body += data[: LIMIT - len(self._body)]

    def body(self) -> tuple[bytes, bool]:
        """Return what was kept, and whether something is missing."""
        if self._parts is not None:
            return self._parts.document(), self.broken or self._parts.broken
        return bytes(self._body), self.broken or self.size > LIMIT

    def uploads(self) -> tuple[Upload, ...]:
        """Return the files that passed: parts of a multipart body, or the body itself."""
        if self._parts is not None:
            return self._parts.uploads()
        if self._file is None or not self._file.size:
            return ()
        return (Upload("", self._type, self._file.window()),)
