from __future__ import annotations

import pytest

from labormeter.rules.fault import FormatError
from labormeter.rules.step import VERBS, mistaken, parse_step


@pytest.mark.parametrize(
    ("step", "given", "found"),
    [
        ("strip urn:li:", ["urn:li:7", "7"], ["7", "7"]),
        ("before _", ["1_2", "1"], ["1", "1"]),
        ("after .", ["a.b.c", "abc"], ["b.c"]),
        ("after-last /", ["at://x/y/z", "z"], ["z"]),
        ("count <node", ["<node/><node/>"], [2]),
        ("glob /v3/boards/{x}/follow/*", ["/v3/boards/12/follow/", "/x"], ["12"]),
        ("divide 9", [18, 10, "1", "x"], [2, 2, 1]),
        ("split ,", ["1, 2,,3"], ["1", "2", "3"]),
        ("join", ["a", 1, None, "", {}], ["a:1"]),
        ("lower", ["ABC", b"D"], ["abc", "d"]),
        ("text", [b"\xff", 1, True, None], ["\ufffd", "1", "true"]),
        ("length", [[1, 2], "abc", {"a": 1}, 5], [2, 3, 1]),
        ("keys", [{"a": 1, "b": 2}, 1], ["a", "b"]),
        ("milliseconds", ["5", None], [5000]),
        ("millionths", ["1.25"], [1_250_000]),
        ("a.b", [{"a": {"b": 1}}, {"a": 1}], [1]),
        ("a.*.b", [{"a": [{"b": 1}, {"b": 2}, 3]}], [1, 2]),
        ("a.-1", [{"a": [1, 2]}], [2]),
        ('"a.b".c', [{"a.b": {"c": 1}}], [1]),
        ('"text"', [{"text": 1}], [1]),
        ("*", [{"a": 1, "b": 2}, [3]], [1, 2, 3]),
    ],
)
def test_each_step(step: str, given: list[object], found: list[object]) -> None:
    assert parse_step(step)(given) == found


@pytest.mark.parametrize(
    ("bad", "hint"),
    [
        ("strip", "needs a text"),
        ("json x", "stands alone"),
        ("base46", "Did you mean base64"),
        ("protobuff", "Did you mean protobuf"),
        ("befor _", "Did you mean before"),
        ("", "empty name"),
        ("a..b", "empty name"),
        ("a.", "empty name"),
        ('"a', "without its pair"),
        ('"a"b', "without its pair"),
        ("divide 0", "above 0"),
        ("divide x", "above 0"),
        ("glob a*b", "keep one"),
        ("glob {a}{b}", "Two holes"),
    ],
)
def test_a_bad_step_is_refused_with_advice(bad: str, hint: str) -> None:
    with pytest.raises(FormatError, match=hint):
        parse_step(bad)


@pytest.mark.parametrize(
    "key", ["data", "id", "input", "variables", "media_id", "path", "token", "key"]
)
def test_usual_keys_are_taken_for_keys(key: str) -> None:
    assert parse_step(key)([{key: 1}]) == [1]


def test_a_verb_after_a_document_is_a_mistaken_key() -> None:
    assert mistaken("json", "text")
    assert not mistaken("json", "json")
    assert not mistaken("header.x", "text")


def test_every_verb_is_reserved() -> None:
    assert {"json", "join", "glob", "split"} <= VERBS
