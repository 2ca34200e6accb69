from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from labormeter.errors import KnownError
from labormeter.exports.document import Count
from labormeter.study import contribution, parcel, rows
from labormeter.study.rows import Gathered


@pytest.fixture
def found(trial: Any) -> Gathered:
    made = rows.gather(trial.study, [], rows.Choice(), today="2026-11-25")
    count = Count("2026-03", "x", "like", n=5)
    return replace(made, document=replace(made.document, counts=(count,)))


def test_without_the_yes_that_taking_part_means_there_is_no_parcel(
    trial: Any, found: Gathered
) -> None:
    wanted = parcel.consent(trial.signed, trial.study, 7, ("follow-up",))
    assert parcel.missing(trial.study, wanted.agreed) == ("research",)
    with pytest.raises(KnownError, match="costs nothing"):
        parcel.contributed(trial.signed, trial.study, trial.person, wanted, found)


def test_what_is_shown_is_what_the_parcel_holds(trial: Any, found: Gathered) -> None:
    wanted = parcel.consent(trial.signed, trial.study, 7, ("research",), " ABCD-1 ")
    given = parcel.contributed(trial.signed, trial.study, trial.person, wanted, found)
    assert given.draft == parcel.shown(wanted, found)
    assert contribution.decode(given.draft.consent).invitation == "abcd-1"
    assert (given.entry.rows, given.entry.revision, given.entry.what) == (1, 7, "contribution")
    assert given.entry.key == trial.signed.key


def test_a_withdrawal_agrees_to_nothing_and_holds_no_row(trial: Any) -> None:
    given = parcel.withdrawn(trial.signed, trial.study, trial.person, 9, elsewhere=True)
    assert (given.draft.document, given.entry.what, given.entry.rows) == (b"", "withdrawal", 0)
    assert given.entry.elsewhere


def test_purposes_stand_in_the_order_of_the_study(trial: Any) -> None:
    assert parcel.agreed(trial.study, ["follow-up", "research"]) == ("research", "follow-up")
    with pytest.raises(KnownError, match="no purpose fame"):
        parcel.agreed(trial.study, ["fame"])


def test_a_way_that_the_study_does_not_name(trial: Any) -> None:
    with pytest.raises(KnownError, match="in this way"):
        parcel.way(trial.study, "put")
    named = replace(trial.study, put="https://bucket.example/x?sig=1")
    assert parcel.way(named, "put").host == "bucket.example"
    named = replace(trial.study, nextcloud="https://cloud.example/s/tOkEn")
    assert parcel.way(named, "nextcloud", "p").path.startswith("/public.php/dav/files/tOkEn/")


@pytest.mark.parametrize("day", ["2025-12-31", "2099-06-01"])
def test_outside_its_days_a_study_gets_nothing(trial: Any, day: str) -> None:
    parcel.in_time(trial.study, "2026-11-25")
    with pytest.raises(KnownError, match="takes contributions from 2026-01-01"):
        parcel.in_time(trial.study, day)
