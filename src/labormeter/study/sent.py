"""The participant's own record: studies that were opened, and everything that ever left.

    home/studies/log.jsonl            one line for each thing that happened; only ever appended to
    home/studies/ID.KEY/study.labormeter
    home/studies/ID.KEY/revision-1.json     the very bytes, as they were previewed
    home/studies/ID.KEY/waiting.age         what was made and has no receipt yet

It is readable without the program, and holds nothing that was not shown before.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

from labormeter.errors import KnownError
from labormeter.exports.tables import first_day

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from labormeter.exports.document import Document
    from labormeter.home import Home
    from labormeter.study.contribution import Draft
    from labormeter.study.signing import Signed
    from labormeter.study.study import Study

type Event = Literal["opened", "made", "receipt"]
type What = Literal["contribution", "withdrawal", ""]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that happened with a study."""

    at: str
    """ISO 8601, local."""
    event: Event
    study: str
    key: str
    """The researcher's public key."""
    file: str
    """SHA-256 of the study file's text."""
    what: What = ""
    revision: int = 0
    agreed: tuple[str, ...] = ()
    way: str = ""
    """`file`, or the host that it was sent to."""
    sha256: str = ""
    """Of the encrypted file."""
    first: str = ""
    last: str = ""
    rows: int = 0


def folder(home: Home) -> Path:
    """Return where studies are kept."""
    return home.root / "studies"


def place(home: Home, study: str, key: str) -> Path:
    """Return the folder of one study, by its id and by who signed it."""
    mark = hashlib.sha256(key.encode()).hexdigest()[:12]
    return folder(home) / f"{study}.{mark}"


def read(home: Home) -> list[Entry]:
    """Return everything that happened, oldest first; a torn last line is passed over."""
    path = folder(home) / "log.jsonl"
    try:
        lines = path.read_text("utf-8").splitlines()
    except FileNotFoundError:
        return []
    except OSError as error:
        raise _closed(error) from error
    return [entry for line in lines if (entry := _entry(line)) is not None]


def _entry(line: str) -> Entry | None:
    try:
        found: dict[str, Any] = json.loads(line)
        return Entry(**found | {"agreed": tuple(found.get("agreed", ()))})
    except (ValueError, TypeError):
        return None


def append(home: Home, entry: Entry) -> None:
    """Write one thing down. Raises KnownError where it cannot be kept."""
    try:
        folder(home).mkdir(mode=0o700, parents=True, exist_ok=True)
        with (folder(home) / "log.jsonl").open("a", encoding="utf-8") as out:
            out.write(json.dumps(asdict(entry), ensure_ascii=False) + "\n")
    except OSError as error:
        raise _closed(error) from error


def keep(home: Home, signed: Signed, study: Study, file: bytes, at: str) -> None:
    """Keep a study file that was opened, once for each version of it."""
    where = place(home, study.id, signed.key)
    if any(one.file == signed.hash for one in read(home)):
        return
    try:
        where.mkdir(mode=0o700, parents=True, exist_ok=True)
        (where / "study.labormeter").write_bytes(file)
    except OSError as error:
        raise _closed(error) from error
    append(home, Entry(at=at, event="opened", study=study.id, key=signed.key, file=signed.hash))


def made(home: Home, entry: Entry, draft: Draft, sealed: bytes) -> Path:
    """Keep what was made, before anything is sent; return where it waits for its receipt."""
    where = place(home, entry.study, entry.key)
    waiting = where / "waiting.age"
    try:
        where.mkdir(mode=0o700, parents=True, exist_ok=True)
        (where / f"revision-{entry.revision}.json").write_text(draft.preview, encoding="utf-8")
        waiting.write_bytes(sealed)
    except OSError as error:
        raise _closed(error) from error
    append(home, entry)
    return waiting


def received(home: Home, entry: Entry) -> None:
    """Write a receipt down; nothing waits any more."""
    append(home, entry)
    (place(home, entry.study, entry.key) / "waiting.age").unlink(missing_ok=True)


def revision(entries: Iterable[Entry], study: str, key: str) -> int:
    """Return the number of the next contribution or withdrawal."""
    numbers = (one.revision for one in entries if (one.study, one.key) == (study, key))
    return max(numbers, default=0) + 1


def unsent(entries: Iterable[Entry]) -> list[Entry]:
    """Return what was made last for each study and has no receipt: "not sent yet"."""
    last: dict[tuple[str, str], Entry] = {}
    for one in entries:
        if one.event != "opened":
            last[one.study, one.key] = one
    return [one for one in last.values() if one.event == "made"]


def other_keys(entries: Iterable[Entry], study: str, key: str) -> list[str]:
    """Return other keys that signed a study of this id before: somebody else may pose as them."""
    return list(dict.fromkeys(one.key for one in entries if one.study == study and one.key != key))


def overlapping(entries: Iterable[Entry], study: str, document: Document) -> list[Entry]:
    """Return what was sent elsewhere for the same time: together they say more than each alone.

    Keys of two studies cannot be linked, but a year of rows is a fingerprint.
    """
    found = [
        one
        for one in entries
        if one.event == "made"
        and one.what == "contribution"
        and one.study != study
        and _month(one.first) <= _month(document.last)
        and _month(document.first) <= _month(one.last)
    ]
    return list({one.study: one for one in found}.values())


def _month(period: str) -> str:
    """Return a period as a month, near enough to say whether two overlap."""
    if "W" not in period:
        return period
    return first_day(period).isoformat()[:7]


_NOWHERE: Final = "Check the folder and the free space."


def _closed(error: OSError) -> KnownError:
    return KnownError(f"The record of studies cannot be kept ({error.strerror}).", _NOWHERE)
