from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.errors import KnownError
from labormeter.exports import document as documents
from labormeter.exports.document import Count, Document
from labormeter.model import Cell
from labormeter.study import contribution, rows, seal
from labormeter.study.contribution import Consent, Draft
from labormeter.study.rows import Choice

TODAY = "2026-11-25"
CELL = Cell("2026-03-05", "x", "like", "wire", gestures=12, net=12, acts=12)


def consent(trial: Any, **more: Any) -> Consent:
    usual = {"study": trial.study.id, "file": trial.signed.hash, "revision": 1}
    return Consent(**usual | {"agreed": ("research",)} | more)


def document(trial: Any) -> Document:
    return rows.gather(trial.study, [CELL], Choice(), today=TODAY).document


def opened(trial: Any, draft: Draft) -> contribution.Contribution:
    sealed = contribution.sealed(trial.study, draft, trial.person, patience=0)
    return contribution.read(seal.opened(seal.decrypt(sealed, [trial.readers[1]])), today=TODAY)


def faults(trial: Any, draft: Draft) -> list[str]:
    return contribution.faults(trial.study, [trial.signed.hash], opened(trial, draft))


def test_the_decrypted_bytes_are_the_previewed_bytes(trial: Any) -> None:
    draft = contribution.draft(trial.study, consent(trial), document(trial))
    sealed = contribution.sealed(trial.study, draft, trial.person)
    found = seal.opened(seal.decrypt(sealed, [trial.readers[0]]))
    assert (found.consent, found.document) == (draft.consent, draft.document)
    assert draft.preview == f"{found.consent.decode()}\n{found.document.decode()}"


def test_a_contribution_is_taken(trial: Any) -> None:
    draft = contribution.draft(trial.study, consent(trial), document(trial))
    given = opened(trial, draft)
    assert not faults(trial, draft)
    assert given.participant == trial.person.participant
    assert given.document is not None
    assert [(one.period, one.n) for one in given.document.counts] == [("2026-03", 10)]


def test_a_withdrawal_is_as_long_as_a_contribution(trial: Any) -> None:
    draft = contribution.draft(trial.study, consent(trial), document(trial))
    back = contribution.withdrawal(trial.study, trial.signed.hash, 2)
    lengths = {len(contribution.sealed(trial.study, one, trial.person)) for one in (draft, back)}
    assert len(lengths) == 1
    assert not faults(trial, back)
    assert opened(trial, back).document is None


def test_without_a_yes_to_what_it_is_for_nothing_is_made(trial: Any) -> None:
    for agreed in ((), ("follow-up",)):
        with pytest.raises(KnownError, match="nothing is sent"):
            contribution.draft(trial.study, consent(trial, agreed=agreed), document(trial))


def test_the_largest_contribution_fits(trial: Any) -> None:
    big = Draft(contribution.encode(consent(trial)), documents.write(rows.largest(trial.study)))
    assert contribution.sealed(trial.study, big, trial.person)


def changed(trial: Any, **more: Any) -> Draft:
    return Draft(
        contribution.encode(consent(trial)), documents.write(replace(document(trial), **more))
    )


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"counts": (Count("2026-03", "reddit", "like", n=10),)}, "not-asked"),
        ({"counts": (Count("2026-03", "x", "follow", n=10),)}, "not-asked"),
        ({"counts": (Count("2026-03", "x", "like", n=5, seconds=60),)}, "not-asked"),
        ({"counts": (Count("2026-03", "x", "like", n=505),)}, "over-bound"),
        ({"counts": (Count("2026-03", "x", "like", n=7),)}, "over-bound"),
        ({"nearest": 1}, "wrong-grain"),
        ({"first": "2026-02"}, "not-asked"),
        ({"country": "FR"}, "not-asked"),
        ({"age_band": "25-34"}, "not-asked"),
    ],
)
def test_what_is_outside_the_study_has_a_reason(
    trial: Any, change: dict[str, Any], fault: str
) -> None:
    assert faults(trial, changed(trial, **change)) == [fault]


def test_more_cells_than_allowed_in_one_month(trial: Any) -> None:
    pairs = [
        (one, other)
        for one in trial.study.asked.platforms
        for other in trial.study.asked.activities
    ]
    counts = tuple(Count("2026-03", *pair, n=5) for pair in sorted(pairs))
    assert faults(trial, changed(trial, counts=counts)) == ["too-many-cells"]


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ({"study": "another-study"}, "foreign-study"),
        ({"file": "0" * 64}, "unknown-study-file"),
        ({"agreed": ()}, "not-agreed"),
    ],
)
def test_what_was_agreed_to_is_looked_at(trial: Any, more: dict[str, Any], fault: str) -> None:
    said = consent(trial, **more)
    rows_of = replace(document(trial), study=said.study)
    assert faults(trial, Draft(contribution.encode(said), documents.write(rows_of))) == [fault]


def test_an_invitation_is_asked_for_where_the_study_says_so(trial: Any) -> None:
    inviting = replace(trial.study, invitations=True)
    given = opened(trial, changed(trial))
    files = [trial.signed.hash]
    assert contribution.faults(inviting, files, given) == ["no-invitation"]
    invited = replace(given, consent=replace(given.consent, invitation="wood-lamp"))
    assert not contribution.faults(inviting, files, invited)


def test_rows_of_another_study_are_refused(trial: Any) -> None:
    with pytest.raises(KnownError, match="not for the study"):
        opened(trial, changed(trial, study="another-study"))


def test_a_withdrawal_with_rows_is_none(trial: Any) -> None:
    back = contribution.withdrawal(trial.study, trial.signed.hash, 2)
    with pytest.raises(KnownError, match="with rows"):
        opened(trial, Draft(back.consent, changed(trial).document))


@given(st.binary(max_size=200) | st.text(max_size=100).map(str.encode))
def test_no_consent_raises_anything_else(data: bytes) -> None:
    with pytest.raises(KnownError):
        contribution.decode(data)


def test_a_consent_that_is_not_canonical_is_refused(trial: Any) -> None:
    data = contribution.encode(consent(trial))
    assert contribution.decode(data) == consent(trial)
    with pytest.raises(KnownError):
        contribution.decode(data.replace(b",", b", ", 1))
