"""What is about to leave for a study, decided without a file or a clock: window and command share it.

    study, rows, purposes agreed to, revision --contribution--> Parcel
    study, revision --withdrawal--> Parcel

A parcel holds the very bytes that were shown, so that nothing can differ between looking and giving.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Literal

from labormeter.errors import KnownError
from labormeter.sentence import said
from labormeter.study import contribution, handin
from labormeter.study.contribution import Consent, Draft
from labormeter.study.sent import Entry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from labormeter.study.handin import Way
    from labormeter.study.identity import Identity
    from labormeter.study.rows import Gathered
    from labormeter.study.signing import Signed
    from labormeter.study.study import Study

type Host = Literal["nextcloud", "put"]
"""How a contribution is sent; a file is handed in by hand."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """What is about to leave, whose it is, and how it will stand in the record."""

    person: Identity
    draft: Draft
    entry: Entry


def agreed(study: Study, given: Sequence[str]) -> tuple[str, ...]:
    """Return the purposes agreed to. Raises KnownError where the study knows no such purpose."""
    known = {one.id for one in study.purposes}
    strange = sorted(set(given) - known)
    if strange:
        raise KnownError(
            said(
                "There is no purpose {purpose}; there are {others}.",
                purpose=strange[0],
                others=", ".join(sorted(known)),
            )
        )
    return tuple(one.id for one in study.purposes if one.id in given)


def missing(study: Study, given: Sequence[str]) -> tuple[str, ...]:
    """Return the purposes that taking part means and that were not said yes to."""
    return tuple(one.id for one in study.purposes if one.required and one.id not in given)


def consent(
    signed: Signed, study: Study, revision: int, given: Sequence[str], invitation: str = ""
) -> Consent:
    """Return what is said yes to, as it stands in the contribution."""
    return Consent(
        study=study.id,
        file=signed.hash,
        revision=revision,
        agreed=tuple(given),
        invitation=invitation.strip().lower(),
    )


def shown(wanted: Consent, found: Gathered) -> Draft:
    """Return the very bytes for reading, also while a required purpose has no yes yet."""
    return contribution.shown(wanted, found.document)


def contributed(
    signed: Signed, study: Study, person: Identity, wanted: Consent, found: Gathered
) -> Parcel:
    """Return a contribution that may leave. Raises KnownError without a yes to what is required."""
    draft = contribution.draft(study, wanted, found.document)
    document = found.document
    entry = replace(
        _entry(signed, study, wanted),
        agreed=wanted.agreed,
        first=document.first,
        last=document.last,
        rows=len(document.counts),
    )
    return Parcel(person, draft, entry)


def withdrawn(
    signed: Signed, study: Study, person: Identity, revision: int, *, elsewhere: bool = False
) -> Parcel:
    """Return a withdrawal. `elsewhere`: of what another computer gave, by its printed code."""
    draft = contribution.withdrawal(study, signed.hash, revision)
    entry = _entry(signed, study, contribution.decode(draft.consent))
    return Parcel(person, draft, replace(entry, elsewhere=elsewhere))


def _entry(signed: Signed, study: Study, wanted: Consent) -> Entry:
    return Entry(
        at="",
        event="made",
        study=study.id,
        key=signed.key,
        file=signed.hash,
        what="contribution" if wanted.kind == "contribution" else "withdrawal",
        revision=wanted.revision,
    )


def way(study: Study, name: Host, password: str = "") -> Way:
    """Return the way to the study's host. Raises KnownError where it names none."""
    address = study.nextcloud if name == "nextcloud" else study.put
    if not address:
        raise KnownError(
            "The study does not take contributions in this way.", "Hand in a file instead."
        )
    return handin.nextcloud(address, password) if name == "nextcloud" else handin.presigned(address)


def in_time(study: Study, today: str) -> None:
    """Raise KnownError where the study takes nothing on a day: it would be refused unread."""
    day = date.fromisoformat(today)
    if not study.valid_from <= day <= study.valid_until:
        raise KnownError(
            said(
                "The study takes contributions from {first} to {last}; this computer says {today}.",
                first=study.valid_from.isoformat(),
                last=study.valid_until.isoformat(),
                today=today,
            ),
            "Nothing was made. Check the date of this computer.",
        )
