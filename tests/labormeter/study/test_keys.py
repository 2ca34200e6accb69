from __future__ import annotations

import sys
from pathlib import Path

import pyrage
import pytest

from labormeter.errors import KnownError
from labormeter.study import keys, signing


def test_keys_are_made_once_and_are_nobody_else_s(tmp_path: Path) -> None:
    made = keys.make(tmp_path / "keys", 3)
    files = sorted(path.name for path in (tmp_path / "keys").iterdir())
    assert files == ["reader-1.key", "reader-2.key", "reader-3.key", "sign.key", "sign.pub"]
    if sys.platform != "win32":
        assert {path.stat().st_mode & 0o077 for path in (tmp_path / "keys").glob("*.key")} == {0}
    text = (tmp_path / "keys" / "reader-2.key").read_text().strip()
    assert str(pyrage.x25519.Identity.from_str(text).to_public()) == made.recipients[1]
    signed = signing.sign(b"text", (tmp_path / "keys" / "sign.key").read_bytes())
    assert signed.fingerprint == made.fingerprint
    with pytest.raises(KnownError, match="there already"):
        keys.make(tmp_path / "keys")


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(KnownError, match="cannot be written"):
        keys.make(tmp_path / "file" / "keys")
