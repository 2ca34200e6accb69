import json

import pytest
from exports_made import BEGUN
from exports_more import ARCHIVES
from exports_read import Reads


@pytest.mark.parametrize("era", ["tiktok-2021", "tiktok-2023", "tiktok-2025", "tiktok-text"])
def test_each_era_tells_of_acts_of_the_platform(reads: Reads, era: str) -> None:
    made = ARCHIVES[era]()
    found = reads(made.files)
    assert {*Reads.count(found)} == {(platform, activity) for platform, activity, _ in made.truth}


def test_what_was_watched_is_no_act(reads: Reads) -> None:
    found = reads(ARCHIVES["tiktok-2025"]().files)
    assert [one.made for _, one in found if one.activity == "post"] == [""]


def test_the_id_is_in_the_link(reads: Reads) -> None:
    link = "https://www.tiktokv.com/share/video/7301234567890123456/"
    content = {
        "Activity": {
            "Like List": {"ItemFavoriteList": [{"date": "2023-11-14 22:13:20", "link": link}]}
        }
    }
    ((_, found),) = reads({"user_data.json": json.dumps(content)})
    assert (found.target, found.at) == ("7301234567890123456", BEGUN * 1_000_000)
