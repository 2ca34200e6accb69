from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from labormeter.errors import KnownError
from labormeter.home import Home
from labormeter.ledger.log import Log
from labormeter.study import contribution, giving, handin, seal, sent, signing
from labormeter.study.giving import Opened
from labormeter.study.handin import Way
from labormeter.study.rows import Choice
from labormeter.testing import NOON, act

AT, TODAY = "2026-11-25T10:00:00+01:00", "2026-11-25"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    made = Home(tmp_path / "home").create()
    with Log.open(made, now=NOON) as log:
        log.append([act(platform="x") for _ in range(12)])
    return made


@pytest.fixture
def found(home: Home, trial: Any) -> Opened:
    return giving.opened(home, signing.write(trial.signed), AT)


def given(home: Home, found: Opened, way: str = "file") -> giving.Made:
    taken = giving.gathered(home, found.study, Choice(), TODAY)
    wanted = giving.consent(home, found, ["research"], TODAY)
    offered = giving.offered(home, found, wanted, taken, TODAY)
    return giving.made(home, found.study, offered, way, AT)


def test_decrypted_is_what_was_shown(home: Home, found: Opened, trial: Any) -> None:
    made = given(home, found)
    inside = seal.opened(seal.decrypt(made.sealed, trial.readers[1:]))
    (shown,) = sent.folder(home).glob("*/revision-*.json")
    assert shown.read_bytes() == inside.consent + b"\n" + inside.document


def test_a_file_is_not_sent_until_it_was_handed_in(home: Home, found: Opened) -> None:
    made = given(home, found)
    key = (found.study.id, found.signed.key)
    assert sent.standing(sent.read(home), *key) == "made"
    assert giving.waiting(home, made.entry).sealed == made.sealed
    giving.handed_in(home, found.study.id, AT)
    assert sent.standing(sent.read(home), *key) == "given"
    with pytest.raises(KnownError, match="Nothing waits"):
        giving.waiting(home, made.entry)
    with pytest.raises(KnownError, match="Nothing waits"):
        giving.handed_in(home, found.study.id, AT)


def test_what_waits_and_was_changed_is_not_sent(home: Home, found: Opened) -> None:
    made = given(home, found)
    path = sent.place(home, found.study.id, found.signed.key) / sent.WAITING
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(KnownError, match="not what was made"):
        giving.waiting(home, made.entry)


def test_what_was_drawn_up_before_something_else_was_made_is_looked_at_again(
    home: Home, found: Opened
) -> None:
    taken = giving.gathered(home, found.study, Choice(), TODAY)
    wanted = giving.consent(home, found, ["research"], TODAY)
    stale = giving.offered(home, found, wanted, taken, TODAY)
    given(home, found)
    with pytest.raises(KnownError, match="Look at the rows again"):
        giving.made(home, found.study, stale, "file", AT)


def test_a_send_that_fails_leaves_it_waiting_and_the_next_try_sends_the_same(
    home: Home, found: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, way = given(home, found, "host.example"), Way("host.example", "/x")
    tries: list[bytes] = []

    def put(_way: Way, data: bytes) -> int:
        tries.append(data)
        if len(tries) == 1:
            raise KnownError("host.example could not be reached.")
        return 201

    monkeypatch.setattr(handin, "put", put)
    with pytest.raises(KnownError, match="could not be reached"):
        giving.sent_to(home, made, way, AT)
    assert sent.unsent(sent.read(home)) == [made.entry]
    giving.sent_to(home, giving.waiting(home, made.entry), way, AT)
    assert tries[0] == tries[1]
    assert sent.unsent(sent.read(home)) == []


def test_taking_back_by_this_home_and_by_a_code(home: Home, found: Opened, tmp_path: Path) -> None:
    given(home, found)
    code = giving.person(home, found).code
    mine = giving.taking_back(home, found, TODAY)
    other = Home(tmp_path / "other").create()
    theirs = giving.taking_back(other, found, TODAY, code)
    assert theirs.person.participant == mine.person.participant
    assert (theirs.entry.elsewhere, mine.entry.elsewhere) == (True, False)
    assert theirs.entry.revision > mine.entry.revision
    assert not (other.keys / "study.secret").exists(), "a code makes no secret"
    assert not giving.taking_back(home, found, TODAY, code).entry.elsewhere


def test_who_took_back_by_code_may_give_again(home: Home, found: Opened) -> None:
    first = given(home, found)
    code = giving.person(home, found).code
    back = giving.made(home, found.study, giving.taking_back(home, found, TODAY, code), "file", AT)
    again = given(home, found)
    assert first.entry.revision < back.entry.revision < again.entry.revision <= 1_000_000
    contribution.decode(giving.taking_back(home, found, TODAY, code).draft.consent)


def test_refusing_is_an_entry_here_and_ends_reminders(home: Home, found: Opened) -> None:
    late = "2026-12-24T10:00:00+01:00"
    giving.refused(home, found, AT)
    assert giving.reminder(home, late) is None
    assert giving.opened(home, signing.write(found.signed), AT).standing == "refused"


def test_a_reminder_comes_once(home: Home, found: Opened) -> None:
    late = "2026-12-24T10:00:00+01:00"
    due = giving.reminder(home, late)
    assert due is not None
    assert due.study == found.study.id
    assert giving.reminder(home, late) is None


def test_a_huge_file_is_no_study(home: Home, tmp_path: Path) -> None:
    path = tmp_path / "huge"
    with path.open("wb") as file:
        file.truncate(10 * 1024**3)
    data = giving.read(path)
    assert len(data) < 2 * 1024**2
    with pytest.raises(KnownError, match="no signed study"):
        giving.opened(home, data, AT)
    assert sent.read(home) == []


def test_where_it_cannot_be_written_it_says_so(home: Home, found: Opened, tmp_path: Path) -> None:
    made = given(home, found)
    with pytest.raises(KnownError, match="not sent yet"):
        giving.saved(made, tmp_path / "nowhere" / "me.age")
    with pytest.raises(KnownError, match="cannot be read"):
        giving.read(tmp_path / "nothing")


def test_the_study_file_that_was_kept_is_there(home: Home, found: Opened) -> None:
    data = giving.kept(home, found.study.id, found.signed.key)
    assert data == signing.write(found.signed)
