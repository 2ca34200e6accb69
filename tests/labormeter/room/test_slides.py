# ruff: noqa: RUF001 - typographic signs are meant
"""Every view can be shown in both languages, says in words what it draws, and keeps no person."""

from xml.etree import ElementTree as ET

import pytest

from labormeter.room.compare import group
from labormeter.room.drawing import Look
from labormeter.room.file import LANGUAGES, Language
from labormeter.room.sample import sample
from labormeter.room.slides import NAMES, How, kept, slide

from .seated import HANDLES, card, cell, likes, room, seats

SEATS = seats(list(sample(room(), 12)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_each_view_has_a_title_sentences_and_a_picture(name: str, language: Language) -> None:
    for how in (How(language=language), How(language=language, per="whole", lens="buyer")):
        shown = slide(name, group(SEATS, 3), room(), how, Look())
        assert shown.title
        assert shown.said
        assert "{" not in shown.title + shown.said + "".join(shown.sentences)
        ET.fromstring(shown.svg)  # noqa: S314 - ours


@pytest.mark.parametrize("name", NAMES)
def test_of_too_few_there_is_no_picture(name: str) -> None:
    cards = [card(HANDLES[at], cell("x", "like", 5) if at else cell("reddit", "vote", 77)) for at in range(2)]  # fmt: skip
    shown = slide(name, group(seats(cards), 3), room(), How(), Look())
    assert shown.svg == ""
    assert "77" not in shown.said + "".join(shown.sentences)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_kept_has_no_dot(name: str) -> None:
    shown = slide(name, group(SEATS, 3), room(), kept(How(mine=SEATS[0].handle)), Look())
    assert "<circle" not in shown.svg
    assert "<polygon" not in shown.svg


def test_there_are_as_many_dots_as_people_and_no_handle() -> None:
    dots = slide("acts", group(SEATS, 3), room(), How(), Look())
    assert dots.svg.count("<circle") == 11
    assert not [one.handle for one in SEATS if one.handle in str(dots)]


def test_ones_own_dot_is_pointed_at() -> None:
    mine = How(mine=SEATS[0].handle)
    for name in ("acts", "worth", "effort", "covered"):
        assert "<polygon" in slide(name, group(SEATS, 3), room(), mine, Look()).svg
        assert "<polygon" not in slide(name, group(SEATS, 3), room(), How(), Look()).svg


def test_an_hour_is_never_one_number() -> None:
    shown = slide("hourly", group(seats(likes(5)), 3), room(), How(), Look())
    assert shown.said.count("–") >= 2
    assert "minimum wage FR: 11.88" in shown.said


def test_another_price() -> None:
    shown = slide("supposed", group(seats(likes(4)), 3), room(), How(price=1_000_000), Look())
    assert (
        shown.sentences[0]
        == "If one act were paid 1.00\xa0EUR, 100 acts would come to 100.00\xa0EUR."
    )
