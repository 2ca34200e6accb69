from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from labormeter.home import Home
from labormeter.ledger import query
from labormeter.ledger.forget import Choice, forget
from labormeter.ledger.log import Log
from labormeter.model import Span
from labormeter.testing import NOON

MINUTE = 60_000_000


def spans(home: Home, *bounds: int) -> list[Span]:
    with query.open(home) as kept:
        return kept.spans(*bounds)


def test_an_edge_is_a_row_and_two_are_a_span(home: Home, log: Log) -> None:
    log.span("shift", NOON)
    log.span("pause", NOON + 10, "asked")
    assert spans(home) == [Span("shift", NOON), Span("pause", NOON + 10, reason="asked")]
    assert log.end_span("pause", NOON + 20) == 1
    assert log.end_span("pause", NOON + 21) == 0
    log.span("pause", NOON + 30)
    assert log.end_span("shift", NOON + 40, late=1, lost=2) == 1
    assert spans(home) == [
        Span("shift", NOON, NOON + 40, late=1, lost=2),
        Span("pause", NOON + 10, NOON + 20, reason="asked"),
        Span("pause", NOON + 30),
    ]


def test_only_spans_that_touch_the_time_are_read(home: Home, log: Log) -> None:
    log.gap(NOON, NOON + 10, "a")
    log.gap(NOON + 20, NOON + 30, "b")
    log.span("shift", NOON + 5)
    assert [span.reason for span in spans(home, NOON + 11)] == ["", "b"]
    assert [span.reason for span in spans(home, NOON, NOON + 20)] == ["a", ""]


def test_after_a_crash_spans_end_at_the_last_pulse_and_the_rest_is_a_gap(
    home: Home, log: Log
) -> None:
    log.span("shift", NOON)
    log.pulse(NOON + 5 * MINUTE)
    assert log.recover(NOON + 60 * MINUTE) == NOON + 5 * MINUTE
    assert spans(home) == [
        Span("shift", NOON, NOON + 5 * MINUTE),
        Span("gap", NOON + 5 * MINUTE, NOON + 60 * MINUTE, "stopped-unexpectedly"),
    ]
    assert log.recover(NOON + 61 * MINUTE) is None


def test_a_crash_while_paused_or_private_is_no_gap(home: Home, log: Log) -> None:
    for kind in ("pause", "private"):
        log.span("shift", NOON)
        log.span(kind, NOON + 1)
        log.pulse(NOON + 2)
        assert log.recover(NOON + 9) is None
    assert {span.kind for span in spans(home)} == {"shift", "pause", "private"}
    assert all(span.ended_at == NOON + 2 for span in spans(home))


def test_a_crash_before_the_first_pulse_and_a_pulse_of_an_earlier_shift(
    home: Home, log: Log
) -> None:
    log.span("shift", NOON)
    assert log.recover(NOON + 9) == NOON
    log.pulse(NOON + 10)
    log.span("shift", NOON + 20)
    assert log.recover(NOON + 30) == NOON + 20
    assert [(span.started_at, span.ended_at) for span in spans(home)] == [
        (NOON, NOON),
        (NOON, NOON + 9),
        (NOON + 20, NOON + 20),
        (NOON + 20, NOON + 30),
    ]


def test_nothing_left_open_is_nothing_to_recover(log: Log) -> None:
    log.pulse(NOON)
    assert log.recover(NOON + 1) is None


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["begin", "end", "pulse", "recover"]),
            st.sampled_from(["shift", "pause", "gap"]),
            st.integers(-5, 50),
        ),
        max_size=20,
    )
)
def test_whatever_the_clock_does_no_span_ends_before_it_began(
    home: Home, steps: list[tuple[str, str, int]]
) -> None:
    forget(home, Choice(everything=True), now=NOON)
    with Log.open(home, now=NOON) as log:
        for step, kind, at in steps:
            match step:
                case "begin":
                    log.span(kind, NOON + at)  # type: ignore[arg-type]
                case "end":
                    log.end_span(kind, NOON + at)  # type: ignore[arg-type]
                case "pulse":
                    log.pulse(NOON + at)
                case _:
                    log.recover(NOON + at)
        log.recover(NOON)
    found = spans(home)
    assert all(span.ended_at is not None and span.ended_at >= span.started_at for span in found)
    assert all(a.started_at <= b.started_at for a, b in pairwise(found))
