"""Taking part, on this computer: opens, looks, gives, takes back, refuses, and writes all down.

    file --opened--> Opened --gathered--> rows --offered--> Parcel --made--> Made --sent--> receipt

The command line and the window both go through here; what leaves is decided in `parcel`.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from labormeter.errors import KnownError
from labormeter.ledger import query
from labormeter.sentence import said
from labormeter.study import contribution, handin, identity, parcel, reader, rows, sent
from labormeter.study.sent import Entry

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from labormeter.home import Home
    from labormeter.study.contribution import Consent
    from labormeter.study.handin import Way
    from labormeter.study.identity import Identity
    from labormeter.study.parcel import Parcel
    from labormeter.study.rows import Choice, Gathered
    from labormeter.study.signing import Signed
    from labormeter.study.study import Study


@dataclass(frozen=True, slots=True)
class Opened:
    """A study that was opened, verified and kept."""

    signed: Signed
    study: Study
    others: tuple[str, ...]
    """Other keys that signed a study of this name before: somebody may pose as them."""
    entries: tuple[Entry, ...]
    """The record, as it stands with this opening in it."""

    @property
    def standing(self) -> sent.Standing:
        """Return how things stand between this person and the study."""
        return sent.standing(self.entries, self.study.id, self.signed.key)


@dataclass(frozen=True, slots=True)
class Made:
    """What was made and kept: the file, and its line in the record."""

    entry: Entry
    sealed: bytes


def read(path: Path) -> bytes:
    """Return the bytes of a study file, no more than one can have. Raises KnownError."""
    try:
        with path.open("rb") as file:
            return file.read(reader.LARGEST + 1)
    except OSError as error:
        raise KnownError(
            said("{name} cannot be read ({reason}).", name=path.name, reason=error.strerror or "")
        ) from error


def opened(home: Home, data: bytes, at: str) -> Opened:
    """Open a signed study and keep it. `at`: ISO 8601, local. Raises KnownError."""
    signed, study = reader.opened(data)
    others = sent.other_keys(sent.read(home), study.id, signed.key)
    sent.keep(home, signed, study, data, at)
    return Opened(signed, study, tuple(others), tuple(sent.read(home)))


def gathered(home: Home, study: Study, choice: Choice, today: str) -> Gathered:
    """Return the rows of this home that a study would get. Raises KnownError."""
    with query.open(home) as ledger:
        cells = ledger.cells()
    return rows.gather(study, cells, choice, today=today)


def consent(
    home: Home, found: Opened, given: Sequence[str], today: str, invitation: str = ""
) -> Consent:
    """Return what would be said yes to, under the number that the next contribution has."""
    number = sent.revision(
        sent.read(home), found.study.id, found.signed.key, date.fromisoformat(today)
    )
    return parcel.consent(found.signed, found.study, number, given, invitation)


def offered(home: Home, found: Opened, wanted: Consent, taken: Gathered, today: str) -> Parcel:
    """Return a contribution that may leave. Raises KnownError where it may not."""
    parcel.in_time(found.study, today)
    return parcel.contributed(found.signed, found.study, person(home, found), wanted, taken)


def person(home: Home, found: Opened) -> Identity:
    """Return who this person is to a study. Raises KnownError."""
    return identity.identity(identity.secret(home), found.study.id, found.signed.key)


def taking_back(home: Home, found: Opened, today: str, code: str = "") -> Parcel:
    """Return a withdrawal, by this home's key or by a printed code. Raises KnownError."""
    mine = None if code and not _has_secret(home) else person(home, found)
    who = identity.from_code(code) if code else mine
    assert who is not None  # noqa: S101 - without a code there is a secret, made where there was none
    entries, day = sent.read(home), date.fromisoformat(today)
    elsewhere = mine is None or who.participant != mine.participant
    number = sent.revision(entries, found.study.id, found.signed.key, day)
    if elsewhere:
        number = max(number, sent.last_of_tomorrow(day))
    return parcel.withdrawn(found.signed, found.study, who, number, elsewhere=elsewhere)


def _has_secret(home: Home) -> bool:
    return (home.keys / identity.FILE).exists()


def made(home: Home, study: Study, given: Parcel, way: str, at: str) -> Made:
    """Seal a parcel and keep it: from now on it is "not sent yet". Raises KnownError.

    `way` is `file` or the host. Where something else was made since it was drawn up, its number is
    taken: it has to be looked at again.
    """
    entry = given.entry
    known = [one for one in sent.read(home) if (one.study, one.key) == (entry.study, entry.key)]
    if any(one.revision >= entry.revision for one in known):
        raise KnownError(
            "Something else was made for this study meanwhile.", "Look at the rows again."
        )
    sealed = contribution.sealed(study, given.draft, given.person)
    digest = hashlib.sha256(sealed).hexdigest()
    kept = replace(entry, at=at, way=way, sha256=digest)
    sent.made(home, kept, given.draft, sealed)
    return Made(kept, sealed)


def waiting(home: Home, entry: Entry) -> Made:
    """Return what was made and has no receipt yet, to be sent once more as it is."""
    path = sent.place(home, entry.study, entry.key) / sent.WAITING
    try:
        sealed = path.read_bytes()
    except OSError as error:
        raise KnownError("Nothing waits for this study.", "Give again.") from error
    if hashlib.sha256(sealed).hexdigest() != entry.sha256:
        raise KnownError("What waits for this study is not what was made.", "Give again.")
    return Made(entry, sealed)


def saved(given: Made, path: Path) -> None:
    """Write the file that is handed in. Raises KnownError where it cannot be written."""
    try:
        path.write_bytes(given.sealed)
    except OSError as error:
        raise KnownError(
            said(
                "{name} cannot be written ({reason}).",
                name=path.name,
                reason=error.strerror or "",
            ),
            "It is not sent yet: choose another folder.",
        ) from error


def sent_to(home: Home, given: Made, way: Way, at: str) -> Entry:
    """Send once, and write the receipt down. Raises KnownError: it is not sent yet then."""
    handin.put(way, given.sealed)
    return received(home, replace(given.entry, way=way.host), at)


def received(home: Home, entry: Entry, at: str) -> Entry:
    """Write down that something made was handed in."""
    receipt = replace(entry, event="receipt", at=at)
    sent.received(home, receipt)
    return receipt


def handed_in(home: Home, study: str, at: str) -> Entry:
    """Write down that the file which waits for a study was handed in. Raises KnownError."""
    found = [one for one in sent.unsent(sent.read(home)) if one.study == study]
    if not found:
        raise KnownError("Nothing waits for this study.", "See `labormeter study log`.")
    return received(home, found[-1], at)


def refused(home: Home, found: Opened, at: str) -> None:
    """Write down, here alone, that a study was refused; nobody is told, and none asks again."""
    entry = Entry(
        at=at,
        event="refused",
        study=found.study.id,
        key=found.signed.key,
        file=found.signed.hash,
    )
    sent.append(home, entry)


def reminder(home: Home, at: str) -> Entry | None:
    """Return a study that was opened some days ago and has no answer, once in its life.

    That it was said is written down at once: a reminder that is lost does not come again.
    """
    due = sent.due(sent.read(home), at)
    if due is None:
        return None
    sent.append(home, replace(due, event="reminded", at=at))
    return due


def kept(home: Home, study: str, key: str) -> bytes:
    """Return the study file that was kept. Raises KnownError where it is gone."""
    return read(sent.place(home, study, key) / sent.STUDY)
