import json
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from labormeter.home import Home
from labormeter.ledger.log import Log
from labormeter.testing import act
from labormeter_ui import exporting
from labormeter_ui.exporting import Exporting
from labormeter_ui.presenters.share import FORMS, SharePresenter

LINES = next(form for form in FORMS if form.name == "jsonl")


def test_the_file_is_whole_and_lists_every_act(
    home: Home, log: Log, tmp_path: Path, qtbot: QtBot
) -> None:
    log.append([act(platform="x"), act(platform="reddit")])
    presenter, path = SharePresenter(), tmp_path / "mine.jsonl"
    kept = Exporting(home, presenter)
    presenter.write(LINES, str(path))
    qtbot.waitUntil(lambda: presenter.state.written == "mine.jsonl", timeout=10_000)
    found = [json.loads(line)["platform"] for line in path.read_text("utf-8").splitlines()]
    assert sorted(found) == ["reddit", "x"]
    assert presenter.state.bytes == path.stat().st_size
    assert sorted(one.name for one in tmp_path.glob("mine*")) == ["mine.jsonl"]
    kept.close()


def test_what_is_given_up_leaves_the_old_file_as_it_was(
    home: Home, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits = [sys.executable, "-c", "import time; print('half', flush=True); time.sleep(60)"]
    monkeypatch.setattr(exporting, "command", lambda *_: waits)
    presenter, path = SharePresenter(), tmp_path / "mine.csv"
    path.write_text("old", encoding="utf-8")
    kept = Exporting(home, presenter)
    presenter.write(FORMS[0], str(path))
    part = path.with_name("mine.csv.part")
    qtbot.waitUntil(lambda: part.exists() and part.stat().st_size > 0, timeout=10_000)
    presenter.cancel()
    qtbot.waitUntil(lambda: not presenter.state.running)
    assert (presenter.state.fault, presenter.state.written) == ("", "")
    assert path.read_text(encoding="utf-8") == "old"
    assert not part.exists()
    presenter.write(FORMS[0], str(path))
    kept.close()
    qtbot.waitUntil(lambda: not presenter.state.running)
    assert not part.exists()


def test_what_fails_says_why(
    home: Home, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    presenter = SharePresenter()
    kept = Exporting(home, presenter)
    fails = [sys.executable, "-c", "import sys; sys.exit('No rates.')"]
    monkeypatch.setattr(exporting, "command", lambda *_: fails)
    presenter.write(FORMS[2], str(tmp_path / "a.journal"))
    qtbot.waitUntil(lambda: presenter.state.fault == "No rates.", timeout=10_000)
    presenter.write(FORMS[2], str(tmp_path / "no" / "a.journal"))
    qtbot.waitUntil(lambda: not presenter.state.running and bool(presenter.state.fault))
    monkeypatch.setattr(exporting, "command", lambda *_: [str(tmp_path / "nothing")])
    presenter.write(FORMS[2], str(tmp_path / "a.journal"))
    qtbot.waitUntil(lambda: not presenter.state.running and bool(presenter.state.fault))
    assert not list(tmp_path.glob("a.*"))
    kept.close()
