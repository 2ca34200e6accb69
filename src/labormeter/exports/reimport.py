"""Reads a full export back: the same acts, each once, however often it is read.

Nothing is unpacked to the disk and nothing in it is run. A zip is read by the names that we give
its members and by no others; each is read no further than it says it is long, and every row is
staged beside the ledger until the yes. What is not carried: hashes, and the offset from UTC, which is
taken from this computer's clock where that agrees with the local day.
"""

from __future__ import annotations

import csv
import io
import itertools
import json
import re
import time
import zipfile
import zlib
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import IO, TYPE_CHECKING, Any, Final

from labormeter.errors import KnownError
from labormeter.exports import hostile, seal, sheets
from labormeter.exports.asides import MOMENTS, TABLES
from labormeter.exports.full import DESCRIPTOR
from labormeter.ledger.rows import local_day
from labormeter.model import SECOND, Act, Disclosure, Link
from labormeter.sentence import said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from labormeter.exports.tables import Table
    from labormeter.ledger.staging import Staging

BATCH: Final = 2_000
"""Acts that are judged and staged at a time."""
_ROW: Final = 180
"""Bytes of a row, about: for the bar that shows how far it has come."""
LARGEST: Final = 8 * 1024**3
"""Bytes of one member: fifty million acts."""
SEALED: Final = 1024**3
"""Bytes of a sealed file, which is opened in memory."""
_MEMBERS: Final = 64
_LINE: Final = 4_000
"""Characters of the longest field."""


class SealedError(KnownError):
    """A file is sealed with a passphrase, and none was given."""

    def __init__(self) -> None:
        super().__init__("This file is sealed with a passphrase.", "Give it with --passphrase.")


def is_export(path: Path) -> bool:
    """Whether a file is a full export of ours, or sealed and may be one. Never raises."""
    try:
        with path.open("rb") as file:
            if seal.is_sealed(file.read(len(seal.HEAD))):
                return True
        with zipfile.ZipFile(path) as package:
            return DESCRIPTOR in package.namelist() and "acts.csv" in package.namelist()
    except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError):
        return False


def is_sealed(path: Path) -> bool:
    """Whether a passphrase is wanted. Raises KnownError where the file cannot be read."""
    try:
        with path.open("rb") as file:
            return seal.is_sealed(file.read(len(seal.HEAD)))
    except OSError as error:
        raise _unreadable(path) from error


