"""A contribution: what a participant agreed to, and the rows that they saw.

    Gathered, purposes agreed --draft--> Draft: the very bytes --seal--> file
    file --open--> Contribution                                (the researcher's half)

A withdrawal is the same without rows, by the same key, of the same length.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import fastjsonschema

from labormeter.errors import KnownError
from labormeter.exports import document as documents
from labormeter.exports.document import Count
from labormeter.study import seal as envelopes
from labormeter.study.rows import largest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from labormeter.exports.document import Document
    from labormeter.study.identity import Identity
    from labormeter.study.seal import Opened
    from labormeter.study.study import Study

FORMAT: Final = 1
STEP: Final = 4096
"""Envelopes are whole multiples of this many bytes."""
CONSENT: Final = 4096
"""Bytes of a consent, at most."""

_SCHEMA: Final[dict[str, Any]] = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "type": "object",
    "additionalProperties": False,
    "required": ["agreed", "file", "format", "kind", "revision", "study"],
    "properties": {
        "format": {"const": FORMAT},
        "kind": {"enum": ["contribution", "withdrawal"]},
        "study": {"type": "string", "pattern": "^[a-z0-9][a-z0-9-]{1,40}$"},
        "file": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "revision": {"type": "integer", "minimum": 1, "maximum": 1_000_000},
        "agreed": {
            "type": "array",
            "maxItems": 40,
            "uniqueItems": True,
            "items": {"type": "string", "pattern": "^[a-z0-9][a-z0-9-]{1,40}$"},
        },
        "invitation": {"type": "string", "pattern": "^[a-z0-9-]{4,40}$"},
    },
}
_JUDGE: Final = fastjsonschema.compile(_SCHEMA)


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """What a participant said yes to."""

    study: str
    file: str
    """SHA-256 of the study file's text that was read."""
    revision: int
    """The highest counts; it replaces all lower ones."""
    agreed: tuple[str, ...] = ()
    """Purposes, by their names."""
    invitation: str = ""
    kind: str = "contribution"


@dataclass(frozen=True, slots=True)
class Draft:
    """The very bytes that will be sent, before they are signed and closed."""

    consent: bytes
    document: bytes

    @property
    def preview(self) -> str:
        """Return what "read the raw file" shows."""
        return "\n".join(filter(None, (self.consent.decode(), self.document.decode())))


@dataclass(frozen=True, slots=True)
class Contribution:
    """An opened contribution whose signature and form hold. `document` is None for a withdrawal."""

    participant: str
    consent: Consent
    document: Document | None


def draft(study: Study, consent: Consent, document: Document) -> Draft:
    """Return the bytes of a contribution. Raises KnownError where a required purpose is refused."""
    missing = [one.id for one in study.purposes if one.required and one.id not in consent.agreed]
    if missing:
        raise KnownError(
            "Taking part means saying yes to what the study is for; without it nothing is sent.",
            "Refusing costs nothing.",
        )
    return shown(consent, document)


def shown(consent: Consent, document: Document) -> Draft:
    """Return the very bytes, for reading: nothing is judged."""
    return Draft(encode(consent), documents.write(document))


def withdrawal(study: Study, file: str, revision: int) -> Draft:
    """Return the bytes of a withdrawal: it takes back every revision up to its own."""
    consent = Consent(study=study.id, file=file, revision=revision, kind="withdrawal")
    return Draft(encode(consent), b"")


def sealed(
    study: Study,
    draft: Draft,
    identity: Identity,
    length: int = 0,
    patience: int = envelopes.PATIENCE,
) -> bytes:
    """Return the file that is handed in: signed, padded, encrypted to the study's recipients.

    `length` is `size(study)` where it is known already; for `patience` see `seal.seal`.
    """
    recipients = [one.key for one in study.recipients]
    return envelopes.seal(
        draft.consent,
        draft.document,
        identity,
        recipients,
        length or size(study),
        patience=patience,
    )


