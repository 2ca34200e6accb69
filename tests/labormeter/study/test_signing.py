from __future__ import annotations

import json
from typing import Any

import minisign  # type: ignore[import-untyped,unused-ignore]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.errors import KnownError
from labormeter.study import signing


def test_a_signed_study_reads_as_it_was_signed(trial: Any) -> None:
    assert signing.read(signing.write(trial.signed)) == trial.signed


def test_minisign_itself_takes_the_signature(trial: Any) -> None:
    key = minisign.PublicKey.from_base64(trial.signed.key)
    key.verify(trial.signed.text, minisign.Signature.from_bytes(trial.signed.signature))


def test_a_letter_changed_breaks_it(trial: Any) -> None:
    document = json.loads(signing.write(trial.signed))
    document["study"] = document["study"].replace("k = 10", "k = 11")
    with pytest.raises(KnownError, match="changed after it was signed"):
        signing.read(json.dumps(document).encode())


def test_another_key_has_other_words(trial: Any) -> None:
    other = signing.sign(trial.signed.text, bytes(minisign.KeyPair.generate().secret_key))
    assert other.fingerprint != trial.signed.fingerprint
    assert len(other.fingerprint.split()) == signing.WORDS
    assert trial.signed.fingerprint == signing.fingerprint(trial.signed.key)


def test_a_locked_key_asks_for_its_passphrase(trial: Any) -> None:
    pair = minisign.KeyPair.generate()
    pair.secret_key.encrypt("open")
    locked = bytes(pair.secret_key)
    for wrong in ("", "shut"):
        with pytest.raises(KnownError, match="cannot be used"):
            signing.sign(trial.signed.text, locked, wrong)
    signing.verify(signing.sign(trial.signed.text, locked, "open"))


@pytest.mark.parametrize(
    "data",
    [b"", b"[]", b"{}", b'{"labormeter_study": 2}', b"[" * 100_000, b"\xff", b"1" * 2_000_000],
)
def test_what_is_no_signed_study_is_a_sentence(data: bytes) -> None:
    with pytest.raises(KnownError):
        signing.read(data)


def test_a_key_that_stands_twice_is_refused(trial: Any) -> None:
    text = signing.write(trial.signed).decode()
    doubled = text.replace('"key"', '"study": "x", "key"')
    with pytest.raises(KnownError, match="no signed study"):
        signing.read(doubled.encode())


@given(st.binary(max_size=200))
def test_no_bytes_raise_anything_else(data: bytes) -> None:
    with pytest.raises(KnownError):
        signing.read(data)
