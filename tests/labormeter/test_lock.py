import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from labormeter import lock
from labormeter.errors import KnownError

HOLDER = """
import sys
from pathlib import Path
from labormeter import lock
holding = lock.hold(Path(sys.argv[1]), port=8080)
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "meter.lock"


def other_holder(path: Path) -> subprocess.Popen[str]:
    child = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "held\n"
    return child


def end(child: subprocess.Popen[str]) -> None:
    child.communicate(timeout=20)


def test_nobody_holds_a_file_that_is_not_there(path: Path) -> None:
    assert lock.held(path) is None
    assert not path.exists()


def test_the_holder_says_who_it_is(path: Path) -> None:
    with lock.hold(path, port=1):
        assert lock.held(path) == {"pid": os.getpid(), "port": 1}
    assert lock.held(path) is None


def test_a_shorter_sentence_leaves_nothing_of_the_longer_one(path: Path) -> None:
    with lock.hold(path, port=8080, note="x" * 500) as holding:
        holding.tell(port=1)
        assert json.loads(path.read_bytes()) == {"pid": os.getpid(), "port": 1}


def test_a_second_holder_is_refused_and_told_who_has_it(path: Path) -> None:
    with lock.hold(path, port=1), pytest.raises(lock.HeldError, match=str(os.getpid())) as refused:
        lock.hold(path, wait=0.05)
    assert refused.value.facts["port"] == 1
    lock.hold(path).release()


def test_asking_does_not_keep_others_from_holding(path: Path) -> None:
    for _ in range(50):
        with lock.hold(path):
            assert lock.held(path) is not None
        assert lock.held(path) is None


def test_another_process_is_seen(path: Path) -> None:
    child = other_holder(path)
    try:
        assert lock.held(path) == {"pid": child.pid, "port": 8080}
        with pytest.raises(lock.HeldError):
            lock.hold(path, wait=0.05)
    finally:
        end(child)
    assert lock.held(path) is None


def test_a_killed_holder_holds_nothing(path: Path) -> None:
    child = other_holder(path)
    child.send_signal(signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
    child.wait(20)
    child.communicate()
    assert b"8080" in path.read_bytes()
    assert lock.held(path) is None
    with lock.hold(path, wait=0.05):
        assert lock.held(path) == {"pid": os.getpid()}


def test_a_child_of_the_holder_does_not_inherit_the_lock(path: Path) -> None:
    holding = lock.hold(path)
    child = subprocess.Popen(
        [sys.executable, "-c", "import sys; sys.stdin.read()"], stdin=subprocess.PIPE
    )
    try:
        holding.release()
        with lock.hold(path, wait=0.05):
            pass
    finally:
        child.communicate(timeout=20)


def test_letting_go_twice_does_nothing(path: Path) -> None:
    holding = lock.hold(path)
    holding.release()
    holding.release()
    holding.tell(port=3)
    assert path.read_bytes() == b""


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b"7"])
def test_what_cannot_be_read_is_no_facts(path: Path, content: bytes) -> None:
    with lock.hold(path):
        path.write_bytes(content)
        assert lock.held(path) == {}


def test_a_folder_that_is_not_there_is_a_known_error(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="cannot be written"):
        lock.hold(tmp_path / "none" / "meter.lock")
