from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.rules.fault import FormatError
from labormeter.rules.route import Route, Tree, segments

PART = st.sampled_from(["a", "b", "ab", "*", "{x}", "a*"])
PATTERN = st.lists(PART, max_size=4).map(lambda parts: "/" + "/".join(parts))
REST = st.booleans()
PATH = st.lists(st.sampled_from(["a", "b", "ab", "ba", ""]), max_size=5).map("/".join)


def route(text: str, *, rest: bool = False) -> Route | None:
    try:
        return Route.parse(text.rstrip("/") + "/**" if rest else text)
    except FormatError:  # the same name twice
        return None


@given(st.lists(st.tuples(PATTERN, REST), max_size=8), PATH)
def test_the_tree_finds_what_trying_each_pattern_finds(
    patterns: list[tuple[str, bool]], path: str
) -> None:
    routes = [found for text, rest in patterns if (found := route(text, rest=rest)) is not None]
    tree = Tree.of((each, number) for number, each in enumerate(routes))
    parts = segments(path)
    expected = [number for number, each in enumerate(routes) if each.matches(parts)]
    assert sorted(tree.find(parts)) == expected


@pytest.mark.parametrize(
    ("pattern", "path", "found"),
    [
        ("/graphql/{query}/{operation}", "/graphql/AA/Like", {"query": "AA", "operation": "Like"}),
        ("/svc/{thing}/create", "/svc/t3_a/create/", {"thing": "t3_a"}),
        ("/up/fb_uploader_{id}", "/up/fb_uploader_17", {"id": "17"}),
    ],
)
def test_names_in_a_path_are_kept(pattern: str, path: str, found: dict[str, str]) -> None:
    parsed = Route.parse(pattern)
    assert parsed.matches(segments(path))
    assert parsed.captures(segments(path)) == found


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("/a", "/a/", True),
        ("/a/", "/a", True),
        ("/", "/", True),
        ("/", "/a", False),
        ("/a/**", "/a", True),
        ("/a/**", "/a/b/c", True),
        ("/a/**", "/ab", False),
        ("/a/*", "/a/b/c", False),
        ("/a/{x}", "/a//", False),
    ],
)
def test_a_slash_at_the_end_makes_no_difference(pattern: str, path: str, fits: bool) -> None:  # noqa: FBT001
    assert Route.parse(pattern).matches(segments(path)) is fits


@pytest.mark.parametrize("bad", ["a/b", "/a/**/b", "/a**", "/a//b", "/{x}/{x}", "/a/{", "/**a"])
def test_a_bad_path_is_refused(bad: str) -> None:
    with pytest.raises(FormatError):
        Route.parse(bad)


def test_an_endless_path_is_cut() -> None:
    assert len(segments("/a" * 100_000)) <= 65


def test_patterns_that_differ_only_in_a_name_keep_their_own() -> None:
    tree = Tree.of((Route.parse(text), text) for text in ("/a/{x}", "/a/{y}"))
    assert sorted(tree.find(["a", "b"])) == ["/a/{x}", "/a/{y}"]
