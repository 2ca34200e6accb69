from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.rules.fault import FormatError
from labormeter.rules.reader import Reader
from labormeter.rules.view import Documents, View
from labormeter.testing import exchange

READERS = (
    "form.variables | json | input.feedback_id | base64 | strip feedback:",
    "json | variables.*.media_id",
    "json | actions.0 | percent | base64 | protobuf | 5",
    "response.body | json-first | data.story_create.story_id",
    "response.json | 7 | json | length",
    "form.response | base64dot | json | response | length",
    "body | glob *a{x}b*",
    "header.x | before , | lower | split ;",
    "response.json | * | * | keys | join",
    "item | a + path.x",
)


def view_of(**changes: object) -> View:
    return View(Documents(exchange("POST", "https://x.test/", **changes)), {})  # type: ignore[arg-type]


@given(st.sampled_from(READERS), st.binary(), st.binary(), st.text())
def test_no_reader_raises_whatever_comes(reader: str, sent: bytes, got: bytes, header: str) -> None:
    view = view_of(body=sent, answer=got, headers={"x": header})
    parsed = Reader.parse(reader)
    assert isinstance(parsed.values(view), list)
    assert parsed.text_at(view) is None or parsed.text_at(view)
    assert isinstance(parsed.number_at(view), int | None)
    assert isinstance(parsed.sum_at(view), int)


@given(st.sampled_from(READERS), st.recursive(st.none() | st.integers() | st.text(), st.lists))
def test_no_reader_raises_on_other_json(reader: str, document: object) -> None:
    text = json.dumps(document)
    view = View(
        Documents(exchange("POST", "https://x.test/", {"variables": text, "response": text})), {}
    )
    assert isinstance(Reader.parse(reader).values(view), list)


def test_a_chain_of_the_wire_notes() -> None:
    found = Reader.parse("form.variables | json | input.feedback_id | base64 | strip feedback:")
    variables = '{"input":{"feedback_id":"ZmVlZGJhY2s6OTAwMDAwMDAwMDAwMDAx"}}'
    view = View(Documents(exchange("POST", "https://x.test/", {"variables": variables})), {})
    assert found.text_at(view) == "900000000000001"


def test_of_several_the_first_that_says_something() -> None:
    reader = Reader.parse(["json | a", "json | b"])
    assert reader.text_at(view_of(body={"a": "", "b": "2"})) == "2"
    assert reader.text_at(view_of(body={"a": 1, "b": 2})) == "1"
    assert reader.text_at(view_of(body={})) is None


def test_a_sum_is_joined_and_nothing_where_a_part_is_missing() -> None:
    reader = Reader.parse("json | a + json | b")
    assert reader.text_at(view_of(body={"a": 1, "b": "x"})) == "1:x"
    assert reader.text_at(view_of(body={"a": 1})) is None


def test_a_document_is_decoded_once() -> None:
    view = view_of(body='{"a":{"b":1,"c":2}}')
    one, two = Reader.parse("body | json | a.b"), Reader.parse("body | json | a.c")
    assert (one.number_at(view), two.number_at(view)) == (1, 2)
    assert list(view.documents.cache) == ["body | json"]


def test_what_the_path_keeps_is_not_shared_between_surfaces() -> None:
    documents = Documents(exchange("GET", "https://x.test/"))
    reader = Reader.parse("path.x | percent")
    assert reader.text_at(View(documents, {"x": "a"})) == "a"
    assert reader.text_at(View(documents, {"x": "b"})) == "b"


def test_many_values_are_bounded() -> None:
    view = view_of(body={"a": list(range(5000))})
    assert len(Reader.parse("json | a.*").values(view)) == 512


def test_numbers() -> None:
    view = view_of(body={"a": ["2", 3, None, "x"], "b": "1.6", "c": "nan"})
    assert Reader.parse("json | a.*").sum_at(view) == 5
    assert Reader.parse("json | b").number_at(view) == 2
    assert Reader.parse("json | c").number_at(view) is None


@pytest.mark.parametrize("bad", [[], "", "json |", "json | text", "nothing", "json |a"])
def test_a_bad_reader_is_refused(bad: object) -> None:
    with pytest.raises(FormatError):
        Reader.parse(bad)


def test_readers_with_one_text_are_equal() -> None:
    assert Reader.parse("json | a") == Reader.parse("json | a")
    assert Reader.parse("json | a") != Reader.parse("json | b")
    assert Reader.parse(["json | a", "query.b"]).body
    assert not Reader.parse(["json | a", "query.b"]).head
