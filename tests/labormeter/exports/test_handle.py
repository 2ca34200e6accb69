"""Handles: words that offend nobody and tell nothing, drawn by chance."""

import re

import pytest

from labormeter.exports import handle
from labormeter.exports.form import shell
from labormeter.exports.handle import TONGUES, draw, known, words


@pytest.mark.parametrize("tongue", TONGUES)
def test_the_words_are_many_short_and_each_once(tongue: handle.Tongue) -> None:
    found = words(tongue)
    assert len(found) >= 256
    assert len(set(found)) == len(found)
    assert list(found) == sorted(found)
    assert all(re.fullmatch(r"[a-z]{3,10}", word) for word in found)


@pytest.mark.parametrize("tongue", TONGUES)
def test_a_handle_is_what_a_document_takes(tongue: handle.Tongue) -> None:
    pattern = shell("room", "week")["properties"]["labormeter"]["properties"]["handle"]["pattern"]
    drawn = {draw(tongue) for _ in range(200)}
    assert len(drawn) > 190
    assert all(known(one) and re.fullmatch(pattern, one) for one in drawn)


def test_one_that_is_taken_is_not_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = iter(["oak", "oak", "oak", "ash", "fern", "moss"])
    monkeypatch.setattr("secrets.choice", lambda _list: next(chosen))
    assert draw(taken=frozenset({"oak-ash"})) == "fern-moss"


@pytest.mark.parametrize("wrong", ["marie-curie", "oak", "oak-ash-fern", "", "oak-", "abeille-oak"])
def test_other_words_are_not_known(wrong: str) -> None:
    assert not known(wrong)
