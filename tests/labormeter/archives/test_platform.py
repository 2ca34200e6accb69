from labormeter.archives.platform import ending
from labormeter.archives.recognise import READERS
from labormeter.model import ACTIVITIES


def test_names_end_so_after_a_folder_or_as_a_whole() -> None:
    names = ending(r"likes/liked_posts\.json")
    assert names.search("x/likes/liked_posts.json")
    assert names.search("likes/liked_posts.json")
    assert not names.search("dislikes/liked_posts.json")


def test_no_pattern_has_letters_that_names_in_lower_case_lack() -> None:
    for reader in READERS:
        patterns = (
            [one.names for one in reader.topics] + [*reader.marks] + [one for one, _ in reader.left]
        )
        for pattern in patterns:
            plain = pattern.pattern.replace("(?:", "").replace("\\S", "").replace("\\D", "")
            assert plain == plain.lower(), pattern.pattern


def test_platforms_are_told_apart() -> None:
    assert len({one.slug for one in READERS}) == len(READERS) == 12
    assert "like" in ACTIVITIES
