"""What was said is in no notice, in nothing that the doctor tells, and in nothing that a window keeps."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from conftest import Running, environment, labormeter
from jeepney import HeaderFields, new_method_return  # type: ignore[import-untyped]
from jeepney.bus_messages import message_bus  # type: ignore[import-untyped]
from jeepney.io.blocking import open_dbus_connection  # type: ignore[import-untyped]
from page import perform, play
from photograph import CANARIES
from script import PLATFORMS
from standin import Standin
from straight import until
from test_browser import page  # noqa: F401 - a fixture
from test_canary import holders, identities, planted, secret_steps
from tests.labormeter.test_announce import INTROSPECTED

from labormeter.browser.devtools import Page
from labormeter.ledger import file

pytestmark = pytest.mark.journey

ACTING = ("instagram", "hcaptcha")
TOLD = (
    ("doctor",),
    ("doctor", "--format", "jsonl"),
    ("doctor", "--traces"),
    ("shift", "status"),
    ("coverage",),
    ("packs", "list"),
    ("settings",),
)


@pytest.fixture
def notices(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """All that is said on the desktop of this person, on a bus of its own."""
    with subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as bus:
        assert bus.stdout is not None
        address = bus.stdout.readline().strip()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        monkeypatch.setenv("LC_ALL", "C")
        heard, ready = list[str](), threading.Event()
        desktop = threading.Thread(target=listen, args=(address, heard, ready))
        desktop.start()
        assert ready.wait(10)
        try:
            yield heard
        finally:
            bus.terminate()
            desktop.join(10)


def listen(address: str, heard: list[str], ready: threading.Event) -> None:
    """Show notices until the bus ends."""
    with open_dbus_connection(bus=address) as connection:
        connection.send_and_get_reply(message_bus.RequestName("org.freedesktop.Notifications"))
        ready.set()
        while True:
            try:
                asked = connection.receive(timeout=60)
            except (OSError, EOFError):
                return
            match asked.header.fields.get(HeaderFields.member):
                case "Introspect":
                    connection.send(new_method_return(asked, "s", (INTROSPECTED,)))
                case "Notify":
                    connection.send(new_method_return(asked, "u", (1,)))
                    heard.append(str(asked.body))


LOOK = """
import sys
from pathlib import Path
from labormeter.home import Home
from labormeter_ui import app, screenshots
from labormeter_ui.views.shell import PAGES
program = app.application()
desktop, rest = app.opened(program, Home(Path(sys.argv[1])), meters=False, tray=False)
desktop.start()
for page in PAGES:
    desktop.window.shell.turn(page)
    screenshots.settle()
desktop.window.close()
desktop.close()
rest.close()
"""
"""Opens the window on what was metered, turns every page, and closes it, so that it keeps its state."""


def test_nothing_said_is_told_or_kept_beside_the_ledger(  # noqa: PLR0917 - fixtures
    notices: list[str],
    meter: Running,
    standin: Standin,
    page: Page,  # noqa: F811 - the fixture
    photo: Path,
    tmp_path: Path,
) -> None:
    steps = tuple(step for name in ACTING for step in PLATFORMS[name])
    for name in ACTING:
        page.navigate(f"https://{urlsplit(PLATFORMS[name][0].url).hostname}/?CANARYPAGE")
        for step in (*map(planted, PLATFORMS[name]), *secret_steps(name)):
            play(standin, step)
            perform(page, step, photo)
    labormeter(tmp_path, standin, "shift", "private")
    labormeter(tmp_path, standin, "shift", "start")
    assert until(lambda: len(notices) > 1)
    assert "Metering began" in notices[0]
    assert "Metering goes on" in notices[1]
    report = tmp_path / "report"
    report.mkdir()
    labormeter(tmp_path, standin, "doctor", "--bundle", str(report / "report.json"))
    shown = [labormeter(tmp_path, standin, *verb) for verb in TOLD]
    look = [sys.executable, "-c", LOOK, str(meter.home.root)]
    offscreen = environment(tmp_path, standin) | {"QT_QPA_PLATFORM": "offscreen"}
    subprocess.run(look, env=offscreen, check=True, timeout=90)
    meter.stop()
    home = meter.home
    with closing(file.read_only(home.ledger)) as connection:
        (pages,) = connection.execute("SELECT sum(pages) FROM visits").fetchone()
    assert pages, "what is counted by the page was looked into as well"
    kept = {path.name for path in home.root.rglob("*") if path.is_file()}
    assert {"window.ini", "announced", "settings.toml"} <= kept
    words = identities(steps) | set(CANARIES) | {"CANARY"}
    assert holders(home.root, words) == []
    assert holders(report, words) == []
    for text in (*notices, *shown, *meter.said):
        assert not [word for word in words if word.lower() in text.lower()]
