import io
import json
import random
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.archives import stream
from labormeter.archives.found import UnreadableError

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**15), 10**15)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=20,
)


def every(content: bytes) -> list[tuple[stream.Path, Any]]:
    return list(stream.items(io.BytesIO(content), lambda _path: True))


@given(st.lists(VALUES, max_size=30), st.sampled_from([None, 1]), st.integers(1, 64))
def test_items_are_those_of_json(items: list[Any], indent: int | None, block: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stream, "BLOCK", block)
        found = every(json.dumps(items, indent=indent).encode())
    assert [item for _, item in found] == items


def test_paths_are_the_names_around() -> None:
    content = {"a": {"b": [1, 2], "c": None}, "d": [3], "e": {"f": "g"}}
    found = every(json.dumps(content).encode())
    assert found == [(("a", "b"), 1), (("a", "b"), 2), (("d",), 3)]


def test_an_object_as_a_whole() -> None:
    content = json.dumps({"a": {"b": [1]}}).encode()
    found = list(stream.items(io.BytesIO(content), stream.never, lambda path: path == ("a",)))
    assert found == [(("a",), {"b": [1]})]


def test_what_x_puts_before() -> None:
    assert every(b'window.YTD.like.part0 = [ {"a": 1} ];\n') == [((), {"a": 1})]
    assert every(b"Grailbird.data.tweets_2013_01 = \n [1,2]") == [((), 1), ((), 2)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_byte_order_marks(encoding: str) -> None:
    assert every('["é"]'.encode(encoding)) == [((), "é")]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "is empty"), (b"  \n", "is empty"), (b"<!DOCTYPE html><p>", "is HTML"),
        (b"[1, 2", "breaks off"), (b'{"a": [1,', "breaks off"), (b'{"a"', "not JSON"), (b'{"a": "x', "breaks off"),
        (b"[1 2]", "breaks off"), (b"{1: 2}", "not JSON"), (b"hello", "not JSON"), (b"[object Object]", "JSON"),
        (b"[" * 100_000, "broken"), (b'{"a":' * 100_000, "JSON"), (b"[" + b"9" * 5000 + b"]", "JSON"),
    ],
)  # fmt: skip
def test_what_is_broken_is_said_to_be(content: bytes, why: str) -> None:
    with pytest.raises(UnreadableError, match=why):
        every(content)


def test_what_came_before_a_break_was_yielded() -> None:
    found = stream.items(io.BytesIO(b"[1, 2, 3"), lambda _path: True)
    assert [next(found), next(found)] == [((), 1), ((), 2)]
    with pytest.raises(UnreadableError):
        list(found)


def test_an_entry_may_be_only_so_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "LARGEST", 1000)
    monkeypatch.setattr(stream, "BLOCK", 100)
    with pytest.raises(UnreadableError, match="too large"):
        every(b'["' + b"x" * 100_000 + b'"]')


@given(st.binary(max_size=200))
def test_whatever_is_read_ends_in_a_sentence(content: bytes) -> None:
    with suppress(UnreadableError):
        every(content)


def test_whatever_is_cut_out_of_json_ends_in_a_sentence() -> None:
    chance = random.Random(1)  # noqa: S311 - the same every time
    whole = json.dumps([{"a": [1, {"b": "c"}], "d": None}] * 5).encode()
    for _ in range(500):
        cut = bytearray(whole)
        for _ in range(chance.randrange(1, 4)):
            place = chance.randrange(len(cut))
            cut[place : place + chance.randrange(3)] = bytes(chance.randrange(2))
        try:
            every(bytes(cut))
        except UnreadableError:
            continue


@given(
    st.lists(
        st.builds(lambda rest, last: {"k": 1, "inner": [{"k": rest}, {"k": last}]}, VALUES, VALUES),
        max_size=12,
    ),
    st.sampled_from([None, 1]),
    st.sampled_from([(",", ":"), (", ", ": ")]),
    st.integers(1, 400),
)
def test_what_parts_items_may_stand_within_them(
    items: list[Any], indent: int | None, marks: tuple[str, str], block: int
) -> None:
    text = json.dumps({"a": items, "b": [{"k": 2}]}, indent=indent, separators=marks)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stream, "BLOCK", block)
        found = every(text.encode())
    assert [item for path, item in found if path == ("a",)] == items
    assert [item for path, item in found if path == ("b",)] == [{"k": 2}]


def test_runs_hold_many_items_that_are_alike_and_come_before_what_is_broken() -> None:
    text = json.dumps([{"a": number, "b": '}, {"a": 1}'} for number in range(1000)]).encode()
    runs = [run for _, run in stream.runs(io.BytesIO(text), lambda _path: True)]
    assert sum(map(len, runs)) == 1000
    assert len(runs) < 5
    for broken in (text[:-1] + b", ]", text[:-9], text[:-1] + b' {"a": 1}]'):
        met: list[Any] = []
        with suppress(UnreadableError):
            for _, item in stream.items(io.BytesIO(broken), lambda _path: True):
                met.append(item)
            pytest.fail("it was taken for whole")
        assert [one["a"] for one in met] == list(range(len(met)))
        assert len(met) >= 999
