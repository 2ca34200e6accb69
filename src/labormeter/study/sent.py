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
import os
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, BinaryIO, Final, Literal

from labormeter.errors import KnownError
from labormeter.exports.tables import first_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from labormeter.exports.document import Document
    from labormeter.home import Home
    from labormeter.study.contribution import Draft
    from labormeter.study.signing import Signed
    from labormeter.study.study import Study

type Event = Literal["opened", "made", "receipt", "refused", "reminded", "card"]
"""`refused` and `reminded` are for this person alone; `card`: a room card was exported."""
type What = Literal["contribution", "withdrawal", ""]
type Standing = Literal["open", "refused", "made", "given", "taking-back", "withdrawn"]
"""How things stand between a person and a study; `made` and `taking-back` are "not sent yet"."""

STUDY: Final = "study.labormeter"
WAITING: Final = "waiting.age"
BEGAN: Final = date(2026, 1, 1)
"""The day from which revisions are counted."""
A_DAY: Final = 100
"""Revisions that a day has room for before they run into those of the next, which does no harm."""
LATEST: Final = 900_000
"""Highest revision that a date makes: a clock that is far ahead makes none."""
PATIENCE: Final = timedelta(days=3)
"""Time without an answer after which a study is spoken of once more, and never again."""


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
    elsewhere: bool = False
    """A withdrawal of what another computer gave, by its code: it says nothing of this one."""


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
        lines = path.read_text("utf-8", errors="replace").split("\n")
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
        with (folder(home) / "log.jsonl").open("ab+") as out:
            line = json.dumps(asdict(entry), ensure_ascii=False).encode()
            out.write(_torn(out) + line + b"\n")
            out.flush()
            os.fsync(out.fileno())
    except OSError as error:
        raise _closed(error) from error


def _torn(out: BinaryIO) -> bytes:
    """Return a line's end where the last line has none: a crash must not spoil the next one too."""
    if not out.seek(0, os.SEEK_END):
        return b""
    out.seek(-1, os.SEEK_END)
    return b"" if out.read(1) == b"\n" else b"\n"


def keep(home: Home, signed: Signed, study: Study, file: bytes, at: str) -> None:
    """Keep a study file that was opened, once for each version of it."""
    where = place(home, study.id, signed.key)
    if any((one.file, one.key) == (signed.hash, signed.key) for one in read(home)):
        return
    try:
        where.mkdir(mode=0o700, parents=True, exist_ok=True)
        (where / STUDY).write_bytes(file)
    except OSError as error:
        raise _closed(error) from error
    append(home, Entry(at=at, event="opened", study=study.id, key=signed.key, file=signed.hash))


def made(home: Home, entry: Entry, draft: Draft, sealed: bytes) -> Path:
    """Keep what was made, before anything is sent; return where it waits for its receipt."""
    where = place(home, entry.study, entry.key)
    waiting = where / WAITING
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
    (place(home, entry.study, entry.key) / WAITING).unlink(missing_ok=True)


def revision(entries: Iterable[Entry], study: str, key: str, today: date) -> int:
    """Return the number of the next contribution or withdrawal: higher than all before it.

    It begins with the day, so that a computer whose record was lost, or is that of a backup, does
    not begin at 1 again, which a pool would refuse. Only the day shows in it, never an hour.
    """
    numbers = (one.revision for one in entries if (one.study, one.key) == (study, key))
    return max(max(numbers, default=0) + 1, _of(today))


def last_of_tomorrow(today: date) -> int:
    """Return a number above all that a lost computer made, should its clock be a day ahead."""
    return _of(today) + 2 * A_DAY - 1


def _of(today: date) -> int:
    number = (today - BEGAN).days * A_DAY
    return number if 0 < number <= LATEST else 1


def _answers(entries: Iterable[Entry], study: str, key: str) -> list[Entry]:
    return [
        one
        for one in entries
        if (one.study, one.key) == (study, key)
        and one.event in {"made", "receipt", "refused"}
        and not one.elsewhere
    ]


def standing(entries: Iterable[Entry], study: str, key: str) -> Standing:
    """Return how things stand between this person and a study: what happened last says it."""
    found = _answers(entries, study, key)
    if not found:
        return "open"
    last = found[-1]
    if last.event == "refused":
        return "refused"
    if last.what == "withdrawal":
        return "taking-back" if last.event == "made" else "withdrawn"
    return "made" if last.event == "made" else "given"


def given(entries: Sequence[Entry]) -> list[str]:
    """Return the studies that hold, or may hold, something of this person."""
    keys = dict.fromkeys((one.study, one.key) for one in entries if one.study)
    held = ("made", "given", "taking-back")
    return [study for study, key in keys if standing(entries, study, key) in held]


def forget_rows(home: Home) -> int:
    """Delete the copies of rows that were given, and return how many they were.

    What left, when and to whom stays, and so does the key: without them nobody could take it back.
    """
    copies = list(folder(home).glob("*/revision-*.json"))
    for path in copies:
        path.unlink(missing_ok=True)
    return len(copies)


def due(entries: Sequence[Entry], at: str) -> Entry | None:
    """Return a study that waits for an answer since some days and was never spoken of again."""
    spoken = {(one.study, one.key) for one in entries if one.event == "reminded"}
    for one in entries:
        if one.event != "opened" or (one.study, one.key) in spoken:
            continue
        if _answers(entries, one.study, one.key):
            continue
        if _moment(at) - _moment(one.at) >= PATIENCE:
            return one
    return None


def _moment(at: str) -> datetime:
    """Return a moment; one that cannot be read is long ago."""
    try:
        return datetime.fromisoformat(at).replace(tzinfo=None)
    except ValueError:
        return datetime.min  # noqa: DTZ901 - compared with others that have no zone


def unsent(entries: Iterable[Entry]) -> list[Entry]:
    """Return what was made last for each study and has no receipt: "not sent yet"."""
    last: dict[tuple[str, str], Entry] = {}
    for one in entries:
        if one.event in {"made", "receipt"}:
            last[one.study, one.key] = one
    return [one for one in last.values() if one.event == "made"]


def card(home: Home, first: str, last: str, at: str) -> None:
    """Write down that a room card was exported, and of which weeks: its words are kept nowhere."""
    append(
        home,
        Entry(at=at, event="card", study="", key="", file="", way="file", first=first, last=last),
    )


def other_keys(entries: Iterable[Entry], study: str, key: str) -> list[str]:
    """Return other keys that signed a study of this id before: somebody else may pose as them."""
    return list(dict.fromkeys(one.key for one in entries if one.study == study and one.key != key))


def overlapping(entries: Iterable[Entry], study: str, document: Document) -> list[Entry]:
    """Return what was sent elsewhere for the same time: together they say more than each alone.

    A room card has no study's name.

    Keys of two studies cannot be linked, but a year of rows is a fingerprint.
    """
    found = [
        one
        for one in entries
        if (one.event == "card" or (one.event == "made" and one.what == "contribution"))
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
