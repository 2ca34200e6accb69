"""A sentence reads as a text, and still knows what was put into it."""

import json

import pytest

from labormeter.doctor.finding import Finding
from labormeter.sentence import parts, said


def test_a_sentence_is_the_text_that_it_says() -> None:
    one = said("{free} MB are free: {what}.", free=12, what="acts cannot be kept")
    assert one == "12 MB are free: acts cannot be kept."
    assert json.dumps([one]) == '["12 MB are free: acts cannot be kept."]'
    assert Finding("disk", "bad", one) == Finding("disk", "bad", str(one))


def test_it_knows_its_words_and_its_values() -> None:
    assert parts(said("{free} MB are free.", free=12)) == ("{free} MB are free.", {"free": 12})
    assert parts("There is space.") == ("There is space.", {})


def test_a_value_is_never_read_as_a_template() -> None:
    one = said("The browser {name} was not found.", name="{0.__class__}")
    assert one == "The browser {0.__class__} was not found."
    with pytest.raises(KeyError):
        said("{missing}")
