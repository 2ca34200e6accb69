"""stub"""

from labormeter.metadata.tiff import Entry
from labormeter.metadata.fact import Fact
from collections.abc import Iterator


def read(entry: Entry, make: str, model: str) -> Iterator[Fact]:
    """Stub."""
    yield from ()


private = read


def canon(d: object) -> Iterator[Fact]:
    """Stub."""
    yield from ()
