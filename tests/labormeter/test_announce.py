from __future__ import annotations

import os
import queue
import shutil
import subprocess
import threading
from typing import TYPE_CHECKING

import pytest
from jeepney import HeaderFields, new_method_return  # type: ignore[import-untyped]
from jeepney.bus_messages import message_bus  # type: ignore[import-untyped]
from jeepney.io.blocking import open_dbus_connection  # type: ignore[import-untyped]

from labormeter import announce, settings
from labormeter.announce import WEEK, Notices
from labormeter.home import Home
from labormeter.testing import NOON

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What was to be shown, once the thread that shows it has run."""
    texts: list[str] = []
    monkeypatch.setattr(announce, "show", texts.append)
    yield texts
    for thread in threading.enumerate():
        if thread.name == "notice":
            thread.join(10)


def settled() -> None:
    for thread in threading.enumerate():
        if thread.name == "notice":
            thread.join(10)


def test_every_start_is_said_and_how_to_end_it(tmp_path: Path, shown: list[str]) -> None:
    for _ in range(2):
        Notices(Home(tmp_path)).started(NOON)
        settled()
    assert len(shown) == 2
    assert all("Metering began" in text and "shift stop" in text for text in shown)


def test_every_return_is_said_too(tmp_path: Path, shown: list[str]) -> None:
    notices = Notices(Home(tmp_path))
    notices.resumed(NOON)
    settled()
    assert len(shown) == 1
    assert "goes on" in shown[0]
    assert "shift stop" in shown[0]
    assert not notices.remind(NOON + 1)


def test_a_person_who_reads_french_is_told_in_french(tmp_path: Path, shown: list[str]) -> None:
    home = Home(tmp_path).create()
    settings.change(home.settings, "language", "fr")
    notices = Notices(home)
    notices.started(NOON, outdated=True)
    settled()
    notices.resumed(NOON)
    settled()
    assert notices.remind(NOON + WEEK)
    settled()
    assert len(shown) == 3
    assert not [word for text in shown for word in ("Metering", "browser") if word in text]
    assert all("shift stop" in text for text in shown)
    assert "rouvrez" in shown[0]


@pytest.mark.parametrize(
    ("variables", "wanted"),
    [
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "fr_CH"}, "fr"),
        ({}, "en"),
    ],
)
def test_where_nothing_was_chosen_the_session_says_the_language(
    variables: dict[str, str], wanted: str, tmp_path: Path
) -> None:
    chosen = Home(tmp_path).create().settings
    assert announce.language(chosen, variables) == wanted
    settings.change(chosen, "language", "en")
    assert announce.language(chosen, variables) == "en"
    chosen.write_text("broken = [")
    assert announce.language(chosen, variables) == wanted


def test_after_a_week_it_is_said_again(tmp_path: Path, shown: list[str]) -> None:
    notices = Notices(Home(tmp_path))
    notices.started(NOON)
    assert not notices.remind(NOON + WEEK - 1)
    assert notices.remind(NOON + WEEK)
    assert not notices.remind(NOON + WEEK + 1)
    settled()
    assert len(shown) == 2
    assert "this week" in shown[1]


def test_a_restart_does_not_forget_when_it_was_said(tmp_path: Path, shown: list[str]) -> None:
    Notices(Home(tmp_path)).started(NOON)
    assert not Notices(Home(tmp_path)).remind(NOON + 1)
    settled()
    assert len(shown) == 1


def test_a_clock_set_back_says_it_rather_than_never(tmp_path: Path, shown: list[str]) -> None:
    notices = Notices(Home(tmp_path))
    notices.started(NOON)
    assert notices.remind(NOON - 1)
    settled()
    assert len(shown) == 2


def test_a_disk_that_takes_nothing_makes_no_flood(tmp_path: Path, shown: list[str]) -> None:
    (tmp_path / "run").write_text("a file where the folder should be")
    notices = Notices(Home(tmp_path))
    notices.started(NOON)
    assert not any(notices.remind(NOON + at) for at in range(10))
    settled()
    assert len(shown) == 1


INTROSPECTED = """<node><interface name="org.freedesktop.Notifications"><method name="Notify">
<arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
<arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
<arg type="a{sv}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/>
</method></interface></node>"""


def serve(address: str, ready: threading.Event, heard: queue.Queue[tuple[object, ...]]) -> None:
    """Be a desktop that shows notices: on a real bus, as the specification has it."""
    with open_dbus_connection(bus=address) as connection:
        connection.send_and_get_reply(message_bus.RequestName("org.freedesktop.Notifications"))
        ready.set()
        while heard.empty():
            asked = connection.receive(timeout=20)
            match asked.header.fields.get(HeaderFields.member):
                case "Introspect":
                    connection.send(new_method_return(asked, "s", (INTROSPECTED,)))
                case "Notify":
                    connection.send(new_method_return(asked, "u", (1,)))
                    heard.put(asked.body)


def test_a_start_is_announced_on_a_real_bus(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not shutil.which("dbus-daemon") or not (
        shutil.which("gdbus") or shutil.which("notify-send")
    ):
        pytest.skip("no session bus can be started here")
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert bus.stdout is not None
    try:
        address = bus.stdout.readline().strip()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        ready, heard = threading.Event(), queue.Queue[tuple[object, ...]]()
        desktop = threading.Thread(target=serve, args=(address, ready, heard), daemon=True)
        desktop.start()
        assert ready.wait(10)
        Notices(Home(tmp_path)).started(NOON)
        said = heard.get(timeout=20)
        assert said[3] == "labormeter"
        assert "Metering began" in str(said[4])
        settled()
        desktop.join(10)
    finally:
        bus.terminate()
        bus.wait(10)
        bus.stdout.close()


def test_without_a_desktop_nothing_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", os.devnull)
    assert announce.command("x", "linux") is None
    assert not announce.show("x")


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_the_text_is_never_part_of_a_program(system: str) -> None:
    line = announce.command('"; evil; "', system, {})
    assert line is not None
    assert not any("evil" in word for word in line if word != '"; evil; "')
