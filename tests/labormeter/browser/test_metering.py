from __future__ import annotations

import sys
import textwrap
import time
from typing import TYPE_CHECKING

import pytest

from labormeter import lock, roles
from labormeter.browser import metering
from labormeter.errors import KnownError
from labormeter.home import Home

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home").create()


def stand_in(monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Let the role be a small script that says what a meter says."""
    line = [sys.executable, "-c", textwrap.dedent(script)]
    monkeypatch.setattr(roles, "command", lambda *_: line)


def test_attaches_to_the_meter_that_runs(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, "raise SystemExit(9)")
    with lock.hold(home.lock) as hold:
        assert metering.attached(home) is None
        hold.tell(port=4711)
        assert metering.attached(home) == 4711
        with metering.running(home) as port:
            assert port == 4711
    assert metering.attached(home) is None


def test_starts_one_and_ends_it_in_good_order(
    home: Home, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    ended = tmp_path / "ended"
    stand_in(
        monkeypatch,
        f"""
        import signal, sys, pathlib
        def end(*_):
            pathlib.Path({str(ended)!r}).write_text("good order")
            sys.exit(0)
        signal.signal(signal.SIGTERM, end)
        print("something else")
        print("metering on 127.0.0.1:4712", flush=True)
        for number in range(20000): print("chatter " * 8)
        sys.stdout.flush()
        while True: signal.pause()
        """,
    )
    with metering.running(home) as port:
        assert port == 4712
    assert ended.read_text() == "good order"


def test_ends_it_also_where_the_block_fails(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[int] = []
    end = metering.end

    def watched(process: subprocess.Popen[str]) -> None:
        end(process)
        ended.append(process.returncode)

    monkeypatch.setattr(metering, "end", watched)
    stand_in(
        monkeypatch, 'import time; print("metering on 127.0.0.1:1", flush=True); time.sleep(60)'
    )
    with pytest.raises(ZeroDivisionError), metering.running(home):
        _ = 1 // 0
    assert len(ended) == 1


def test_one_that_ends_hands_on_its_sentence(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, 'import sys; sys.exit("Port 80 is taken. Choose another.")')
    told = pytest.raises(KnownError, match=r"before it was ready.*Port 80 is taken")
    with told, metering.running(home):
        pytest.fail("there is no meter")


def test_one_that_hangs_is_given_up_and_ended(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metering, "PATIENCE", 0.2)
    monkeypatch.setattr(metering, "GOODBYE", 0.5)
    stand_in(monkeypatch, "import signal, time; signal.signal(15, signal.SIG_IGN); time.sleep(60)")
    begun = time.monotonic()
    with pytest.raises(KnownError, match="not ready in time"), metering.running(home):
        pytest.fail("there is no meter")
    assert time.monotonic() - begun < 10
