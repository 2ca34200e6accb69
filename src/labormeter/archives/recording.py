"""A browser's own recording as an import: the same rules and the same counts as on the wire."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from labormeter.archives import har
from labormeter.archives.found import CancelledError
from labormeter.archives.survey import Source
from labormeter.errors import KnownError
from labormeter.meter import Meter

if TYPE_CHECKING:
    from pathlib import Path

    from labormeter.archives.watch import Watch
    from labormeter.ledger.keys import Keys
    from labormeter.ledger.staging import Staging
    from labormeter.rules.index import Packs


def is_recording(path: Path) -> bool:
    """Whether a file is a recording, by its name or its first bytes."""
    if not path.is_file():
        return False
    if path.suffix.lower() == ".har":
        return True
    if path.suffix.lower() != ".json":
        return False
    try:
        with path.open("rb") as file:
            head = file.read(4096)
    except OSError:
        return False
    return b'"log"' in head and (b'"entries"' in head or b'"creator"' in head)


def take(
    path: Path, *, staging: Staging, keys: Keys, packs: Packs, watch: Watch, now: int
) -> Source:
    """Stage what a recording counts, and say what it is.

    Where it breaks off, nothing of it is staged.
    """
    staging.next_export()
    staging.next_file()
    whole = Source(name=path.name, reader="har", title="HAR", layouts=("HAR",), files=1)
    meter = Meter(packs, staging, keys, source="har", now=now)
    watch.expect(path.stat().st_size)
    try:
        for exchange in har.exchanges(path):
            meter.take(exchange)
            sent = exchange.request.body or b""
            answer = exchange.response.body if exchange.response else None
            watch.read(len(sent) + len(answer or b"") + 500)
    except CancelledError:
        raise
    except KnownError as error:
        staging.drop_file()
        return replace(whole, files=0, trouble=str(error).removeprefix(f"{path.name} ").rstrip("."))
    return whole
