from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from labormeter.metadata.markup import DEEPEST, Markup, events
from labormeter.metadata.sight import Budget


def read(document: bytes, steps: int = 1_000) -> list[Markup]:
    return [*events(document, Budget(steps))]


def test_elements_attributes_and_text_come_in_order() -> None:
    assert read(b"<a xmlns:n='u'><n:b n:c='1'>text</n:b></a>") == [
        Markup("a"),
        Markup("u b", (("u c", "1"),)),
        Markup(text="text"),
        Markup("u b", opens=False),
        Markup("a", opens=False),
    ]


def test_what_is_cut_is_read_as_far_as_it_goes() -> None:
    assert read(b"<a><b>text</b><c")[:3] == [Markup("a"), Markup("b"), Markup(text="text")]
    assert read(b"<a><b></wrong>") == [Markup("a"), Markup("b")]


def test_a_document_type_ends_the_reading_before_any_entity() -> None:
    assert read(b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>') == []


def test_depth_and_work_are_bounded() -> None:
    assert len(read(b"<a>" * 500, 10_000)) <= DEEPEST + 1
    assert len(read(b"<a>" + b"<b/>" * 5_000, 300)) < 700


@given(st.binary(max_size=300))
def test_rubbish_ends_quietly(document: bytes) -> None:
    read(b"<a>" + document)
