from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from labormeter.exports.document import Count
from labormeter.pool import judge
from labormeter.pool.ingest import Run
from labormeter.study import contribution

LIKE = Count("2025-03", "x", "like", n=10)


def refused(run: Run) -> list[str]:
    assert run.outcomes["refused"] == 1
    return list(run.reasons)


def test_every_reason_says_what_it_means() -> None:
    assert all(said.endswith(".") for said in judge.REASONS.values())


@pytest.mark.parametrize(
    ("counts", "more", "reason"),
    [
        ([LIKE], {"file": "0" * 64}, "unknown-study-file"),
        ([LIKE], {"agreed": ()}, "not-agreed"),
        ([LIKE], {"nearest": 1}, "wrong-grain"),
        ([LIKE._replace(platform="reddit")], {}, "not-asked"),
        ([LIKE._replace(n=505)], {}, "over-bound"),
        ([LIKE], {"country": "FR"}, "not-asked"),
    ],
)
def test_what_the_study_does_not_take_is_refused_with_its_reason(
    lab: Any, take: Any, counts: list[Count], more: dict[str, Any], reason: str
) -> None:
    assert refused(take(lab.give(1, *counts, **more))) == [reason]


def test_days_before_and_after_the_study(lab: Any, take: Any) -> None:
    study = lab.field.study
    assert refused(take(lab.give(1, LIKE), today=study.valid_from - timedelta(days=1))) == [
        "too-early"
    ]
    assert refused(take(lab.give(2, LIKE), today=study.valid_until + timedelta(days=1))) == [
        "expired"
    ]


def test_after_the_last_day_of_withdrawal(lab: Any, take: Any) -> None:
    take(lab.give(1, LIKE))
    late = lab.field.study.withdraw_until + timedelta(days=1)
    assert refused(take(lab.back(1, 2), today=late)) == ["too-late"]


def test_invitations_are_for_one_person_each(lab: Any, take: Any) -> None:
    codes = frozenset({"wood-lamp", "iron-tree"})
    assert take(lab.give(1, LIKE, invitation="wood-lamp"), invitations=codes).outcomes["taken"] == 1
    second = take(lab.give(2, LIKE, invitation="wood-lamp"), invitations=codes)
    assert refused(second) == ["invitation-used"]
    third = take(lab.give(3, LIKE, invitation="glass-bell"), invitations=codes)
    assert refused(third) == ["unknown-invitation"]
    again = take(lab.give(1, LIKE, invitation="wood-lamp", revision=2), invitations=codes)
    assert again.outcomes["replaced"] == 1


def test_more_than_fits_into_a_month_is_impossible() -> None:
    day = 86_400

    def impossible(*counts: Count) -> bool:
        return judge.impossible(contribution.columns(counts))

    assert not impossible(Count("2025-02", "x", "like", n=28 * day))
    assert impossible(Count("2025-02", "x", "like", n=29 * day))
    parts = [Count("2025-02", "x", one, n=1, seconds=15 * day) for one in ("captcha", "like")]
    assert impossible(*parts)


def test_the_days_of_periods() -> None:
    assert [judge.days(one) for one in ("2024-02", "2025-02", "2025-12", "2025-W09")] == [
        29,
        28,
        31,
        7,
    ]


def test_rows_that_are_equal_have_one_hash() -> None:
    def digest(*rows: Count) -> str:
        return judge.content(contribution.columns(rows))

    assert digest(LIKE) == digest(LIKE._replace())
    others = [(), (LIKE._replace(n=15),), (LIKE._replace(activity="post"),), (LIKE, LIKE)]
    assert len({digest(LIKE), *(digest(*rows) for rows in others)}) == 5
