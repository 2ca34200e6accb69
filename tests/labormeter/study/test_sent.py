from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from labormeter.errors import KnownError
from labormeter.exports.document import Document
from labormeter.home import Home
from labormeter.study import sent, signing
from labormeter.study.contribution import Draft
from labormeter.study.sent import Entry

ENTRY = Entry(
    at="2026-11-25T10:00:00+01:00",
    event="made",
    study="one",
    key="RWA",
    file="f",
    what="contribution",
    revision=1,
    first="2026-01",
    last="2026-06",
    rows=3,
    sha256="ab",
)
DRAFT = Draft(b'{"yes":1}', b'{"rows":2}')


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home").create()


def test_what_was_made_is_not_sent_until_there_is_a_receipt(home: Home) -> None:
    waiting = sent.made(home, ENTRY, DRAFT, b"sealed")
    assert waiting.read_bytes() == b"sealed"
    assert sent.unsent(sent.read(home)) == [ENTRY]
    sent.received(home, replace(ENTRY, event="receipt"))
    assert not sent.unsent(sent.read(home))
    assert not waiting.exists()


def test_the_very_bytes_are_kept_to_be_read(home: Home) -> None:
    sent.made(home, ENTRY, DRAFT, b"sealed")
    kept = sent.place(home, "one", "RWA") / "revision-1.json"
    assert kept.read_text() == DRAFT.preview


EARLY = date(2025, 1, 1)
"""A clock that is far behind: the day says nothing then."""
TODAY = date(2026, 11, 25)


def test_numbers_rise_for_each_study_by_itself(home: Home) -> None:
    assert sent.revision(sent.read(home), "one", "RWA", EARLY) == 1
    sent.made(home, ENTRY, DRAFT, b"")
    entries = sent.read(home)
    assert sent.revision(entries, "one", "RWA", EARLY) == 2
    assert sent.revision(entries, "two", "RWA", EARLY) == 1
    assert sent.revision(entries, "one", "RWB", EARLY) == 1


def test_a_lost_record_does_not_begin_at_one_again() -> None:
    first = sent.revision([], "one", "RWA", TODAY)
    later = sent.revision([], "one", "RWA", TODAY + timedelta(days=1))
    assert 1 < first < later
    assert first == sent.revision([], "one", "RWA", TODAY), "only the day shows"
    high = replace(ENTRY, revision=later + 7)
    assert sent.revision([high], "one", "RWA", TODAY) == later + 8


def test_a_code_takes_back_what_a_clock_a_day_ahead_made() -> None:
    ahead = sent.revision([], "one", "RWA", TODAY + timedelta(days=1))
    assert sent.last_of_tomorrow(TODAY) > ahead
    assert sent.last_of_tomorrow(TODAY) < sent.revision([], "one", "RWA", TODAY + timedelta(days=2))


@pytest.mark.parametrize("day", [date(2099, 1, 1), date(1970, 1, 1)])
def test_a_clock_that_is_far_off_makes_no_number_that_stays_in_the_way(day: date) -> None:
    assert sent.revision([], "one", "RWA", day) == 1


def test_how_things_stand_is_what_happened_last() -> None:
    back = replace(ENTRY, what="withdrawal", revision=2)
    chain = [replace(ENTRY, event="opened", what=""), ENTRY, replace(ENTRY, event="receipt"), back]
    chain += [replace(back, event="receipt"), replace(ENTRY, event="refused", what="")]
    said = [sent.standing(chain[:many], "one", "RWA") for many in range(len(chain) + 1)]
    assert said == ["open", "open", "made", "given", "taking-back", "withdrawn", "refused"]
    elsewhere = replace(back, elsewhere=True)
    assert sent.standing([ENTRY, elsewhere], "one", "RWA") == "made"


def test_one_reminder_and_none_after_an_answer() -> None:
    seen = replace(ENTRY, event="opened", what="", at="2026-11-01T10:00:00+01:00")
    later = "2026-11-25T10:00:00+01:00"
    assert sent.due([seen], later) == seen
    assert sent.due([seen], "2026-11-03T10:00:00+01:00") is None
    for event in ("reminded", "refused", "made"):
        assert sent.due([seen, replace(ENTRY, event=event)], later) is None
    again = replace(seen, file="newer", at=later)
    assert sent.due([seen, replace(seen, event="reminded"), again], "2027-01-01T00:00:00") is None
    assert sent.due([replace(seen, at="no moment")], later) is not None


