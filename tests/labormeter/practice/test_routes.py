from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.practice import photo, routes
from labormeter.practice.routes import Asked, Site
from labormeter.practice.square import Square

if TYPE_CHECKING:
    from labormeter.practice.routes import Reply

FORM = "application/x-www-form-urlencoded"


@pytest.fixture
def site() -> Site:
    return Site(Square(seed=1), lambda: {"metered": ["X"], "unmetered": []})


def post(site: Site, path: str, value: object = None, kind: str = "application/json") -> Any:
    body = value if isinstance(value, bytes) else json.dumps(value).encode()
    reply = routes.answer(site, Asked(method="POST", path=path, kind=kind, body=body))
    assert reply.status == 200
    return json.loads(reply.body)


def get(site: Site, path: str) -> Reply:
    return routes.answer(site, Asked(method="GET", path=path))


def test_every_write_reaches_the_square(site: Site) -> None:
    assert post(site, "/api/like", {"post": "p1"})["ok"]
    assert post(site, "/api/unlike", {"post": "p1"})["ok"]
    assert post(site, "/api/share", {"post": "p1"})["ok"]
    assert post(site, "/api/follow", {"person": "ines"})["ok"]
    assert post(site, "/api/unfollow", {"person": "ines"})["ok"]
    assert post(site, "/api/comment", b"post=p1&text=hello", FORM)["ok"]
    assert post(site, "/api/post", {"text": "hello"})["ok"]
    report = post(site, "/api/report", {"post": "p1"})["report"]["id"]
    assert post(site, f"/api/report/{report}/reason", {"reason": "spam"})["ok"]
    assert post(site, f"/api/report/{report}/send", {})["ok"]
    assert set(site.square.tally) == {
        "like", "undo like", "share", "follow", "undo follow", "comment", "post", "report",
    }  # fmt: skip


def test_a_photo_comes_back_as_it_was_sent(site: Site) -> None:
    content = photo.photo(4)
    body = b'--b\r\nContent-Disposition: form-data; name="photo"; filename="a.jpg"\r\n\r\n'
    answer = post(
        site, "/api/photo", body + content + b"\r\n--b--\r\n", "multipart/form-data; boundary=b"
    )
    reply = get(site, f"/photos/{answer['photo']['id']}")
    assert (reply.kind, reply.body) == ("image/jpeg", content)


def test_a_captcha_is_shown_and_solved(site: Site) -> None:
    board = json.loads(get(site, "/captcha/board").body)["board"]
    for _ in range(2):
        assert get(site, f"/captcha/{board['token']}/0.svg").kind == routes.SVG
        chosen = sorted(site.square.boards[board["token"]].right)
        answer = post(site, f"/captcha/{board['token']}", {"tiles": chosen})
        board = answer.get("board")
    assert answer["captcha"]["state"] == "solved"


def test_reads_count_nothing(site: Site) -> None:
    for path in ("/", "/start", "/p/p1", "/api/tally", "/api/status", "/api/like", "/captcha/board",
                 "/files/plaza.js", "/files/plaza.css", "/pictures/sea.svg", "/faces/ines.svg",
                 "/practice-photo-3.jpg"):  # fmt: skip
        assert get(site, path).status == 200, path
    assert post(site, "/api/query", {"operation": "Feed", "like": True})["posts"]
    beacon = Asked(method="POST", path="/telemetry", body=b'{"like":1}')
    assert routes.answer(site, beacon).status == 204
    assert not site.square.tally
    assert not site.square.refusals


@pytest.mark.parametrize(
    "path",
    ["/nowhere", "/files/words.en.json", "/files/../server.py", "/files/x.svg", "/pictures/moon.svg",
     "/photos/f1", "/captcha/0000000000000000/1.svg", "/api/like/", "//", "/captcha/xyz"],
)  # fmt: skip
def test_what_is_not_there_is_not_there(site: Site, path: str) -> None:
    assert get(site, path).status == 404


def test_every_picture_of_a_post_and_every_face_is_there(site: Site) -> None:
    for one in site.square.posts.values():
        if one["picture"]:
            assert get(site, f"/pictures/{one['picture']}.svg").status == 200
        assert one["by"] in site.square.people


@given(st.sampled_from(["GET", "POST", "PUT"]), st.text(max_size=40), st.binary(max_size=60))
def test_nothing_foreign_raises(method: str, path: str, body: bytes) -> None:
    site = Site(Square(seed=1), dict)
    for where in (path, "/api/like", "/api/photo", "/captcha/0000000000000000", "/api/comment"):
        asked = Asked(method=method, path=where, kind="application/json", body=body)
        assert routes.answer(site, asked).status in {200, 204, 404}
    assert not site.square.tally
