from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from labormeter.model import ACTIVITIES
from labormeter.statement.french import CLAIMS, FRENCH, MAPPED, NOTES, PLACES, REASONS, french
from labormeter.valuation import shelf, worth
from labormeter.valuation.claims import BENCHMARKS
from labormeter.valuation.lens import FLOORS, LENSES, Absent, Reading, quote

BOOK = shelf.shipped()
PLATFORMS = ("facebook", "x", "instagram", "youtube", "stackexchange", "quora", "tiktok")
MONDAY = date(2026, 6, 1)


def test_every_reason_of_the_price_map_and_every_claim_has_its_french() -> None:
    lines = BOOK.prices.lines.values()
    assert {line.reason for line in lines if line.price} <= set(MAPPED)
    assert {line.reason for line in lines} <= set(FRENCH)
    constants = {worth.PRETEND, worth.NO_PRESENCE, worth.NOT_POSTED, BOOK.prices.reason}
    assert constants <= set(REASONS)
    assert set(BENCHMARKS.values()) == set(CLAIMS)


def test_every_note_of_the_book_has_its_french() -> None:
    assert {choice.note for choice in BOOK.choices} - {""} <= set(NOTES)


def test_nothing_is_translated_that_nobody_says() -> None:
    said = {choice.note for choice in BOOK.choices} | {
        line.reason for line in BOOK.prices.lines.values()
    }
    assert set(MAPPED) <= said
    assert set(NOTES) - said == {
        "Added by you.",
        "The reviewed central observation of this side and act.",
    }


@pytest.mark.parametrize("lens", LENSES)
@pytest.mark.parametrize("floor", FLOORS)
def test_whatever_a_lens_answers_is_said_in_french(lens: str, floor: str) -> None:
    for as_of in ("reviewed", "nearest"):
        how = Reading(lens=lens, floor=floor, as_of=as_of, country="DE")  # type: ignore[arg-type]
        for platform in PLATFORMS:
            for activity in ACTIVITIES:
                for monday in (MONDAY, MONDAY - timedelta(days=7 * 1100)):
                    found = quote(BOOK, how, platform, activity, monday)
                    sentence = found.reason
                    if not isinstance(found, Absent) and not sentence:
                        continue
                    assert french(sentence) != sentence, sentence


def test_numbers_and_ids_of_a_note_are_kept() -> None:
    for english, said in NOTES.items():
        for word in english.replace("(", " ").replace(")", " ").replace(",", " ").split():
            if word.startswith(("CA-", "CT-", "PR-", "SEED-", "SM-")):
                assert word.rstrip(".") in said, english


def test_what_has_no_french_is_left_as_it_is() -> None:
    assert french("Dance.") == "Dance."
    assert french("No citable price.") == "Aucun prix citable."
    assert french("The minimum floor of FR in force that Monday.") == (
        "Le salaire minimum en vigueur ce lundi, pays FR."
    )


def test_every_place_of_the_book_that_is_no_code_has_its_french() -> None:
    places = {rate.country for rate in BOOK.rates.values()}
    assert {one for one in places if not re.fullmatch(r"[A-Z, ]+|Europe", one)} == set(PLACES)