def test_a_torn_line_does_not_spoil_the_next(home: Home) -> None:
    sent.append(home, ENTRY)
    log = sent.folder(home) / "log.jsonl"
    log.write_bytes(log.read_bytes() + b'{"at": "2026')
    sent.append(home, replace(ENTRY, revision=2))
    assert [one.revision for one in sent.read(home)] == [1, 2]


def test_a_room_card_is_written_down_without_its_words_and_overlaps(home: Home) -> None:
    sent.card(home, "2026-W10", "2026-W12", "2026-11-25T10:00:00+01:00")
    (entry,) = sent.read(home)
    assert (entry.event, entry.study, entry.first) == ("card", "", "2026-W10")
    rows = Document(kind="study", grain="month", first="2026-03", last="2026-03", counts=())
    assert sent.overlapping([entry], "one", rows) == [entry]
    assert sent.unsent([entry]) == []
    assert (
        sent.overlapping(
            [replace(entry, last="2026-W11", first="2026-W01")],
            "one",
            replace(rows, first="2026-06", last="2026-07"),
        )
        == []
    )


def test_the_same_text_by_another_key_is_another_study(home: Home, trial: Any) -> None:
    sent.keep(home, trial.signed, trial.study, b"", "now")
    sent.keep(home, replace(trial.signed, key="RWother"), trial.study, b"", "now")
    assert len(sent.read(home)) == 2


def test_a_study_is_kept_once_and_another_key_warns(home: Home, trial: Any) -> None:
    data = signing.write(trial.signed)
    for _ in range(2):
        sent.keep(home, trial.signed, trial.study, data, "now")
    entries = sent.read(home)
    assert [one.event for one in entries] == ["opened"]
    assert sent.other_keys(entries, trial.study.id, trial.signed.key) == []
    assert sent.other_keys(entries, trial.study.id, "RWother") == [trial.signed.key]


@pytest.mark.parametrize(
    ("first", "last", "grain", "overlaps"),
    [
        ("2026-06", "2026-08", "month", True),
        ("2026-07", "2026-08", "month", False),
        ("2026-W26", "2026-W30", "week", True),
        ("2026-W32", "2026-W40", "week", False),
    ],
)
def test_the_same_time_given_twice_is_told(
    home: Home, first: str, last: str, grain: Any, *, overlaps: bool
) -> None:
    sent.made(home, ENTRY, DRAFT, b"")
    document = Document(kind="study", first=first, last=last, grain=grain)
    entries = sent.read(home)
    assert bool(sent.overlapping(entries, "two", document)) is overlaps
    assert not sent.overlapping(entries, "one", document)


def test_a_torn_line_is_passed_over(home: Home) -> None:
    sent.append(home, ENTRY)
    with (sent.folder(home) / "log.jsonl").open("a") as out:
        out.write('{"at": "2026')
    assert sent.read(home) == [ENTRY]


def test_a_folder_that_takes_nothing_is_a_sentence(home: Home) -> None:
    sent.folder(home).write_text("in the way")
    with pytest.raises(KnownError, match="cannot be kept"):
        sent.append(home, ENTRY)


def test_what_is_held_elsewhere_is_named_and_copies_can_go(home: Home) -> None:
    sent.made(home, ENTRY, DRAFT, b"sealed")
    sent.append(home, replace(ENTRY, study="two", event="receipt"))
    sent.append(home, replace(ENTRY, study="three", event="refused", what=""))
    back = replace(ENTRY, study="two", what="withdrawal", event="receipt")
    assert sent.given(sent.read(home)) == ["one", "two"]
    sent.append(home, back)
    assert sent.given(sent.read(home)) == ["one"]
    assert sent.forget_rows(home) == 1
    assert sent.forget_rows(home) == 0
    assert (sent.place(home, "one", "RWA") / sent.WAITING).exists()
