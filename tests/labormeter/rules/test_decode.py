from __future__ import annotations

import base64
import json
import time
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.rules import decode

DECODERS = (
    decode.json_document,
    decode.json_first,
    decode.jsonp,
    decode.percent,
    decode.base64,
    decode.base64dot,
    decode.protobuf,
    decode.length,
    decode.keys,
    decode.scaled(1000),
    decode.walk("a"),
    decode.walk("1"),
    decode.walk("-1"),
    decode.walk("*"),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
ANY = JSON | st.binary() | st.just(10**400) | st.just("\ud800")


@given(st.sampled_from(DECODERS), ANY)
def test_no_decoder_raises_and_each_yields_a_bounded_list(decoder: object, value: object) -> None:
    found = decoder(value)  # type: ignore[operator]
    assert isinstance(found, list)
    assert len(found) <= decode.MANY


@given(ANY)
def test_text_of_anything_can_be_written_as_utf_8(value: object) -> None:
    text = decode.text_of(value)
    assert text is None or isinstance(text.encode(), bytes)


@given(JSON)
def test_json_is_read_behind_every_guard(value: object) -> None:
    text = json.dumps(value)
    plain = decode.json_document(text)
    for guard in ("for (;;);", ")]}'\n", "\ufeff", "while(1);", ")]}',\n"[:4] + "\n"):
        assert repr(decode.json_document(guard + text)) == repr(plain)
    assert repr(decode.json_document(text.encode())) == repr(plain)


@pytest.mark.parametrize("depth", [500, 5_000, 100_000, 1_000_000])
def test_json_of_any_depth_is_survived(depth: int) -> None:
    for text in ("[" * depth, "[" * depth + "]" * depth, '{"a":' * depth + "1" + "}" * depth):
        assert isinstance(decode.json_document(text.encode()), list)
        assert isinstance(decode.json_first(text.encode()), list)


def test_numbers_that_are_none_and_numbers_without_end() -> None:
    assert decode.json_document('{"a": NaN, "b": Infinity}') == [{"a": None, "b": None}]
    assert decode.json_document("9" * 5000) == []
    assert decode.text_of(10**400) is None
    assert decode.text_of(float("inf")) == "inf"
    assert decode.number_of("inf") is None
    assert decode.number_of("nan") is None
    assert decode.number_of("1e300") is None
    assert decode.number_of(True) is None
    assert decode.number_of("12.5") == 12.5


def test_only_the_first_of_several_documents() -> None:
    assert decode.json_first(b'{"a":1}\n{"b":2}\n') == [{"a": 1}]
    assert decode.json_document(b'{"a":1}\n{"b":2}\n') == []
    assert decode.json_first(')]}\'\n\n104\n[["wrb"]]\n25\n[[1]]') == [[["wrb"]]]
    assert decode.json_first("") == []


def test_json_in_parentheses() -> None:
    assert decode.jsonp('geetest_17({"status":"success"})') == [{"status": "success"}]
    assert decode.jsonp('/**/cb({"a":"("});') == [{"a": "("}]
    assert decode.jsonp(")(") == []


def test_a_lying_charset() -> None:
    assert decode.decoded('{"a":"é"}'.encode("utf-16")) == '{"a":"é"}'
    assert decode.json_document('{"a":"é"}'.encode("latin-1")) == [{"a": "\ufffd"}]
    assert decode.json_document('\ufeff{"a":1}'.encode()) == [{"a": 1}]


@given(st.binary(max_size=60))
def test_base64_of_every_alphabet_padded_or_not(content: bytes) -> None:
    plain = base64.b64encode(content).decode()
    for text in (plain, plain.rstrip("="), base64.urlsafe_b64encode(content).decode()):
        assert decode.base64(text) == [content]
    assert decode.base64dot(plain.replace("=", ".")) == [content]


def test_what_is_no_base64_yields_nothing() -> None:
    for text in ("a", "***", "é", "abc*"):
        assert decode.base64(text) == []


def _varint(number: int) -> bytes:
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    return bytes([*out, number])


def test_the_protobuf_of_the_wire_notes() -> None:
    sent = "CAUQAhoeVWd4U1lOVEhFVElDY29tbWVudDAwMDA0QWFBQkFnKgtTWU5USHZpZGVvMboBASA%3D"
    raw = decode.base64(decode.percent(sent)[0])[0]
    message = decode.protobuf(raw)[0]
    assert isinstance(message, dict)
    assert message["1"] == 5
    assert message["2"] == 2
    assert message["5"] == b"SYNTHvideo1"
    assert decode.walk("1")(raw) == [5]
    assert decode.walk("9")(raw) == []


@given(st.dictionaries(st.integers(1, 2**28), st.integers(0, 2**64 - 1), min_size=1, max_size=9))
def test_varint_fields_are_read_back(fields: dict[int, int]) -> None:
    raw = b"".join(_varint(number << 3) + _varint(value) for number, value in fields.items())
    assert decode.protobuf(raw) == [{str(number): value for number, value in fields.items()}]


def test_repeated_fields_become_a_list_and_one_alone_can_be_walked_like_one() -> None:
    once, twice = b"\x0a\x01a", b"\x0a\x01a\x0a\x01b"
    assert decode.protobuf(twice) == [{"1": [b"a", b"b"]}]
    assert decode.walk("*")(b"a") == [b"a"]
    assert decode.protobuf(once) == [{"1": b"a"}]


@pytest.mark.parametrize("raw", [b"", b"\x00", b"\x0a\x05a", b"\x0b", b"\x0d\x01", b"\xff" * 20])
def test_a_broken_protobuf_yields_nothing(raw: bytes) -> None:
    assert decode.protobuf(raw) == []


def test_a_protobuf_of_endless_fields_takes_bounded_time() -> None:
    begin = time.perf_counter()
    assert decode.protobuf(b"\x08\x01" * 2_000_000) == []
    assert time.perf_counter() - begin < 2


def test_walking() -> None:
    document = {"a": [{"b": 1}, {"b": 2}], "1": "x", "-": 0}
    assert decode.walk("a")(document) == [[{"b": 1}, {"b": 2}]]
    assert decode.walk("-1")(document["a"]) == [{"b": 2}]
    assert decode.walk("2")(document["a"]) == []
    assert decode.walk("1")(document) == ["x"]
    assert decode.walk("a")("text") == []
    assert decode.walk("99999999999999")([1]) == []


@given(st.dictionaries(st.text(min_size=1), st.text(), max_size=8))
def test_a_form_is_read_as_it_was_written(fields: dict[str, str]) -> None:
    body = urlencode(fields).encode()
    expected = {name: [value] for name, value in fields.items()} or {"": [""]}
    assert decode.form_fields(body, truncated=False) == expected


def test_of_a_form_that_was_cut_off_the_last_field_is_left() -> None:
    assert decode.form_fields(b"a=1&b=2&c=hal", truncated=True) == {"a": ["1"], "b": ["2"]}


def test_a_form_of_endless_fields_is_bounded() -> None:
    assert (
        len(decode.form_fields(b"&".join(b"%d=1" % n for n in range(9999)), truncated=False)) <= 512
    )


def test_text_parts_are_read_and_files_are_not() -> None:
    body = (
        b'--b\r\nContent-Disposition: form-data; name="caption"\r\n\r\nsynthetic\r\n'
        b'--b\r\nContent-Disposition: form-data; name="file"; filename="x.jpg"\r\n'
        b"Content-Type: image/jpeg\r\n\r\nsecret\r\n--b--\r\n"
    )
    assert decode.multipart_fields(body, 'multipart/form-data; boundary="b"') == {
        "caption": ["synthetic"]
    }
    assert decode.multipart_fields(body, "multipart/form-data") == {}


@given(st.binary(), st.text())
def test_no_multipart_body_raises(body: bytes, kind: str) -> None:
    assert isinstance(decode.multipart_fields(body, kind), dict)
    assert isinstance(decode.multipart_fields(b"--b" + body, "multipart/x; boundary=b"), dict)


def test_present_is_what_says_something() -> None:
    silent: list[object] = [None, "", [], {}, b""]
    telling: list[object] = [0, False, 0.0, "0", [0], {"a": None}]
    assert not any(decode.present(value) for value in silent)
    assert all(decode.present(value) for value in telling)


def test_times_become_microseconds() -> None:
    assert decode.scaled(1000)("5200") == [5_200_000]
    assert decode.scaled(1_000_000)(1.5) == [1_500_000]
    assert decode.scaled(1000)(10**15) == []
