"""Taking part through the window's work: real files, real keys, one real send on loopback."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import minisign  # type: ignore[import-untyped,unused-ignore]
import pyrage
import pytest
from pytestqt.qtbot import QtBot

from labormeter.errors import KnownError
from labormeter.home import Home
from labormeter.ledger.log import Log
from labormeter.study import contribution, handin, sample, seal, sent, signing
from labormeter.study.handin import Way
from labormeter.testing import act
from labormeter_ui.clock import moment, today
from labormeter_ui.presenters.study import Hand, StudyPresenter
from labormeter_ui.studying import Studying

PATIENCE = 20_000


@dataclass
class Table:
    """A participant's window on one home, and the researcher's keys."""

    home: Home
    presenter: StudyPresenter
    work: Studying
    readers: list[pyrage.x25519.Identity]
    path: Path
    bot: QtBot

    def until_rows(self) -> None:
        self.bot.waitUntil(lambda: self.presenter.state.taken is not None, timeout=PATIENCE)

    def until_idle(self) -> None:
        self.bot.waitUntil(lambda: not self.presenter.state.running, timeout=PATIENCE)

    def open(self) -> None:
        self.presenter.open_file(str(self.path))
        self.until_rows()

    def stands(self) -> str:
        return self.presenter.state.standing

    def yes(self) -> None:
        self.presenter.agree("research", yes=True)
        self.presenter.old_enough(yes=True)


@pytest.fixture
def table(home: Home, log: Log, tmp_path: Path, qtbot: QtBot) -> Iterator[Table]:
    log.append([act(platform="x") for _ in range(12)])
    log.append([act(platform="facebook", activity="post") for _ in range(5)])
    readers = [pyrage.x25519.Identity.generate() for _ in range(2)]
    text = sample.text([str(one.to_public()) for one in readers])
    text = text.replace("file = true", 'file = true\nput = "https://host.example/x?sig=1"')
    secret = bytes(minisign.KeyPair.generate().secret_key)
    path = tmp_path / "study.labormeter"
    path.write_bytes(signing.write(signing.sign(text.encode(), secret)))
    presenter = StudyPresenter()
    work = Studying(home, presenter)
    yield Table(home, presenter, work, readers, path, qtbot)
    work.close()


def test_previewed_bytes_are_the_decrypted_bytes(table: Table, tmp_path: Path) -> None:
    table.open()
    table.yes()
    shown = table.presenter.state.draft
    assert shown is not None
    table.presenter.give(Hand(path=str(tmp_path / "me.age")))
    table.until_idle()
    inside = seal.opened(seal.decrypt((tmp_path / "me.age").read_bytes(), table.readers[:1]))
    assert (inside.consent, inside.document) == (shown.consent, shown.document)
    given = contribution.read(inside, today=today())
    assert given.document is not None
    assert [(one.platform, one.n) for one in given.document.counts] == [("facebook", 5), ("x", 10)]


def test_nothing_is_ticked_and_nothing_leaves_without_a_yes(table: Table, tmp_path: Path) -> None:
    table.open()
    assert table.presenter.state.agreed == ()
    assert set(table.presenter.state.lacking) == {"agree", "age"}
    table.presenter.give(Hand(path=str(tmp_path / "me.age")))
    assert not table.presenter.state.running
    assert [one.event for one in sent.read(table.home)] == ["opened"]
    assert not (table.home.keys / "study.secret").exists()


def test_not_sent_yet_then_handed_in_then_taken_back(table: Table, tmp_path: Path) -> None:
    table.open()
    table.yes()
    table.presenter.give(Hand(path=str(tmp_path / "me.age")))
    table.until_idle()
    assert table.stands() == "made"
    assert table.presenter.state.agreed == (), "a yes is for one time"
    table.presenter.again(Hand(path=str(tmp_path / "again.age")))
    table.until_idle()
    assert (tmp_path / "again.age").read_bytes() == (tmp_path / "me.age").read_bytes()
    table.presenter.handed_in()
    table.until_idle()
    assert (table.stands(), table.presenter.state.waiting) == ("given", None)
    table.presenter.take_back(Hand(path=str(tmp_path / "back.age")))
    table.until_idle()
    assert table.stands() == "taking-back"
    assert (tmp_path / "back.age").stat().st_size == (tmp_path / "me.age").stat().st_size


def test_single_rows_stay_and_the_study_is_told_how_many(table: Table) -> None:
    table.open()
    taken = table.presenter.state.taken
    assert taken is not None
    first = taken.rows[0].count
    table.presenter.keep_here({(first.period, first.platform, first.activity)}, here=True)
    shown: object = table.presenter.state.taken
    assert shown is None, "what was shown is shown no more"
    table.until_rows()
    left = table.presenter.state.taken
    assert left is not None
    assert (len(left.document.counts), left.document.removed) == (1, 1)
    table.presenter.keep_here({(first.period, first.platform, first.activity)}, here=False)
    table.until_rows()
    assert table.presenter.state.taken == taken


def test_one_send_its_failure_and_a_second_try_of_the_same_bytes(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[tuple[str, bytes]] = []

    def put(way: Way, data: bytes) -> int:
        tries.append((way.host, data))
        if len(tries) == 1:
            raise KnownError("host.example answered 503 and did not take it.", "Try again.")
        return 200

    monkeypatch.setattr(handin, "put", put)
    table.open()
    table.yes()
    table.presenter.give(Hand(kind="put"))
    table.until_idle()
    assert table.presenter.state.fault is not None
    assert table.presenter.state.waiting is not None
    table.presenter.again(Hand(kind="put"))
    table.until_idle()
    assert sent.unsent(sent.read(table.home)) == []
    assert table.presenter.state.done == "sent"
    assert tries[0] == tries[1]
    assert tries[0][0] == "host.example"
    receipt = sent.read(table.home)[-1]
    assert (receipt.event, receipt.way) == ("receipt", "host.example")


def test_a_file_that_is_no_study_says_so_and_keeps_what_was_there(
    table: Table, tmp_path: Path
) -> None:
    (tmp_path / "evil").write_bytes(b"{" * 2_000_000)
    table.presenter.open_file(str(tmp_path / "evil"))
    table.until_idle()
    assert table.presenter.state.found is None
    assert table.presenter.state.fault is not None
    assert sent.read(table.home) == []


def test_a_study_opened_before_is_opened_from_the_record(table: Table) -> None:
    table.open()
    found = table.presenter.state.found
    assert found is not None
    table.presenter.leave()
    table.presenter.open_kept(found.study.id, found.signed.key)
    table.until_rows()
    again = table.presenter.state.found
    assert again is not None
    assert again.signed == found.signed


def test_refusing_and_the_one_reminder(table: Table) -> None:
    table.open()
    found = table.presenter.state.found
    assert found is not None
    log = sent.folder(table.home) / "log.jsonl"
    log.write_text(log.read_text().replace(moment()[:4], "2026", 1).replace(today(), "2026-01-02"))
    with table.bot.waitSignal(table.work.reminded, timeout=PATIENCE) as told:
        table.work.remind()
    assert told.args == [found.study.id]
    with table.bot.assertNotEmitted(table.work.reminded, wait=300):
        table.work.remind()
    table.presenter.refuse()
    table.until_idle()
    assert table.stands() == "refused"


def test_the_code_is_a_page(table: Table) -> None:
    table.open()
    with table.bot.waitSignal(table.work.printed, timeout=PATIENCE) as made:
        table.work.code_page("fr")
    assert "Code de retrait" in made.args[0]


def test_a_code_that_is_none_takes_nothing_back(table: Table, tmp_path: Path) -> None:
    table.open()
    table.presenter.take_back(Hand(path=str(tmp_path / "back.age")), "no such words")
    table.until_idle()
    assert table.presenter.state.fault is not None
    assert not (tmp_path / "back.age").exists()
