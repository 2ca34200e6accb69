from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from labormeter.browser import authority, trust
from labormeter.desktop import gnome, step
from labormeter.home import Home
from labormeter.testing import NOON

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    return authority.ensure(Home(tmp_path / "home").create(), ["x.com"], NOON).certificate


def test_a_store_made_for_us_goes_again_with_its_folders(tmp_path: Path, certificate: Path) -> None:
    each = step.Trust(tmp_path / "person/.pki/nssdb", certificate)
    before = each.before()
    each.do()
    assert trust.holds(each.store, certificate)
    each.undo(before)
    assert not (tmp_path / "person").exists()
    each.undo(before)


def test_a_store_that_was_there_stays_with_its_mode(tmp_path: Path, certificate: Path) -> None:
    other = authority.ensure(Home(tmp_path / "other").create(), ["y.com"], NOON).certificate
    store = tmp_path / "nssdb"
    trust.add(store, other)
    trust.remove(store)
    store.chmod(0o755)
    each = step.Trust(store, certificate)
    before = each.before()
    each.do()
    each.undo(before)
    assert not trust.marked(store)
    assert (store / "cert9.db").exists()
    assert store.stat().st_mode & 0o777 == 0o755


def test_a_store_that_others_use_meanwhile_stays(tmp_path: Path, certificate: Path) -> None:
    each = step.Trust(tmp_path / "nssdb", certificate)
    before = each.before()
    each.do()
    # Somebody imports a certificate of their own: under another name, by NSS's own tool.
    if not trust._certutil(
        each.store, "-A", "-t", "C,,", "-n", "theirs", "-i", str(_theirs(tmp_path))
    ):
        pytest.skip("certutil is not here")
    each.undo(before)
    assert not trust.marked(each.store)
    assert (each.store / "cert9.db").exists()
    assert not trust.bare(each.store)


def _theirs(folder: Path) -> Path:
    from cryptography.hazmat.primitives.asymmetric import ec  # noqa: PLC0415
    from cryptography.hazmat.primitives.serialization import Encoding  # noqa: PLC0415

    key = ec.generate_private_key(ec.SECP256R1())
    made = authority.issue(key, ("theirs.example",), NOON, "theirs")
    path = folder / "theirs.pem"
    path.write_bytes(made.public_bytes(Encoding.PEM))
    return path


@pytest.mark.usefixtures("person")
def test_a_script_that_somebody_chose_meanwhile_stays() -> None:
    script, mode = step.script("data:,"), step.mode()
    gnome.write(gnome.SCRIPT, "'http://proxy.example/x.pac'")
    gnome.write(gnome.MODE, "'auto'")
    mode.undo(None)
    script.undo(None)
    assert gnome.read(gnome.SCRIPT) == "'http://proxy.example/x.pac'"
    assert gnome.read(gnome.MODE) == "'auto'"


def test_the_newer_store_is_taken_only_where_it_alone_is_there(tmp_path: Path) -> None:
    newer = tmp_path / ".local/share/pki/nssdb"
    assert step.nss_store(tmp_path) == tmp_path / ".pki/nssdb"
    newer.mkdir(parents=True)
    assert step.nss_store(tmp_path) == newer
    (tmp_path / ".pki/nssdb").mkdir(parents=True)
    assert step.nss_store(tmp_path) == tmp_path / ".pki/nssdb"
