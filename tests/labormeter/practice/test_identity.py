from __future__ import annotations

import ssl
from typing import TYPE_CHECKING

import pytest
from cryptography import x509

from labormeter.model import SECOND
from labormeter.platforms import PRACTICE_HOST
from labormeter.practice import identity

if TYPE_CHECKING:
    from pathlib import Path

NOW = 1_780_315_200 * SECOND


def shake(root: bytes, server: ssl.SSLContext, name: str) -> None:
    """A handshake in memory, verified by the clock of NOW being near enough."""
    client = ssl.create_default_context(cadata=root.decode())
    ours, theirs = ssl.MemoryBIO(), ssl.MemoryBIO()
    near = client.wrap_bio(theirs, ours, server_hostname=name)
    far = server.wrap_bio(ours, theirs, server_side=True)
    for _ in range(6):
        for end in (near, far):
            try:
                end.do_handshake()
            except ssl.SSLWantReadError:
                continue
    assert near.getpeercert()


def test_the_leaf_is_good_for_the_one_name_under_the_strictest_check(tmp_path: Path) -> None:
    import time  # noqa: PLC0415 - a real handshake looks at the clock

    root, context = identity.issue(tmp_path, time.time_ns() // 1000)
    shake(root, context, PRACTICE_HOST)
    with pytest.raises(ssl.SSLCertVerificationError):
        shake(root, context, "bank.example")


def test_the_authority_can_vouch_for_its_one_name_alone(tmp_path: Path) -> None:
    root, _ = identity.issue(tmp_path, NOW)
    found = x509.load_pem_x509_certificate(root).extensions.get_extension_for_class(
        x509.NameConstraints
    )
    assert found.critical
    assert [name.value for name in found.value.permitted_subtrees or ()] == [PRACTICE_HOST]


def test_no_key_stays_on_the_disk_and_every_start_has_its_own(tmp_path: Path) -> None:
    first, _ = identity.issue(tmp_path, NOW)
    second, _ = identity.issue(tmp_path, NOW)
    assert first != second
    assert b"PRIVATE" not in first
    assert list(tmp_path.iterdir()) == []


def test_is_not_trusted_by_anybody_else(tmp_path: Path) -> None:
    root, _ = identity.issue(tmp_path, NOW)
    _, stranger = identity.issue(tmp_path, NOW)
    with pytest.raises(ssl.SSLCertVerificationError):
        shake(root, stranger, PRACTICE_HOST)
