from hypothesis import given
from hypothesis import strategies as st

from labormeter_ui.hues import CATALOGUE, hues, order


@given(st.sets(st.sampled_from([*CATALOGUE, "zebra", "own"]), max_size=20), st.integers(1, 9))
def test_no_two_platforms_share_a_hue(platforms: set[str], count: int) -> None:
    given_hues = hues(platforms, count)
    assert len(set(given_hues.values())) == len(given_hues) == min(len(platforms), count)
    assert all(0 <= hue < count for hue in given_hues.values())


def test_a_hue_does_not_wander_when_a_later_platform_comes() -> None:
    few = hues({"instagram", "x"}, 7)
    more = hues({"instagram", "x", "reddit", "own-pack"}, 7)
    assert few == {platform: more[platform] for platform in few}


def test_platforms_without_a_place_follow_by_the_alphabet() -> None:
    assert order({"zebra", "aardvark", "x"}) == ["x", "aardvark", "zebra"]
