import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from labormeter import settings
from labormeter.browser import authority, pac
from labormeter.desktop import gnome, own
from labormeter.home import Home
from labormeter.testing import NOON
from labormeter_ui import owning
from labormeter_ui.owning import Owning
from labormeter_ui.presenters.own import OwnPresenter


@pytest.fixture
def presenter() -> OwnPresenter:
    return OwnPresenter()


DESK = """
from labormeter.desktop import gnome
gnome.present = gnome.writable = lambda: True
kept = {}
gnome.read, gnome.write = kept.get, kept.__setitem__
"""
"""A desktop that has these settings, in every process that is started."""


@pytest.fixture
def person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person's folder and a desktop that are not this computer's, here and in processes."""
    person, site = tmp_path / "person", tmp_path / "site"
    person.mkdir()
    site.mkdir()
    (site / "sitecustomize.py").write_text(DESK)
    monkeypatch.setenv("PYTHONPATH", str(site))
    monkeypatch.setenv("HOME", str(person))
    for name in own.PROXIES:
        monkeypatch.delenv(name, raising=False)
    kept: dict[str, str | None] = {}
    monkeypatch.setattr(gnome, "present", lambda: True)
    monkeypatch.setattr(gnome, "writable", lambda: True)
    monkeypatch.setattr(gnome, "read", kept.get)
    return person


@pytest.fixture
def made(home: Home, person: Path, presenter: OwnPresenter, qtbot: QtBot) -> Iterator[Owning]:
    assert person.is_dir(), "before: a process inherits the environment of when it was made"
    assert qtbot is not None
    settings.change(home.create().settings, "port", 8080)
    authority.ensure(home, ["x.com"], NOON)
    found = Owning(home, presenter)
    yield found
    found.close()


def test_the_verb_does_it_and_how_they_stand_is_read_anew(
    made: Owning, home: Home, person: Path, presenter: OwnPresenter, qtbot: QtBot
) -> None:
    """The very command line does it."""
    made.read()
    qtbot.waitUntil(lambda: presenter.state.read, timeout=10_000)
    assert len(presenter.state.steps) == 3
    assert not (home.run / pac.FILE).exists(), "it would hold the meter to its port"
    presenter.show_by_hand()
    qtbot.waitUntil((home.run / pac.FILE).exists, timeout=10_000)
    presenter.change(on=True)
    qtbot.waitUntil(lambda: presenter.state.standing == "on", timeout=20_000)
    assert (person / ".pki/nssdb/cert9.db").exists()
    presenter.change(on=False)
    qtbot.waitUntil(lambda: presenter.state.standing == "off", timeout=20_000)
    assert not (person / ".pki").exists()
    assert own.standing(home) == "off"


def test_what_was_not_done_is_told(
    made: Owning, presenter: OwnPresenter, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = "print('It is locked.'); raise SystemExit(1)"
    monkeypatch.setattr(owning, "command", lambda *_: [sys.executable, "-c", script])
    with qtbot.waitSignal(made.refused) as told:
        presenter.change(on=True)
    assert told.args == ["It is locked."]
    assert not presenter.state.changing
