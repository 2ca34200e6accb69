from __future__ import annotations

import inspect
import json
import re
from importlib import resources

import pytest

from labormeter.practice import page, square


@pytest.mark.parametrize(
    ("accepted", "chosen"),
    [
        ("", "en"),
        ("fr", "fr"),
        ("fr-CH, fr;q=0.9, en;q=0.8", "fr"),
        ("en-GB,en;q=0.9,fr;q=0.8", "en"),
        ("de, fr;q=0.5", "fr"),
        ("de", "en"),
        ("en;q=0, fr;q=0.1", "fr"),
        ("fr;q=x, en", "en"),
        (";;;,,,=", "en"),
        ("FR", "fr"),
    ],
)
def test_the_visitors_first_language_that_we_have(accepted: str, chosen: str) -> None:
    assert page.language(accepted) == chosen


def test_both_languages_say_everything() -> None:
    english, french = page.words("en"), page.words("fr")
    assert english.keys() == french.keys()
    assert all(french.values())
    same = {name for name in english if english[name] == french[name]}
    assert same <= {"title", "hours", "minutes"}, "not translated"


def test_every_word_that_the_script_asks_for_is_there() -> None:
    folder = resources.files("labormeter.practice.resources")
    script = folder.joinpath("plaza.js").read_text(encoding="utf-8")
    names = page.words("en")
    for name in re.findall(r"\bwords\.([a-z_]+)", script):
        assert name in names
    reasons = inspect.getsource(square)
    for reason in re.findall(r'_refuse\("([a-z]+)"\)', reasons):
        assert f"refused_{reason}" in names
    for done in re.findall(r'settle\([^;]*?, "([a-z]+)"\)', script):
        assert f"done_{done}" in names
    for kind in re.findall(r'_accept\("([a-z ]+)"', reasons):
        assert f"tally_{kind}" in names


@pytest.mark.parametrize("chosen", page.LANGUAGES)
def test_pages_are_filled_and_load_nothing_from_elsewhere(chosen: str) -> None:
    status = {"metered": ["X <script>"], "unmetered": []}
    for html in (page.plaza(chosen), page.start(chosen, status)):
        assert f'<html lang="{chosen}">' in html
        assert not re.search(r"\$[a-z_]{2,}", html)
        assert not re.search(r"(src|href)=\"(https?:)?//", html)
        assert not re.search(r"\son[a-z]+=|style=|<style", html), "the policy forbids inline code"
        carried = re.search(r'id="words">(.*?)</script>', html, re.DOTALL)
        assert carried
        assert json.loads(carried.group(1)) == page.words(chosen)
    assert "X &lt;script&gt;" in page.start(chosen, status)
    assert page.words(chosen)["none"] in page.start(chosen, status)
