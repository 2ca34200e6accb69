"""Factories for tests and pack authors: small values with everything filled in."""

from __future__ import annotations

import hashlib
import itertools
import json
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from labormeter.model import Act, Exchange, Pairs, Request, Response, Upload

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

NOON: Final = 1_780_315_200_000_000
"""Noon UTC of 1 June 2026, a Monday, in microseconds since 1970."""

_numbers = itertools.count(1)


def exchange(
    method: str,
    url: str,
    form: Mapping[str, str] | None = None,
    *,
    body: bytes | str | Mapping[str, Any] | Sequence[Any] | None = None,
    headers: Mapping[str, str] | None = None,
    status: int | None = 200,
    answer: bytes | str | Mapping[str, Any] | Sequence[Any] = b"",
    answer_headers: Mapping[str, str] | None = None,
    at: int = NOON,
    uploads: tuple[Upload, ...] = (),
) -> Exchange:
    """Return an exchange; a mapping is sent as JSON, `form` as a form, status None is no answer."""
    parts = urlsplit(url)
    sent, kind = (urlencode(form).encode(), _FORM) if form is not None else _encoded(body)
    fields = _pairs(headers, kind)
    returned, answer_kind = _encoded(answer)
    response = (
        None
        if status is None
        else Response(status=status, headers=_pairs(answer_headers, answer_kind), body=returned)
    )
    return Exchange(
        request=Request(
            method=method,
            host=parts.hostname or "",
            path=unquote(parts.path),
            query=tuple(parse_qsl(parts.query, keep_blank_values=True)),
            headers=fields,
            body=sent,
        ),
        response=response,
        started_at=at,
        finished_at=at,
        uploads=uploads,
    )


_FORM: Final = "application/x-www-form-urlencoded"


def _encoded(body: object) -> tuple[bytes, str]:
    match body:
        case None:
            return b"", ""
        case bytes():
            return body, ""
        case str():
            return body.encode(), ""
        case _:
            return json.dumps(body).encode(), "application/json"


def _pairs(headers: Mapping[str, str] | None, kind: str) -> Pairs:
    given = {name.lower(): value for name, value in (headers or {}).items()}
    if kind:
        given.setdefault("content-type", kind)
    return tuple(given.items())


def act(**changes: Any) -> Act:  # noqa: ANN401 - any field of Act
    """Return an act, each with an id of its own; name the fields that matter to the test."""
    number = next(_numbers)
    usual: dict[str, Any] = {
        "id": hashlib.sha256(f"act {number}".encode()).hexdigest()[:32],
        "occurred_at": NOON + number * 1000,
        "utc_offset": 0,
        "platform": "practice",
        "activity": "like",
        "effect": "do",
        "rule": "practice:like",
        "pack": "1",
    }
    return Act(**(usual | changes))
