"""The hand-out says what the room will do, in the room's language."""

import pytest

from labormeter.room import handout
from labormeter.room.file import LANGUAGES, Language

from .seated import room


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_weeks_wage_and_smallest_group(language: Language) -> None:
    known = room(language=language, smallest=4)
    text = handout.handout(known, since="2026-11-09", until="2026-11-22", today="2026-11-25")
    for word in ("2026-W46", "2026-W47", "2026-11-09", "2026-11-22", "FR", " 4 "):
        assert word in text
    assert "{" not in text.partition("</style>")[2]
    assert ("11,88" if language == "fr" else "11.88") in text


def test_both_languages_say_as_much() -> None:
    english, french = handout._CHAPTERS["en"], handout._CHAPTERS["fr"]
    assert [len(lines) for _, lines in english] == [len(lines) for _, lines in french]
