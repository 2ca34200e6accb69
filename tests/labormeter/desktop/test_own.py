from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from labormeter.browser import authority, trust
from labormeter.desktop import gnome, own, step
from labormeter.errors import KnownError
from labormeter.home import Home
from labormeter.testing import NOON

if TYPE_CHECKING:
    from pathlib import Path

    from labormeter.desktop.step import Step

OLD = "'http://127.0.0.1:9/old.pac'"


@pytest.fixture
def home(person: Path) -> Home:
    return Home(person / "labormeter").create()


def steps(home: Home, person: Path) -> tuple[Step, ...]:
    return own.plan(authority.ensure(home, ["x.com"], NOON), 8080, person)


def state(person: Path) -> dict[str, object]:
    """The desktop as far as it is ours to change."""
    store = step.nss_store(person)
    return {
        "mode": gnome.read(gnome.MODE),
        "script": gnome.read(gnome.SCRIPT),
        "marked": trust.marked(store),
        "store": store.exists(),
        "pki": (person / ".pki").exists(),
    }


def test_on_and_off_leave_everything_as_it_was(home: Home, person: Path) -> None:
    gnome.write(gnome.SCRIPT, OLD)  # set, and not followed: mode is none
    before, told = state(person), list[str]()
    planned = steps(home, person)
    own.on(home, planned, told.append)
    assert told == [each.sentence for each in planned]
    now = state(person)
    assert now["mode"] == "'auto'"
    assert gnome.ours(gnome.read(gnome.SCRIPT))
    assert now["marked"]
    assert own.standing(home) == "on"
    with pytest.raises(KnownError, match="already"):
        own.on(home, planned, told.append)
    assert not own.recover(home, told.append)
    assert own.off(home, told.append)
    assert state(person) == before
    assert own.standing(home) == "off"
    assert not own.off(home, told.append)


KILLED = """
import os, signal, sys
from pathlib import Path
from labormeter.browser import authority
from labormeter.desktop import own, step
from labormeter.desktop.journal import Journal
from labormeter.home import Home
home, moment = Home(Path(sys.argv[1])), int(sys.argv[2])
count = 0
def die():
    global count
    count += 1
    if count == moment:
        os.kill(os.getpid(), signal.SIGKILL)
def dying(old):
    def new(*words, **more):
        die()
        found = old(*words, **more)
        die()
        return found
    return new
Journal.write, Journal.close = dying(Journal.write), dying(Journal.close)
for kind in (step.Trust, step.Setting):
    kind.do, kind.undo = dying(kind.do), dying(kind.undo)
found = authority.read(home)
own.on(home, own.plan(found, 8080, Path.home()), lambda _: None)
own.off(home, lambda _: None)
print(count)
"""


def test_killed_at_any_moment_the_next_start_puts_everything_back(home: Home, person: Path) -> None:
    gnome.write(gnome.SCRIPT, OLD)
    authority.ensure(home, ["x.com"], NOON)
    before = state(person)
    whole = killed(home, 0)
    assert whole.returncode == 0, whole.stderr
    moments = int(whole.stdout)
    assert moments > 30
    assert state(person) == before
    on_at_last = 0
    for moment in chosen(moments):
        done = killed(home, moment)
        assert done.returncode == -signal.SIGKILL, (moment, done.stderr)
        if own.standing(home) == "on":
            on_at_last += 1
            own.off(home, lambda _: None)
        else:
            own.recover(home, lambda _: None)
        assert state(person) == before, moment
        assert own.standing(home) == "off"
    assert on_at_last < 4


def chosen(moments: int) -> range:
    """Every moment where there is time (`LABORMETER_SLOW`), else every fifth."""
    return range(1, moments + 1, 1 if os.environ.get("LABORMETER_SLOW") else 5)


def killed(home: Home, moment: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", KILLED, str(home.root), str(moment)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_proxy_that_is_set_is_refused_and_stays(home: Home, person: Path) -> None:
    gnome.write(gnome.MODE, "'manual'")
    before = state(person)
    with pytest.raises(KnownError, match="not overwritten"):
        own.on(home, steps(home, person), lambda _: None)
    assert state(person) == before
    assert own.standing(home) == "off"


@pytest.mark.usefixtures("person")
def test_a_proxy_of_the_environment_is_refused() -> None:
    why = own.obstacle({"https_proxy": "http://proxy.example"})
    assert why is not None
    assert "environment" in why.message
    assert own.obstacle({}) is None


def test_a_proxy_that_is_not_ours_is_known_from_our_own(
    home: Home, person: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (*own.PROXIES, "HTTP_PROXY", "http_proxy"):
        monkeypatch.delenv(name, raising=False)
    assert not own.proxied()
    own.on(home, steps(home, person), lambda _: None)
    assert not own.proxied()
    own.off(home, lambda _: None)
    gnome.write(gnome.SCRIPT, OLD)
    assert not own.proxied(), "set, and not followed"
    gnome.write(gnome.MODE, "'auto'")
    assert own.proxied()
    gnome.write(gnome.MODE, "'manual'")
    assert own.proxied()
    gnome.write(gnome.MODE, None)
    monkeypatch.setenv("https_proxy", "http://proxy.example")
    assert own.proxied()


def test_a_step_that_fails_undoes_those_before(
    home: Home, person: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, planned = state(person), steps(home, person)
    real = gnome.write

    def refuses(key: str, value: str | None) -> None:
        if value == "'auto'":
            raise KnownError("locked")
        real(key, value)

    monkeypatch.setattr(gnome, "write", refuses)
    with pytest.raises(KnownError, match="locked"):
        own.on(home, planned, lambda _: None)
    assert state(person) == before
    assert own.standing(home) == "off"


def test_a_desktop_without_such_settings_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gnome, "present", lambda: False)
    why = own.obstacle({})
    assert why is not None
    assert "browse" in why.hint


def test_to_look_for_what_was_broken_off_costs_nothing(tmp_path: Path) -> None:
    home = Home(tmp_path)
    begun = time.perf_counter()
    for _ in range(100):
        assert not own.recover(home, lambda _: None)
    assert time.perf_counter() - begun < 1
