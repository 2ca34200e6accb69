from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.metadata.pdflock import _PAD, Lock, cipher


def lock(revision: int, password: bytes, length: int = 16) -> Lock:
    """Make a lock as the standard says, for a password of the user."""
    owner, permissions, document = b"o" * 32, -44, b"id"
    seed = (password + _PAD)[:32] + owner + (permissions & 0xFFFFFFFF).to_bytes(4, "little")
    key = hashlib.md5(seed + document, usedforsecurity=False).digest()
    if revision > 2:
        for _ in range(50):
            key = hashlib.md5(key[:length], usedforsecurity=False).digest()
    key = key[:length]
    if revision == 2:
        return Lock(2, length, owner, cipher(key, _PAD), permissions, document)
    mark = hashlib.md5(_PAD + document, usedforsecurity=False).digest()
    for turn in range(20):
        mark = cipher(bytes(byte ^ turn for byte in key), mark)
    return Lock(revision, length, owner, mark + bytes(16), permissions, document)


@pytest.mark.parametrize(("revision", "length"), [(2, 5), (3, 16), (4, 16)])
def test_a_document_without_a_password_opens_and_one_with_does_not(
    revision: int, length: int
) -> None:
    assert lock(revision, b"", length).open is True
    assert lock(revision, b"secret", length).open is False


def test_what_is_newer_or_makes_no_sense_cannot_be_told() -> None:
    assert Lock(6, 32, b"", b"", 0, b"").open is None
    assert Lock(3, 0, b"", b"", 0, b"").open is None


def test_the_cipher_is_rc4() -> None:
    assert cipher(b"Key", b"Plaintext").hex() == "bbf316e8d940af0ad3"


@given(st.binary(min_size=1, max_size=16), st.binary(max_size=64))
def test_it_is_its_own_inverse(key: bytes, content: bytes) -> None:
    assert cipher(key, cipher(key, content)) == content
