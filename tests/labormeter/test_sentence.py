"""A sentence reads as a text, and still knows what was put into it."""

import json

import pytest

from labormeter.doctor.finding import Finding
from labormeter.sentence import MOST, packed, parts, said, together, unpacked


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


def test_sentences_stand_together_and_each_knows_its_words() -> None:
    one = together(
        [said("{free} MB are free.", free=12), "Plain.", said("It is {what}.", what="x")]
    )
    assert one == "12 MB are free. Plain. It is x."
    first, then = (parts(one)[1][name] for name in ("first", "then"))
    assert isinstance(first, str)
    assert isinstance(then, str)
    assert parts(then) == ("It is {what}.", {"what": "x"})
    assert parts(str(parts(first)[1]["then"])) == ("Plain.", {})
    assert together([]) == ""


def test_a_sentence_goes_to_another_process_and_back() -> None:
    one = said("In {place}: {fault}.", place="weekly", fault=said("more than {most}", most=7))
    back = unpacked(packed(one))
    assert back == one
    assert parts(back) == parts(one)
    assert parts(parts(back)[1]["fault"]) == ("more than {most}", {"most": 7})  # type: ignore[arg-type] # a text
    assert unpacked(packed("Plain {text}.")) == "Plain {text}."


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"\xff", b"[", b"{}", b"null", b"true", b'["a"]', b'["a", 1]', b'[1, {"a": 1}]'),
        *(b'["{b}", {"a": 1}]', b'["{a}{a}{a}", {"a": "x"}]', b'["{a}", {"a": {}}]'),
        *(b"[" * 9_000, b'"' + b"x" * MOST + b'"'),
    ],
)
def test_what_is_no_sentence_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r".*"):
        unpacked(data)


def test_nothing_in_a_foreign_template_is_run() -> None:
    back = unpacked(json.dumps(["{a:9999999999}{a.__class__}", {"a": 1, "b": 2}]).encode())
    assert back == "{a:9999999999}{a.__class__}"
