"""Content encodings undone, with a bound: a few kilobytes may claim to be gigabytes."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Final

import brotli
import zstandard

if TYPE_CHECKING:
    from collections.abc import Callable

LIMIT: Final = 8 * 1024 * 1024
"""Bytes of plain content that are looked at."""
LAYERS: Final = 3
"""Encodings one over another that are undone."""

_FIRST: Final = 64
"""Bytes by which text is told from what is packed."""

type Plain = tuple[bytes | None, bool]
"""Content, None where it cannot be read; and whether it was cut."""


def decode(body: bytes, encoding: str, limit: int = LIMIT) -> Plain:
    """Undo a Content-Encoding; (None, True) where it is unknown, broken or nested too deep."""
    names = [name.strip().lower() for name in encoding.split(",")]
    layers = [name for name in names if name not in {"", "identity"}]
    if len(layers) > LAYERS:
        return None, True
    content, cut = body[:limit] if not layers else body, not layers and len(body) > limit
    for name in reversed(layers):
        undo = _UNDO.get(name)
        if undo is None:
            return None, True
        try:
            content, shortened = undo(content, limit)
        except (zlib.error, brotli.error, zstandard.ZstdError, ValueError, EOFError):
            return None, True
        cut = cut or shortened
    return content, cut


def undone(body: bytes, encoding: str, limit: int = LIMIT) -> Plain:
    """Undo what a client says it did to a whole body; give it as it is where that is not true.

    ytmusicapi, for one, says `gzip` of JSON that it never packed. Only where it begins as text, as
    nothing that is packed does: what is packed and then breaks is not read.
    """
    plain, cut = decode(body, encoding, limit)
    if plain is None and body[:1].isascii() and _is_text(body[:_FIRST]):
        return body[:limit], len(body) > limit
    return plain, cut


def _is_text(beginning: bytes) -> bool:
    return all(byte >= 0x20 or byte in b"\t\r\n" for byte in beginning)  # noqa: PLR2004 - a space


def _zlib(bits: int) -> Callable[[bytes, int], tuple[bytes, bool]]:
    def undo(body: bytes, limit: int) -> tuple[bytes, bool]:
        machine = zlib.decompressobj(bits)
        plain = machine.decompress(body, limit)
        return plain, not machine.eof

    return undo


def _deflate(body: bytes, limit: int) -> tuple[bytes, bool]:
    """Undo `deflate`, which some servers send without the zlib head that the standard wants."""
    try:
        return _zlib(zlib.MAX_WBITS)(body, limit)
    except zlib.error:
        return _zlib(-zlib.MAX_WBITS)(body, limit)


def _brotli(body: bytes, limit: int) -> tuple[bytes, bool]:
    machine = brotli.Decompressor()
    parts = [machine.process(body, output_buffer_limit=limit)]
    size = len(parts[0])
    while size < limit and not machine.is_finished() and not machine.can_accept_more_data():
        parts.append(machine.process(b"", output_buffer_limit=limit - size))
        size += len(parts[-1])
        if not parts[-1]:
            break
    plain = b"".join(parts)
    return plain[:limit], len(plain) > limit or not machine.is_finished()


def _zstd(body: bytes, limit: int) -> tuple[bytes, bool]:
    # A window of 8 MB is the most that a browser accepts (RFC 9659).
    machine = zstandard.ZstdDecompressor(max_window_size=8 * 1024 * 1024)
    with machine.stream_reader(body) as reader:
        plain = reader.read(limit + 1)
    if len(plain) > limit:
        return plain[:limit], True
    # The reader does not tell an end from a cut; now that the size is known to be bounded, this does.
    whole = machine.decompressobj()
    whole.decompress(body)
    return plain, not whole.eof


_UNDO: Final[dict[str, Callable[[bytes, int], tuple[bytes, bool]]]] = {
    "gzip": _zlib(16 + zlib.MAX_WBITS),
    "x-gzip": _zlib(16 + zlib.MAX_WBITS),
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}
