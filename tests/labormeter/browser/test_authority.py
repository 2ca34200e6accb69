from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError
from mitmproxy.certs import CertStore

from labormeter.browser import authority
from labormeter.errors import KnownError
from labormeter.home import Home
from labormeter.model import SECOND
from labormeter.testing import NOON

if TYPE_CHECKING:
    from pathlib import Path

DAY = 24 * 3600 * SECOND
HOSTS = ("x.com", "api.x.com", "www.instagram.com")


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home").create()


def leaf(home: Home, host: str) -> x509.Certificate:
    """What the engine makes for a host: mitmproxy's own store reads our file."""
    store = CertStore.from_store(home.ca, "mitmproxy", 2048)
    made = store.get_cert(host, [x509.DNSName(host)])
    return x509.load_pem_x509_certificate(made.cert.to_pem())


def now() -> int:
    import time  # noqa: PLC0415 - the store takes the wall clock, so this test has to

    return time.time_ns() // 1000


def constraints(path: Path) -> x509.Extension[x509.NameConstraints]:
    certificate = x509.load_pem_x509_certificate(path.read_bytes())
    return certificate.extensions.get_extension_for_class(x509.NameConstraints)


def openssl(home: Home, host: str, folder: Path) -> bool:
    file = folder / "leaf.pem"
    file.write_bytes(leaf(home, host).public_bytes(serialization.Encoding.PEM))
    trusted = str(home.ca / authority.CERTIFICATE)
    command = ["openssl", "verify", "-x509_strict", "-purpose", "sslserver", "-CAfile", trusted]
    done = subprocess.run(
        [*command, "-verify_hostname", host, str(file)],
        capture_output=True,
        check=False,
        timeout=20,
    )
    return done.returncode == 0


def test_names_exactly_the_hosts_and_the_practice_site(home: Home) -> None:
    made = authority.ensure(home, HOSTS, NOON)
    found = constraints(made.certificate)
    assert found.critical
    permitted = found.value.permitted_subtrees or []
    assert {name.value for name in permitted} == {*HOSTS, "practice.labormeter.test"}
    assert {str(name.value) for name in found.value.excluded_subtrees or []} == {
        "0.0.0.0/0",
        "::/0",
    }
    assert made.hosts == tuple(sorted({*HOSTS, "practice.labormeter.test"}))


def test_may_sign_leaves_and_no_further_authority(home: Home) -> None:
    made = authority.ensure(home, HOSTS, NOON)
    certificate = x509.load_pem_x509_certificate(made.certificate.read_bytes())
    basic = certificate.extensions.get_extension_for_class(x509.BasicConstraints)
    usage = certificate.extensions.get_extension_for_class(x509.KeyUsage)
    assert basic.critical
    assert (basic.value.ca, basic.value.path_length) == (True, 0)
    assert usage.critical
    assert usage.value.key_cert_sign
    assert not usage.value.crl_sign
    assert not usage.value.digital_signature


@pytest.mark.parametrize("host", HOSTS)
def test_openssl_trusts_a_leaf_of_the_engine_for_a_metered_host(
    home: Home, host: str, tmp_path: Path
) -> None:
    authority.ensure(home, HOSTS, now())
    assert openssl(home, host, tmp_path)


@pytest.mark.parametrize("host", ["bank.example", "accounts.google.com", "com", "ax.com"])
def test_openssl_refuses_a_leaf_for_any_other_host(home: Home, host: str, tmp_path: Path) -> None:
    authority.ensure(home, HOSTS, now())
    assert not openssl(home, host, tmp_path)


def test_a_second_verifier_agrees(home: Home) -> None:
    made = authority.ensure(home, HOSTS, now())
    root = x509.load_pem_x509_certificate(made.certificate.read_bytes())
    store = Store([root])
    certificate = leaf(home, "x.com")
    for host, holds in (("x.com", True), ("bank.example", False)):
        verifier = PolicyBuilder().store(store).build_server_verifier(x509.DNSName(host))
        if holds:
            assert verifier.verify(certificate, [])
        else:
            with pytest.raises(VerificationError):
                verifier.verify(leaf(home, host), [])


