"""The meter as a program: its words, its codes, its end."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from tests.labormeter_addon.conftest import until

from labormeter import lock, settings
from labormeter_addon import front_door

if TYPE_CHECKING:
    from pathlib import Path

    from tests.labormeter_addon.conftest import Start


def _run(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-m", "labormeter_addon.front_door", "--home", str(home), *words]
    return subprocess.run(line, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_in_good_order(start: Start, number: signal.Signals) -> None:
    meter = start()
    assert lock.held(meter.home.lock) == {"pid": meter.process.pid, "port": meter.port}
    assert settings.read(meter.home.settings).number("port") == meter.port
    engine = meter.engine()
    meter.process.send_signal(number)
    assert meter.process.wait(10) == 0
    with pytest.raises(ProcessLookupError):
        os.kill(engine, 0)
    assert lock.held(meter.home.lock) is None
    assert meter.errors.read_text() == ""
    assert [span.ended_at is None for span in meter.spans("shift")] == [False]
    assert meter.spans("gap") == []


def test_keeps_its_port_and_runs_once_a_home(start: Start) -> None:
    meter = start()
    second = _run(meter.home.root)
    assert second.returncode == 1
    assert second.stderr.startswith("A meter is already running on this folder")
    assert second.stderr.count("\n") == 1
    meter.stop()
    assert start().port == meter.port


@pytest.mark.skipif(sys.platform != "linux" or os.getuid() != 0, reason="needs another user")
def test_another_user_of_this_computer_is_refused(start: Start) -> None:
    meter = start()
    code = (
        f"import os, socket; 'x'.encode('idna'); os.setgid(65534); os.setuid(65534); s ="
        f" socket.create_connection(('127.0.0.1', {meter.port}));"
        " s.sendall(b'CONNECT social.example:443 HTTP/1.1\\r\\n\\r\\n'); print(s.recv(99))"
    )
    line = [sys.executable, "-c", code]
    done = subprocess.run(line, capture_output=True, text=True, timeout=20, check=True)
    assert done.stdout.startswith("b'HTTP/1.1 403 ")
    with socket.create_connection(("127.0.0.1", meter.port), 10) as own:
        own.sendall(b"CONNECT social.example:443 HTTP/1.1\r\n\r\n")
        assert own.recv(99).startswith(b"HTTP/1.1 200 ")


def test_a_taken_port_is_a_sentence(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = _run(tmp_path, "--port", str(taken.getsockname()[1]))
    assert done.returncode == 1
    assert done.stderr.startswith("Port ")
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--set", "no_such_option=1"], "Unknown option: no_such_option"),
        (["--set", "ssl_insecure=perhaps"], "ssl_insecure"),
        (["-s", "/nowhere/script.py"], "No such script"),
        (["--set", "listen_host=0.0.0.0"], "front door's own"),
        (["--what"], "--what is not understood"),
    ],
)
def test_what_mitmproxy_would_not_take_is_a_sentence(
    tmp_path: Path, words: list[str], sentence: str
) -> None:
    done = _run(tmp_path, "--", *words)
    assert done.returncode == 1
    assert sentence in done.stderr
    assert done.stderr.count("\n") == 1
    assert "metering" not in done.stdout


def test_a_script_that_fails_is_a_sentence_by_its_type_alone(tmp_path: Path) -> None:
    (tmp_path / "bad.py").write_text("raise ValueError('SECRET')")
    done = _run(tmp_path / "home", "--", "-s", str(tmp_path / "bad.py"))
    assert done.returncode == 1
    assert "ValueError" in done.stderr
    assert "SECRET" not in done.stderr + done.stdout


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = _run(tmp_path / "file" / "home")
    assert (done.returncode, done.stdout) == (1, "")
    assert "cannot be written" in done.stderr


def test_reads_the_command_line() -> None:
    given, extra = front_door.read(["--home", "h", "--port", "7", "--", "-s", "a.py"])
    assert (given.home, given.port, extra.scripts) == ("h", 7, ("a.py",))


def test_the_door_loads_the_standard_library_and_little_else() -> None:
    code = "import sys, labormeter_addon.front_door; print(*{n.split('.')[0] for n in sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    foreign = {name for name in done.stdout.split() if name not in sys.stdlib_module_names}
    allowed = {"labormeter", "labormeter_addon", "platformdirs", "tomlkit", "__main__"}
    assert {
        name for name in foreign - allowed if not name.startswith(("_", "sitecustomize"))
    } == set()


def test_an_engine_that_outlives_nothing(start: Start) -> None:
    meter = start()
    engine = meter.engine()
    os.kill(engine, signal.SIGSTOP)
    meter.process.kill()
    meter.process.wait()
    os.kill(engine, signal.SIGCONT)

    def gone() -> bool:
        try:
            os.kill(engine, 0)
        except ProcessLookupError:
            return True
        return False

    assert until(gone, 8)
