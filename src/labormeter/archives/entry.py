"""One entry of a HAR recording as exchanges: the request itself, and the frames that it sent.

Pure, and silent whatever an entry holds. Browsers differ: Chrome gives times in UTC and leaves
cookies out, Firefox gives local times, both leave the contents of uploaded files out, and proxies
write bodies in base64. What is missing is missing here too.
"""

from __future__ import annotations

import base64
import binascii
import time
import zlib
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from labormeter.model import HEAD, SECOND, TAIL, Exchange, Request, Response, Upload, Window
from labormeter.rules.decode import HUGE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter.model import Pairs

type Table = dict[str, Any]

FIELDS: Final = 1000
"""Query parameters and headers that are looked at."""
FRAMES: Final = 10_000
"""Frames of one websocket that are looked at."""
_TEXT_FRAME: Final = 1
_YEARS: Final = range(1990, 2200)
_BOUNDARY: Final = "labormeter-har"


def exchanges_of(entry: object) -> Iterator[Exchange]:
    """Yield what an entry holds: nothing where it is not in form or never left the browser."""
    if not isinstance(entry, dict) or entry.get("_fromCache"):
        return
    sent, when = _table(entry, "request"), _moment(entry.get("startedDateTime"))
    target = _target(_text(sent, "url"))
    if when is None or target is None or not _text(sent, "method"):
        return
    started, offset = when
    host, path, query = target
    body, kind = _sent(sent)
    request = Request(
        method=_text(sent, "method").upper(),
        host=host,
        path=path,
        query=query,
        headers=_sent_headers(sent, kind),
        body=body,
    )
    exchange = Exchange(
        request=request,
        response=_response(_table(entry, "response")),
        started_at=started,
        finished_at=started + _lasted(entry.get("time")),
        utc_offset=offset,
        client=zlib.crc32(_text(entry, "connection").encode("utf-8", "replace")),
        uploads=_uploads(sent, body, kind),
    )
    yield exchange
    yield from _frames(entry, exchange)


def _frames(entry: Table, opening: Exchange) -> Iterator[Exchange]:
    """Yield the text frames that the client sent, each as an exchange that nothing answers."""
    for frame in _list(entry, "_webSocketMessages")[:FRAMES]:
        if not isinstance(frame, dict) or frame.get("type") != "send":
            continue
        if frame.get("opcode", _TEXT_FRAME) != _TEXT_FRAME:
            continue
        seconds = _number(frame.get("time"))
        at = opening.started_at if seconds is None else int(seconds * SECOND)
        yield Exchange(
            request=Request(
                method="SEND",
                host=opening.request.host,
                path=opening.request.path,
                query=opening.request.query,
                headers=opening.request.headers,
                body=_bytes(_text(frame, "data")),
            ),
            response=None,
            started_at=at,
            finished_at=at,
            utc_offset=opening.utc_offset,
            client=opening.client,
        )


def _target(url: str) -> tuple[str, str, Pairs] | None:
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").lower().rstrip(".")
        query = parse_qsl(parts.query, keep_blank_values=True, max_num_fields=FIELDS)
    except ValueError:
        return None
    if parts.scheme not in {"http", "https", "ws", "wss"} or not host:
        return None
    return host, unquote(parts.path) or "/", tuple(query)


def _moment(given: object) -> tuple[int, int] | None:
    """Return microseconds since 1970 and the offset; a time in UTC takes this computer's zone."""
    try:
        found = datetime.fromisoformat(str(given))
        if found.year not in _YEARS:
            return None
        if found.tzinfo is None:
            found = found.astimezone()
        seconds = found.timestamp()
        away = found.utcoffset()
        minutes = 0 if away is None else round(away.total_seconds() / 60)
        if not minutes:
            minutes = (time.localtime(seconds).tm_gmtoff or 0) // 60
    except (ValueError, OverflowError, OSError):
        return None
    return round(seconds * 1000) * 1000, minutes


def _lasted(given: object) -> int:
    milliseconds = _number(given)
    return 0 if milliseconds is None else int(min(max(0.0, milliseconds), 86_400_000.0) * 1000)


