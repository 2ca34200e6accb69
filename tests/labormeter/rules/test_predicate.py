from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.rules.fault import FormatError
from labormeter.rules.predicate import Predicate
from labormeter.rules.view import Documents, View
from labormeter.testing import exchange

BODY = {
    "zero": 0,
    "text": "0",
    "yes": True,
    "no": False,
    "none": None,
    "empty": [],
    "many": [1, 2],
    "word": "abc",
    "one": "1",
}
VIEW = View(Documents(exchange("POST", "https://x.test/", body=BODY)), {})


@pytest.mark.parametrize(
    ("predicate", "holds"),
    [
        ({"at": "json | zero", "equals": 0}, True),
        ({"at": "json | text", "equals": 0}, None),
        ({"at": 'json | "text"', "equals": 0}, True),
        ({"at": "json | zero", "equals": "0"}, True),
        ({"at": "json | yes", "equals": True}, True),
        ({"at": "json | no", "equals": False}, True),
        ({"at": "json | no", "equals": 0}, False),
        ({"at": "json | none", "present": True}, False),
        ({"at": "json | none", "present": False}, True),
        ({"at": "json | empty", "present": False}, True),
        ({"at": "json | missing", "present": False}, True),
        ({"at": "json | zero", "present": True}, True),
        ({"at": "json | no", "present": True}, True),
        ({"at": "json | missing", "is_not": "x"}, True),
        ({"at": "json | many.*", "is_not": 2}, False),
        ({"at": "json | many.*", "equals": 2}, True),
        ({"at": "json | word", "one_of": ["abc", "d"]}, True),
        ({"at": "json | word", "like": "a*"}, True),
        ({"at": "json | word", "like": ["x*", "*c"]}, True),
        ({"at": "json | word", "like": "b*"}, False),
        ({"at": "json | word", "contains": "b"}, True),
        ({"at": "json | one", "at_least": 1}, True),
        ({"at": "json | one", "at_least": 1.5}, False),
        ({"at": "json | word", "at_least": 0}, False),
        ({"any": [{"at": "json | x", "present": True}, {"at": "json | one", "equals": 1}]}, True),
        ({"all": [{"at": "json | x", "present": True}, {"at": "json | one", "equals": 1}]}, False),
        ({"at": ["json | x", "json | one"], "equals": 1}, True),
    ],
)
def test_each_test(predicate: dict[str, object], holds: bool | None) -> None:  # noqa: FBT001
    if holds is None:
        with pytest.raises(FormatError, match="in quotes"):
            Predicate.parse(predicate)
    else:
        assert Predicate.parse(predicate).holds(VIEW) is holds


@pytest.mark.parametrize(
    ("bad", "hint"),
    [
        ({"at": "json | a"}, "exactly one test"),
        ({"at": "json | a", "equals": 1, "present": True}, "exactly one test"),
        ({"at": "json | a", "equal": 1}, "Did you mean equals"),
        ({"equals": 1}, "needs a reader"),
        ({"any": []}, "list of predicates"),
        ({"at": "jsn | a", "equals": 1}, "Did you mean json"),
        ({"at": "json | a", "like": "a**b"}, "Two holes"),
        ({"all": [{"at": "json | a"}]}, "exactly one test"),
    ],
)
def test_a_bad_predicate_is_refused_with_advice(bad: dict[str, object], hint: str) -> None:
    with pytest.raises(FormatError, match=hint):
        Predicate.parse(bad)


@given(st.binary(), st.sampled_from(["equals", "is_not", "like", "contains"]))
def test_whatever_comes_a_predicate_says_yes_or_no(body: bytes, test: str) -> None:
    view = View(Documents(exchange("POST", "https://x.test/", body=body)), {})
    for at in ("json | a", "body", "form.a"):
        assert Predicate.parse({"at": at, test: "a"}).holds(view) in (True, False)


def test_the_readers_within_are_known() -> None:
    parsed = Predicate.parse(
        {"any": [{"at": "json | a", "present": True}, {"at": "status", "equals": 1}]}
    )
    assert [reader.text for reader in parsed.readers] == ["json | a", "status"]
