"""Takes contributions into a pool: verified, decrypted, checked, counted once, or refused and why.

    file --decrypt--> envelope --signature, schema--> contribution --judge--> taken | refused

Nothing is dropped silently: what is refused lies in quarantine with its reasons. Rows are written
once for all files of a run, and the index last: what a crash leaves is taken up by the next run.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import struct
from array import array
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from labormeter import lock
from labormeter.errors import KnownError
from labormeter.lock import HeldError
from labormeter.pool import judge, store
from labormeter.pool.store import Person
from labormeter.study import contribution as contributions
from labormeter.study import seal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from pathlib import Path

    import pyrage

    from labormeter.exports.document import Document
    from labormeter.lock import Hold
    from labormeter.pool.judge import Columns
    from labormeter.pool.store import Index, Pool
    from labormeter.study.contribution import Contribution

SCHEMA: Final = pa.schema(
    [
        ("participant", pa.string()),
        ("period", pa.string()),
        ("platform", pa.string()),
        ("activity", pa.string()),
        ("n", pa.int64()),
        ("seconds", pa.int64()),
        ("order", pa.int64()),
    ]
)


AGE: Final = b"age-encryption.org/"
"""How every contribution begins."""
SUFFIX: Final = ".age"
"""How one is called. What neither begins nor is called so is counted and left alone."""


@dataclass(slots=True)
class Run:
    """What one run of ingest did."""

    outcomes: Counter[str] = field(default_factory=Counter)
    """`taken`, `replaced`, `withdrawn`, `seen`, `refused`, `other`: how many files."""
    reasons: Counter[str] = field(default_factory=Counter)
    """Reasons of refusal; a file may have several."""
    flags: Counter[str] = field(default_factory=Counter)
    """What was taken and wants a look: `same-rows` as another participant."""


@dataclass(frozen=True, slots=True)
class _Came:
    """A file that came, and what is in it."""

    path: Path
    data: bytes

    @property
    def name(self) -> str:
        return hashlib.sha256(self.data).hexdigest()

    def into(self, folder: Path, name: str) -> None:
        """Lie in a folder of the pool too: a second name for the same file where that can be."""
        target = folder / f"{name}.age"
        if not self.path.is_symlink():
            with contextlib.suppress(OSError):  # another disk, or one without links
                os.link(self.path, target)
                return
        target.write_bytes(self.data)


@dataclass(slots=True)
class _Work:
    """What a run has under way."""

    pool: Pool
    index: Index
    readers: Sequence[pyrage.x25519.Identity]
    sizes: frozenset[int]
    """Bytes of every envelope of the study, by any of its files that stand."""
    kept: int
    """Bytes in quarantine."""
    today: date
    invitations: frozenset[str]
    known: set[str]
    contents: Counter[str]
    run: Run = field(default_factory=Run)
    rows: dict[str, Columns] = field(default_factory=dict)
    parts: set[int] = field(default_factory=set)
    """Parts from which rows are to be taken out."""


def ingest(
    pool: Pool,
    files: Iterable[Path],
    readers: Sequence[pyrage.x25519.Identity],
    *,
    today: date,
    invitations: frozenset[str] = frozenset(),
) -> Run:
    """Take files into a pool. `today` is the local day. Raises KnownError where it is no pool."""
    with _alone(pool):
        return _ingested(pool, files, readers, today, invitations)


def _alone(pool: Pool) -> Hold:
    """Take the pool's lock: two runs at once would lose what one of them took in."""
    try:
        return lock.hold(pool.root / "pool.lock")
    except HeldError as error:
        raise KnownError(
            "Another run takes contributions into this pool.", "Wait until it is done."
        ) from error


def _ingested(
    pool: Pool,
    files: Iterable[Path],
    readers: Sequence[pyrage.x25519.Identity],
    today: date,
    invitations: frozenset[str],
) -> Run:
    index = store.index(pool.root)
    work = _Work(
        pool=pool,
        index=index,
        readers=readers,
        sizes=frozenset(contributions.size(one) for one in pool.versions.values()),
        kept=sum(one.stat().st_size for one in pool.quarantine.glob("*.age")),
        today=today,
        invitations=invitations,
        known=index.known(),
        contents=Counter(one.content for one in index.people.values()),
    )
    for file in files:
        if (data := _bytes(file)).startswith(AGE) or file.suffix == SUFFIX:
            _one(work, _Came(file, data))
        else:
            work.run.outcomes["other"] += 1
    _written(work)
    store.keep(pool.root, index)
    return work.run


def _bytes(file: Path) -> bytes:
    try:
        # Asking for more than there is would make room for all of that, each time.
        size = min(file.stat().st_size, store.LARGEST)
        with file.open("rb", buffering=0) as opened:
            return opened.read(size) or b""
    except OSError as error:
        raise KnownError(f"{file.name} cannot be read ({error.strerror}).") from error


