from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.model import SECOND, Candidate, Partner, Step, Upload, Window
from labormeter.rules.pending import with_pending
from labormeter.rules.settle import act_id, settle
from labormeter.rules.state import State
from labormeter.testing import NOON

if TYPE_CHECKING:
    from labormeter.model import Act


def candidate(**changes: Any) -> Candidate:
    """Return an accepted like of `t`; `after` is in seconds."""
    after = changes.pop("after", 0)
    usual: dict[str, Any] = {
        "platform": "p",
        "activity": "like",
        "effect": "do",
        "rule": "p:like",
        "pack": "1",
        "at": NOON + round(after * SECOND),
        "utc_offset": 60,
        "outcome": "accepted",
        "target": "t",
    }
    return Candidate(**(usual | changes))


def fold(*candidates: Candidate) -> list[Act]:
    """Settle one after the other, with a ledger that remembers all."""
    state, acts = State(), list[Any]()
    for each in candidates:
        targets = () if each.target is None else (each.target,)
        made = () if each.made is None else (each.made,)
        settled = settle(state, each, with_pending(Partner(), each, acts, targets, made))
        state = settled.state
        acts += [act for act in settled.acts if act.id not in {known.id for known in acts}]
    return acts


def unlike(**changes: Any) -> Candidate:
    return candidate(effect="undo", undoes=("like",), **changes)


def test_an_accepted_candidate_is_an_act() -> None:
    (act,) = fold(candidate(actor="me", made="m", seconds=5))
    assert (act.platform, act.activity, act.effect, act.rule) == ("p", "like", "do", "p:like")
    assert (act.occurred_at, act.utc_offset) == (NOON, 60)
    assert (act.actor, act.target, act.made, act.seconds) == ("me", "t", "m", 5)
    assert (act.quantity, act.net, act.rounds, act.tiles) == (1, 1, None, None)
    assert len(act.id) == 32


@pytest.mark.parametrize("outcome", ["refused", "unanswered"])
def test_what_was_not_accepted_counts_nothing(outcome: str) -> None:
    assert fold(candidate(outcome=outcome)) == []


def test_a_retry_after_no_answer_or_a_refusal_is_one() -> None:
    for first in ("refused", "unanswered"):
        assert len(fold(candidate(outcome=first), candidate(after=2))) == 1


def test_two_that_were_accepted_are_two_gestures() -> None:
    acts = fold(candidate(), candidate(after=2))
    assert len({act.id for act in acts}) == 2
    assert sum(act.net for act in acts) == 2


def test_a_token_seen_again_is_the_same_act_whatever_the_time_between() -> None:
    acts = fold(
        candidate(token="k"), candidate(token="k", after=1), candidate(token="k", after=9000)
    )
    assert len(acts) == 1


def test_and_so_it_is_after_a_restart() -> None:
    first = settle(State(), candidate(token="k"), Partner()).acts
    second = settle(State(), candidate(token="k", after=99, client=7, sequence=3), Partner()).acts
    assert first[0].id == second[0].id


def test_a_last_step_sent_again_takes_none_in_the_flow_that_has_its_key_by_then() -> None:
    """The next captcha of a page is known by the key of the one before; it is not lost to it."""

    def step(stage: str, after: int, token: str | None = None) -> Candidate:
        taken = Step(flow="f", stage=stage, key="page", rounds=int(stage == "close"))  # type: ignore[arg-type]
        return candidate(activity="captcha", target=None, token=token, after=after, step=taken)

    first, again = step("close", 9, "first"), step("close", 11, "first")
    acts = fold(step("open", 0), first, step("open", 10), again, step("close", 19, "second"))
    assert [(act.rounds, act.seconds) for act in acts] == [(1, 9 * SECOND), (1, 9 * SECOND)]


def test_a_token_is_one_of_its_platform_activity_and_effect() -> None:
    others = [
        candidate(token="k"),
        candidate(token="k", platform="q"),
        candidate(token="k", activity="save"),
        candidate(token="k", effect="undo"),
    ]
    assert len({act_id(each) for each in others}) == 4


