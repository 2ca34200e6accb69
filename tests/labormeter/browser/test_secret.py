from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from labormeter.browser import secret

if TYPE_CHECKING:
    from pathlib import Path


def test_replaces_a_file_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "key"
    secret.write(path, b"one")
    secret.write(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="modes mean nothing on Windows")
def test_an_open_file_of_before_does_not_lend_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "key"
    path.write_bytes(b"old")
    path.chmod(0o666)
    (tmp_path / "key.new").write_bytes(b"left by a crash")
    (tmp_path / "key.new").chmod(0o666)
    secret.write(path, b"new")
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(os.name == "nt", reason="modes mean nothing on Windows")
def test_a_folder_that_was_open_is_closed(tmp_path: Path) -> None:
    made = tmp_path / "a" / "b"
    made.mkdir(parents=True, mode=0o777)
    assert secret.folder(made).stat().st_mode & 0o777 == 0o700
