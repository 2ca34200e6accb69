from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from labormeter.model import Span
from labormeter.statement.page import page
from labormeter.statement.words import LANGUAGES, Language

from .test_account import HOUR, cell, drawn_up

VOID = {"meta", "br"}


class Balance(HTMLParser):
    """Collects text, and fails on a tag that is not closed in turn."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def text_of(html: str) -> str:
    parser = Balance()
    parser.feed(html)
    assert parser.open == []
    return " ".join(parser.text)


CELLS = [
    cell(gestures=320, net=312),
    cell(activity="save", net=3, gestures=3),
    cell(platform="bing", activity="reward", unit="POINT", net=3, gestures=3),
    cell(platform="tiktok", activity="reward", unit="POINT", net=116, gestures=116),
    cell(source="manual"),
]
SPANS = [Span("shift", 0, 4 * HOUR), Span("gap", 4 * HOUR, 5 * HOUR, "x", 0, 2)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_is_whole_and_fetches_nothing(language: Language) -> None:
    html = page(drawn_up(CELLS, SPANS), language)
    told = text_of(html)
    assert f'<html lang="{language}">' in html
    assert not re.search(r"(src|href)=|@import|url\(", html)
    assert "CF-01" in told
    assert "The Guardian" in told


def test_it_says_at_least_its_range_its_gaps_and_its_method() -> None:
    told = text_of(page(drawn_up(CELLS, SPANS), "en"))
    for part in (
        "At least",
        "between",
        "did not: 1 (1\u00a0h together)",
        "known to be lost: 2",
        "How to refute it.",
    ):
        assert part in told
    assert "321 done, some undone" in told
    assert "1 added by hand" in told
    assert "No price was observed for saving" in told


def test_no_amount_that_is_not_zero_is_printed_as_zero() -> None:
    told = text_of(page(drawn_up([cell()]), "en"))
    assert "At least 0.00122\u00a0EUR" in told
    assert "0.001222" in told
    assert " 0.00 " not in told


def test_french_is_french() -> None:
    told = text_of(page(drawn_up(CELLS, SPANS, lens="time"), "fr"))
    assert "Relevé de salaire" in told
    assert "Des points qui ne s’échangent pas" in told  # noqa: RUF001 - as it is printed
    assert "0,005940" in told
    assert "No price" not in told


def test_what_a_person_or_a_file_says_is_no_markup() -> None:
    one = replace(drawn_up([cell(platform="<i>x")]), sender="<script>alert(1)</script>")
    html = page(one, "en")
    assert "<script>" not in html
    assert "<i>" not in html
    assert "<script>alert(1)</script>" in text_of(html)


def test_nothing_done_is_a_page_as_well() -> None:
    told = text_of(page(drawn_up([]), "en"))
    assert "At least 0.00\u00a0EUR" in told
    assert "None." in told
