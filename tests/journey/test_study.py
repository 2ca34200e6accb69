"""A study as new users meet it: a researcher by command, participants in the window and by command."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pyrage
import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from labormeter import roles
from labormeter.exports.document import Document
from labormeter.exports.document import read as read_document
from labormeter.home import Home
from labormeter.ledger.log import Log
from labormeter.study import sample, seal
from labormeter.testing import NOON, act
from labormeter.valuation import shelf
from labormeter_ui.clock import today
from labormeter_ui.presenters.study import StudyPresenter
from labormeter_ui.studying import Studying
from labormeter_ui.views.study import StudyView

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

pytestmark = [pytest.mark.journey, pytest.mark.qt_log_ignore("propagateSizeHints")]

WAIT = 30_000
CANARY = "ca9a51ca9a51ca9a51ca9a51ca9a51ca"
"""A target and an actor as the ledger hashes them: nobody may find them elsewhere."""


def command(home: Path, *words: object, given: str = "") -> str:
    """Run a verb as a person does, and return what it said."""
    done = subprocess.run(
        [*roles.command("command"), "--home", str(home), *map(str, words)],
        input=given,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@dataclass
class Field:
    """Where everything of this study lies."""

    root: Path
    words: str
    """The six words that are printed in the consent letter."""

    @property
    def file(self) -> Path:
        return self.root / "study.labormeter"

    @property
    def inbox(self) -> Path:
        return self.root / "inbox"

    def readers(self) -> list[pyrage.x25519.Identity]:
        lines = (self.root / "keys/reader-1.key").read_text().split()
        return [pyrage.x25519.Identity.from_str(one) for one in lines]

    def inside(self, name: str) -> tuple[bytes, bytes]:
        found = seal.opened(seal.decrypt((self.inbox / name).read_bytes(), self.readers()))
        return found.consent, found.document


@pytest.fixture
def field(tmp_path: Path) -> Field:
    """A researcher makes keys, writes the file, has it checked and signs it."""
    desk = tmp_path / "desk"
    told = command(desk, "study", "keys", tmp_path / "keys")
    readers = re.findall(r"age1[a-z0-9]+", told)
    (tmp_path / "study.toml").write_text(sample.text(readers, book=shelf.LATEST))
    command(desk, "study", "check", tmp_path / "study.toml")
    signed = command(
        desk, "study", "sign", tmp_path / "study.toml", "--key", tmp_path / "keys/sign.key"
    )
    (tmp_path / "inbox").mkdir()
    made = re.search(r"signed by: ([a-z ]+)", signed)
    assert made is not None
    return Field(tmp_path, made.group(1).strip())


def participant(root: Path, name: str, likes: int) -> Path:
    home = Home(root / name).create()
    with Log.open(home, now=NOON) as log:
        log.append([act(platform="x", target=CANARY, actor=CANARY) for _ in range(likes)])
        log.append([act(platform="facebook", activity="post") for _ in range(6)])
    return home.root


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What a person picks in the system's dialogs."""
    picks = {"open": "", "save": ""}
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (picks["open"], ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (picks["save"], ""))
    yes = QMessageBox.StandardButton.Yes
    monkeypatch.setattr(QMessageBox, "question", lambda *_: yes)
    return picks


def give_in_the_window(
    home: Path, field: Field, chosen: dict[str, str], bot: QtBot, *, back: bool = False
) -> str:
    """Go through the page as a person does, and return the raw file as it was shown."""
    presenter = StudyPresenter()
    work, view = Studying(Home(home), presenter), StudyView(presenter)
    bot.addWidget(view)
    view.show()
    chosen["open"] = str(field.file)
    view.begin.choose.click()
    bot.waitUntil(lambda: presenter.state.taken is not None, timeout=WAIT)
    assert view.who.words.text() == field.words
    for _ in range(2):
        view.next.click()
    assert not any(tick.isChecked() for tick in view.agree.ticks.values())
    view.agree.ticks["research"].click()
    view.agree.of_age.click()
    view.next.click()
    view.next.click()
    view.give.raw_button.click()
    raw = view.give.raw.toPlainText()
    chosen["save"] = str(field.inbox / f"{home.name}.age")
    view.give.save.click()
    bot.waitUntil(lambda: not presenter.state.running, timeout=WAIT)
    assert "Not sent yet" in view.state.text()
    view.buttons["handed"].click()
    bot.waitUntil(lambda: presenter.state.standing == "given", timeout=WAIT)
    if back:
        chosen["save"] = str(field.inbox / f"{home.name}-back.age")
        view.buttons["back"].click()
        bot.waitUntil(lambda: presenter.state.standing == "taking-back", timeout=WAIT)
    work.close()
    return raw