def size(study: Study) -> int:
    """Return the bytes of every envelope of a study, whatever is in it."""
    wanted = envelopes.OVERHEAD + CONSENT + len(documents.write(largest(study)))
    return -(-wanted // STEP) * STEP


def encode(consent: Consent) -> bytes:
    """Return a consent as canonical JSON."""
    said: dict[str, Any] = {
        "format": FORMAT,
        "kind": consent.kind,
        "study": consent.study,
        "file": consent.file,
        "revision": consent.revision,
        "agreed": sorted(consent.agreed),
    }
    if consent.invitation:
        said["invitation"] = consent.invitation
    return documents.canonical(said)


def decode(data: bytes) -> Consent:
    """Return the consent in canonical bytes. Raises KnownError."""
    try:
        said = _JUDGE(json.loads(data)) if len(data) <= CONSENT else None
    except (ValueError, RecursionError, fastjsonschema.JsonSchemaException) as error:
        raise _unreadable() from error
    if said is None or documents.canonical(said) != data:
        raise _unreadable()
    del said["format"]
    return Consent(**said | {"agreed": tuple(said["agreed"])})


def _unreadable() -> KnownError:
    return KnownError("What was agreed to cannot be read.")


def read(found: Opened, *, today: str) -> Contribution:
    """Return the contribution in an opened envelope. Raises KnownError, with all faults.

    `today` is the local day, for rows that lie ahead.
    """
    consent = decode(found.consent)
    if consent.kind == "withdrawal":
        if found.document:
            raise KnownError("It is a withdrawal with rows.")
        return Contribution(found.participant, consent, None)
    document = documents.read(found.document, today=today)
    if document.kind != "study" or document.study != consent.study:
        raise KnownError("Its rows are not for the study that it names.")
    return Contribution(found.participant, consent, document)


type Columns = tuple[Sequence[str], Sequence[str], Sequence[str], Sequence[int], Sequence[int]]
"""Rows by column: period, platform, activity, n, seconds."""


def columns(counts: Sequence[Count]) -> Columns:
    """Return rows by column: a pool takes in thousands of them at once."""
    by_name = dict(zip(Count._fields, zip(*counts, strict=True), strict=False))
    return (
        by_name.get("period", ()),
        by_name.get("platform", ()),
        by_name.get("activity", ()),
        by_name.get("n", ()),
        by_name.get("seconds", ()),
    )


def faults(
    study: Study, files: Sequence[str], given: Contribution, rows: Columns | None = None
) -> list[str]:
    """Return why a study does not take a contribution: each reason as a short name.

    `files` are the hashes of the study files that stand for this study, old versions too; `rows`
    are those of the contribution, where whoever asks has them by column already.
    """
    consent, document = given.consent, given.document
    found = []
    if consent.study != study.id:
        return ["foreign-study"]
    if document is None:
        return []  # whoever takes back need not have read the newest file, or that of this pool
    if consent.file not in files:
        found.append("unknown-study-file")
    if any(one.required and one.id not in consent.agreed for one in study.purposes):
        found.append("not-agreed")
    if study.invitations and not consent.invitation:
        found.append("no-invitation")
    return found + _rows(study, document, rows or columns(document.counts))


def _rows(study: Study, document: Document, rows: Columns) -> list[str]:
    """Return what is wrong with the rows, column by column: a pool reads thousands of them."""
    periods, platforms, activities, numbers, seconds = rows
    asked = study.asked
    found = []
    if (document.grain, document.nearest) != (asked.grain, asked.rounding):
        found.append("wrong-grain")
    given = (
        (periods, asked.periods),
        (platforms, asked.platforms),
        (activities, asked.activities),
    )
    outside = any(set(some).difference(known) for some, known in given)
    if outside or document.first != asked.periods[0] or document.last not in asked.periods:
        found.append("not-asked")
    if any(one > study.most or one % asked.rounding for one in set(numbers)):
        found.append("over-bound")
    if periods and max(Counter(periods).values()) > study.cells:
        found.append("too-many-cells")
    if any(seconds) and not asked.seconds:
        found.append("not-asked")
    if (document.country and not asked.country) or (document.age_band and not asked.age_band):
        found.append("not-asked")
    return list(dict.fromkeys(found))
