"""A whole meter whose certificate's key is encrypted, with a key store that can be taken away."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.labormeter_addon.conftest import DONE

from labormeter.browser import authority
from labormeter.ledger import query

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.labormeter_addon.conftest import Browser, Running, Start

STORE = """
import json, os, pathlib
from keyring.backend import KeyringBackend
from labormeter.browser import passphrase
from labormeter.ledger import keystore

class Kept(KeyringBackend):
    priority = 1
    file = pathlib.Path(os.environ["KEY_STORE"])
    def _all(self):
        return json.loads(self.file.read_text())
    def get_password(self, service, username):
        return self._all().get(f"{service}/{username}")
    def set_password(self, service, username, password):
        self.file.write_text(json.dumps(self._all() | {f"{service}/{username}": password}))
    def delete_password(self, service, username):
        self.file.write_text(json.dumps({k: v for k, v in self._all().items() if k != f"{service}/{username}"}))

keystore.backend = lambda: Kept() if Kept.file.exists() else None
passphrase.PATIENCE = 0.2
"""
"""A key store for every process that inherits the environment."""


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/sitecustomize.py").write_text(STORE)
    file = tmp_path / "key-store.json"
    file.write_text("{}")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "site"))
    monkeypatch.setenv("KEY_STORE", str(file))
    return file


def pair(running: Running) -> bytes:
    return (running.home.ca / authority.PAIR).read_bytes()


def test_it_meters_with_an_encrypted_key_and_with_a_new_one_where_the_store_is_gone(
    store: Path, start: Start, browser: Callable[..., Browser]
) -> None:
    running = start()
    assert browser(running).like() == (200, DONE)
    assert pair(running).startswith(b"-----BEGIN ENCRYPTED PRIVATE KEY-----")
    words = [word for name, word in json.loads(store.read_text()).items() if "certificate" in name]
    assert len(words) == 2, "the passphrase, and the list of what is kept"
    first = authority.read(running.home)
    assert running.stop() == 0

    again = start(home=running.home.root)
    assert browser(again).like("2") == (200, DONE)
    assert authority.read(running.home) == first
    assert again.stop() == 0

    store.unlink()
    other = start(home=running.home.root)
    assert browser(other).like("3") == (200, DONE)
    found = authority.read(running.home)
    assert found is not None
    assert first is not None
    assert found.spki != first.spki
    assert pair(other).startswith(b"-----BEGIN PRIVATE KEY-----")
    with query.open(running.home) as ledger:
        assert [one.sentence for one in ledger.remarks()] == [authority.LOST]
    assert len(other.acts()) == 3
