"""Takes contributions into a pool: verified, decrypted, checked, counted once, or refused and why.

    file --decrypt--> envelope --signature, schema--> contribution --judge--> taken | refused

Nothing is dropped silently: what is refused lies in quarantine with its reasons. A run writes its
files beside those that stand, then the index, and deletes last (`store`): killed at any moment, it
leaves a pool as before or as after it. What it had laid aside by then, the next run takes up.
"""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from labormeter.errors import KnownError
from labormeter.exports import place
from labormeter.pool import cells, judge, store
from labormeter.pool.cells import Waiting
from labormeter.pool.store import Person
from labormeter.study import contribution as contributions
from labormeter.study import seal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from pathlib import Path

    import pyrage

    from labormeter.exports.document import Document
    from labormeter.pool.store import Index, Pool
    from labormeter.study.contribution import Columns, Contribution

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
    name: str
    """SHA-256 of what is in it."""

    def into(self, folder: Path) -> None:
        """Lie in a folder of the pool too: a second name for the same file where that can be."""
        target = folder / f"{self.name}.age"
        if not _linked(self.path, target):
            with place.whole(target) as file:
                file.write(self.data)


def _linked(path: Path, target: Path) -> bool:
    """Give a file a second name. False on another disk, or one without links, and for a link.

    What has that name already is, by its hash, the same. It is not written to: it may be the very
    file that came.
    """
    if path.is_symlink():
        return False
    try:
        os.link(path, target)
    except FileExistsError:
        return True
    except OSError:
        return False
    return True


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
    holders: dict[str, str]
    """Who came with which invitation code."""
    run: Run = field(default_factory=Run)
    waiting: Waiting = field(default_factory=Waiting)
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
    with store.alone(pool):
        index = store.index(pool.root)
        store.tidy(pool, index)
        work = _begun(pool, index, readers, today, invitations)
        left = _left(work)
        for file in files:
            _came(work, file)
        _taken_up(work, left)
        _written(work)
        store.lasting(pool.raw, pool.quarantine, pool.cells)
        store.keep(pool.root, index)
        store.tidy(pool, index)
        return work.run


def _begun(
    pool: Pool,
    index: Index,
    readers: Sequence[pyrage.x25519.Identity],
    today: date,
    invitations: frozenset[str],
) -> _Work:
    people = index.people
    return _Work(
        pool=pool,
        index=index,
        readers=readers,
        sizes=frozenset(contributions.size(one) for one in pool.versions.values()),
        kept=sum(one.stat().st_size for one in pool.quarantine.glob("*.age")),
        today=today,
        invitations=invitations,
        known=index.known(),
        contents=Counter(one.content for one in people.values()),
        holders={one.invitation: name for name, one in people.items() if one.invitation},
    )


def _left(work: _Work) -> list[Path]:
    """Return what a run that broke off had laid aside, and the index does not know."""
    folders = (work.pool.raw, work.pool.quarantine)
    files = (path for folder in folders for path in sorted(folder.glob("*.age")))
    return [path for path in files if path.stem not in work.known]


def _taken_up(work: _Work, left: Iterable[Path]) -> None:
    """Judge what was laid aside and did not come again; let go of what belongs elsewhere by now."""
    for path in left:
        if path.stem not in work.known:
            _came(work, path)
        why = work.index.refused.get(path.stem)
        here = why is None if path.parent == work.pool.raw else why is not None and _kept(why)
        if not here or path.stem not in work.known:
            work.index.leaving.append(f"{path.parent.name}/{path.name}")


def _came(work: _Work, file: Path) -> None:
    data = _bytes(file)
    if data.startswith(AGE) or file.suffix == SUFFIX:
        _one(work, _Came(file, data, hashlib.sha256(data).hexdigest()))
    else:
        work.run.outcomes["other"] += 1


