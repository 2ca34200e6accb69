from __future__ import annotations

from typing import Any

from labormeter.model import Candidate, Partner
from labormeter.rules.pending import with_pending
from labormeter.testing import NOON, act


def undo(**changes: Any) -> Candidate:
    usual: dict[str, Any] = {
        "platform": "practice",
        "activity": "like",
        "effect": "undo",
        "rule": "p:r",
        "pack": "1",
        "at": NOON,
        "utc_offset": 0,
        "outcome": "accepted",
        "target": "t",
        "undoes": ("like", "dislike"),
    }
    return Candidate(**(usual | changes))


def test_a_do_that_is_not_written_yet_is_open() -> None:
    found = with_pending(Partner(), undo(), [act(target="t")], ["t"], [])
    assert found.open == (("like", 1),)


def test_it_is_added_to_what_the_ledger_says_the_newest_first() -> None:
    partner = Partner((("like", 2), ("dislike", 1)))
    acts = [act(target="t", activity="dislike"), act(target="t", effect="undo", net=-1)]
    assert with_pending(partner, undo(), acts, ["t"], []).open == (("dislike", 2), ("like", 1))


def test_other_targets_platforms_people_and_activities_do_not_count() -> None:
    others = [
        act(target="u"),
        act(target=None),
        act(target="t", platform="x"),
        act(target="t", activity="save"),
        act(target="t", actor="b"),
    ]
    assert with_pending(Partner(), undo(actor="a"), others, ["t"], []).open == ()


def test_an_unnamed_person_fits_any() -> None:
    assert with_pending(Partner(), undo(actor="a"), [act(target="t")], ["t"], []).open
    assert with_pending(Partner(), undo(), [act(target="t", actor="b")], ["t"], []).open


def test_a_gesture_opens_nothing_and_nothing_falls_below_zero() -> None:
    acts = [act(target="t", effect="undo", net=0), act(target="t", effect="undo", net=-1)]
    assert with_pending(Partner(), undo(), acts, ["t"], []).open == ()
    assert with_pending(Partner(), undo(), [*acts, act(target="t")], ["t"], []).open == (
        ("like", 1),
    )


def test_by_what_was_made() -> None:
    candidate = undo(target=None, made="m")
    assert with_pending(Partner(), candidate, [act(made="m", target="z")], [], ["m"]).open
    do = undo(effect="do", made="m", switches=("like",))
    assert not with_pending(Partner(), do, [act(made="m", target="z")], [], ["m"]).open
