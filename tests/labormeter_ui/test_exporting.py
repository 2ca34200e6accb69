import sys
import time
import zipfile
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from labormeter.exports import document, seal
from labormeter.home import Home
from labormeter.ledger.log import Log
from labormeter.room import file
from labormeter.testing import act
from labormeter_ui import exporting
from labormeter_ui.exporting import Exporting
from labormeter_ui.presenters.share import Order, SharePresenter

PATIENCE = 20_000


def test_what_is_shown_is_what_is_written(
    home: Home, log: Log, tmp_path: Path, qtbot: QtBot
) -> None:
    log.append([act(platform="x"), act(platform="reddit")])
    presenter, path = SharePresenter(), tmp_path / "mine.zip"
    kept = Exporting(home, presenter)
    presenter.open(True)
    qtbot.waitUntil(lambda: presenter.state.tables is not None, timeout=PATIENCE)
    assert presenter.state.tables
    shown = presenter.state.tables[0]
    presenter.write(str(path))
    qtbot.waitUntil(lambda: presenter.state.written == "mine.zip", timeout=PATIENCE)
    with zipfile.ZipFile(path) as package:
        lines = package.read("acts.csv").decode().splitlines()
    assert lines == [",".join(row) for row in (shown.columns, *shown.rows)]
    assert shown.total == 2
    assert presenter.state.bytes == path.stat().st_size
    assert sorted(one.name for one in tmp_path.glob("*mine*")) == ["mine.zip"]
    kept.close()


def test_a_passphrase_goes_by_standard_input_and_seals(
    home: Home, log: Log, tmp_path: Path, qtbot: QtBot
) -> None:
    log.append([act(platform="x")])
    presenter, path = SharePresenter(), tmp_path / "mine.csv.age"
    kept = Exporting(home, presenter)
    presenter.choose(Order(form="csv"))
    presenter.write(str(path), "correct horse")
    qtbot.waitUntil(lambda: bool(presenter.state.written), timeout=PATIENCE)
    assert b",x,like," in seal.opened(path.read_bytes(), "correct horse")
    assert "correct horse" not in " ".join(kept._process.arguments())
    kept.close()


def test_a_card_has_its_code(home: Home, log: Log, qtbot: QtBot) -> None:
    log.append([act(platform="x")])
    presenter = SharePresenter()
    kept = Exporting(home, presenter)
    presenter.choose(Order(form="card", handle="oak-ash"))
    presenter.open(True)
    qtbot.waitUntil(lambda: presenter.state.tables is not None, timeout=PATIENCE)
    assert presenter.state.code.startswith(b"\x89PNG")
    kept.close()


def test_a_rooms_file_is_read_and_a_card_made_for_it(
    home: Home, log: Log, tmp_path: Path, qtbot: QtBot
) -> None:
    log.append([act(platform="x")])
    room = file.suggested(
        time.strftime("%Y-%m-%d"), number=3, language="en", country="FR", currency="EUR"
    )
    path = tmp_path / "room.toml"
    path.write_text("schema = 9")
    presenter = SharePresenter()
    kept = Exporting(home, presenter)
    presenter.choose(Order(form="card", handle="oak-ash"))
    presenter.open(True)
    presenter.open_room(str(path))
    qtbot.waitUntil(lambda: "schema" in presenter.state.refused, timeout=PATIENCE)
    assert presenter.order.room == ""
    path.write_text(file.written(room))
    presenter.open_room(str(path))
    qtbot.waitUntil(lambda: bool(presenter.order.room), timeout=PATIENCE)
    assert presenter.order.weeks == (room.first, room.last)
    presenter.write(str(tmp_path / "card.json"))
    qtbot.waitUntil(lambda: bool(presenter.state.written), timeout=PATIENCE)
    card = document.read((tmp_path / "card.json").read_bytes(), today=time.strftime("%Y-%m-%d"))
    assert (card.room, card.first, card.last) == (room.id, room.first, room.last)
    kept.close()


def test_what_is_given_up_leaves_the_old_file_as_it_was(
    home: Home, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mine.csv"
    part = tmp_path / ".mine.csv.0123abcd.part"
    waits = f"import pathlib, time; pathlib.Path({str(part)!r}).write_text('half'); time.sleep(60)"
    monkeypatch.setattr(exporting, "command", lambda *_: [sys.executable, "-c", waits])
    presenter = SharePresenter()
    path.write_text("old", encoding="utf-8")
    kept = Exporting(home, presenter)
    for give_up in (presenter.cancel, kept.close):
        presenter.write(str(path))
        qtbot.waitUntil(part.exists, timeout=PATIENCE)
        give_up()
        qtbot.waitUntil(lambda: not presenter.state.running)
        assert (presenter.state.fault, presenter.state.written) == ("", "")
        assert path.read_text(encoding="utf-8") == "old"
        assert not part.exists()


def test_what_fails_says_why(
    home: Home, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    presenter = SharePresenter()
    kept = Exporting(home, presenter)
    fails = [sys.executable, "-c", "import sys; sys.exit('Handle.\\nNo rates.')"]
    monkeypatch.setattr(exporting, "command", lambda *_: fails)
    presenter.write(str(tmp_path / "a.journal"))
    qtbot.waitUntil(lambda: presenter.state.fault == "No rates.", timeout=PATIENCE)
    presenter.open(True)
    qtbot.waitUntil(lambda: presenter.state.tables == (), timeout=PATIENCE)
    assert presenter.state.fault == "No rates."
    monkeypatch.setattr(exporting, "command", lambda *_: [str(tmp_path / "nothing")])
    presenter.write(str(tmp_path / "a.journal"))
    qtbot.waitUntil(lambda: not presenter.state.running and bool(presenter.state.fault))
    assert not list(tmp_path.glob("a.*"))
    kept.close()


def test_a_choice_made_while_looking_is_the_one_that_is_shown(
    home: Home, log: Log, qtbot: QtBot
) -> None:
    log.append([act(platform="x")])
    presenter = SharePresenter()
    kept = Exporting(home, presenter)
    presenter.open(True)
    for form in ("csv", "jsonl", "hledger"):
        presenter.choose(Order(form=form))
    qtbot.waitUntil(lambda: presenter.state.tables is not None, timeout=PATIENCE)
    assert presenter.state.tables
    assert presenter.state.tables[0].name == "hledger"
    kept.close()
