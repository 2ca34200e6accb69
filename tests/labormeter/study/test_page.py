from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from labormeter.study import page


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_page_says_who_what_and_until_when(trial: Any, language: str) -> None:
    text = page.text(trial.signed, trial.study, language)
    assert trial.signed.fingerprint in text
    assert "University of Nowhere" in text
    assert "2099-06-30" in text
    assert trial.study.said(language, "risks") in text
    assert text.count("[ ]") == 2
    assert "[x]" not in text


def test_the_short_page_has_what_must_be_known(trial: Any) -> None:
    short = page.text(trial.signed, trial.study, "en", full=False)
    assert "fingerprint" in short
    assert "refusing costs nothing" in short
    assert "NO ETHICS APPROVAL" in short
    assert len(short) < len(page.text(trial.signed, trial.study, "en")) / 1.5


def test_both_languages_have_the_same_words() -> None:
    assert set(page.WORDS["en"]) == set(page.WORDS["fr"])


def test_no_noise_is_promised_where_none_is(trial: Any) -> None:
    quiet = replace(trial.study, epsilon=None)
    assert not any("epsilon" in one for one in page.blunt(quiet, "en"))
    assert any("epsilon" in one for one in page.blunt(trial.study, "en"))


def test_a_host_is_shown_with_what_it_sees(trial: Any) -> None:
    sending = replace(trial.study, nextcloud="https://files.example.org/s/abc")
    assert any("files.example.org" in one and "address" in one for one in page.ways(sending, "en"))


def test_everything_is_said_in_sentences_with_the_exact_values(trial: Any) -> None:
    for language in ("en", "fr"):
        lines = page.everything(trial.study, language)
        assert not any(name in line for name in trial.study.fields for line in lines if "." in name)
        for one in trial.study.recipients:
            assert any(one.key in line and one.role in line for line in lines)
    english = page.everything(trial.study, "en")
    assert "The data are not used commercially. (no)" in english
    assert "You can take your contribution back until 2099-06-30." in english
    assert "These platforms are asked for: facebook, instagram, x, youtube." in english
