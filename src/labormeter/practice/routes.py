"""What the practice site answers to a request: pages, pictures, reads and writes."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, Any, Final

from labormeter.practice import bodies, page, photo, pictures

if TYPE_CHECKING:
    from collections.abc import Callable

    from labormeter.practice.square import Square

type Status = dict[str, Any]

HTML: Final = "text/html; charset=utf-8"
JSON: Final = "application/json"
SVG: Final = "image/svg+xml"

FILES: Final = {
    "plaza.css": "text/css; charset=utf-8",
    "plaza.js": "text/javascript; charset=utf-8",
    "start.js": "text/javascript; charset=utf-8",
    "icon.svg": SVG,
}
"""What is served as it lies in the resources."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request, read."""

    method: str
    path: str
    language: str = "en"
    kind: str = ""
    body: bytes = b""

    def text(self, name: str) -> str:
        """Return a field of the body that is a text."""
        return bodies.text(bodies.fields(self.body, self.kind), name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """An answer to be sent."""

    body: bytes = b""
    kind: str = JSON
    status: int = 200
    lasting: bool = False
    """Whether the browser may keep it for an hour."""


@dataclass(frozen=True, slots=True)
class Site:
    """What the routes answer from: the square, and what labormeter is doing just now."""

    square: Square
    status: Callable[[], Status]


def answer(site: Site, asked: Asked) -> Reply:
    """Return the answer to a request; what is not there is answered with 404."""
    for method, pattern, route in ROUTES:
        if method == asked.method and (found := pattern.fullmatch(asked.path)):
            return route(site, asked, *found.groups())
    return Reply(status=404, body=b'{"ok": false, "reason": "gone"}')


def said(value: object) -> Reply:
    """Return a value as JSON."""
    return Reply(body=json.dumps(value, ensure_ascii=False).encode())


def _plaza(_: Site, asked: Asked) -> Reply:
    return Reply(kind=HTML, body=page.plaza(asked.language).encode())


def _start(site: Site, asked: Asked) -> Reply:
    return Reply(kind=HTML, body=page.start(asked.language, site.status()).encode())


def _file(_: Site, __: Asked, name: str) -> Reply:
    if name not in FILES:
        return Reply(status=404)
    content = (resources.files("labormeter.practice") / "resources" / name).read_bytes()
    return Reply(kind=FILES[name], body=content, lasting=True)


def _scene(_: Site, __: Asked, name: str) -> Reply:
    if name not in pictures.SCENES:
        return Reply(status=404)
    return Reply(kind=SVG, body=pictures.scene(name).encode(), lasting=True)


def _face(_: Site, __: Asked, name: str) -> Reply:
    return Reply(kind=SVG, body=pictures.face(name).encode(), lasting=True)


def _photo(site: Site, _: Asked, name: str) -> Reply:
    kind, content = site.square.photos.get(name, ("", b""))
    return Reply(kind=kind, body=content) if kind else Reply(status=404)


def _practice_photo(_: Site, __: Asked, seed: str) -> Reply:
    return Reply(kind="image/jpeg", body=photo.photo(int(seed)))


def _tile(site: Site, _: Asked, token: str, index: str) -> Reply:
    drawn = site.square.tile(token, int(index))
    return Reply(kind=SVG, body=pictures.tile(*drawn).encode()) if drawn else Reply(status=404)


def _upload(site: Site, asked: Asked) -> Reply:
    return said(site.square.upload(bodies.part(asked.body, asked.kind, "photo")))


def _reason(site: Site, asked: Asked, report: str) -> Reply:
    return said(site.square.report_reason(report, asked.text("reason")))


def _solve(site: Site, asked: Asked, token: str) -> Reply:
    chosen = bodies.fields(asked.body, asked.kind).get("tiles", [])
    numbers = chosen if isinstance(chosen, list) else []
    return said(
        site.square.solve(token, frozenset(each for each in numbers if isinstance(each, int)))
    )


type Route = Callable[..., Reply]

_TABLE: Final[tuple[tuple[str, str, Route], ...]] = (
    ("GET", "/", _plaza),
    ("GET", "/start", _start),
    ("GET", r"/files/([a-z.]{1,20})", _file),
    ("GET", r"/pictures/([a-z]{1,20})\.svg", _scene),
    ("GET", r"/faces/([a-z]{1,20})\.svg", _face),
    ("GET", r"/photos/([a-z0-9]{1,20})", _photo),
    ("GET", r"/practice-photo-(\d{1,3})\.jpg", _practice_photo),
    ("GET", r"/captcha/board", lambda site, _: said(site.square.board())),
    ("GET", r"/captcha/([0-9a-f]{16})/(\d)\.svg", _tile),
    ("GET", r"/api/status", lambda site, _: said(site.status())),
    ("GET", r"/api/tally", lambda site, _: said(site.square.counted())),
    ("GET", r"/api/like", lambda *_: said({"ok": True, "likes": ["ines", "omar"]})),
    ("GET", r"/p/([a-z0-9]{1,20})", lambda *_: Reply(kind=HTML, body=b"<!doctype html>")),
    ("POST", r"/api/query", lambda site, _: said(site.square.feed())),
    ("POST", r"/telemetry", lambda *_: Reply(status=204)),
    ("POST", r"/api/like", lambda site, asked: said(site.square.like(asked.text("post")))),
    ("POST", r"/api/unlike", lambda site, asked: said(site.square.unlike(asked.text("post")))),
    ("POST", r"/api/share", lambda site, asked: said(site.square.share(asked.text("post")))),
    ("POST", r"/api/follow", lambda site, asked: said(site.square.follow(asked.text("person")))),
    (
        "POST",
        r"/api/unfollow",
        lambda site, asked: said(site.square.unfollow(asked.text("person"))),
    ),
    (
        "POST",
        r"/api/comment",
        lambda site, asked: said(site.square.comment(asked.text("post"), asked.text("text"))),
    ),
    ("POST", r"/api/photo", _upload),
    (
        "POST",
        r"/api/post",
        lambda site, asked: said(site.square.post(asked.text("text"), asked.text("photo"))),
    ),
    ("POST", r"/api/report", lambda site, asked: said(site.square.report_open(asked.text("post")))),
    ("POST", r"/api/report/([a-z0-9]{1,20})/reason", _reason),
    (
        "POST",
        r"/api/report/([a-z0-9]{1,20})/send",
        lambda site, _, report: said(site.square.report_send(report)),
    ),
    ("POST", r"/captcha/([0-9a-f]{16})", _solve),
)

ROUTES: Final = tuple((method, re.compile(path), route) for method, path, route in _TABLE)
"""Method, path and what answers."""
