from __future__ import annotations

from pathlib import Path

import pytest

from labormeter import autostart
from labormeter.autostart import Session
from labormeter.browser import authority, trust
from labormeter.doctor import traces
from labormeter.doctor.traces import Where
from labormeter.home import Home
from labormeter.testing import NOON


@pytest.fixture
def where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Where:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("GSETTINGS_BACKEND", "memory")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    person = tmp_path / "person"
    person.mkdir()
    return Where(Home(tmp_path / "home"), Session("linux", person, {}))


def test_before_anything_there_is_nothing(where: Where) -> None:
    assert traces.find(where) == ()
    assert not list(where.person.iterdir())


def test_everything_is_found_and_trust_comes_first(where: Where) -> None:
    made = authority.ensure(where.home.create(), ["x.com"], NOON)
    for store in (".pki/nssdb", ".mozilla/firefox/abc.default", "snap/chromium/current/.pki/nssdb"):
        trust.add(where.person / store, made.certificate)
    autostart.on(where.home, where.session)
    (where.home.profiles / "firefox").mkdir(parents=True)
    (where.home.profiles.parent / "0123456789ab").mkdir()
    packed = where.person / "snap/firefox/common/labormeter" / where.home.profiles.name
    packed.mkdir(parents=True)
    found = traces.find(where)
    assert [one.kind for one in found] == [
        *("trust", "trust", "trust", "autostart", "profile", "profile", "profile", "home"),
    ]
    assert [one.place for one in found if not one.mine] == [
        str(where.home.profiles.parent / "0123456789ab")
    ]
    assert str(packed) in {one.place for one in found}


def test_a_store_that_never_heard_of_us_is_not_opened(
    where: Where, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = where.person / ".pki/nssdb"
    store.mkdir(parents=True)
    (store / "cert9.db").write_bytes(b"somebody's")
    monkeypatch.setattr(trust, "_child", lambda *_: pytest.fail("it was opened"))
    assert traces.find(where) == ()
