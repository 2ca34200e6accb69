from __future__ import annotations

from typing import TYPE_CHECKING

from labormeter.home import Home
from labormeter.ledger import posted, query
from labormeter.ledger.log import Log
from labormeter.model import Link
from labormeter.testing import NOON, act

if TYPE_CHECKING:
    from pathlib import Path


def test_an_upload_is_posted_once_however_many_posts_use_it(tmp_path: Path) -> None:
    home = Home(tmp_path / "home").create()
    uploads = [act(platform="x", activity="upload") for _ in range(3)]
    posts = [act(platform="x", activity="post") for _ in range(2)]
    links = [Link(posts[0].id, uploads[0].id), Link(posts[1].id, uploads[0].id)]
    with Log.open(home, now=NOON) as log:
        log.append([*uploads, *posts], [*links, Link(posts[1].id, uploads[1].id)])
    with query.open(home) as ledger:
        found = posted.looked_up(home, ledger.cells())
    assert {cell.activity: (cell.net, cell.posted) for cell in found} == {
        "upload": (3, 2),
        "post": (2, 0),
    }
