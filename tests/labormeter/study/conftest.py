"""A study that never was, its keys, and a participant."""

from __future__ import annotations

from dataclasses import dataclass

import minisign  # type: ignore[import-untyped,unused-ignore]
import pyrage
import pytest

from labormeter.study import check, sample, signing, study
from labormeter.study.identity import Identity, identity
from labormeter.study.signing import Signed
from labormeter.study.study import Study


@dataclass(frozen=True)
class Trial:
    """Everything of one study: both halves."""

    text: str
    study: Study
    signed: Signed
    secret: bytes
    readers: tuple[pyrage.x25519.Identity, ...]
    person: Identity


@pytest.fixture(scope="session")
def trial() -> Trial:
    readers = tuple(pyrage.x25519.Identity.generate() for _ in range(2))
    text = sample.text([str(one.to_public()) for one in readers])
    document, faults = check.parse(text.encode())
    assert not faults
    assert not check.faults(document)
    secret = bytes(minisign.KeyPair.generate().secret_key)
    signed = signing.sign(text.encode(), secret)
    found = study.study(document)
    return Trial(text, found, signed, secret, readers, identity(b"s" * 32, found.id, signed.key))
