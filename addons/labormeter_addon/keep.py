"""Beginning and end of what streams past, and nothing between."""

from __future__ import annotations

import collections

from labormeter.model import HEAD, TAIL, Window


class Keep:
    """Takes bytes as they pass and keeps the first and the last of them."""

    __slots__ = ("_head", "_kept", "_last", "head", "size", "tail")

    def __init__(self, head: int = HEAD, tail: int = TAIL) -> None:
        self.head, self.tail = head, tail
        self.size = 0
        self._head = bytearray()
        self._last: collections.deque[bytes | memoryview] = collections.deque()
        self._kept = 0

    def take(self, data: bytes | memoryview) -> None:
        """See a piece; pieces are kept whole, so nothing is copied while they pass."""
        if not data:
            return
        self.size += len(data)
        if len(self._head) < self.head:
            self._head += data[: self.head - len(self._head)]
        self._last.append(data)
        self._kept += len(data)
        while self._kept - len(self._last[0]) >= self.tail:
            self._kept -= len(self._last.popleft())

    def window(self) -> Window:
        """Return what was kept."""
        end = b"".join(self._last)
        return Window(bytes(self._head), end[-self.tail :] if self.tail else b"", self.size)
