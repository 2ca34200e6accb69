"""Decoders: foreign bytes in, values out. None of them raises, whatever comes, and each is bounded.

A value is what JSON has (None, bool, int, float, str, list, dict) or bytes. A decoder that finds
nothing yields nothing.
"""

from __future__ import annotations

import base64 as codec
import binascii
import codecs
import json
import math
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, unquote_plus

if TYPE_CHECKING:
    from collections.abc import Callable

type Values = list[object]

LARGEST: Final = 8 * 1024 * 1024
"""Bytes of a document that are decoded; a larger one is not looked into."""
MANY: Final = 512
"""Values that one step yields, fields of a form, parts of a multipart body."""
FIELDS: Final = 20_000
"""Fields of a protobuf message."""
HUGE: Final = 10**15
"""No quantity or duration is larger."""

_GUARDS: Final = ("for (;;);", "for(;;);", "while(1);", "while (1);", ")]}'", "])}while(1);</x>")
_FAULTS: Final = (ValueError, RecursionError, MemoryError, OverflowError)


def text_of(value: object) -> str | None:
    """Return a scalar as text (true, 1, 1.5, text), None for null and for lists and objects."""
    match value:
        case str():
            return value.encode("utf-8", "replace").decode()
        case bool():
            return "true" if value else "false"
        case int():
            return str(value) if abs(value) < 1 << 256 else None
        case float():
            whole = math.isfinite(value) and value == int(value) and abs(value) < HUGE
            return str(int(value)) if whole else repr(value)
        case bytes() | bytearray():
            return decoded(bytes(value))
        case _:
            return None


def decoded(body: bytes) -> str:
    """Return bytes as text whatever their charset is said to be: a BOM counts, else UTF-8."""
    for mark, charset in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if body.startswith(mark):
            return body[2:].decode(charset, "replace")
    return body.removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace")


def present(value: object) -> bool:
    """Whether a value says something: not null, and no empty text, list or object."""
    return value is not None and (isinstance(value, (bool, int, float)) or bool(value))


def _text(value: object) -> str | None:
    if isinstance(value, (bytes, str)) and len(value) > LARGEST:
        return None
    return text_of(value)


def _unguarded(text: str) -> str:
    text = text.lstrip("\ufeff \t\r\n")
    for guard in _GUARDS:
        if text.startswith(guard):
            return text[len(guard) :].lstrip()
    return text


def _null(_: str) -> None:
    """NaN and the infinities are no JSON; they read as null."""


_decoder: Final = json.JSONDecoder(parse_constant=_null)


def json_document(value: object) -> Values:
    """Decode one JSON document, without the guards that sites put before it."""
    if (text := _text(value)) is None:
        return []
    try:
        return [_decoder.decode(_unguarded(text))]
    except _FAULTS:
        return []


def json_first(value: object) -> Values:
    """Decode the first of several JSON documents, also where each has its length before it."""
    if (text := _text(value)) is None:
        return []
    text = _unguarded(text)
    first, newline, rest = text.partition("\n")
    if newline and first.strip().isdigit():
        text = rest.lstrip()
    try:
        return [_decoder.raw_decode(text)[0]]
    except _FAULTS:
        return []


def jsonp(value: object) -> Values:
    """Decode the JSON between the outer parentheses of `callback({...})`."""
    if (text := _text(value)) is None:
        return []
    begin, end = text.find("("), text.rfind(")")
    return json_document(text[begin + 1 : end]) if 0 <= begin < end else []


def percent(value: object) -> Values:
    """Undo percent-encoding once."""
    text = _text(value)
    return [] if text is None else [unquote(text)]


def base64(value: object) -> Values:
    """Decode base64 of either alphabet, padded or not."""
    text = _text(value)
    if text is None or not text.isascii():
        return []
    plain = "".join(text.split()).translate({45: "+", 95: "/"}).rstrip("=")
    try:
        return [codec.b64decode(plain + "=" * (-len(plain) % 4), validate=True)]
    except (binascii.Error, ValueError):
        return []


def base64dot(value: object) -> Values:
    """Decode base64 whose padding is written as dots."""
    text = _text(value)
    return [] if text is None else base64(text.rstrip("."))


def protobuf(value: object) -> Values:
    """Decode one protobuf message to {field number as text: value, or list of values}."""
    if not isinstance(value, bytes) or len(value) > LARGEST:
        return []
    message: dict[str, object] = {}
    place = 0
    for _ in range(FIELDS):
        if place == len(value):
            return [message] if message else []
        if (field := _field(value, place)) is None:
            return []
        number, content, place = field
        _put(message, str(number), content)
    return []


def _put(message: dict[str, object], name: str, content: object) -> None:
    known = message.get(name)
    if known is None:
        message[name] = content
    elif isinstance(known, list):
        known.append(content)
    else:
        message[name] = [known, content]


