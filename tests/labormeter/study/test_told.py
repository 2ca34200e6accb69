from __future__ import annotations

import pytest

from labormeter.study import fields, told

YES_OR_NO = {one.name for one in fields.FIELDS if one.kind == "yes"}


def test_every_field_of_a_study_file_has_its_sentence() -> None:
    assert set(told.TOLD) == {one.name for one in fields.FIELDS} | {"format"}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_sentence_holds_the_exact_value(language: str) -> None:
    for name in set(told.TOLD) - YES_OR_NO:
        assert "EXACTLY {this}" in told.sentence(name, "EXACTLY {this}", language)
    assert "x, youtube" in told.sentence("asked.platforms", ["x", "youtube"], language)


@pytest.mark.parametrize(("language", "words"), [("en", ("yes", "no")), ("fr", ("oui", "non"))])
def test_yes_and_no_are_two_sentences(language: str, words: tuple[str, str]) -> None:
    for name in YES_OR_NO:
        yes, no = (told.sentence(name, one, language) for one in (True, False))
        assert yes.endswith(f". ({words[0]})")
        assert no.endswith(f". ({words[1]})")
        assert yes.split(" (")[0] != no.split(" (")[0]
        assert "{" not in yes + no


def test_no_sentence_is_the_same_in_both_languages() -> None:
    assert all(one.en != one.fr for one in told.TOLD.values())


def test_a_field_that_is_not_known_keeps_its_name() -> None:
    assert told.sentence("new.field", 3, "en") == "new.field: 3"
