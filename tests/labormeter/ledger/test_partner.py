from collections import Counter
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from labormeter.home import Home
from labormeter.ledger import partner
from labormeter.ledger.forget import Choice, forget
from labormeter.ledger.log import Log
from labormeter.model import Act, Partner
from labormeter.testing import NOON, act

A, B, C, ME, YOU = ("a1" * 16, "b2" * 16, "c3" * 16, "e4" * 16, "f5" * 16)


def do(activity: str = "like", **more: Any) -> Act:
    return act(activity=activity, **({"platform": "x", "target": A} | more))


def undo(activity: str = "like", **more: Any) -> Act:
    return do(activity, effect="undo", **({"net": -1} | more))


def opened(log: Log, *activities: str, targets: tuple[str, ...] = (A,), **more: object) -> Partner:
    made = more.get("made", ())
    actor = more.get("actor")
    return log.partner("x", activities or ("like",), targets, made, actor)  # type: ignore[arg-type]


def test_done_is_open_and_undone_is_not(log: Log) -> None:
    assert opened(log) == Partner()
    log.append([do()])
    assert opened(log) == Partner((("like", 1),))
    log.append([undo()])
    assert opened(log) == Partner()
    log.append([do(), do()])
    assert opened(log) == Partner((("like", 2),))


def test_an_undo_that_found_nothing_takes_nothing_later(log: Log) -> None:
    log.append([undo(net=0), do()])
    assert opened(log) == Partner((("like", 1),))


def test_the_newest_activity_comes_first_and_others_are_not_asked_for(log: Log) -> None:
    log.append([do("like"), do("dislike"), do("save")])
    assert opened(log, "like", "dislike") == Partner((("dislike", 1), ("like", 1)))
    log.append([do("like")])
    assert opened(log, "like", "dislike") == Partner((("like", 2), ("dislike", 1)))


def test_what_is_open_says_its_finer_word(log: Log) -> None:
    log.append([do("follow", finer="request")])
    assert opened(log, "follow") == Partner((("follow", 1),), (("follow", "request"),))
    log.append([do("follow")])
    assert opened(log, "follow") == Partner((("follow", 2),)), "the newest had none"
    log.append([undo("follow"), undo("follow", finer="request")])
    assert opened(log, "follow") == Partner()


@pytest.mark.parametrize("other", [{"platform": "y"}, {"target": B}, {"target": None}])
def test_another_platform_or_target_is_no_partner(log: Log, other: dict[str, Any]) -> None:
    log.append([do(**other)])
    assert opened(log) == Partner()


def test_another_account_is_no_partner_and_an_unknown_one_may_be(log: Log) -> None:
    log.append([do(actor=YOU)])
    assert opened(log, actor=ME) == Partner()
    assert opened(log, actor=YOU) == opened(log, actor=(ME, YOU)) == Partner((("like", 1),))
    assert opened(log, actor=None) == Partner((("like", 1),))
    log.append([do()])
    assert opened(log, actor=ME) == Partner((("like", 1),))


def test_a_do_of_last_quarter_s_key_is_found_and_undone_under_this_one(log: Log) -> None:
    log.append([do(target=B)])
    assert opened(log, targets=(A, B)) == Partner((("like", 1),))
    log.append([undo(target=A)])
    assert opened(log, targets=(A, B)) == Partner()


@pytest.mark.parametrize("named", ["target", "made"])
def test_a_deletion_finds_the_post_that_made_it(log: Log, named: str) -> None:
    log.append([do("post", target=None, made=B), do("comment", target=C, made=A)])
    ask = {"targets": (), "made": (B,)}
    assert opened(log, "post", "comment", **ask) == Partner((("post", 1),))
    log.append([undo("post", **({"target": None, "made": None} | {named: B}))])
    assert opened(log, "post", "comment", **ask) == Partner()


def test_a_like_of_a_post_is_not_the_post(log: Log) -> None:
    """Both lie on one hash: what the post made is what the like is done to."""
    log.append([do("comment", target=C, made=A), do("comment", target=A, made=B)])
    assert opened(log, "comment", targets=(), made=(A,)) == Partner((("comment", 1),))
    assert opened(log, "comment", targets=(A,), made=()) == Partner((("comment", 1),))


def test_a_hash_given_twice_counts_once(log: Log) -> None:
    log.append([do("post", target=A, made=A)])
    assert opened(log, "post", targets=(A, A), made=(A,)) == Partner((("post", 1),))


def test_every_lookup_is_by_index(log: Log) -> None:
    for statement in (partner._ON_TARGET, partner._MADE):
        plan = log._connection.execute(f"EXPLAIN QUERY PLAN {statement}", (A, "x")).fetchall()
        assert all("USING INDEX acts_by_" in row[3] for row in plan), plan
        assert not any("acts_by_platform" in row[3] for row in plan), plan


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.tuples(st.sampled_from([A, B]), st.sampled_from(["like", "save"]), st.booleans()),
        max_size=20,
    )
)
def test_what_is_open_is_what_net_says(home: Home, steps: list[tuple[str, str, bool]]) -> None:
    forget(home, Choice(everything=True), now=NOON)
    expected: Counter[tuple[str, str]] = Counter()
    with Log.open(home, now=NOON) as log:
        for target, activity, does in steps:
            found = dict(log.partner("x", [activity], [target], [], None).open)
            assert found.get(activity, 0) == expected[target, activity]
            if does:
                log.append([do(activity, target=target)])
                expected[target, activity] += 1
            elif found:
                log.append([undo(activity, target=target)])
                expected[target, activity] -= 1
            else:
                log.append([undo(activity, target=target, net=0)])
