import json

import pytest
from exports_more import ARCHIVES
from exports_read import Reads


@pytest.mark.parametrize("era", ["youtube-2019", "youtube-2022", "youtube-2025"])
def test_each_era_tells_of_acts_of_the_platform(reads: Reads, era: str) -> None:
    made = ARCHIVES[era]()
    found = reads(made.files)
    assert {*Reads.count(found)} == {(platform, activity) for platform, activity, _ in made.truth}


@pytest.mark.parametrize(
    ("name", "activity"),
    [
        ("Liked videos.csv", "like"), ("Mag ich-Videos.csv", "like"), ("Vidéos J\u2019aime.csv", "like"),
        ("Leuke video's.csv", "like"), ("Watch later.csv", "save"), ("Später ansehen.csv", "save"),
    ],
)  # fmt: skip
def test_a_list_of_likes_by_its_name(reads: Reads, name: str, activity: str) -> None:
    rows = "a,b\nabcdefghijk,2024-05-01T10:00:00+02:00\n"
    ((_, found),) = reads({f"Takeout/YouTube/playlists/{name}": rows})
    assert (found.activity, found.at) == (activity, 1_714_550_400_000_000)


def test_comments_in_any_language_and_case(reads: Reads) -> None:
    row = "UgxAAAAAAAAAAAAAAAAAAAA,UCaaaaaaaaaaaaaaaaaaaaaa,2024-05-01T10:00:00+00:00,0,,abcdefghijk,x"
    head = "Reactie-ID,Kanaal-ID,Tijdstempel,Prijs,Bovenliggend,Video-ID,Tekst\n"
    ((_, found),) = reads({"Takeout/YouTube en YouTube Music/reacties/reacties.csv": head + row})
    assert (found.activity, found.target, found.kind) == ("comment", "abcdefghijk", "comments")


def test_comments_since_june_2024_begin_with_the_channel(reads: Reads) -> None:
    head = "Channel ID,Comment Create Timestamp,Price,Comment ID,Parent Comment ID,Video ID,Text\n"
    channel, when = "UC" + "a" * 22, "2024-07-01T10:00:00.123+00:00"
    rows = [
        f"{channel},{when},0,UgyAAAAAAAAAAAAAAAAAAAAA,UgzBBBBBBBBBBBBBBBBBBBBB,abcdefghijk,UgX is said",
        f"{channel},{when},0,ChwKGkNN,abcdefghijk,x",
        f"{channel},{when},0,UgkCCCCCCCCCCCCCCCCCCCCC,,x",
        f"{channel},France,public,,",
    ]
    found = reads({"Takeout/YouTube/comments/comments.csv": head + "\n".join(rows)})
    assert [(one.activity, one.made[:3], one.target) for _, one in found] == [
        ("comment", "Ugy", "abcdefghijk"),
        ("comment", "Chw", "abcdefghijk"),
        ("post", "Ugk", ""),
    ]


def test_what_was_watched_is_no_act(reads: Reads) -> None:
    files = {"Takeout/My Activity/YouTube/MyActivity.json": json.dumps(
        [{"title": "Watched a film", "time": "2024-05-01T10:00:00Z"},
         {"title": "Liked to be here", "time": "2024-05-01T10:00:00Z", "titleUrl": "https://x/"}])}  # fmt: skip
    assert [one.kind for _, one in reads(files)] == ["liked-else"]
