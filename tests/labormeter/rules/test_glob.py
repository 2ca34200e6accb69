from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.rules.fault import FormatError
from labormeter.rules.glob import Glob, Globs

SMALL = st.text("ab", max_size=12)
PATTERN = st.text("ab*", min_size=1, max_size=8).filter(lambda text: "**" not in text)


@given(PATTERN, SMALL)
def test_a_glob_fits_exactly_what_the_regular_expression_fits(pattern: str, text: str) -> None:
    meant = "".join(".*" if mark == "*" else re.escape(mark) for mark in pattern)
    assert Glob.parse(pattern).matches(text) == bool(re.fullmatch(meant, text, re.DOTALL))


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("/v3/boards/{x}/follow/", "/v3/boards/12/follow/", {"x": "12"}),
        ("/v3/boards/{x}/follow/", "/v3/boards//follow/", None),
        ('*thingid="{id}"*', '<c thingid="t1_a" b="c">', {"id": "t1_a"}),
        ("{a}_{b}", "1_2_3", {"a": "1", "b": "2_3"}),
        ("{a}", "", None),
        ("*", "", {}),
        ("abc", "abc", {}),
        ("a*a", "a", None),
    ],
)
def test_named_holes_keep_what_they_hold(
    pattern: str, text: str, found: dict[str, str] | None
) -> None:
    assert Glob.parse(pattern).find(text) == found


@pytest.mark.parametrize(
    "bad", ["", "**", "a**b", "*{x}", "{x}*", "{a", "a}", "{}", "{a b}", "{x}-{x}"]
)
def test_a_bad_glob_is_refused_with_a_sentence(bad: str) -> None:
    with pytest.raises(FormatError, match=r"\.$"):
        Glob.parse(bad)


def test_a_pattern_made_to_go_back_takes_no_time() -> None:
    glob = Glob.parse("*".join("a" * 30) + "*b")
    begin = time.perf_counter()
    assert not glob.matches("a" * 200_000)
    assert time.perf_counter() - begin < 1


def test_several_globs_look_up_the_plain_and_search_the_rest() -> None:
    globs = Globs.parse(["Like", "*Query"])
    assert globs.matches("Like")
    assert globs.matches("FeedQuery")
    assert not globs.matches("LikeMutation")
    assert not Globs()
    assert globs.exact == {"Like"}
