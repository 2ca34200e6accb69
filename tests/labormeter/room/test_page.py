"""The group sheet: whole, in both languages, without a person in it."""

import base64
import re
from html.parser import HTMLParser

import pytest

from labormeter.room import page
from labormeter.room.compare import group
from labormeter.room.file import LANGUAGES, Language
from labormeter.room.sample import sample
from labormeter.room.slides import How

from .seated import HANDLES, card, cell, likes, room, seats

SEATS = seats(list(sample(room(), 12)))


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.pictures: list[dict[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "img":
            self.pictures.append(dict(attrs))
        elif tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_whole_fetches_nothing_and_says_each_picture(language: Language) -> None:
    text = page.page(group(SEATS, 3), room(), How(language=language))
    reader = Reader()
    reader.feed(text)
    assert reader.open == []
    assert len(reader.pictures) == 10
    assert all(one["alt"] and (one["src"] or "").startswith("data:") for one in reader.pictures)
    assert "http" not in re.sub(r'src="[^"]*"', "", text)
    assert f'<html lang="{language}">' in text


def test_there_is_no_person_in_it() -> None:
    text = page.page(group(SEATS, 3), room(), How(mine=SEATS[0].handle))
    drawn = [base64.b64decode(code).decode() for code in re.findall(r"base64,([^\"]+)", text)]
    whole = text + "".join(drawn)
    assert not [seat.handle for seat in SEATS if seat.handle in whole]
    assert not [word for word in ("<circle", "<polygon") if word in whole]


def test_small_groups_are_not_in_it() -> None:
    cards = [*likes(4), card(HANDLES[9], cell("reddit", "vote", 77777))]
    text = page.page(group(seats(cards), 3), room(), How())
    drawn = "".join(base64.b64decode(one).decode() for one in re.findall(r"base64,([^\"]+)", text))
    assert "77777" not in text + drawn
    assert "77,777" not in text + drawn
    assert "To Reddit" not in text
    assert "1 are left out" in text


def test_what_the_facilitator_wrote_is_no_markup() -> None:
    evil = room(floor=room().floor.__class__(amount=1, country="FR", source="<b>&", day="2026-01-01"))  # fmt: skip
    assert "<b>&" not in page.page(group(seats(likes(3)), 3), evil, How())