def test_the_same_exchange_read_again_gives_the_same_ids() -> None:
    assert act_id(candidate()) == act_id(candidate())
    others = [
        candidate(after=0.000001),
        candidate(target="u"),
        candidate(rule="p:other"),
        candidate(client=1),
        candidate(sequence=1),
    ]
    assert len({act_id(each) for each in [candidate(), *others]}) == 6


def test_like_unlike_like_nets_to_one() -> None:
    acts = fold(candidate(), unlike(after=3), candidate(after=6))
    assert [act.net for act in acts] == [1, -1, 1]
    assert [act.effect for act in acts] == ["do", "undo", "do"]


def test_an_undo_of_something_that_this_ledger_did_not_see_is_a_gesture() -> None:
    (act,) = fold(unlike())
    assert (act.net, act.flags) == (0, ("unmatched",))


def test_an_undo_reverses_what_is_open_by_its_name() -> None:
    partner = Partner((("share", 1), ("comment", 2), ("post", 0)))
    undone = settle(
        State(), candidate(activity="post", effect="undo", undoes=("post", "comment")), partner
    ).acts[0]
    assert (undone.activity, undone.net, undone.flags) == ("comment", -1, ())


def test_an_undo_takes_back_one_whatever_its_quantity() -> None:
    (act,) = settle(State(), unlike(quantity=9), Partner((("like", 1),))).acts
    assert (act.quantity, act.net) == (1, -1)


def test_a_switch_ends_what_it_replaces() -> None:
    dislike = candidate(activity="dislike", switches=("like",), made="m", after=1)
    like, ended, disliked = fold(candidate(), dislike)
    assert (ended.activity, ended.effect, ended.net) == ("like", "undo", -1)
    assert ended.flags == ("implied",)
    assert ended.made is None
    assert (disliked.activity, disliked.net) == ("dislike", 1)
    assert len({like.id, ended.id, disliked.id}) == 3
    assert [act.activity for act in fold(dislike)] == ["dislike"]


def test_a_post_is_linked_to_the_uploads_that_it_uses() -> None:
    settled = settle(State(), candidate(activity="post"), Partner(), uploaded=("u1", "u2"))
    assert [(link.act, link.upload) for link in settled.links] == [
        (settled.acts[0].id, "u1"),
        (settled.acts[0].id, "u2"),
    ]


def test_a_balance_counts_what_it_grew_by() -> None:
    readings = [100, 130, 130, 30, 35]
    acts = fold(
        *(
            candidate(activity="reward", unit="POINT", balance=value, target=None, after=number)
            for number, value in enumerate(readings)
        )
    )
    assert [act.quantity for act in acts] == [30, 5]
    assert [act.net for act in acts] == [30, 5]


def test_the_source_is_on_every_act() -> None:
    acts = settle(
        State(), candidate(switches=("dislike",)), Partner((("dislike", 1),)), source="har"
    ).acts
    assert {act.source for act in acts} == {"har"}


def test_what_a_file_discloses_is_on_the_act_and_no_byte_of_it() -> None:
    jpeg = bytes.fromhex(
        "ffd8ffe1002a4578696600004d4d002a00000008000101100002000000080000001a00000000"
        "5365637265743100ffd9"
    )
    upload = Upload("f", "image/jpeg", Window(jpeg, jpeg, len(jpeg)))
    (act,) = fold(candidate(activity="upload", uploads=(upload,)))
    assert [each.kind for each in act.disclosures] == ["camera_model"]
    assert "Secret" not in repr(act)
    blank = Upload("g", "image/jpeg", Window(b"", b"", 0))
    both = fold(candidate(activity="upload", uploads=(upload, blank, upload), quantity=3))
    told = [[each.kind for each in one.disclosures] for one in both]
    assert told == [["camera_model"], [], ["camera_model"]]
    assert [one.net for one in both] == [one.quantity for one in both] == [1, 1, 1]
    assert len({one.id for one in both}) == len(both)


@given(st.binary(max_size=400), st.integers(0, 10**9))
def test_no_file_is_so_broken_that_it_raises(content: bytes, size: int) -> None:
    upload = Upload("f", "image/jpeg", Window(content, content, max(size, len(content))))
    assert len(fold(candidate(activity="upload", uploads=(upload,)))) == 1


