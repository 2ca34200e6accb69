from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.model import HEAD, SECOND, TAIL, Candidate, Step, Upload, Window
from labormeter.rules.flow import advance
from labormeter.rules.state import EXPIRY, PATIENCE, State
from labormeter.testing import NOON


def step(stage: str, key: str = "k", following: str | None = None, **changes: Any) -> Candidate:
    """Return a candidate that is one step of a captcha; `after` seconds, `outcome` and more."""
    steps = {name: changes.pop(name) for name in list(changes) if name in Step.__dataclass_fields__}
    after = changes.pop("after", 0)
    usual: dict[str, Any] = {
        "platform": "p",
        "activity": "captcha",
        "effect": "do",
        "rule": "p:r",
        "pack": "1",
        "at": NOON + round(after * SECOND),
        "utc_offset": 0,
        "outcome": "accepted",
        "step": Step(flow="f", stage=stage, key=key, next_key=following, **steps),  # type: ignore[arg-type]
    }
    return Candidate(**(usual | changes))


def run(*candidates: Candidate) -> list[Any]:
    state, counted = State(), []
    for candidate in candidates:
        state, found = advance(state, candidate)
        if found is not None:
            counted.append(found)
    return counted


def test_rounds_and_tiles_add_up_over_keys_that_change_and_time_is_from_shown_to_solved() -> None:
    (found,) = run(
        step("open", "a"),
        step("advance", "a", "b", after=2, tiles=2),
        step("close", "b", "c", after=4, rounds=1, tiles=3, outcome="refused"),
        step("advance", "b", "d", after=5, tiles=1),
        step("close", "c", "e", after=9, rounds=1, tiles=4),
    )
    assert (found.rounds, found.tiles) == (2, 10)
    assert found.candidate.seconds == 9 * SECOND


def test_a_last_step_sent_again_counts_nothing() -> None:
    assert len(run(step("open"), step("close", after=1), step("close", after=2))) == 1


def test_a_last_step_without_its_first_counts_where_the_rule_says_so_and_then_once() -> None:
    assert run(step("close")) == []
    found = run(step("close", needs_open=False), step("close", needs_open=False, after=3))
    assert len(found) == 1
    assert found[0].candidate.seconds is None


def test_a_flow_that_is_begun_anew_counts_anew() -> None:
    again = [step("open", after=10), step("close", after=12)]
    found = run(step("open"), step("close", after=1), *again)
    assert [each.candidate.seconds for each in found] == [SECOND, 2 * SECOND]


def test_opening_on_an_open_key_begins_anew_and_with_a_next_key_goes_on() -> None:
    (anew,) = run(step("open"), step("open", after=5), step("close", after=6))
    (on,) = run(step("open"), step("open", "k", "l", after=5), step("close", "l", after=6))
    assert anew.candidate.seconds == SECOND
    assert on.candidate.seconds == 6 * SECOND


def test_a_flow_is_forgotten_after_ten_minutes_without_traffic() -> None:
    late = EXPIRY / SECOND
    assert run(step("open"), step("close", after=late + 1)) == []
    kept = run(step("open"), step("advance", after=late - 1), step("close", after=2 * late - 2))
    assert len(kept) == 1


@pytest.mark.parametrize("outcome", ["refused", "unanswered"])
def test_an_opening_that_was_not_accepted_opens_nothing(outcome: str) -> None:
    assert run(step("open", outcome=outcome), step("close", after=1)) == []


def test_an_unanswered_or_failed_step_adds_nothing() -> None:
    (found,) = run(
        step("open"),
        step("close", rounds=1, outcome="unanswered", after=1),
        step("advance", tiles=5, outcome="refused", after=2),
        step("close", rounds=1, after=3),
    )
    assert (found.rounds, found.tiles) == (1, 0)


def test_only_a_captcha_s_wrong_answer_was_work() -> None:
    (found,) = run(
        step("open", activity="upload"),
        step("close", activity="upload", outcome="refused", after=1),
        step("close", activity="upload", after=2),
    )
    assert found.rounds is None
    assert found.candidate.seconds is None


def test_the_act_takes_what_the_first_step_that_has_it_says() -> None:
    (found,) = run(
        step("open", target="first", actor="me"),
        step("advance", target="second", made="m", uses=("u",)),
        step("close", made="n", token="t"),
    )
    whole = found.candidate
    assert (whole.target, whole.actor, whole.made, whole.uses, whole.token) == (
        "first", "me", "m", ("u",), "t",
    )  # fmt: skip


def test_a_solve_is_known_by_the_answer_that_was_taken_and_by_no_wrong_one_before() -> None:
    (found,) = run(
        step("open"),
        step("close", token="wrong", outcome="refused", after=1),
        step("close", token="right", after=2),
    )
    assert found.candidate.token == "right"


