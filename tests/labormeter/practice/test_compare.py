from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from labormeter.practice import compare
from labormeter.testing import act

if TYPE_CHECKING:
    from labormeter.model import Act

kinds = st.sampled_from(compare.ORDER)
counts = st.dictionaries(kinds, st.integers(1, 5))


def acts(counted: dict[str, int]) -> list[Act]:
    found = []
    for kind, number in counted.items():
        effect, activity = ("undo", kind[5:]) if kind.startswith("undo ") else ("do", kind)
        found += [act(activity=activity, effect=effect) for _ in range(number)]
    return found


@given(counts, counts, counts)
def test_agrees_exactly_where_all_three_counts_are_the_same(
    done: dict[str, int], accepted: dict[str, int], counted: dict[str, int]
) -> None:
    lines = compare.compare(done, accepted, acts(counted))
    assert all(line.agrees for line in lines) == (done == accepted == counted)
    assert sum(line.counted for line in lines) == sum(counted.values())
    assert [line.kind for line in lines] == [
        kind for kind in compare.ORDER if kind in {*done, *accepted, *counted}
    ]


@given(counts)
def test_a_person_counts_nothing_and_two_counts_remain(accepted: dict[str, int]) -> None:
    lines = compare.compare(None, accepted, acts(accepted))
    assert all(line.agrees and line.done is None for line in lines)


def test_what_the_site_does_not_know_is_shown_and_differs() -> None:
    (line,) = compare.compare(Counter(), {}, [act(activity="vote")])
    assert (line.kind, line.agrees) == ("vote", False)
