from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.errors import KnownError
from labormeter.exports import document as documents
from labormeter.model import ACTIVITIES, SOURCES, Cell
from labormeter.study import rows
from labormeter.study.rows import Choice

TODAY = "2026-11-25"


def cell(day: str = "2026-03-05", platform: str = "x", activity: str = "like", n: int = 12) -> Cell:
    return Cell(day, platform, activity, "wire", gestures=n, net=n, acts=n)


def test_counts_are_rounded_and_by_month(trial: Any) -> None:
    found = rows.gather(trial.study, [cell(n=12), cell("2026-03-20", n=6)], Choice(), today=TODAY)
    assert [(row.count.period, row.count.n) for row in found.rows] == [("2026-03", 20)]
    assert found.document.counts == tuple(row.count for row in found.rows)


def test_what_was_not_asked_stays(trial: Any) -> None:
    cells = [
        cell(platform="reddit"),
        cell(activity="follow"),
        cell("2025-12-31"),
        cell()._replace(source="manual"),
        cell()._replace(source="practice", platform="practice"),
        cell()._replace(unit="EUR", activity="reward"),
    ]
    assert not rows.gather(trial.study, cells, Choice(), today=TODAY).rows


def test_what_is_over_the_bound_says_the_bound_and_is_marked(trial: Any) -> None:
    found = rows.gather(trial.study, [cell(n=9000), cell(activity="post")], Choice(), today=TODAY)
    assert [(row.count.n, row.clamped) for row in found.rows] == [(500, True), (10, False)]


def test_no_more_cells_than_the_study_takes_and_those_beyond_are_told(trial: Any) -> None:
    narrow = replace(trial.study, cells=2)
    cells = [cell(activity=one, n=n) for one, n in (("like", 90), ("post", 50), ("comment", 70))]
    found = rows.gather(narrow, cells, Choice(), today=TODAY)
    assert {row.count.activity for row in found.rows} == {"like", "comment"}
    assert found.beyond == 1


@pytest.mark.parametrize(
    "choice",
    [
        Choice(platforms=frozenset({"x"})),
        Choice(activities=frozenset({"like"})),
        Choice(periods=frozenset({"2026-03"})),
        Choice(
            rows=frozenset({("2026-04", "facebook", "post")}),
        ),
    ],
)
def test_what_the_person_leaves_out_is_not_in_the_document(trial: Any, choice: Choice) -> None:
    cells = [cell(), cell("2026-04-05", "facebook", "post")]
    found = rows.gather(trial.study, cells, choice, today=TODAY)
    assert [row.kept for row in found.rows] == [True, False]
    assert [count.platform for count in found.document.counts] == ["x"]
    assert found.document.removed == 1
    assert b"facebook" not in documents.write(found.document).split(b'"schema"')[0]


def test_country_and_age_go_only_where_they_are_asked(trial: Any) -> None:
    choice = Choice(country="FR", age_band="25-34")
    found = rows.gather(trial.study, [cell()], choice, today=TODAY).document
    assert (found.country, found.age_band) == ("", "")
    asking = replace(trial.study, asked=replace(trial.study.asked, country=True, age_band=True))
    found = rows.gather(asking, [cell()], choice, today=TODAY).document
    assert (found.country, found.age_band) == ("FR", "25-34")


def test_a_study_of_a_time_to_come_says_so(trial: Any) -> None:
    with pytest.raises(KnownError, match="has not begun"):
        rows.gather(trial.study, [], Choice(), today="2025-06-01")
    found = rows.gather(trial.study, [], Choice(), today="2026-02-01").document
    assert (found.first, found.last) == ("2026-01", "2026-02")


_CELLS = st.lists(
    st.builds(
        lambda day, platform, activity, source, n, seconds: Cell(
            f"2026-{1 + day // 28 % 12:02d}-{1 + day % 28:02d}",
            platform,
            activity,
            source,
            gestures=abs(n),
            net=n,
            seconds=seconds,
            timed=int(bool(seconds)),
            acts=abs(n) + 1,
        ),
        st.integers(0, 335),
        st.sampled_from(["x", "facebook", "youtube", "reddit", "someone-elses"]),
        st.sampled_from(ACTIVITIES),
        st.sampled_from(SOURCES),
        st.integers(-50, 100_000),
        st.integers(0, 10**13),
    ),
    max_size=60,
)


@given(_CELLS)
def test_whatever_the_ledger_holds_the_document_is_within_the_study(
    trial: Any, cells: list[Cell]
) -> None:
    found = rows.gather(trial.study, cells, Choice(), today=TODAY)
    data = documents.write(found.document)
    assert documents.read(data, today=TODAY).counts == found.document.counts
    assert len(data) <= len(documents.write(rows.largest(trial.study)))
    for row in found.rows:
        assert row.count.platform in trial.study.asked.platforms
        assert row.count.n % 5 == 0
        assert 0 < row.count.n <= trial.study.most
        assert not row.count.seconds