def test_time_that_the_vendor_states_goes_before_ours() -> None:
    (found,) = run(step("open"), step("close", after=9, seconds=5 * SECOND))
    assert found.candidate.seconds == 5 * SECOND


def test_parts_of_a_file_are_put_together_in_whatever_order() -> None:
    pieces = [(0, b"one"), (3, b"two"), (6, b"three")]
    for order in (pieces, pieces[::-1]):
        (found,) = run(
            step("open", activity="upload"),
            *(
                step("advance", activity="upload", offset=start, uploads=(upload(piece),))
                for start, piece in order
            ),
            step("close", activity="upload"),
        )
        assert found.window == Window(b"onetwothree", b"onetwothree", 11)
        assert found.media_type == "image/jpeg"


def test_the_last_part_may_come_with_the_last_step() -> None:
    (found,) = run(
        step("advance", activity="upload", needs_open=False, offset=0, uploads=(upload(b"one"),)),
        step("close", activity="upload", needs_open=False, offset=3, uploads=(upload(b"two"),)),
    )
    assert found.window == Window(b"onetwo", b"onetwo", 6)
    assert found.candidate.uploads == ()


def test_a_step_without_a_key_belongs_to_no_flow() -> None:
    assert run(step("open", ""), step("close", "", needs_open=False)) == []


def upload(content: bytes) -> Upload:
    return Upload("", "image/jpeg", Window(content, content, len(content)))


@given(st.randoms(use_true_random=False), st.integers(2, 5))
def test_how_flows_that_have_nothing_to_do_with_each_other_interleave_does_not_matter(
    chance: random.Random, many: int
) -> None:
    flows = [
        [
            step("open", f"{n}a", after=n),
            step("advance", f"{n}a", f"{n}b", tiles=n, after=10 + n),
            step("close", f"{n}b", f"{n}c", rounds=1, outcome="refused", after=20 + n),
            step("close", f"{n}c", rounds=1, after=30 + n),
        ]
        for n in range(many)
    ]
    alone = {repr(run(*flow)) for flow in flows}
    waiting = [list(flow) for flow in flows]
    mixed = []
    while any(waiting):
        mixed.append(chance.choice([flow for flow in waiting if flow]).pop(0))
    assert {repr([found]) for found in run(*mixed)} == alone


def sent(stage: str, offset: int, content: bytes, **changes: Any) -> Candidate:
    """Return a step that carries bytes of a file."""
    window = Window(content[:HEAD], content[-TAIL:], len(content))
    uploads = (Upload("", "image/jpeg", window),)
    return step(stage, activity="upload", uploads=uploads, offset=offset, **changes)


def test_what_had_left_before_the_connection_broke_belongs_to_what_is_resumed() -> None:
    (found,) = run(
        sent("close", 0, b"0123456", outcome="unanswered", needs_open=False),
        sent("close", 4, b"456789", after=9, needs_open=False),
    )
    assert found.window == Window(b"0123456789", b"0123456789", 10)


def test_what_broke_off_alone_counts_nothing_and_reopens_nothing() -> None:
    broken = sent("close", 0, b"01", outcome="unanswered", needs_open=False)
    assert run(broken) == []
    done = sent("close", 0, b"0123", needs_open=False)
    late = sent("close", 0, b"01", outcome="unanswered", needs_open=False, after=1)
    again = sent("close", 0, b"0123", needs_open=False, after=2)
    assert len(run(done, late, again)) == 1
    assert run(sent("close", 0, b"01", outcome="unanswered"), sent("close", 2, b"23")) == []


def test_an_upload_waits_a_day_for_its_next_part() -> None:
    late = PATIENCE / SECOND
    first, last = sent("open", 0, b"01"), sent("close", 2, b"23", after=late)
    assert len(run(first, last)) == 1
    assert run(first, sent("close", 2, b"23", after=late + 1)) == []


def test_an_upload_is_complete_when_the_platform_has_all_of_it() -> None:
    opened = step("open", activity="upload", total=10)
    (found,) = run(
        opened,
        sent("advance", 5, b"56789", reached=5, after=1),
        sent("advance", 0, b"01234", reached=10, after=2),
        sent("advance", 0, b"01234", reached=10, after=3),
    )
    assert found.window == Window(b"0123456789", b"0123456789", 10)
    assert run(opened, sent("advance", 0, b"01234", reached=9, after=1)) == []
    assert run(sent("advance", 0, b"0123456789", reached=10)) == []
    late = sent("advance", 0, b"0123456789", reached=10, total=10, needs_open=False)
    assert len(run(late)) == 1
