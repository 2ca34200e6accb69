"""Files are written whole or not at all, and for nobody else."""

import errno
import stat
import sys
from pathlib import Path

import pytest

from labormeter.errors import KnownError
from labormeter.exports.place import spare, whole


def test_a_file_appears_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with whole(path) as out:
        out.write(b"text")
        assert not path.exists()
    assert path.read_bytes() == b"text"
    assert [one.name for one in tmp_path.iterdir()] == ["a.csv"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
def test_it_is_closed_to_others(tmp_path: Path) -> None:
    with whole(tmp_path / "a.csv") as out:
        (part,) = tmp_path.iterdir()
        assert stat.S_IMODE(part.stat().st_mode) == 0o600
        out.write(b"text")
    assert stat.S_IMODE((tmp_path / "a.csv").stat().st_mode) == 0o600


@pytest.mark.parametrize("trouble", [RuntimeError("stopped"), KeyboardInterrupt()])
def test_what_stood_there_stays_when_it_fails(tmp_path: Path, trouble: BaseException) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"before")

    def interrupted() -> None:
        with whole(path) as out:
            out.write(b"half")
            raise trouble

    with pytest.raises(type(trouble)):
        interrupted()
    assert path.read_bytes() == b"before"
    assert [one.name for one in tmp_path.iterdir()] == ["a.csv"]


def test_a_full_disk_is_a_sentence(tmp_path: Path) -> None:
    def full() -> None:
        with whole(tmp_path / "a.csv"):
            raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(KnownError, match="disk is full"):
        full()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_disk_that_is_really_full_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.open

    def open_full(self: Path, mode: str = "r") -> object:
        return real(Path("/dev/full") if self.name.endswith(".part") else self, mode)

    monkeypatch.setattr(Path, "open", open_full)
    with pytest.raises(KnownError, match="disk is full"), whole(tmp_path / "a.csv") as out:
        out.write(b"x" * 100_000)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="cannot be written"), whole(tmp_path / "no" / "a.csv"):
        pass
    with pytest.raises(KnownError, match="cannot be written"), spare(tmp_path):
        pass
