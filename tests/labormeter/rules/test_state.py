from __future__ import annotations

from labormeter.model import SECOND, Window
from labormeter.rules.assemble import Parts
from labormeter.rules.state import BYTES, EXPIRY, FLOWS, MEMORY, Flow, State

AT = 1_000 * SECOND


def flow(*keys: str, at: int = AT, size: int = 0) -> Flow:
    parts = Parts()
    if size:
        parts = parts.add(Window(b"x" * size, b"", size), 0, numbered=False, media_type="")
    return Flow(keys=keys, opened_at=at, seen_at=at, parts=parts)


def test_a_flow_is_known_under_every_key_until_it_expires() -> None:
    state = State().with_flow(flow("a", "b"))
    assert state.flow("a", AT) is state.flow("b", AT) is not None
    assert state.flow("a", AT + EXPIRY) is not None
    assert state.flow("a", AT + EXPIRY + 1) is None
    assert state.aged(AT + EXPIRY + 1).flows == {}


def test_a_clock_that_was_set_back_does_not_keep_flows_for_ever() -> None:
    state = State().with_flow(flow("a", at=AT + 10 * EXPIRY))
    assert state.flow("a", AT) is None
    assert state.aged(AT).flows == {}


def test_a_changed_flow_takes_the_place_of_the_old_one() -> None:
    first = flow("a", "b")
    state = State().with_flow(first).with_flow(flow("b", "c"), instead=first)
    assert set(state.flows) == {"b", "c"}


def test_states_of_before_are_left_as_they_were() -> None:
    empty = State()
    one = empty.with_flow(flow("a")).with_token("t", AT).with_balance("p", 5)
    two = one.without_flow(("a",), AT)
    assert empty == State()
    assert set(one.flows) == {"a"}
    assert two.flows == {}
    assert two.has_closed("a", AT)


def test_opening_anew_forgets_that_it_was_closed() -> None:
    state = State().without_flow(("a",), AT)
    assert state.has_closed("a", AT)
    assert not state.has_closed("a", AT + EXPIRY + 1)
    assert not state.with_flow(flow("a")).has_closed("a", AT)


def test_tokens_are_remembered_for_an_hour() -> None:
    state = State().with_token("t", AT)
    assert state.has_counted("t", AT + MEMORY)
    assert not state.has_counted("t", AT + MEMORY + 1)
    assert state.aged(AT + MEMORY).tokens
    assert not state.aged(AT + MEMORY + 1).tokens


def test_everything_is_bounded_in_number() -> None:
    state = State()
    for number in range(FLOWS + 100):
        state = state.with_token(str(number), AT).without_flow((f"c{number}",), AT)
    assert len(state.tokens) == len(state.closed) == FLOWS
    assert str(FLOWS + 99) in state.tokens
    flows = State(flows={str(n): flow(str(n)) for n in range(FLOWS)}).with_flow(flow("new"))
    assert len(flows.flows) == FLOWS
    assert "new" in flows.flows
    assert "0" not in flows.flows


def test_the_bytes_of_running_uploads_are_bounded_and_the_newest_kept() -> None:
    state = State()
    for number in range(100):
        state = state.with_flow(flow(f"k{number}", size=300_000))
        assert sum(each.parts.kept for each in state.flows.values()) <= BYTES
    assert state.flows["k99"].parts.kept > 0
    assert state.flows["k0"].parts.kept == 0
    assert state.flows["k0"].parts.window().size == 300_000


def test_it_is_swept_at_most_every_ten_seconds() -> None:
    state = State().with_flow(flow("a")).aged(AT)
    assert state.aged(AT + 5 * SECOND) is state
    assert state.aged(AT + 15 * SECOND) is not state


def test_it_says_what_it_knows() -> None:
    state = State().with_flow(flow("a")).with_token("t", AT).without_flow(("c",), AT)
    assert [state.knows(key) for key in "atcx"] == [True, True, True, False]
