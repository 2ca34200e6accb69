"""From a case, as a pack writes it down, to exchanges."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any, Final

from labormeter.model import HEAD, SECOND, TAIL, Upload, Window
from labormeter.testing import NOON, exchange

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from labormeter.model import Exchange
    from labormeter.rules.pack import Case

type Table = Mapping[str, Any]

_BOUNDARY: Final = "labormeter-case"


def exchanges(case: Case) -> Iterator[Exchange]:
    """Yield a case's exchanges, the first at noon, each `after` seconds behind the one before."""
    at = NOON
    for table in case.exchanges:
        at += round(float(str(table.get("after", 0))) * SECOND)
        yield _exchange(table, at)


def _exchange(table: Table, at: int) -> Exchange:
    sent, answer = table["request"], table.get("response")
    content, headers = _body(sent)
    return exchange(
        sent["method"],
        sent["url"],
        _texts(sent["form"]) if "form" in sent else None,
        body=content,
        headers={**headers, **_texts(sent.get("headers", {}))},
        status=None if answer is None else answer.get("status", 200),
        answer=_content(answer or {}),
        answer_headers=_texts((answer or {}).get("headers", {})),
        at=at,
        uploads=tuple(_uploads(sent)),
    )


def _texts(table: Table) -> dict[str, str]:
    return {name: _text(value) for name, value in table.items()}


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _content(table: Table) -> Any:  # noqa: ANN401 - whatever JSON holds
    if "base64" in table:
        return base64.b64decode(table["base64"])
    return table.get("json", table.get("body", b""))


def _body(sent: Table) -> tuple[Any, dict[str, str]]:
    if "parts" not in sent:
        return _content(sent), {}
    pieces = [_head(part) + _bytes(part) + b"\r\n" for part in sent["parts"]]
    body = b"".join(pieces) + f"--{_BOUNDARY}--\r\n".encode()
    return body, {"content-type": f"multipart/form-data; boundary={_BOUNDARY}"}


def _head(part: Table) -> bytes:
    named = f'; filename="{part["filename"]}"' if "filename" in part else ""
    kind = f"\r\nContent-Type: {part['type']}" if "type" in part else ""
    line = f'Content-Disposition: form-data; name="{part["name"]}"{named}'
    return f"--{_BOUNDARY}\r\n{line}{kind}\r\n\r\n".encode()


def _bytes(part: Table) -> bytes:
    if "base64" in part:
        return base64.b64decode(part["base64"])
    return str(part.get("body", "")).encode()


def _uploads(sent: Table) -> Iterator[Upload]:
    """Yield what the meter would keep of the files: each file part, and the body as a whole."""
    for part in sent.get("parts", ()):
        if "filename" in part:
            yield Upload(part["name"], part.get("type", ""), _window(_bytes(part)))
    if "parts" not in sent and ("base64" in sent or "body" in sent):
        kind = _texts(sent.get("headers", {})).get("content-type", "")
        yield Upload("", kind, _window(_bytes(sent)))


def _window(content: bytes) -> Window:
    return Window(content[:HEAD], content[-TAIL:], len(content))
