import json
from pathlib import Path
from typing import Any

import pytest
from exports_made import BEGUN, Made, jpeg

from labormeter import importing
from labormeter.archives import zipped
from labormeter.archives.survey import Survey
from labormeter.errors import KnownError
from labormeter.home import Home

LIKES = "likes/liked_posts.json"


def look(home: Home, made: Made, tmp_path: Path) -> Survey:
    with importing.opened(home, [made.zipped(tmp_path / "a.zip")]) as job:
        return job.survey


def liked(*stamps: Any) -> Made:
    made = Made()
    items = [
        {"string_list_data": [{"href": f"https://x/{n}", "timestamp": at}]}
        for n, at in enumerate(stamps)
    ]
    made.write(LIKES, {"likes_media_likes": items})
    made.write("comments/post_comments.json", [])
    return made


def test_moments_that_cannot_be_are_no_dates(home: Home, tmp_path: Path) -> None:
    """Before 1970, before there was the platform, long from now."""
    survey = look(
        home, liked(-86_400 * 400, 5, 900_000_000, 32_000_000_000, BEGUN, None, "x"), tmp_path
    )
    assert {one.year: one.found for one in survey.tallies} == {"": 6, "2023": 1}


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "is empty"), (b"<html><body>", "is HTML"), (b"[object Object]", "not JSON"),
        (b'[{"timestamp": 17000', "breaks off"), (b"\xff\xfe\x00", "JSON"), (b"\x00" * 500, "JSON"),
        (b'{"likes_media_likes": [{"string_list_data": [{"timestamp": 1700000000}]}, ]}', "breaks off"),
        (b"[" * 200_000, "JSON"), (b"[" * 200_000 + b"]" * 200_000, "JSON"),
        (b'{"a":' * 200_000 + b"1" + b"}" * 200_000, "JSON"),
    ],
)  # fmt: skip
def test_a_broken_file_is_left_out_as_a_whole_and_said(
    home: Home, tmp_path: Path, content: bytes, why: str
) -> None:
    made = liked()
    made.write("likes/liked_comments.json", [{"timestamp": BEGUN, "label_values": []}])
    made.files[LIKES] = content
    survey = look(home, made, tmp_path)
    (source,) = survey.sources
    assert [(one.what, why in one.why) for one in source.passed] == [("liked-posts", True)]
    assert sum(one.found for one in survey.tallies) == 1


def test_a_bomb_in_an_export_is_left_out_and_said(home: Home, tmp_path: Path) -> None:
    made = liked(BEGUN)
    made.files["likes/liked_comments.json"] = b"[" + b" " * (zipped.FREE + (1 << 20)) + b"]"
    (source,) = look(home, made, tmp_path).sources
    assert [(one.what, "a bomb" in one.why) for one in source.passed] == [("liked-comments", True)]
    assert source.files == 2


def test_an_export_in_html_says_what_to_ask_for(home: Home, tmp_path: Path) -> None:
    made = Made()
    for name in ("likes/liked_posts.html", "comments/post_comments_1.html", "media/posts_1.html"):
        made.write(f"your_instagram_activity/{name}", "<html><body>Zoe</body></html>")
    path = made.zipped(tmp_path / "a.zip")
    with importing.opened(home, [path]) as job:
        (source,) = job.survey.sources
        assert not job.survey.changes
    assert ["ask the platform for JSON" in one.why for one in source.passed] == [True]


def test_texts_that_are_not_utf_8_cost_no_act(home: Home, tmp_path: Path) -> None:
    made = liked(BEGUN, BEGUN + 60)
    for spelling in ("latin-1", "utf-16"):
        text = made.files[LIKES].decode().replace("timestamp", 'title": "Zo\u00eb", "timestamp')
        other = Made(made.files | {LIKES: text.encode(spelling)})
        survey = look(home, other, tmp_path)
        assert not survey.sources[0].passed
        assert sum(one.found for one in survey.tallies) == 2


def test_the_whole_is_refused_where_its_zip_breaks_off(home: Home, tmp_path: Path) -> None:
    path = liked(BEGUN).zipped(tmp_path / "a.zip")
    path.write_bytes(path.read_bytes()[:-30])
    with pytest.raises(KnownError, match="breaks off"), importing.opened(home, [path]):
        pass


def test_shapes_of_nobody_are_passed_over(home: Home, tmp_path: Path) -> None:
    made = Made()
    nonsense: list[Any] = [
        1,
        None,
        "x",
        [],
        {},
        {"timestamp": {}},
        {"string_list_data": "x"},
        {"data": 5},
    ]
    for name in (
        LIKES,
        "comments/post_comments_1.json",
        "media/posts_1.json",
        "saved/saved_posts.json",
    ):
        made.write(name, nonsense)
    survey = look(home, made, tmp_path)
    assert not [one for one in survey.sources if one.passed]
    assert {one.year for one in survey.tallies} == {""}


def test_a_file_that_the_platform_returned_is_looked_at(home: Home, tmp_path: Path) -> None:
    made = Made()
    item = {"uri": "media/posts/a.jpg", "creation_timestamp": BEGUN}
    made.write("me/your_instagram_activity/media/posts_1.json", [{"media": [item]}])
    made.write("me/media/posts/a.jpg", jpeg())
    made.write("me/your_instagram_activity/likes/liked_posts.json", [])
    with importing.opened(home, [made.zipped(tmp_path / "a.zip")]) as job:
        (kinds,) = [
            kinds
            for (kinds,) in job._desk.staging.rows("SELECT kinds FROM staged WHERE kinds != ''")
        ]
    assert {"gps seen", "serial seen"} <= {*str(kinds).split(";")}


def test_a_returned_file_that_is_broken_costs_nothing(home: Home, tmp_path: Path) -> None:
    made = Made()
    made.write("data/tweets.js", json.dumps([{"tweet": {"id_str": "1", "created_at": "", "extended_entities": {
        "media": [{"media_url_https": "https://x/a.jpg"}, {"media_url_https": "https://x/../../b"}, 5]}}}]))  # fmt: skip
    made.write("data/tweets_media/1-a.jpg", b"\xff\xd8\xff\xe1\xff\xff")
    made.write("data/account.js", "window.YTD.account.part0 = []")
    survey = look(home, made, tmp_path)
    assert {one.activity: one.found for one in survey.tallies} == {"post": 1, "upload": 3}
