"""The passphrase of the certificate's key: kept where there is a key store, and lost with it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from keyring.backend import KeyringBackend
from mitmproxy.certs import CertStore

from labormeter.browser import authority, passphrase
from labormeter.home import Home
from labormeter.ledger import keystore
from labormeter.testing import NOON

if TYPE_CHECKING:
    from pathlib import Path

HOSTS = ("x.com",)
DAY = 86_400_000_000


class Memory(KeyringBackend):
    """A key store in memory, which may be away, or not take anything."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}
        self.takes = True

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.takes:
            self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home").create()


@pytest.fixture
def memory(monkeypatch: pytest.MonkeyPatch) -> Memory:
    made = Memory()
    monkeypatch.setattr(keystore, "backend", lambda: made)
    monkeypatch.setattr(passphrase, "PATIENCE", 0.0)
    return made


def pair(home: Home) -> bytes:
    return (home.ca / authority.PAIR).read_bytes()


def opens(home: Home, phrase: str | None) -> bool:
    word = phrase.encode() if phrase else None
    try:
        serialization.load_pem_private_key(pair(home), word)
    except (ValueError, TypeError):
        return False
    return True


def test_the_key_is_encrypted_and_its_passphrase_lies_in_no_file(
    home: Home, memory: Memory
) -> None:
    opened = authority.unlock(home, HOSTS, NOON)
    assert opened.passphrase is not None
    assert len(opened.passphrase) == 2 * passphrase.LENGTH
    assert not opens(home, None)
    assert not opens(home, "0" * 64)
    assert opens(home, opened.passphrase)
    assert opened.passphrase in memory.kept.values()
    files = [path for path in home.root.rglob("*") if path.is_file()]
    assert all(opened.passphrase.encode() not in path.read_bytes() for path in files)
    assert all(b"BEGIN PRIVATE KEY" not in path.read_bytes() for path in files)


def test_the_engine_s_own_store_reads_it(home: Home, memory: Memory) -> None:
    opened = authority.unlock(home, HOSTS, time.time_ns() // 1000)
    assert memory.kept
    assert opened.passphrase is not None
    store = CertStore.from_store(home.ca, "mitmproxy", 2048, opened.passphrase.encode())
    leaf = store.get_cert("x.com", [x509.DNSName("x.com")])
    assert leaf.cert.issuer == [("CN", authority.NAME)]


@pytest.mark.usefixtures("memory")
def test_the_next_start_opens_the_same_key(home: Home) -> None:
    first = authority.unlock(home, HOSTS, NOON)
    again = authority.unlock(home, HOSTS, NOON + DAY)
    assert (again.passphrase, again.lost) == (first.passphrase, False)
    assert again.authority.fingerprint == first.authority.fingerprint


def test_a_home_of_before_keeps_key_and_certificate(home: Home, memory: Memory) -> None:
    before = authority.ensure(home, HOSTS, NOON)
    assert opens(home, None)
    opened = authority.unlock(home, HOSTS, NOON)
    assert not opens(home, None)
    assert opens(home, opened.passphrase)
    assert (opened.authority.fingerprint, opened.lost) == (before.fingerprint, False)
    assert memory.kept


@pytest.mark.usefixtures("memory")
def test_who_only_needs_the_certificate_needs_no_key_store(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = authority.unlock(home, HOSTS, NOON)
    monkeypatch.setattr(keystore, "backend", lambda: pytest.fail("the key store was asked"))
    found = authority.read(home)
    assert found is not None
    assert found.fingerprint == first.authority.fingerprint
    assert authority.ensure(home, HOSTS, NOON) == found


@pytest.mark.usefixtures("memory")
def test_other_hosts_get_a_certificate_under_the_same_key_and_passphrase(home: Home) -> None:
    first = authority.unlock(home, HOSTS, NOON)
    authority.ensure(home, (*HOSTS, "y.com"), NOON)
    assert opens(home, first.passphrase)
    second = authority.unlock(home, (*HOSTS, "y.com"), NOON)
    assert second.authority.spki == first.authority.spki
    assert second.authority.fingerprint != first.authority.fingerprint
    assert (second.passphrase, second.lost) == (first.passphrase, False)


@pytest.mark.usefixtures("memory")
def test_where_the_key_store_is_gone_there_is_a_new_key_and_it_is_said(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = authority.unlock(home, HOSTS, NOON)
    monkeypatch.setattr(keystore, "backend", lambda: None)
    second = authority.unlock(home, HOSTS, NOON)
    assert second.lost
    assert second.passphrase is None
    assert second.authority.spki != first.authority.spki
    assert opens(home, None)
    third = authority.unlock(home, HOSTS, NOON)
    assert (third.lost, third.authority.spki) == (False, second.authority.spki)


def test_a_passphrase_that_does_not_fit_is_as_good_as_none(home: Home, memory: Memory) -> None:
    first = authority.unlock(home, HOSTS, NOON)
    for name, value in memory.kept.items():
        if value == first.passphrase:
            memory.kept[name] = "ab" * passphrase.LENGTH
    second = authority.unlock(home, HOSTS, NOON)
    assert second.lost
    assert second.passphrase is not None
    assert opens(home, second.passphrase)


def test_a_store_that_keeps_nothing_leaves_the_key_in_its_file(home: Home, memory: Memory) -> None:
    memory.takes = False
    opened = authority.unlock(home, HOSTS, NOON)
    assert (opened.passphrase, opened.lost) == (None, False)
    assert opens(home, None)


def test_what_is_no_passphrase_is_none(home: Home, memory: Memory) -> None:
    authority.unlock(home, HOSTS, NOON)
    memory.kept = dict.fromkeys(memory.kept, "not hexadecimal")
    assert passphrase.find(home) is None


def test_uninstalling_takes_it_from_the_key_store(home: Home, memory: Memory) -> None:
    authority.unlock(home, HOSTS, NOON)
    for store in keystore.systems(home):
        store.forget()
    assert memory.kept == {}
    assert passphrase.find(home) is None