def ingest(field: Field) -> dict[str, int]:
    rows = json.loads(
        command(
            field.root / "desk",
            "pool",
            "ingest",
            field.root / "pool",
            field.inbox,
            "--study",
            field.file,
            "--keys",
            field.root / "keys/reader-1.key",
            "--format",
            "json",
        )
    )
    return {row["what"]: row["files"] for row in rows if row["what"] != "refused"}


def everything(folder: Path) -> bytes:
    return b"\0".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_a_study_from_keys_to_release(
    field: Field, chosen: dict[str, str], qtbot: QtBot, tmp_path: Path
) -> None:
    window = participant(tmp_path, "window", 40)
    raw = give_in_the_window(window, field, chosen, qtbot)
    consent, document = field.inside("window.age")
    assert raw.encode() == consent + b"\n" + document, "previewed is decrypted"

    by_command = participant(tmp_path, "command", 25)
    command(by_command, "study", "open", field.file)
    previewed = command(by_command, "study", "preview", field.file, "--raw")
    target = field.inbox / "command.age"
    command(by_command, "study", "give", field.file, "--agree", "research", "-o", target, "--yes")
    consent, document = field.inside("command.age")
    assert previewed.strip().encode() == consent + b"\n" + document
    assert _counts(read_document(document, today=today())) == {("facebook", 5), ("x", 25)}

    changed = participant(tmp_path, "changed", 15)
    give_in_the_window(changed, field, chosen, qtbot, back=True)
    sizes = {path.stat().st_size for path in field.inbox.iterdir()}
    assert len(sizes) == 1, "a length tells nothing"
    (field.inbox / "README.txt").write_text("hand in here")
    assert ingest(field)["other"] == 1
    assert ingest(field) == {"seen": 4, "other": 1}

    pool = field.root / "pool"
    answer = command(field.root / "desk", "pool", "query", pool, "units", "--format", "json")
    assert {row["platform"] for row in json.loads(answer)} == {"facebook", "x"}
    people = json.loads((pool / "index.json").read_text())["people"]
    assert len(people) == 2, "who took back is gone"
    command(field.root / "desk", "pool", "release", pool, "--yes")
    (release,) = pool.glob("releases/*/release-1.json")
    assert json.loads(release.read_text())
    with (release.parent / "cells.csv").open(newline="") as file:
        cells = list(csv.DictReader(file))
    assert cells
    assert all(one["withheld"] for one in cells), "two people are too few for any cell"

    for kept in (window, by_command, changed):
        assert CANARY.encode() not in everything(kept / "studies")
    left = everything(pool) + b"".join(
        b"".join(field.inside(f"{one}.age")) for one in ("window", "command")
    )
    for word in (CANARY, str(tmp_path), "hand in here"):
        assert word.encode() not in left


def test_a_code_takes_back_after_the_computer_is_lost(
    field: Field, chosen: dict[str, str], qtbot: QtBot, tmp_path: Path
) -> None:
    home = participant(tmp_path, "lost", 30)
    give_in_the_window(home, field, chosen, qtbot)
    code = command(home, "study", "code", field.file).splitlines()[1]
    shutil.rmtree(home)
    target = field.inbox / "by-code.age"
    other = tmp_path / "other"
    command(other, "study", "withdraw", field.file, "--code", code, "-o", target, "--yes")
    assert ingest(field)  # in whatever order the files come
    assert json.loads((field.root / "pool/index.json").read_text())["people"] == {}
    assert not list((field.root / "pool/raw").iterdir())
    assert not list((field.root / "pool/quarantine").iterdir())


def _counts(document: Document) -> set[tuple[str, int]]:
    return {(one.platform, one.n) for one in document.counts}
