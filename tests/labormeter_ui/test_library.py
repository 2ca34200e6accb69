"""What the library says is said in French too, and nothing is written twice for it."""

from pathlib import Path

import pytest

from labormeter.doctor import captchas, disk, engine, profile
from labormeter.doctor.disk import MEGABYTE
from labormeter.errors import KnownError
from labormeter.ledger.control import Metering
from labormeter.sentence import said
from labormeter_ui import language, library, words
from labormeter_ui.translations.__main__ import sentences


@pytest.fixture(autouse=True)
def _french(_english: None) -> None:
    language.use("fr")


def test_sentences_with_numbers_are_said_with_the_numbers_of_the_language() -> None:
    assert library.told(said("{acts} acts, sound.", acts=12345)).startswith("Actes : 12\u202f345.")
    captcha = said(
        "{captchas} captchas on {pages} pages, {rate} in 100 ({low} to {high})",
        captchas=3, pages=1200, rate=0.3, low=0.1, high=0.7,
    )  # fmt: skip
    whole = said("Metered: {metered}. Passed through: too little to compare.", metered=captcha)
    assert library.told(whole).startswith("Compté : 3 captchas sur 1\u202f200 pages, 0,3 pour 100")


def test_the_doctor_speaks_french() -> None:
    found = (
        disk.judge(5 * MEGABYTE, writable=True),
        engine.judge(Metering(running=True, state="on"), "engine-hung", 0),
    )
    assert library.told(found[0].sentence).startswith("5 Mo sont libres")
    assert "({" not in library.told(found[1].sentence)
    assert "est compté en ce moment (le moteur" in library.told(found[1].sentence)
    assert (captchas.PART, profile.PART) == ("captchas", "profile")


def test_an_error_says_what_to_do_as_well() -> None:
    error = KnownError(said("There is no platform {name}.", name="'y'"), "See `platforms list`.")
    told = library.fault(error)
    assert told.startswith("Il n")
    assert told.endswith("pas de plateforme 'y'. Voyez `platforms list`.")


def test_what_nobody_translated_is_shown_as_it_is_and_harmless() -> None:
    assert library.told("Out\u202e of\nnowhere.") == "Out of nowhere."
    assert library.told("") == ""
    assert len(library.told(said("It is {what}.", what="x" * 5000))) < 400


def test_every_sentence_that_is_declared_is_translated() -> None:
    assert [one for one in sentences() if library.told(one) == one] == []


def test_sentences_are_found_where_they_are_declared(tmp_path: Path) -> None:
    (tmp_path / "one.py").write_text(
        'raise KnownError("A.", "B.")\nraise KnownError(f"{x}.", "C.")\n'
        'Finding("part", "bad", "D.", said("E {n}.", n=1))\nother("F.")\n'
    )
    assert sorted(library.declared(tmp_path)) == ["A.", "B.", "C.", "D.", "E {n}."]


def test_what_a_process_said_is_said_in_french_as_far_as_it_is_known() -> None:
    line = str(
        KnownError("A metered browser is open.", "Close it, then run the same command again.")
    )
    assert library.heard(line) == "Un navigateur compté est ouvert. Fermez-le, puis recommencez."
    assert library.heard("Nobody knows this. There is no screen here.") == (
        "Nobody knows this. Il n\u2019y a pas d\u2019écran ici."
    )
    assert library.heard("") == ""
    assert len(library.heard("x. " * 5000)) <= 300


@pytest.mark.parametrize("line", ["<b>Bold</b>. Text", "\u202eIt. Is", "a\nb. C"])
def test_what_a_process_said_is_harmless(line: str) -> None:
    assert library.heard(line) == words.plain(line, 300)
