import json

import pytest
from exports_made import BEGUN
from exports_more import ARCHIVES
from exports_read import Reads


@pytest.mark.parametrize("era", ["instagram-2018", "instagram-2021", "instagram-2026"])
def test_each_era_tells_of_acts_of_the_platform(reads: Reads, era: str) -> None:
    made = ARCHIVES[era]()
    found = reads(made.files)
    assert {*Reads.count(found)} == {(platform, activity) for platform, activity, _ in made.truth}


def test_targets_are_those_of_the_wire(reads: Reads) -> None:
    files = {"likes/liked_posts.json": json.dumps(
        {"likes_media_likes": [{"string_list_data": [
            {"href": "https://www.instagram.com/reel/CuE2WNQs6vH/?x=1", "timestamp": BEGUN}]}]})}  # fmt: skip
    ((_, found),) = reads(files)
    assert found.target == "3135870261135649735"
    assert found.at == BEGUN * 1_000_000


def test_no_name_of_a_language_is_needed(reads: Reads) -> None:
    entry = {"string_map_data": {"コメント": {"value": "x"}, "時間": {"timestamp": BEGUN}}}
    ((_, found),) = reads({"comments/post_comments_1.json": json.dumps([entry])})
    assert (found.activity, found.at) == ("comment", BEGUN * 1_000_000)


def test_an_entry_without_a_time_has_no_date(reads: Reads) -> None:
    entry = {"title": "z", "string_list_data": [{"href": "", "timestamp": 0}]}
    ((_, found),) = reads({"likes/liked_posts.json": json.dumps({"likes_media_likes": [entry]})})
    assert found.at is None
