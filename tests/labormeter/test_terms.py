from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest

from labormeter import terms
from labormeter.model import ACTIVITIES
from labormeter.rules.load import shipped

REVIEWED = date(2026, 11, 25)
each = pytest.mark.parametrize(
    "clause", terms.clauses(), ids=lambda one: f"{one.platform}-{one.activities[0]}"
)


@each
def test_a_clause_says_where_it_stands_and_when(clause: terms.Clause) -> None:
    assert clause.title
    assert clause.section
    assert date(2015, 1, 1) < clause.version <= REVIEWED
    assert date(2015, 1, 1) < clause.archived <= REVIEWED
    assert re.fullmatch(
        r"https://github\.com/OpenTermsArchive/[a-z-]+-versions/blob/[0-9a-f]{40}/\S+\.md",
        clause.link,
    ), "a version that stays what it is, and no page that changes"


@each
def test_a_few_words_are_quoted_at_most(clause: terms.Clause) -> None:
    assert 1 <= len(clause.quote.split()) <= terms.LONGEST
    assert bool(clause.note) == bool(clause.note_fr)


@each
def test_it_names_a_platform_that_is_counted_and_acts_that_there_are(clause: terms.Clause) -> None:
    assert clause.platform in {pack.counts_as or pack.platform for pack in shipped().platforms}
    assert set(clause.activities) <= set(ACTIVITIES)


def test_no_act_has_two_clauses() -> None:
    named = sorted((one.platform, act) for one in terms.clauses() for act in one.activities)
    assert all(one != other for one, other in pairwise(named))


def test_an_act_has_its_clause_or_none() -> None:
    found = terms.clause("x", "post")
    assert found is not None
    assert found.title == "X Terms of Service"
    liked = terms.clause("facebook", "like")
    assert liked is not None
    assert liked.section.startswith("3.3.4")
    assert terms.clause("x", "like") is None, "no clause was verified, and none is made up"
    assert terms.clause("nowhere", "post") is None


def test_a_note_is_there_in_both_languages() -> None:
    found = terms.clause("wikipedia", "post")
    assert found is not None
    assert found.noted("en").startswith("To everybody")
    assert found.noted("fr").startswith("À tout le monde")


@pytest.mark.parametrize("text", ["", "clause = 7", "[[clause]]\nplatform = 'x'"])
def test_what_is_no_document_of_terms_is_refused(text: str) -> None:
    with pytest.raises((KeyError, ValueError, TypeError)):
        terms.read(text)