def stage(
    path: Path, staging: Staging, read: Callable[[int], None], passphrase: str | None = None
) -> None:
    """Stage the acts and links of an export, every row judged; `read` is told of bytes read.

    Raises KnownError, SealedError where a passphrase is wanted: then it is not to be brought.
    """
    with _opened(path, passphrase) as package:
        size = sum(package.getinfo(f"{name}.csv").file_size for name in ("acts", "links"))
        left = path.stat().st_size
        for batch in itertools.batched(acts(package), BATCH):
            staging.restore(batch)
            step = min(left, len(batch) * _ROW * path.stat().st_size // max(1, size))
            read(step)
            left -= step
        for pairs in itertools.batched(links(package), BATCH):
            staging.restore((), pairs)
        for name, table in _BESIDE.items():
            if f"{name}.csv" in package.namelist():
                for some in itertools.batched(_beside(package, name, table), BATCH):
                    _keep(staging, name, some)
        read(left)


@contextmanager
def _opened(path: Path, passphrase: str | None) -> Iterator[zipfile.ZipFile]:
    """Give the package in a file, checked as a whole."""
    try:
        source: IO[bytes] | Path = path
        if is_sealed(path):
            source = io.BytesIO(_unsealed(path, passphrase))
        with zipfile.ZipFile(source) as package:
            _judge(package)
            yield package
    except OSError as error:
        raise _unreadable(path) from error
    except (
        *(zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError),
        UnicodeDecodeError,  # of a member's name
    ) as error:
        raise _wrong(said("The file is damaged, or no zip")) from error


def _unsealed(path: Path, passphrase: str | None) -> bytes:
    if passphrase is None:
        raise SealedError
    if path.stat().st_size > SEALED:
        raise _wrong(said("It is too large to be opened"))
    return seal.opened(path.read_bytes(), passphrase)


def _judge(package: zipfile.ZipFile) -> None:
    """Refuse what is not as we write it: names twice, too many, none of ours, a later version."""
    names = package.namelist()
    if len(names) > _MEMBERS or len(names) != len(set(names)):
        raise _wrong(said("Its list of files is not that of an export"))
    if not {DESCRIPTOR, "acts.csv", "links.csv"} <= set(names):
        raise KnownError("This is no full export of labormeter.", "Choose another file.")
    descriptor = _descriptor(package)
    hostile.version(descriptor, own=True)
    if descriptor["labormeter"].get("kind") != "full":
        raise KnownError("This is no full export of labormeter.", "Choose another file.")


def _descriptor(package: zipfile.ZipFile) -> dict[str, Any]:
    with _member(package, DESCRIPTOR) as file:
        data = file.read(hostile.LARGEST + 1)
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise _wrong(said("Its description is no JSON")) from error
    if len(data) > hostile.LARGEST or not isinstance(found, dict):
        raise _wrong(said("Its description is none"))
    return found


@contextmanager
def _member(package: zipfile.ZipFile, name: str) -> Iterator[IO[bytes]]:
    """Give a member. `zipfile` reads no further than the size that it says it has."""
    if package.getinfo(name).file_size > LARGEST:
        raise _wrong(said("{name} is larger than an export can be", name=name))
    with package.open(name) as file:
        yield file


def acts(package: zipfile.ZipFile) -> Iterator[Act]:
    """Yield the acts of a package. Raises KnownError at the first row that is not as it must be."""
    for row in _rows(package, "acts", sheets.ACTS):
        yield _act(row)


def links(package: zipfile.ZipFile) -> Iterator[Link]:
    """Yield which post uses which upload."""
    for row in _rows(package, "links", sheets.LINKS):
        yield Link(row["act"], row["upload"])


def _beside(package: zipfile.ZipFile, name: str, table: Table) -> Iterator[tuple[object, ...]]:
    """Yield the rows of a table beside the acts, moments as microseconds."""
    for row in _rows(package, name, table):
        yield tuple(
            (moment(value) if value else None) if column in MOMENTS else value
            for column, value in row.items()
        )


def _keep(staging: Staging, name: str, batch: Sequence[tuple[object, ...]]) -> None:
    if name == "undated":
        staging.restore_undated(batch)
    else:
        staging.restore_aside("spans" if name in {"shifts", "gaps"} else name, batch)


_BESIDE: Final = {
    **{name: table for name, table in TABLES.items() if name != "imports"},
    "shifts": sheets.SPANS,
    "gaps": sheets.SPANS,
}
"""What is read back beside acts. The imports that there were are told of, and are not made anew."""


def _rows(package: zipfile.ZipFile, name: str, table: Table) -> Iterator[dict[str, Any]]:
    """Yield the rows of a table by column, judged some thousand at a time."""
    with _member(package, f"{name}.csv") as file:
        text = io.TextIOWrapper(file, "utf-8", newline="")
        try:
            reader = csv.reader(_short(text, name), strict=True)
            head = next(reader, [])
            places = _places(head, table, name)
            for batch in itertools.batched(reader, BATCH):
                yield from _judged(batch, places, len(head), table, name)
        except (csv.Error, UnicodeDecodeError) as error:
            raise _wrong(said("{name} is no table", name=f"{name}.csv")) from error


def _short(lines: io.TextIOWrapper, name: str) -> Iterator[str]:
    """Yield lines, none of them longer than a row can be: one without an end would fill memory."""
    while line := lines.readline(_LINE):
        if not line.endswith("\n"):
            raise _wrong(said("{name} has a line without an end", name=f"{name}.csv"))
        yield line


def _places(head: Sequence[str], table: Table, name: str) -> dict[str, int]:
    """Return where each column stands. Later versions may have more; those are passed over."""
    if len(set(head)) != len(head) or set(table.names) - set(head):
        raise _wrong(said("{name} has not the columns that it must have", name=f"{name}.csv"))
    return {column: head.index(column) for column in table.names}


def _judged(
    batch: Sequence[Sequence[str]], places: dict[str, int], length: int, table: Table, name: str
) -> Iterator[dict[str, Any]]:
    if set(map(len, batch)) != {length}:
        raise _wrong(
            said("{name} has a row with more or fewer values than columns", name=f"{name}.csv")
        )
    columns = {field.name: [row[places[field.name]] for row in batch] for field in table.fields}
    for field in table.fields:
        if field.number:
            columns[field.name] = _numbers(columns[field.name], field.optional, name)
    judged: dict[str, list[Any]] = {
        field.name: list(filter(_there, columns[field.name]))
        for field in table.fields
        if field.typed != "number"
    }
    for field in table.fields:
        if judged.get(field.name) and (wrong := list(field.faults(judged[field.name]))):
            raise _wrong(said("In {place}, {fault}", place=f"{name}.csv", fault=wrong[0]))
    for values in zip(*columns.values(), strict=True):
        yield dict(zip(columns, values, strict=True))


def _there(value: object) -> bool:
    return value is not None


def _numbers(column: Sequence[str], optional: bool, name: str) -> list[Any]:  # noqa: FBT001 - of a column
    if not all(map(_NUMBER.fullmatch, filter(None, column))) or ("" in column and not optional):
        raise _wrong(said("{name} has a text where a number must be", name=f"{name}.csv"))
    return [_number(one) if one else None for one in column]


def _number(text: str) -> int:
    """Return a whole number, or seconds as microseconds."""
    whole, dot, part = text.partition(".")
    return int(whole) if not dot else int(whole) * SECOND + int(part.ljust(6, "0"))


_NUMBER: Final = re.compile(r"-?[0-9]{1,16}([.][0-9]{1,6})?")


def _act(row: dict[str, Any]) -> Act:
    at = moment(row["occurred_at"])
    return Act(
        id=row["id"],
        occurred_at=at,
        utc_offset=offset(at, row["day"]),
        platform=row["platform"],
        activity=row["activity"],
        finer=row["finer"],
        effect=row["effect"],
        quantity=row["quantity"],
        unit=row["unit"],
        net=row["net"],
        rounds=row["rounds"],
        tiles=row["tiles"],
        seconds=row["seconds"],
        source=row["source"],
        rule=row["rule"],
        pack=row["pack"],
        flags=tuple(row["flags"].split()),
        disclosures=tuple(map(_disclosure, row["disclosures"].split())),
    )


def _disclosure(word: str) -> Disclosure:
    return Disclosure(word.rstrip("?"), "seen-partly" if word.endswith("?") else "seen")


def moment(text: str) -> int:
    """Return microseconds since 1970 of a moment as we write it. Raises KnownError."""
    whole, _, part = text.rstrip("Z").partition(".")
    try:
        seconds = calendar_seconds(whole)
    except ValueError as error:
        raise _wrong(said("A moment is none that a calendar has")) from error
    return seconds * SECOND + int(part)


def calendar_seconds(text: str) -> int:
    """Return seconds since 1970 of `2026-06-01T12:00:00`, UTC."""
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp())


def offset(at: int, day: str) -> int:
    """Return minutes east of UTC at which a moment lies on a local day.

    This computer's own where that agrees, else the whole hour nearest to it that does. Raises
    KnownError where no clock on earth shows that day.
    """
    here = time.localtime(at // SECOND).tm_gmtoff // 60
    if local_day(at, here) == day:
        return here
    fitting = [one for one in _OFFSETS if local_day(at, one) == day]
    if not fitting:
        raise _wrong(said("A day is none on which the act can have been"))
    return min(fitting, key=lambda one: abs(one - here))


_OFFSETS: Final = tuple(range(-12 * 60, 14 * 60 + 1, 60))


def _wrong(why: str) -> KnownError:
    return KnownError(said("{why}: nothing was imported.", why=why), "Choose another file.")


def _unreadable(path: Path) -> KnownError:
    return KnownError(said("{name} cannot be read.", name=path.name), "Choose another file.")
