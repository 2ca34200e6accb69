"""Seals: age's own format, one passphrase, all or nothing."""

import pytest

from labormeter.errors import KnownError
from labormeter.exports.seal import is_sealed, opened, sealed


def test_what_is_sealed_is_opened_by_its_passphrase_alone() -> None:
    data = sealed(b"CANARY" * 1000, "correct horse")
    assert is_sealed(data)
    assert b"CANARY" not in data
    assert opened(data, "correct horse") == b"CANARY" * 1000
    with pytest.raises(KnownError, match="does not open"):
        opened(data, "correct hors")
    with pytest.raises(KnownError, match="does not open"):
        opened(data[:-1], "correct horse")
    with pytest.raises(KnownError, match="does not open"):
        opened(data[:-20] + b"x" * 20, "correct horse")


def test_a_short_passphrase_is_refused() -> None:
    with pytest.raises(KnownError, match="at least"):
        sealed(b"", "short")


def test_other_bytes_are_not_sealed() -> None:
    assert not is_sealed(b"PK\x03\x04")
    with pytest.raises(KnownError):
        opened(b"age-encryption.org/v1\n", "correct horse")
