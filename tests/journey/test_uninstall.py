"""A whole life on a computer, then `uninstall`: compared with before, nothing of ours is left."""

import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest

pytestmark = pytest.mark.journey

WAIT = 60
PROXY = "org.gnome.system.proxy"
REPORTS = tuple(
    f"{folder}/{kept}"
    for folder in (".config/mozilla/firefox", ".config/mozilla/firefox-esr", ".mozilla/firefox")
    for kept in ("Crash Reports", "Pending Pings")
)
THEIRS = (".config/chromium", ".config/dconf", "run", *REPORTS)
"""What browsers (reports of crashes, which they make at any start) and the desktop keep for themselves."""
USUAL = {".local", ".local/share", ".local/state", ".cache", "Downloads"} | {
    str(folder)
    for kept in (*REPORTS, ".cache/mozilla/firefox/none")
    for folder in PurePosixPath(kept).parents
}
"""Folders that everybody has, or who ever started that browser; empty ones stay where they were not."""


@pytest.fixture
def world(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of a person with a desktop: a bus, settings, a folder of their own."""
    if not (shutil.which("gsettings") and shutil.which("dbus-daemon")):
        pytest.skip("gsettings or dbus-daemon is not here")
    person = tmp_path / "person"
    (person / "run").mkdir(parents=True, mode=0o700)
    (person / ".config").mkdir()
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("XDG_", "DBUS_", "LABORMETER_")) and "proxy" not in name.lower()
    }
    kept |= {"HOME": str(person), "XDG_RUNTIME_DIR": str(person / "run")}
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
        env=kept,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert bus.stdout is not None
    try:
        yield kept | {"DBUS_SESSION_BUS_ADDRESS": bus.stdout.readline().strip()}
    finally:
        bus.terminate()
        bus.wait(10)
        bus.stdout.close()


def labormeter(world: dict[str, str], *words: str) -> str:
    """Run a verb as the person does, on the usual home; the test fails where it fails."""
    done = subprocess.run(
        [sys.executable, "-m", "labormeter.cli.main", *words],
        env=world,
        capture_output=True,
        text=True,
        timeout=WAIT,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def browse(world: dict[str, str], name: str) -> None:
    """Open the metered browser with a meter of its own, and end it as soon as it is open."""
    command = [sys.executable, "-m", "labormeter.cli.main", "browse", "--headless"]
    process = subprocess.Popen(
        [*command, "--browser", name], env=world, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    watch = threading.Timer(WAIT, process.kill)
    watch.start()
    try:
        said = list[str]()
        for line in process.stdout:
            said.append(line)
            if "is open, metered on" in line:
                process.send_signal(signal.SIGTERM)
        assert process.wait(WAIT) in {0, 1}, said  # 1: stopped before it began to wait
        assert any("is open" in line for line in said)
    finally:
        watch.cancel()
        process.kill()
        process.wait(10)


def settings(world: dict[str, str]) -> str:
    return subprocess.run(
        ["gsettings", "list-recursively", PROXY],
        env=world,
        capture_output=True,
        text=True,
        timeout=20,
        check=True,
    ).stdout


def certificates(folder: Path) -> dict[str, str]:
    """What NSS's own tool lists in each store below a folder."""
    program = shutil.which("certutil")
    if program is None:
        pytest.skip("certutil is not here")
    return {
        str(store.parent): subprocess.run(
            [program, "-L", "-d", f"sql:{store.parent}"],
            capture_output=True,
            text=True,
            timeout=20,
            check=True,
        ).stdout
        for store in folder.rglob("cert9.db")
    }


def tree(person: Path) -> set[str]:
    """Every file and folder of a person, but for what is not ours to take away."""
    found = {path.relative_to(person).as_posix() for path in person.rglob("*")}
    return {name for name in found if not name.startswith(THEIRS)}


def ours(person: Path) -> list[str]:
    """Files and folders by name or content ours; what browsers and the bus keep is not."""
    found = [path for path in person.rglob("*") if "labormeter" in path.name.lower()]
    for path in person.rglob("*"):
        if path.is_file() and not path.is_symlink() and path.stat().st_size < 10_000_000:
            content = path.read_bytes()
            if b"labormeter" in content and path.name != "cert9.db":
                found.append(path)
    return [str(path.relative_to(person)) for path in found]


def test_after_uninstall_nothing_is_left(world: dict[str, str], tmp_path: Path) -> None:
    person = tmp_path / "person"
    store = person / ".pki/nssdb"
    store.mkdir(parents=True, mode=0o700)
    assert shutil.which("certutil"), "the comparison needs NSS's own tool"
    subprocess.run(
        ["certutil", "-N", "--empty-password", "-d", f"sql:{store}"], check=True, timeout=20
    )
    before, there = (settings(world), certificates(person)), tree(person)
    for name in ("chromium", "firefox"):
        browse(world, name)
    labormeter(world, "desktop", "on", "--yes")
    labormeter(world, "autostart", "on")
    assert settings(world) != before[0]
    kinds = labormeter(world, "doctor", "--traces", "--format", "csv")
    for kind in ("trust", "desktop", "autostart", "profile", "home"):
        assert f"\n{kind}," in kinds
    said = labormeter(world, "uninstall", "--yes")
    assert "Looked again" in said
    assert (settings(world), certificates(person)) == before
    assert ours(person) == []
    assert tree(person) - there <= USUAL
    assert there <= tree(person)
    assert "Nothing of labormeter" in labormeter(world, "doctor", "--traces")
