"""What happens on the square: who likes, says and shares what, and what is refused.

The square counts for itself what it accepted, so that labormeter's count can be held against it.
An answer is `{"ok": true, ...}` or `{"ok": false, "reason": ...}`, both under HTTP 200, as the great
platforms do it: a status alone proves nothing. All of it is in memory and ends with the process.
"""

from __future__ import annotations

import itertools
import json
import random
import threading
from collections import Counter
from importlib import resources
from typing import TYPE_CHECKING, Any, Final

from labormeter.practice import captcha

if TYPE_CHECKING:
    from collections.abc import Mapping

    from labormeter.practice.captcha import Board

type Answer = dict[str, Any]

PHOTOS: Final = 24
"""Photos kept at most; older ones are forgotten."""
LIMIT: Final = 2000
"""Characters of a text that are kept."""

_IMAGES: Final = {b"\xff\xd8\xff": "image/jpeg", b"\x89PNG": "image/png", b"RIFF": "image/webp"}


class Square:
    """The site's state, safe to be used from many threads."""

    def __init__(self, seed: int | None = None) -> None:
        text = resources.files("labormeter.practice") / "resources/square.json"
        start = json.loads(text.read_text(encoding="utf-8"))
        self.people: dict[str, Answer] = {one["id"]: one for one in start["people"]}
        self.posts: dict[str, Answer] = {one["id"]: {**one, "said": []} for one in start["posts"]}
        self.liked: set[str] = set()
        self.followed: set[str] = set()
        self.photos: dict[str, tuple[str, bytes]] = {}
        self.boards: dict[str, Board] = {}
        self.reports: dict[str, Answer] = {}
        self.tally: Counter[str] = Counter()
        """Activity, or `undo` and the activity -> how many were accepted."""
        self.refusals = 0
        self._dice = random.Random(seed)  # noqa: S311 - nothing is secret here
        self._numbers = itertools.count(1)
        self._lock = threading.RLock()

    def feed(self) -> Answer:
        """Return all posts and people, the newest first."""
        with self._lock:
            posts = sorted(self.posts.values(), key=lambda post: int(post["minutes"]))
            shown = [{**post, "liked": post["id"] in self.liked} for post in posts]
            people = [
                {**one, "followed": one["id"] in self.followed} for one in self.people.values()
            ]
            return {"posts": shown, "people": people, **self.counted()}

    def counted(self) -> Answer:
        """Return what was accepted and how much was refused."""
        with self._lock:
            return {"tally": dict(self.tally), "refused": self.refusals}

    def like(self, post: str) -> Answer:
        """Like a post; those for a circle are refused."""
        with self._lock:
            found = self.posts.get(post)
            if found is None:
                return self._refuse("gone")
            if found.get("circle"):
                return self._refuse("circle")
            if post in self.liked:
                return self._refuse("already")
            self.liked.add(post)
            found["likes"] += 1
            return self._accept("like", {"post": post, "liked": True, "likes": found["likes"]})

    def unlike(self, post: str) -> Answer:
        """Take a like back."""
        with self._lock:
            if post not in self.liked:
                return self._refuse("already")
            self.liked.discard(post)
            found = self.posts[post]
            found["likes"] -= 1
            shown = {"post": post, "liked": False, "likes": found["likes"]}
            return self._accept("undo like", shown, "like")

    def comment(self, post: str, text: str) -> Answer:
        """Say something under a post."""
        with self._lock:
            found = self.posts.get(post)
            if found is None:
                return self._refuse("gone")
            if found.get("quiet"):
                return self._refuse("quiet")
            if not text.strip():
                return self._refuse("empty")
            said = {"id": self._name("c"), "post": post, "text": text.strip()[:LIMIT]}
            found["said"].append(said)
            return self._accept("comment", said)

    def share(self, post: str) -> Answer:
        """Pass a post on; those for a circle are refused."""
        with self._lock:
            found = self.posts.get(post)
            if found is None:
                return self._refuse("gone")
            if found.get("circle"):
                return self._refuse("circle")
            return self._accept("share", {"id": self._name("s"), "post": post})

    def follow(self, person: str) -> Answer:
        """Follow somebody; who is closed refuses."""
        with self._lock:
            found = self.people.get(person)
            if found is None:
                return self._refuse("gone")
            if found.get("closed"):
                return self._refuse("closed")
            if person in self.followed:
                return self._refuse("already")
            self.followed.add(person)
            return self._accept("follow", {"person": person, "followed": True})

    def unfollow(self, person: str) -> Answer:
        """Follow somebody no more."""
        with self._lock:
            if person not in self.followed:
                return self._refuse("already")
            self.followed.discard(person)
            return self._accept("undo follow", {"person": person, "followed": False}, "follow")

    def upload(self, content: bytes) -> Answer:
        """Take a photo in; what is no picture is refused."""
        kind = next((kind for sign, kind in _IMAGES.items() if content.startswith(sign)), "")
        with self._lock:
            if not kind:
                return self._refuse("picture")
            name = self._name("f")
            self.photos[name] = kind, content
            for old in list(self.photos)[:-PHOTOS]:
                del self.photos[old]
            return self._accept("upload", {"id": name}, "photo")

    def post(self, text: str, photo: str) -> Answer:
        """Publish a text, a photo, or both."""
        with self._lock:
            if not text.strip() and not photo:
                return self._refuse("empty")
            if photo and photo not in self.photos:
                return self._refuse("gone")
            name = self._name("m")
            said = text.strip()[:LIMIT]
            self.posts[name] = {
                "id": name,
                "by": "you",
                "picture": "",
                "photo": photo,
                "likes": 0,
                "minutes": -len(self.posts),
                "en": said,
                "fr": said,
                "alt": {"en": "", "fr": ""},
                "said": [],
            }
            return self._accept("post", self.posts[name])

    def report_open(self, post: str) -> Answer:
        """Begin a report; nothing is reported yet."""
        with self._lock:
            if post not in self.posts:
                return self._refuse("gone")
            name = self._name("r")
            self.reports[name] = {"id": name, "post": post, "reason": "", "state": "open"}
            return {"ok": True, "report": dict(self.reports[name])}

    def report_reason(self, report: str, reason: str) -> Answer:
        """Say why."""
        with self._lock:
            found = self.reports.get(report)
            if found is None or found["state"] != "open":
                return self._refuse("gone")
            found["reason"] = reason
            return {"ok": True, "report": dict(found)}

    def report_send(self, report: str) -> Answer:
        """Send the report; without a reason, or about nothing, it is refused."""
        with self._lock:
            found = self.reports.get(report)
            if found is None or found["state"] != "open":
                return self._refuse("gone")
            if found["reason"] in {"", "dislike"}:
                return self._refuse("grounds")
            found["state"] = "sent"
            return self._accept("report", dict(found))

    def board(self) -> Answer:
        """Show a captcha."""
        with self._lock:
            return {"ok": True, "board": self._shown(captcha.draw(self._dice))}

    def solve(self, token: str, chosen: frozenset[int]) -> Answer:
        """Judge an answer to a board."""
        with self._lock:
            board = self.boards.pop(token, None)
            if board is None:
                return self._refuse("gone")
            right, following = captcha.judge(board, chosen, self._dice)
            if following is None:
                return self._accept("captcha", {"state": "solved"})
            shown = {"board": self._shown(following)}
            if not right:
                return {**self._refuse("tiles"), **shown}
            return {"ok": True, "captcha": {"state": "more"}, **shown}

    def tile(self, token: str, index: int) -> tuple[str, int] | None:
        """Return the subject and seed of a tile that is being shown."""
        with self._lock:
            board = self.boards.get(token)
            if board is None or not 0 <= index < len(board.tiles):
                return None
            return board.tiles[index], board.seeds[index]

    def _shown(self, board: Board) -> Answer:
        self.boards[board.token] = board
        for old in list(self.boards)[:-PHOTOS]:
            del self.boards[old]
        return {
            "token": board.token,
            "asked": board.asked,
            "left": board.left,
            "tiles": list(board.tiles),
        }

    def _name(self, kind: str) -> str:
        return f"{kind}{next(self._numbers)}{self._dice.getrandbits(24):06x}"

    def _accept(self, activity: str, shown: Mapping[str, object], key: str = "") -> Answer:
        self.tally[activity] += 1
        return {"ok": True, key or activity: dict(shown), **self.counted()}

    def _refuse(self, reason: str) -> Answer:
        self.refusals += 1
        return {"ok": False, "reason": reason, **self.counted()}
