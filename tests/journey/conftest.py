"""A stand-in for the platforms, a real meter before it, and what the ledger then holds."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from photograph import photograph
from standin import Standin

from labormeter.home import Home
from labormeter.ledger import file, query
from labormeter.model import Act, Source
from labormeter.rules import load

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
CLIENTS = ROOT / ".setup/clients" / ("Scripts" if os.name == "nt" else "bin") / "python"
SOCIAL = "social.example"
"""A server of the fediverse that the person added."""
WAIT = 30
"""Seconds after which a process that should have said something is given up."""


@dataclass
class Running:
    """A meter that runs, and the home that it fills."""

    home: Home
    process: subprocess.Popen[str]
    port: int
    said: list[str]

    @property
    def proxy(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def ca(self) -> Path:
        return self.home.ca / "labormeter-ca-cert.pem"

    def acts(self, source: Source = "wire") -> list[Act]:
        """All acts of a source, in the order in which they were kept."""
        with query.open(self.home) as ledger:
            return [act for act in reversed(list(ledger.acts())) if act.source == source]

    def links(self) -> dict[str, set[str]]:
        """The uploads that each post uses, by their ids."""
        with closing(file.read_only(self.home.ledger)) as connection:
            rows = connection.execute(
                "SELECT p.id, u.id FROM links JOIN acts p ON p.seq = links.act"
                " JOIN acts u ON u.seq = links.upload"
            ).fetchall()
        return {post: {upload for each, upload in rows if each == post} for post, _ in rows}

    def stop(self) -> int:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self.process.wait(WAIT)


def environment(folder: Path, standin: Standin) -> dict[str, str]:
    """An environment in which nothing of the person's is touched."""
    return os.environ | {
        "STANDIN_PORT": str(standin.port),
        "HOME": str(folder / "user"),
        "XDG_STATE_HOME": str(folder / "state"),
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
    }


def labormeter(folder: Path, standin: Standin, *words: str) -> str:
    """Run a verb to its end and return what it said; the test fails where it fails."""
    done = subprocess.run(
        [sys.executable, "-m", "labormeter.cli.main", "--home", str(folder / "home"), *words],
        env=environment(folder, standin),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def start(folder: Path, standin: Standin, *more: str) -> Running:
    """Start a meter that meters everything and finds the stand-in behind every name."""
    home = Home(folder / "home")
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "labormeter.cli.main", "--home", str(home.root), "meter"),
            *("--", "-s", str(HERE / "resolve.py")),
            *("--set", f"ssl_verify_upstream_trusted_ca={standin.ca}"),
            *("--set", "labormeter_private_upstream=true", *more),
        ],
        env=environment(folder, standin),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    said: list[str] = []
    ready = threading.Event()

    def listen() -> None:
        assert process.stdout is not None
        for line in process.stdout:
            said.append(line)
            if line.startswith("metering on"):
                ready.set()
        ready.set()

    threading.Thread(target=listen, daemon=True).start()
    assert ready.wait(WAIT), said
    assert said[-1:], "the meter ended without a word"
    assert said[-1].startswith("metering on 127.0.0.1:"), said
    return Running(home, process, int(said[-1].strip().rsplit(":", 1)[1]), said)


@pytest.fixture(scope="session")
def photo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A photograph that tells where, when and with which camera it was taken."""
    return photograph(tmp_path_factory.mktemp("photo") / "IMG_CANARYFILENAME.jpg")


@pytest.fixture
def standin(tmp_path: Path) -> Iterator[Standin]:
    folder = tmp_path / "standin"
    folder.mkdir()
    hosts = {host for pack in load.shipped().platforms for host in pack.hosts}
    with Standin(folder, hosts | {"bank.example", "origin.example", SOCIAL}) as server:
        yield server


@pytest.fixture
def meter(tmp_path: Path, standin: Standin) -> Iterator[Running]:
    (tmp_path / "user").mkdir()
    labormeter(tmp_path, standin, "platforms", "on", "--all", "--yes")
    labormeter(tmp_path, standin, "platforms", "add-host", "mastodon", SOCIAL, "--yes")
    running = start(tmp_path, standin)
    try:
        yield running
    finally:
        running.stop()
