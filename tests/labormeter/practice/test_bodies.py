from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from labormeter.practice import bodies


def multipart(name: str, content: bytes, boundary: str = "b1") -> tuple[bytes, str]:
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="other"\r\n\r\nx\r\n'
    head += f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"; filename="a.jpg"\r\n'
    head += "Content-Type: image/jpeg\r\n\r\n"
    body = head.encode() + content + f"\r\n--{boundary}--\r\n".encode()
    return body, f"multipart/form-data; boundary={boundary}"


@given(st.binary(max_size=300).filter(lambda content: b"\r\n--b1" not in content))
def test_the_bytes_of_a_file_come_out_as_they_went_in(content: bytes) -> None:
    body, kind = multipart("photo", content)
    assert bodies.part(body, kind, "photo") == content


def test_a_part_of_another_name_is_not_taken_for_it() -> None:
    body, kind = multipart("photos", b"x")
    assert bodies.part(body, kind, "photo") == b""
    assert bodies.part(body, kind, "a.jpg") == b""


@given(st.binary(max_size=200), st.text(max_size=60))
def test_foreign_bodies_never_raise(body: bytes, kind: str) -> None:
    bodies.part(body, kind, "photo")
    found = bodies.fields(body, kind)
    assert isinstance(bodies.text(found, "post"), str)


@given(st.text(max_size=40))
def test_forms_and_json_say_the_same(text: str) -> None:
    from urllib.parse import urlencode  # noqa: PLC0415

    form = urlencode({"text": text, "post": "p1"}).encode()
    found = bodies.fields(form, "application/x-www-form-urlencoded;charset=UTF-8")
    assert bodies.text(found, "post") == "p1"
    assert bodies.text(found, "text") in {text, ""}


def test_what_is_no_text_is_empty() -> None:
    assert bodies.text(bodies.fields(b'{"post": 7}', "application/json"), "post") == ""
    assert bodies.fields(b"[1]", "application/json") == {}
    assert bodies.fields(b"[" * 100_000, "application/json") == {}