def test_the_engine_writes_no_key_of_its_own(home: Home) -> None:
    authority.ensure(home, HOSTS, NOON)
    before = (home.ca / authority.PAIR).read_bytes()
    leaf(home, "x.com")
    assert (home.ca / authority.PAIR).read_bytes() == before
    assert not list(home.ca.glob("*.p12"))


@pytest.mark.skipif(os.name == "nt", reason="modes mean nothing on Windows")
def test_the_key_is_closed_to_others_from_its_first_byte(home: Home) -> None:
    old = os.umask(0)
    try:
        made = authority.ensure(home, HOSTS, NOON)
    finally:
        os.umask(old)
    assert made.pair.stat().st_mode & 0o777 == 0o600
    assert home.ca.stat().st_mode & 0o777 == 0o700
    assert sorted(path.name for path in home.ca.iterdir()) == [
        authority.CERTIFICATE,
        authority.PAIR,
    ]


def test_the_certificate_file_holds_no_key(home: Home) -> None:
    made = authority.ensure(home, HOSTS, NOON)
    assert b"PRIVATE" not in made.certificate.read_bytes()


def test_is_kept_while_nothing_changes(home: Home) -> None:
    first = authority.ensure(home, HOSTS, NOON)
    again = authority.ensure(home, reversed(HOSTS), NOON + 300 * DAY)
    assert first.fresh
    assert not again.fresh
    assert again.fingerprint == first.fingerprint


def test_other_hosts_mean_another_certificate_with_the_same_key(home: Home) -> None:
    first = authority.ensure(home, HOSTS, NOON)
    second = authority.ensure(home, (*HOSTS, "new.example"), NOON + DAY)
    assert second.fresh
    assert second.spki == first.spki
    assert second.fingerprint != first.fingerprint
    assert "new.example" in second.hosts
    fewer = authority.ensure(home, ("x.com",), NOON + 2 * DAY)
    assert fewer.hosts == ("practice.labormeter.test", "x.com")


@pytest.mark.parametrize(
    ("after", "fresh"),
    [(669 * DAY, False), (671 * DAY, True), (3000 * DAY, True), (-3 * DAY, True)],
)
def test_is_renewed_before_it_ends_and_where_the_clock_went_back(
    home: Home, *, after: int, fresh: bool
) -> None:
    first = authority.ensure(home, HOSTS, NOON)
    second = authority.ensure(home, HOSTS, NOON + after)
    assert second.fresh is fresh
    assert second.spki == first.spki
    assert second.begins_at <= NOON + after < second.ends_at


@pytest.mark.parametrize("damage", [b"", b"not a key", b"-----BEGIN PRIVATE KEY-----\nAAAA\n"])
def test_a_damaged_pair_is_replaced(home: Home, damage: bytes) -> None:
    first = authority.ensure(home, HOSTS, NOON)
    first.pair.write_bytes(damage)
    assert authority.read(home) is None
    second = authority.ensure(home, HOSTS, NOON)
    assert second.fresh
    assert second.spki != first.spki


def test_files_that_do_not_belong_together_are_replaced(home: Home, tmp_path: Path) -> None:
    first = authority.ensure(home, HOSTS, NOON)
    other = authority.ensure(Home(tmp_path / "other").create(), HOSTS, NOON)
    first.certificate.write_bytes(other.certificate.read_bytes())
    assert authority.read(home) is None
    assert authority.ensure(home, HOSTS, NOON).spki == first.spki


def test_two_installations_share_nothing(home: Home, tmp_path: Path) -> None:
    other = Home(tmp_path / "other").create()
    assert authority.ensure(home, HOSTS, NOON).spki != authority.ensure(other, HOSTS, NOON).spki


def test_a_place_that_cannot_be_written_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(KnownError, match="cannot be written"):
        authority.ensure(Home(tmp_path / "file" / "home"), HOSTS, NOON)
