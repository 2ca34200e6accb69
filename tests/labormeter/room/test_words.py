# ruff: noqa: RUF001 - typographic signs are meant
"""Both languages say the same things."""

import string

import pytest

from labormeter.exports.tables import DISCLOSED
from labormeter.model import ACTIVITIES
from labormeter.room import words
from labormeter.room.file import LANGUAGES, Language


def values(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_the_same_names_with_the_same_values() -> None:
    english, french = words.WORDS["en"], words.WORDS["fr"]
    assert set(english) == set(french)
    assert {name for name in english if values(english[name]) != values(french[name])} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_can_be_shown_has_a_name(language: Language) -> None:
    assert set(words.TOLD[language]) == set(DISCLOSED)
    assert all(words.act(one, language) for one in ACTIVITIES)
    assert words.platform("other", language) in {"Others", "Autres"}
    assert words.platform("practice", language) == "Plaza"


def test_figures() -> None:
    assert words.figure(110.4, "en") == "110"
    assert words.figure(21.66, "fr") == "21,7"
    assert words.figure(0.4819, "en") == "0.48"
    assert words.rounded(0, "en") == "under 5"
    assert words.rounded(1050, "fr") == "1\u202f050"


def test_a_few_people_are_told_what_their_anonymity_rests_on() -> None:
    assert len(words.warnings(6, "en")) == 2
    assert words.warnings(12, "fr") == ("Un point est le chiffre d’une personne.",)
