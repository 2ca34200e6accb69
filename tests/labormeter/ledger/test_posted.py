from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from labormeter import report
from labormeter.home import Home
from labormeter.ledger import posted, query
from labormeter.ledger.log import Log
from labormeter.model import Link
from labormeter.testing import NOON, act

if TYPE_CHECKING:
    from pathlib import Path


def test_an_upload_is_posted_once_however_many_posts_use_it(tmp_path: Path) -> None:
    home = Home(tmp_path / "home").create()
    uploads = [act(platform="x", activity="upload", finer="picture") for _ in range(3)]
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


MADE = "ab" * 16


@pytest.mark.parametrize(
    ("undo", "left"),
    [
        ({"target": MADE, "net": -1}, 0),
        ({"made": MADE, "net": -1}, 0),
        ({"target": MADE, "net": 0}, 1),
        ({"target": "cd" * 16, "net": -1}, 1),
        ({"target": MADE, "net": -1, "platform": "reddit"}, 1),
        ({"target": MADE, "net": -1, "activity": "comment"}, 1),
    ],
)
def test_a_deleted_post_takes_the_worth_of_its_picture_back(
    tmp_path: Path, undo: dict[str, Any], left: int
) -> None:
    home = Home(tmp_path / "home").create()
    picture = act(platform="x", activity="upload", finer="picture")
    post = act(platform="x", activity="post", made=MADE)
    deleted = act(**{"platform": "x", "activity": "post", "effect": "undo", **undo})
    with Log.open(home, now=NOON) as log:
        log.append([picture, post], [Link(post.id, picture.id)])
        log.append([deleted])
    with query.open(home) as ledger:
        found = posted.looked_up(home, ledger.cells())
    assert sum(cell.posted for cell in found) == left


def test_a_picture_that_two_posts_use_stays_while_one_of_them_stands(tmp_path: Path) -> None:
    home = Home(tmp_path / "home").create()
    picture = act(platform="x", activity="upload", finer="picture")
    posts = [act(platform="x", activity="post", made=made) for made in (MADE, "cd" * 16)]
    gone = act(platform="x", activity="post", effect="undo", target=MADE, net=-1)
    with Log.open(home, now=NOON) as log:
        log.append([picture, *posts], [Link(post.id, picture.id) for post in posts])
        log.append([gone])
    with query.open(home) as ledger:
        found = posted.looked_up(home, ledger.cells())
    assert sum(cell.posted for cell in found) == 1


def test_pictures_and_videos_of_a_day_are_cells_of_their_own(tmp_path: Path) -> None:
    home = Home(tmp_path / "home").create()
    files = [act(platform="x", activity="upload", finer=each) for each in ("picture", "video")]
    post = act(platform="x", activity="post")
    with Log.open(home, now=NOON) as log:
        log.append([*files, post], [Link(post.id, each.id) for each in files])
    with query.open(home) as ledger:
        found = posted.looked_up(home, ledger.cells())
    assert {cell.finer: cell.posted for cell in found if cell.activity == "upload"} == {
        "picture": 1,
        "video": 1,
    }


def test_weeks_are_the_days_added_up(home: Home, log: Log) -> None:
    """Whatever the days: weeks begin on Mondays, also over the end of a year."""
    acts = [
        act(
            platform=platform,
            activity=activity,
            occurred_at=NOON + number * 86_400_000_000 * 3,
            seconds=number if activity == "captcha" else None,
        )
        for number in range(-90, 90)
        for platform, activity in (("x", "like"), ("recaptcha", "captcha"), ("x", "upload"))
    ]
    post = act(platform="x", activity="post")
    log.append([*acts, post], [Link(post.id, acts[-1].id)])
    with query.open(home) as ledger:
        days = posted.looked_up(home, ledger.cells("2026-01-05"))
    found = posted.weeks(home, "2026-01-05")
    by = ("week", "platform", "activity", "source")
    assert report.units(found, by, practice=True) == report.units(days, by, practice=True)
    assert sum(cell.posted for cell in found) == sum(cell.posted for cell in days) == 1
    assert len(found) < len(days)
