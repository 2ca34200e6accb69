"""Flows to exchanges: the only place that reads what mitmproxy holds."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl, unquote

from labormeter.model import SECOND, Exchange, Pairs, Request, Response
from labormeter_addon import coding

if TYPE_CHECKING:
    from mitmproxy import http

    from labormeter_addon.tap import Tap

FIELDS: Final = 1000
"""Query parameters that are looked at."""


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a request, as matching wants it."""

    method: str
    host: str
    path: str
    query: Pairs
    headers: Pairs

    def header(self, name: str) -> str:
        """Return the first header of that name, empty where there is none."""
        return next((value for key, value in self.headers if key == name), "")


def head(flow: http.HTTPFlow) -> Head:
    """Read the head of a request."""
    data = flow.request.data
    path, _, query = data.path.decode("utf-8", "replace").partition("?")
    return Head(
        method=data.method.decode("ascii", "replace").upper(),
        host=data.host.lower(),
        path=unquote(path),
        query=_query(query),
        headers=pairs(data.headers.fields),
    )


def pairs(fields: tuple[tuple[bytes, bytes], ...]) -> Pairs:
    """Return headers as text, names in lower case."""
    return tuple(
        (name.decode("ascii", "replace").lower(), value.decode("utf-8", "replace"))
        for name, value in fields
    )


def _query(text: str) -> Pairs:
    if not text:
        return ()
    try:
        return tuple(parse_qsl(text, keep_blank_values=True, max_num_fields=FIELDS))
    except ValueError:
        return ()


def astray(flow: http.HTTPFlow, found: Head) -> bool:
    """Return whether a request names another host than the one its connection was opened for."""
    named = flow.request.data.authority.decode("ascii", "replace") or found.header("host")
    return bool(named) and named.lower().removesuffix(":443").rstrip(".") != found.host


def length(fields: tuple[tuple[bytes, bytes], ...]) -> int | None:
    """Return the size that a message declares, None where it declares none."""
    for name, value in fields:
        if len(name) == 14 and name.lower() == b"content-length":  # noqa: PLR2004
            return int(value) if value.isdigit() else None
    return None


def streams(fields: tuple[tuple[bytes, bytes], ...]) -> bool:
    """Return whether an answer is an open-ended stream of events."""
    return any(
        name.lower() == b"content-type" and value.lower().startswith(b"text/event-stream")
        for name, value in fields
    )


def challenges(flow: http.HTTPFlow) -> bool:
    """Return whether an answer is a bot check in place of what was asked for.

    Cloudflare says `cf-mitigated: challenge`; DataDome sets `x-datadome` or `x-dd-b` on what it
    blocks; Google and others redirect to a page of theirs (`/sorry/`, `captcha`).
    """
    if flow.response is None:
        return False
    found = dict(pairs(flow.response.data.headers.fields))
    if found.get("cf-mitigated", "").lower() == "challenge":
        return True
    if flow.response.status_code in {301, 302, 303, 307}:
        there = found.get("location", "").lower()
        return "/sorry/" in there or "captcha" in there.partition("?")[0]
    return "x-datadome" in found or "x-dd-b" in found


def exchange(flow: http.HTTPFlow, found: Head, tap: Tap | None, *, answer: bool = True) -> Exchange:
    """Return a finished flow as an exchange; its answer is None where none came.

    Without `answer` the body of the answer is not looked at.
    """
    request = flow.request
    body, cut = _sent(flow, found, tap)
    started = int(request.timestamp_start * SECOND)
    return Exchange(
        request=Request(
            method=found.method,
            host=found.host,
            path=found.path,
            query=found.query,
            headers=found.headers,
            body=body,
            truncated=cut,
        ),
        response=_answer(flow, whole=answer),
        started_at=started,
        finished_at=max(started, time.time_ns() // 1000),
        utc_offset=time.localtime().tm_gmtoff // 60,
        client=client(flow),
        uploads=() if tap is None else tap.uploads(),
    )


def frame(flow: http.HTTPFlow, found: Head, content: bytes) -> Exchange:
    """Return a text frame that the client sent over a websocket as an exchange of its own."""
    at = time.time_ns() // 1000
    return Exchange(
        request=Request(
            method="SEND",
            host=found.host,
            path=found.path,
            query=found.query,
            headers=found.headers,
            body=content,
        ),
        response=None,
        started_at=at,
        finished_at=at,
        utc_offset=time.localtime().tm_gmtoff // 60,
        client=client(flow),
    )


def client(flow: http.HTTPFlow) -> int:
    """Return a number for the client's connection; it lives in memory only."""
    return int(flow.client_conn.id.replace("-", ""), 16)


def _sent(flow: http.HTTPFlow, found: Head, tap: Tap | None) -> tuple[bytes | None, bool]:
    if tap is None:
        return None, False
    body, cut = tap.body()
    complete = flow.request.timestamp_end is not None
    encoding = found.header("content-encoding")
    if not encoding:
        return body, cut or not complete
    if complete and not cut:
        plain, shortened = coding.undone(body, encoding)
    else:
        plain, shortened = coding.decode(body, encoding)
    return plain, cut or shortened or not complete


def _answer(flow: http.HTTPFlow, *, whole: bool) -> Response | None:
    response = flow.response
    if response is None:
        return None
    headers = pairs(response.data.headers.fields)
    if not whole:
        return Response(status=response.status_code, headers=headers)
    if response.stream or response.data.content is None:
        return Response(status=response.status_code, headers=headers, body=None, truncated=True)
    encoding = next((value for name, value in headers if name == "content-encoding"), "")
    body, cut = coding.decode(response.data.content, encoding)
    return Response(status=response.status_code, headers=headers, body=body, truncated=cut)
