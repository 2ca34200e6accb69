"""HTML of an export, in blocks: bounded, and without building a tree of it."""

from __future__ import annotations

import codecs
import html
import re
from typing import IO, TYPE_CHECKING, Final

from labormeter.archives.stream import encoding

if TYPE_CHECKING:
    from collections.abc import Iterator

BLOCK: Final = 256 * 1024
LARGEST: Final = 1 << 20
"""Characters that a block may have; what is beyond that is not looked at."""
_TAG: Final = re.compile(r"<[^>]{0,4000}>")


def blocks(file: IO[bytes], begins: re.Pattern[str]) -> Iterator[str]:
    """Yield what stands between one match of a pattern and the next, the last to the end."""
    decoder: codecs.IncrementalDecoder | None = None
    text, inside = "", False
    while True:
        data = file.read(BLOCK)
        if decoder is None:
            decoder = codecs.getincrementaldecoder(encoding(data))("replace")
        text += decoder.decode(data, not data)
        place = 0
        for match in begins.finditer(text):
            if inside:
                yield text[place : match.start()]
            place, inside = match.end(), True
        if not data:
            break
        text = text[place:] if inside else text[-4000:]
        if len(text) > LARGEST:
            text = text[:LARGEST]
    if inside:
        yield text[place:]


def plain(markup: str) -> str:
    """Return the text of some HTML."""
    return html.unescape(_TAG.sub(" ", markup)).replace("\xa0", " ").strip()