def _one(work: _Work, came: _Came) -> None:
    name = came.name
    if name in work.known:
        work.run.outcomes["seen"] += 1
        return
    work.known.add(name)
    try:
        opened = seal.opened(seal.decrypt(came.data, work.readers))
    except KnownError:
        _refuse(work, name, came, ["unreadable"], "")
        return
    if opened.size not in work.sizes and opened.document:
        _refuse(work, name, came, ["wrong-size"], opened.participant)
        return
    try:
        given = contributions.read(opened, today=work.today.isoformat())
    except KnownError:
        _refuse(work, name, came, ["malformed"], opened.participant)
        return
    _judged(work, name, came, given)


def _judged(work: _Work, name: str, came: _Came, given: Contribution) -> None:
    found = judge.reasons(
        work.pool, work.index, given, today=work.today, invitations=work.invitations
    )
    if found:
        _refuse(work, name, came, found, given.participant)
    elif given.document is None:
        _take_back(work, given)
    else:
        _take(work, name, came, given, given.document)


def _refuse(work: _Work, name: str, came: _Came, reasons: list[str], sender: str) -> None:
    work.index.refused[name] = reasons
    whole = len(came.data) < store.LARGEST
    if "withdrawn" not in reasons and whole and work.kept + len(came.data) <= store.QUOTA:
        came.into(work.pool.quarantine, name)  # what was taken back is not kept, here as elsewhere
        work.kept += len(came.data)
    if sender:
        work.index.senders[name] = sender
    work.run.outcomes["refused"] += 1
    work.run.reasons.update(reasons)


def _take(work: _Work, name: str, came: _Came, given: Contribution, document: Document) -> None:
    participant = given.participant
    replaced = _take_out(work, participant)
    if replaced is not None:
        work.index.replaced.append(replaced.raw)
    came.into(work.pool.raw, name)
    columns = judge.columns(document.counts)
    content = judge.content(columns)
    if document.counts and work.contents[content]:
        work.run.flags["same-rows"] += 1
    work.contents[content] += 1
    work.index.people[participant] = Person(
        revision=given.consent.revision,
        raw=name,
        part=work.index.parts + 1,
        rows=len(document.counts),
        first=document.first,
        last=document.last,
        country=document.country,
        age_band=document.age_band,
        removed=document.removed,
        agreed=given.consent.agreed,
        invitation=given.consent.invitation,
        content=content,
    )
    work.rows[participant] = columns
    work.run.outcomes["taken" if replaced is None else "replaced"] += 1


def _take_back(work: _Work, given: Contribution) -> None:
    index, participant = work.index, given.participant
    mark = index.tombstone(participant)
    known = index.tombstones.get(mark, 0) >= given.consent.revision
    index.tombstones[mark] = max(index.tombstones.get(mark, 0), given.consent.revision)
    _take_out(work, participant)
    for name in [name for name, sender in index.senders.items() if sender == participant]:
        (work.pool.quarantine / f"{name}.age").unlink(missing_ok=True)
        del index.senders[name]
    if known:
        work.run.outcomes["seen"] += 1
        return
    index.erasures.append(work.today.isoformat())
    work.run.outcomes["withdrawn"] += 1


def _take_out(work: _Work, participant: str) -> Person | None:
    """Take a participant out of the index, of what waits to be written, and of the raw files."""
    person = work.index.people.pop(participant, None)
    if person is None:
        return None
    work.contents[person.content] -= 1
    (work.pool.raw / f"{person.raw}.age").unlink(missing_ok=True)
    if work.rows.pop(participant, None) is None:
        work.parts.add(person.part)
    return person


def _written(work: _Work) -> None:
    """Write the new rows as one part, and the parts from which somebody was taken out anew."""
    staying = {name for name in work.index.people if name not in work.rows}
    for number in sorted(work.parts):
        path = work.pool.part(number)
        table = pq.read_table(path)
        kept = table.filter(pc.is_in(table["participant"], pa.array(sorted(staying), pa.string())))
        _part(path, kept)
    if work.rows:
        work.index.parts += 1
        _part(work.pool.part(work.index.parts), _table(work.rows))


def _part(path: Path, table: pa.Table) -> None:
    fresh = path.with_suffix(".new")
    pq.write_table(table, fresh)
    fresh.replace(path)


def _table(rows: dict[str, Columns]) -> pa.Table:
    people, orders = [], array("q")
    joined: tuple[list[Any], ...] = tuple([] for _ in range(5))
    for name, columns in rows.items():
        many = len(columns[0])
        people += [name] * many
        orders.extend(order(name, many))
        for whole, part in zip(joined, columns, strict=True):
            whole.extend(part)
    made = [people, *joined, orders]
    return pa.table(dict(zip(SCHEMA.names, made, strict=True)), schema=SCHEMA)


def order(participant: str, rows: int) -> tuple[int, ...]:
    """Return where each of a person's rows stands in an order that is the same everywhere.

    It says nothing: 8 bytes a row of SHAKE-256 of the participant's name.
    """
    stream = hashlib.shake_256(f"labormeter order\0{participant}".encode()).digest(8 * rows)
    return struct.unpack(f">{rows}q", stream)