GESTURES = st.lists(
    st.tuples(
        st.sampled_from(["like", "unlike", "dislike", "undislike"]),
        st.sampled_from("tu"),
        st.sampled_from(["accepted", "refused", "unanswered"]),
        st.sampled_from([None, "k1", "k2"]),
        st.integers(0, 9),
    ),
    max_size=25,
)


def _gesture(
    number: int, word: str, target: str, outcome: str, token: str | None = None
) -> Candidate:
    activity = word.removeprefix("un")
    undo = word.startswith("un")
    return candidate(
        activity=activity,
        effect="undo" if undo else "do",
        undoes=(activity,) if undo else (),
        switches=() if undo else ({"like": "dislike", "dislike": "like"}[activity],),
        target=target,
        outcome=outcome,
        token=token,
        after=number,
    )


@given(GESTURES)
def test_net_is_never_below_zero_for_a_target_and_gestures_count_all(drawn: list[Any]) -> None:
    acts = fold(*(_gesture(number, *each[:4]) for number, each in enumerate(drawn)))
    for target in "tu":
        for activity in ("like", "dislike"):
            net = 0
            for act in acts:
                if (act.target, act.activity) == (target, activity):
                    net += act.net
                    assert net >= 0
    assert len({act.id for act in acts}) == len(acts)


@given(GESTURES, st.integers(0, 24))
def test_a_retry_adds_nothing(drawn: list[Any], place: int) -> None:
    """Whatever was not accepted, and whatever carries a token, may be sent again."""
    candidates = [_gesture(number, *each[:4]) for number, each in enumerate(drawn)]
    again = candidates[place] if place < len(candidates) else candidate(token="k1")
    if again.outcome == "accepted" and again.token is None:
        again = replace(again, outcome="unanswered")
    twice = [*candidates[: place + 1], again, *candidates[place + 1 :]]
    once = fold(*candidates)
    if place < len(candidates):
        assert fold(*twice) == once


@given(GESTURES)
def test_what_is_done_to_one_target_does_not_matter_to_another(drawn: list[Any]) -> None:
    candidates = [_gesture(number, *each[:3]) for number, each in enumerate(drawn)]
    whole = [act for act in fold(*candidates) if act.target == "t"]
    assert fold(*(each for each in candidates if each.target == "t")) == whole


def files(count: int, *made: str) -> Candidate:
    """Return an upload of several files in one body, answered with these ids."""
    window = Window(b"\x89PNG\r\n\x1a\n", b"", 8)
    uploads = tuple(Upload("file", "image/png", window) for _ in range(count))
    ids = made if len(made) > 1 else ()
    return candidate(
        activity="upload", target=None, made=made[0], made_all=ids, uploads=uploads, quantity=count
    )


def test_each_file_of_one_body_bears_its_own_id_where_there_are_as_many() -> None:
    settled = settle(State(), files(3, "a", "b", "c"), Partner())
    assert [act.made for act in settled.acts] == ["a", "b", "c"]
    assert not settled.state.names


@pytest.mark.parametrize(("count", "made"), [(1, "ab"), (2, "abc"), (3, "ab")])
def test_ids_that_fit_no_single_file_lead_to_all_of_them(count: int, made: str) -> None:
    settled = settle(State(), files(count, *made), Partner())
    assert [act.made for act in settled.acts] == ["a"] * count
    assert [settled.state.named(name, NOON) for name in made[1:]] == ["a"] * (len(made) - 1)
    assert settled.state.named("a", NOON) is None
    assert settled.state.named("b", NOON + 25 * 3600 * SECOND) is None


def test_an_undo_takes_over_the_finer_word_of_its_do() -> None:
    asked = candidate(activity="follow", finer="request")
    plain = candidate(activity="follow", effect="undo", undoes=("follow",), after=1)
    assert [(act.net, act.finer) for act in fold(asked, plain)] == [(1, "request"), (-1, "request")]
    other = replace(plain, finer="request")
    followed = replace(asked, finer="")
    assert [(act.net, act.finer) for act in fold(followed, other)] == [(1, ""), (-1, "")]
    (alone,) = fold(other)
    assert (alone.net, alone.finer) == (0, "request")