def _bytes(file: Path) -> bytes:
    try:
        with open(file, "rb", buffering=0) as opened:  # noqa: PTH123 - a third of the time
            # Asking for more than there is would make room for all of that, each time.
            size = min(os.fstat(opened.fileno()).st_size, store.LARGEST)
            return opened.read(size) or b""
    except OSError as error:
        raise KnownError(f"{file.name} cannot be read ({error.strerror}).") from error


def _one(work: _Work, came: _Came) -> None:
    if came.name in work.known:
        work.run.outcomes["seen"] += 1
        return
    work.known.add(came.name)
    try:
        opened = seal.opened(seal.decrypt(came.data, work.readers))
    except KnownError:
        _refuse(work, came, ["unreadable"], "")
        return
    if opened.size not in work.sizes and opened.document:
        _refuse(work, came, ["wrong-size"], opened.participant)
        return
    try:
        given = contributions.read(opened, today=work.today.isoformat())
    except KnownError:
        _refuse(work, came, ["malformed"], opened.participant)
        return
    _judged(work, came, given)


def _judged(work: _Work, came: _Came, given: Contribution) -> None:
    rows = contributions.columns(given.document.counts if given.document else ())
    found = judge.reasons(
        work.pool,
        work.index,
        given,
        rows,
        today=work.today,
        invitations=work.invitations,
        holders=work.holders,
    )
    if found:
        _refuse(work, came, found, given.participant)
    elif given.document is None:
        _take_back(work, given)
    else:
        _take(work, came, given, given.document, rows)


def _refuse(work: _Work, came: _Came, reasons: list[str], sender: str) -> None:
    work.index.refused[came.name] = reasons
    whole = len(came.data) < store.LARGEST
    if _kept(reasons) and whole and work.kept + len(came.data) <= store.QUOTA:
        came.into(work.pool.quarantine)
        work.kept += len(came.data)
    if sender:
        work.index.senders[came.name] = sender
    work.run.outcomes["refused"] += 1
    work.run.reasons.update(reasons)


def _kept(reasons: Sequence[str]) -> bool:
    """Whether quarantine keeps the file: what was taken back is kept nowhere."""
    return "withdrawn" not in reasons


def _take(
    work: _Work,
    came: _Came,
    given: Contribution,
    document: Document,
    rows: Columns,
) -> None:
    participant = given.participant
    replaced = _take_out(work, participant)
    if replaced is not None:
        work.index.replaced.append(replaced.raw)
    came.into(work.pool.raw)
    content = judge.content(rows)
    if document.counts and work.contents[content]:
        work.run.flags["same-rows"] += 1
    work.contents[content] += 1
    work.index.people[participant] = Person(
        revision=given.consent.revision,
        raw=came.name,
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
    if given.consent.invitation:
        work.holders[given.consent.invitation] = participant
    work.waiting.add(participant, rows)
    work.run.outcomes["taken" if replaced is None else "replaced"] += 1


def _take_back(work: _Work, given: Contribution) -> None:
    index, participant = work.index, given.participant
    mark = index.tombstone(participant)
    known = index.tombstones.get(mark, 0) >= given.consent.revision
    index.tombstones[mark] = max(index.tombstones.get(mark, 0), given.consent.revision)
    _take_out(work, participant)
    for name in [name for name, sender in index.senders.items() if sender == participant]:
        index.leaving.append(f"{work.pool.quarantine.name}/{name}.age")
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
    work.holders.pop(person.invitation, None)
    work.index.leaving.append(f"{work.pool.raw.name}/{person.raw}.age")
    if not work.waiting.drop(participant):
        work.parts.add(person.part)
    return person


def _written(work: _Work) -> None:
    """Write one part: the new rows, and what stays of parts from which somebody was taken out."""
    people, number = work.index.people, work.index.parts + 1
    staying = [name for name, one in people.items() if one.part in work.parts]
    if not (staying or len(work.waiting)):
        return
    old = [work.pool.part(one) for one in sorted(work.parts)]
    cells.write(work.pool.part(number), work.waiting, old, staying)
    people |= {name: replace(people[name], part=number) for name in staying}
    work.index.parts = number
