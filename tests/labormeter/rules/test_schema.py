from __future__ import annotations

import copy
import tomllib
from pathlib import Path
from typing import Any

import fastjsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.rules.schema import complaints, schema

DOCUMENT = tomllib.loads(Path(__file__).with_name("sample.toml").read_text("utf-8"))
PLACES = ("surfaces", "rules")


def _published() -> Any:
    found = copy.deepcopy(dict(schema()))
    found["properties"]["reviewed"] = {}  # a date of TOML is none of JSON's types
    return fastjsonschema.compile(found)


PUBLISHED = _published()


def _valid(document: object) -> bool:
    try:
        PUBLISHED(document)
    except fastjsonschema.JsonSchemaValueException:
        return False
    return True


VALUE = st.recursive(
    st.booleans() | st.integers(-2, 700) | st.text(max_size=6) | st.floats(allow_nan=False),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner, max_size=2)
    ),
    max_leaves=4,
)


@given(st.data())
def test_our_check_agrees_with_a_json_schema_library(data: st.DataObject) -> None:
    document = copy.deepcopy(DOCUMENT)
    part: Any = document
    if (family := data.draw(st.sampled_from(("", *PLACES)))) != "":
        part = data.draw(st.sampled_from(document[family]))
    words = (
        schema()["properties"]
        if part is document
        else schema()["definitions"][family[:-1]]["properties"]
    )
    word = data.draw(st.sampled_from([word for word in [*words, "strange"] if word != "reviewed"]))
    part[word] = data.draw(VALUE)
    assert bool(complaints(document)) == (not _valid(document))


def test_the_sample_is_as_the_schema_says() -> None:
    assert complaints(DOCUMENT) == []
    assert _valid(DOCUMENT)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"platfrm": "x"}, "platfrm is no word of the format. Did you mean platform?"),
        ({"kind": "comercial"}, "Did you mean commercial?"),
        ({"schema": 2}, "2 is none of 1."),
        ({"schema": True}, "True is none of 1."),
        ({"reviewed": "2026-11-24"}, "without quotes"),
        ({"title": ""}, "must not be empty"),
        ({"hosts": ["*.x.com"]}, "is not written as it must be"),
        ({"hosts": "x.com"}, "must be a list"),
        ({"rules": [{"id": 1}]}, "must be a text"),
    ],
)
def test_a_complaint_is_a_sentence_with_advice(change: dict[str, object], sentence: str) -> None:
    assert any(sentence in text for _, text in complaints(DOCUMENT | change))


def test_all_complaints_come_together_with_their_places() -> None:
    document = copy.deepcopy(DOCUMENT)
    del document["title"]
    document["rules"][0]["activity"] = "lik"
    document["rules"][3]["flow"] = {"id": "a", "stage": "opn", "kay": "x"}
    found = complaints(document)
    assert {place for place, _ in found} == {
        (),
        ("rules", 0, "activity"),
        ("rules", 3, "flow"),
        ("rules", 3, "flow", "stage"),
    }
    assert len(found) == 4


@given(VALUE)
def test_whatever_the_document_is_nothing_is_raised(document: object) -> None:
    assert isinstance(complaints(document), list)