def _sent_headers(sent: Table, kind: str) -> Pairs:
    pairs = _headers(sent)
    names = {name for name, _ in pairs}
    cookies = [one for one in _list(sent, "cookies") if isinstance(one, dict)]
    if cookies and "cookie" not in names:
        text = "; ".join(f"{_text(one, 'name')}={_text(one, 'value')}" for one in cookies[:FIELDS])
        pairs += (("cookie", text),)
    if kind and ("content-type" not in names or _BOUNDARY in kind):
        kept = tuple(pair for pair in pairs if pair[0] != "content-type")
        pairs = (*kept, ("content-type", kind))
    return pairs


def _headers(half: Table) -> Pairs:
    found = [one for one in _list(half, "headers")[:FIELDS] if isinstance(one, dict)]
    pairs = [(_text(one, "name").lower(), _text(one, "value")) for one in found]
    return tuple(pair for pair in pairs if pair[0] and not pair[0].startswith(":"))


def _sent(sent: Table) -> tuple[bytes | None, str]:
    """Return the body that was sent and its type; fields are put together where that is all."""
    post = _table(sent, "postData")
    kind = _text(post, "mimeType")
    if text := _text(post, "text"):
        return _content(text, _text(post, "encoding") or _text(post, "_encoding")), kind
    fields = [one for one in _list(post, "params")[:FIELDS] if isinstance(one, dict)]
    if not fields:
        return (b"" if sent.get("bodySize") in (0, -1, None) else None), kind
    if kind.lower().startswith("multipart/"):
        boundary = _boundary(kind)
        typed = kind if boundary else f"multipart/form-data; boundary={_BOUNDARY}"
        return _multipart(fields, boundary or _BOUNDARY), typed
    pairs = [(_text(one, "name"), _text(one, "value")) for one in fields]
    return urlencode(pairs, errors="replace").encode(), kind


def _boundary(kind: str) -> str:
    _, _, after = kind.partition("boundary=")
    return after.split(";")[0].strip().strip('"')


def _multipart(fields: list[Table], boundary: str) -> bytes:
    pieces = []
    for one in fields:
        named = '; filename="file"' if one.get("fileName") else ""
        name = _text(one, "name").replace('"', "")
        head = f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"{named}\r\n\r\n'
        pieces.append(f"{head}{_text(one, 'value')}\r\n")
    return ("".join(pieces) + f"--{boundary}--\r\n").encode("utf-8", "replace")


def _uploads(sent: Table, body: bytes | None, kind: str) -> tuple[Upload, ...]:
    """Return the files that were sent, as far as they were recorded."""
    if not kind.lower().startswith("multipart/"):
        return (Upload("", kind, _window(body)),) if body else ()
    fields = _list(_table(sent, "postData"), "params")[:FIELDS]
    return tuple(
        Upload(
            _text(one, "name"),
            _text(one, "contentType"),
            _window(_bytes(_text(one, "value"))),
        )
        for one in fields
        if isinstance(one, dict) and one.get("fileName")
    )


def _window(content: bytes) -> Window:
    return Window(content[:HEAD], content[-TAIL:], len(content))


def _response(given: Table) -> Response | None:
    status = _number(given.get("status"))
    if status is None or not 100 <= status < 600:  # noqa: PLR2004 - what HTTP has
        return None
    content = _table(given, "content")
    text = content.get("text")
    missing = not isinstance(text, str) and (_number(content.get("size")) or 0) > 0
    headers = _headers(given)
    if all(name != "content-type" for name, _ in headers) and _text(content, "mimeType"):
        headers = (*headers, ("content-type", _text(content, "mimeType")))
    return Response(
        status=int(status),
        headers=headers,
        body=None if missing else _content(_text(content, "text"), _text(content, "encoding")),
        truncated=missing,
    )


def _content(text: str, encoding: str) -> bytes:
    if encoding.lower() != "base64":
        return _bytes(text)
    try:
        return base64.b64decode(text, validate=False)
    except (binascii.Error, ValueError):
        return _bytes(text)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _table(given: Table, name: str) -> Table:
    found = given.get(name)
    return found if isinstance(found, dict) else {}


def _list(given: Table, name: str) -> list[Any]:
    found = given.get(name)
    return found if isinstance(found, list) else []


def _text(given: Table, name: str) -> str:
    found = given.get(name)
    return found if isinstance(found, str) else ""


def _number(given: object) -> float | None:
    if isinstance(given, bool) or not isinstance(given, (int, float, Decimal)):
        return None
    try:
        number = float(given)
    except OverflowError:
        return None
    return number if abs(number) < HUGE else None
