from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from labormeter import autostart, lock, uninstall
from labormeter.autostart import Session
from labormeter.browser import authority, trust
from labormeter.doctor import traces
from labormeter.doctor.traces import Where
from labormeter.errors import KnownError
from labormeter.home import Home
from labormeter.ledger.log import Log
from labormeter.testing import NOON, act


@pytest.fixture
def where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Where:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("GSETTINGS_BACKEND", "memory")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    person = tmp_path / "person"
    (person / ".config").mkdir(parents=True)
    return Where(Home(tmp_path / "home"), Session("linux", person, {}))


def fill(where: Where) -> None:
    made = authority.ensure(where.home.create(), ["x.com"], NOON)
    trust.add(where.person / ".pki/nssdb", made.certificate)
    autostart.on(where.home, where.session)
    (where.home.profiles / "firefox" / "firefox").mkdir(parents=True)
    with Log.open(where.home, now=NOON) as log:
        log.append([act()])


def test_everything_goes_and_that_is_verified(where: Where) -> None:
    fill(where)
    done = uninstall.uninstall(where, keep_ledger=False)
    assert done.left == ()
    assert [trace.kind for trace in done.removed] == ["trust", "autostart", "profile", "home"]
    assert not where.home.root.exists()
    assert not where.home.profiles.parent.exists()
    assert not trust.marked(where.person / ".pki/nssdb")
    assert list((where.person / ".config").iterdir()) == []


def test_the_ledger_can_be_kept_and_the_keys_go(where: Where) -> None:
    fill(where)
    done = uninstall.uninstall(where, keep_ledger=True)
    assert done.left == ()
    names = {path.name for path in where.home.root.iterdir()}
    assert "ledger.db" in names
    assert all(name.startswith("ledger") for name in names)
    with Log.open(where.home, now=NOON):
        pass


def test_trust_goes_before_the_certificate(where: Where, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(where)
    seen = list[bool]()
    real = trust.remove

    def watch(folder: Path, program: str = "") -> None:
        seen.append((where.home.ca / authority.CERTIFICATE).exists())
        real(folder, program)

    monkeypatch.setattr(trust, "remove", watch)
    uninstall.uninstall(where, keep_ledger=False)
    assert seen == [True]


def test_what_could_not_be_removed_is_told(where: Where, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(where)

    def fails(folder: Path, program: str = "") -> None:
        raise KnownError(f"{folder} {program}")

    monkeypatch.setattr(trust, "remove", fails)
    done = uninstall.uninstall(where, keep_ledger=False)
    assert [trace.kind for trace in done.left] == ["trust"]


def test_another_home_of_the_same_person_is_left_alone(where: Where) -> None:
    fill(where)
    other = where.home.profiles.parent / "0123456789ab" / "firefox"
    other.mkdir(parents=True)
    autostart.on(Home(where.person / "another"), where.session)
    starts = autostart.files(where.session)["entry"]
    done = uninstall.uninstall(where, keep_ledger=False)
    assert done.left == ()
    assert [Path(trace.place) for trace in done.others] == [starts, other.parent]
    assert other.exists()
    assert starts.exists()


def test_what_the_window_compiled_goes_too(where: Where) -> None:
    (where.session.cache / "translations").mkdir(parents=True)
    done = uninstall.uninstall(where, keep_ledger=False)
    assert [trace.kind for trace in done.removed] == ["cache"]
    assert not where.session.cache.exists()


@pytest.mark.parametrize("system", ["darwin", "win32"])
def test_a_certificate_in_the_store_of_the_system_is_taken_out_by_the_system_s_own_program(
    system: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = list[tuple[str, ...]]()
    monkeypatch.setattr(traces, "succeeds", ran.append)
    where = Where(Home(tmp_path / "home"), Session(system, tmp_path, {}))
    uninstall._trust(where, traces.Trace("trust", traces.SYSTEM_STORE))
    assert ran[0][0] == traces.FINDS[system][0]
    assert authority.NAME in ran[0]
    assert list(tmp_path.iterdir()) == []


def test_an_open_metered_browser_is_in_the_way(where: Where) -> None:
    data = where.home.profiles / "chromium" / "data"
    data.mkdir(parents=True)
    (data / "SingletonLock").symlink_to(f"host-{os.getpid()}")
    with pytest.raises(KnownError, match="browser is open"):
        uninstall.ready(where, may_stop=True)


METER = """
import sys, time
from pathlib import Path
from labormeter import lock
held = lock.hold(Path(sys.argv[1]))
print("held", flush=True)
time.sleep(60)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a signal ends it there at once")
def test_a_meter_is_ended_only_where_it_may_be(where: Where) -> None:
    where.home.create()
    uninstall.ready(where, may_stop=False)
    meter = subprocess.Popen(
        [sys.executable, "-c", METER, str(where.home.lock)], stdout=subprocess.PIPE, text=True
    )
    assert meter.stdout is not None
    try:
        assert meter.stdout.readline() == "held\n"
        with pytest.raises(KnownError, match="meter is running"):
            uninstall.ready(where, may_stop=False)
        assert meter.poll() is None
        uninstall.ready(where, may_stop=True)
        assert meter.wait(10) == -signal.SIGTERM
        assert lock.held(where.home.lock) is None
    finally:
        meter.kill()
        meter.wait(10)
        meter.stdout.close()


def test_a_meter_that_does_not_end_is_told(where: Where, monkeypatch: pytest.MonkeyPatch) -> None:
    where.home.create()
    monkeypatch.setattr(uninstall, "PATIENCE", 0.1)
    with lock.hold(where.home.lock), pytest.raises(KnownError, match="does not end"):
        uninstall.stop(where.home, None)
