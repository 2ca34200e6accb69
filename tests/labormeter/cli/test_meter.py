"""`labormeter meter` starts the role and steps aside."""

from __future__ import annotations

import signal
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LINE = [sys.executable, "-m", "labormeter.cli.main"]


def test_meters_until_it_is_told_to_stop(tmp_path: Path) -> None:
    with subprocess.Popen(
        [*LINE, "--home", str(tmp_path), "meter", "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        said = process.stdout.readline()
        assert said.startswith("metering on 127.0.0.1:"), process.stderr.read()
        process.send_signal(signal.SIGTERM)
        assert process.wait(15) == 0
        assert process.stderr.read() == ""


def test_passes_on_what_stands_behind_the_dashes(tmp_path: Path) -> None:
    done = subprocess.run(
        [*LINE, "--home", str(tmp_path), "meter", "--", "--set", "no_such=1", "-s", "x.py"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert "No such script: x.py" in done.stderr


def test_usage_is_exit_code_2(tmp_path: Path) -> None:
    line = [*LINE, "--home", str(tmp_path), "meter", "--port", "many"]
    done = subprocess.run(line, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert "--port" in done.stderr


def test_without_mitmproxy_it_is_a_sentence(tmp_path: Path) -> None:
    code = (
        "import importlib.util as u, sys; find = u.find_spec;"
        "u.find_spec = lambda name, *a: None if name == 'mitmproxy' else find(name, *a);"
        "from labormeter.cli.main import main;"
        f"main(['--home', {str(tmp_path)!r}, 'meter'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 1
    assert done.stderr.startswith("Metering needs mitmproxy.")
