from __future__ import annotations

import pytest

from labormeter import terms
from labormeter.statement.clauses import WORDS, section
from labormeter.statement.page import TABLE, page
from labormeter.statement.words import LANGUAGES, Language

from .test_account import cell, drawn_up
from .test_page import text_of


def said(language: Language, *cells: object) -> str:
    items = drawn_up(list(cells)).items  # type: ignore[arg-type]
    return " ".join(text_of(section(items, language, TABLE)).split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_clause_is_named_with_its_version_and_where_it_was_read(language: Language) -> None:
    found = terms.clause("reddit", "post")
    assert found is not None
    told = said(language, cell(platform="reddit", activity="post"))
    for part in (found.title, found.section, "2026-07-01", found.quote, found.link):
        assert part in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_not_verified_is_said_to_be_so(language: Language) -> None:
    told = said(language, cell(platform="x", activity="like"), cell(platform="x", activity="post"))
    none = WORDS[language]["none"].split("{")[0].strip()
    assert told.count(none) == 1
    assert "X Terms of Service" in told


def test_acts_of_one_clause_stand_together() -> None:
    told = said("en", *(cell(platform="reddit", activity=act) for act in ("post", "comment")))
    assert told.count("Reddit User Agreement") == 1
    assert "posts, comments: Reddit User Agreement" in told


def test_what_was_received_has_no_clause_and_no_section() -> None:
    assert said("en", cell(platform="bing", activity="reward", unit="POINT")) == ""


def test_both_languages_say_the_same_things() -> None:
    assert WORDS["en"].keys() == WORDS["fr"].keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_stands_in_the_statement(language: Language) -> None:
    assert WORDS[language]["title"] in page(drawn_up([cell(platform="reddit")]), language)
