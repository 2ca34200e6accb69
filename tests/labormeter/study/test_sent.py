from __future__ import annotations

from dataclasses import replace
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


def test_numbers_rise_for_each_study_by_itself(home: Home) -> None:
    assert sent.revision(sent.read(home), "one", "RWA") == 1
    sent.made(home, ENTRY, DRAFT, b"")
    entries = sent.read(home)
    assert sent.revision(entries, "one", "RWA") == 2
    assert sent.revision(entries, "two", "RWA") == 1
    assert sent.revision(entries, "one", "RWB") == 1


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