def _field(data: bytes, place: int) -> tuple[int, object, int] | None:
    if (tag := _varint(data, place)) is None:
        return None
    number, kind, place = tag[0] >> 3, tag[0] & 7, tag[1]
    if number == 0:
        return None
    content = _content(data, place, kind)
    return None if content is None else (number, *content)


def _content(data: bytes, place: int, kind: int) -> tuple[object, int] | None:
    """Read what follows a tag, by the wire types of the protobuf encoding."""
    match kind:
        case 0:
            return _varint(data, place)
        case 2:
            if (size := _varint(data, place)) is None:
                return None
            begin, end = size[1], size[1] + size[0]
            return (data[begin:end], end) if end <= len(data) else None
        case 1 | 5:
            end = place + (8 if kind == 1 else 4)
            number = int.from_bytes(data[place:end], "little")
            return (number, end) if end <= len(data) else None
        case _:
            return None


def _varint(data: bytes, place: int) -> tuple[int, int] | None:
    number = 0
    for index, byte in enumerate(data[place : place + 10]):
        number |= (byte & 0x7F) << (7 * index)
        if byte < 0x80:  # noqa: PLR2004 - the continuation bit
            return number & (2**64 - 1), place + index + 1
    return None


def walk(key: str) -> Callable[[object], Values]:
    """Return a step that goes to one key, index or field number; `*` goes to all elements."""
    if key == "*":
        return _elements
    index = int(key) if key.removeprefix("-").isdecimal() and len(key) < 7 else None  # noqa: PLR2004

    def step(value: object) -> Values:
        if isinstance(value, bytes) and index is not None:
            value = next(iter(protobuf(value)), None)
        if isinstance(value, dict):
            return [value[key]] if key in value else []
        if index is not None and isinstance(value, list) and -len(value) <= index < len(value):
            return [value[index]]
        return []

    return step


def _elements(value: object) -> Values:
    match value:
        case list():
            return value[:MANY]
        case dict():
            return list(value.values())[:MANY]
        case bytes():
            return [value]  # a repeated protobuf field that came once
        case _:
            return []


def length(value: object) -> Values:
    """Count the elements of a list or object, or the characters of a text."""
    return [len(value)] if isinstance(value, (list, dict, str, bytes)) else []


def keys(value: object) -> Values:
    """Yield the keys of an object."""
    return list(value)[:MANY] if isinstance(value, dict) else []


def number_of(value: object) -> float | None:
    """Return a number, also one that is written as text; None where there is none or it is huge."""
    if isinstance(value, bool):
        return None
    text = text_of(value)
    try:
        number = float(text) if text is not None and len(text) < 40 else math.nan  # noqa: PLR2004
    except ValueError:
        return None
    return number if abs(number) < HUGE else None


def scaled(factor: float) -> Callable[[object], Values]:
    """Return a step that multiplies a number and rounds it to a whole one."""

    def step(value: object) -> Values:
        number = number_of(value)
        if number is None or abs(number * factor) >= HUGE:
            return []
        return [round(number * factor)]

    return step


def form_fields(body: bytes, *, truncated: bool) -> dict[str, list[str]]:
    """Read `name=value&...`, whatever the content type says; a field that was cut off is left."""
    if len(body) > LARGEST:
        return {}
    pieces = decoded(body).split("&", MANY)[:MANY]
    if truncated:
        pieces = pieces[:-1]
    found: dict[str, list[str]] = {}
    for piece in pieces:
        name, _, value = piece.partition("=")
        found.setdefault(unquote_plus(name), []).append(unquote_plus(value))
    return found


def multipart_fields(body: bytes, content_type: str) -> dict[str, list[str]]:
    """Read the text parts of a multipart body; a part with a file name is never looked into."""
    _, _, after = content_type.partition("boundary=")
    boundary = after.split(";")[0].strip().strip('"').encode("utf-8", "replace")
    if not boundary or len(body) > LARGEST:
        return {}
    found: dict[str, list[str]] = {}
    for part in body.split(b"--" + boundary, MANY)[1:MANY]:
        head, blank, content = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        name, file_name = _disposition(decoded(head))
        if blank and name is not None and file_name is None:
            found.setdefault(name, []).append(decoded(content.removesuffix(b"\r\n")))
    return found


def _disposition(head: str) -> tuple[str | None, str | None]:
    names: dict[str, str] = {}
    for line in head.split("\r\n")[:20]:
        field, _, value = line.partition(":")
        if field.strip().lower() != "content-disposition":
            continue
        for piece in value.split(";")[1:]:
            key, _, given = piece.partition("=")
            names.setdefault(key.strip().lower(), given.strip().strip('"'))
    return names.get("name"), names.get("filename", names.get("filename*"))
