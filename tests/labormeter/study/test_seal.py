from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pyrage
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from labormeter.errors import KnownError
from labormeter.study import seal
from labormeter.study.identity import Identity

SIZE = 4096


def sealed(trial: Any, consent: bytes, document: bytes, size: int = SIZE) -> bytes:
    recipients = [one.key for one in trial.study.recipients]
    return seal.seal(consent, document, trial.person, recipients, size)


def test_what_comes_out_is_what_went_in(trial: Any) -> None:
    for reader in trial.readers:
        plain = seal.decrypt(sealed(trial, b"yes", b"rows"), [reader])
        found = seal.opened(plain)
        assert (found.consent, found.document) == (b"yes", b"rows")
        assert found.participant == trial.person.participant
        assert found.size == len(plain) == SIZE


@given(st.binary(max_size=200), st.binary(max_size=3000))
@settings(max_examples=25, deadline=None)
def test_the_length_tells_nothing(trial: Any, consent: bytes, document: bytes) -> None:
    assert len(sealed(trial, consent, document)) == seal.length(SIZE, 2)


def test_long_ones_are_equally_long_too(trial: Any) -> None:
    lengths = {len(sealed(trial, b"yes", b"r" * many, 150_000)) for many in (0, 1, 99_999)}
    assert lengths == {seal.length(150_000, 2)}


def test_what_does_not_fit_is_refused(trial: Any) -> None:
    with pytest.raises(KnownError, match="larger than the study allows"):
        sealed(trial, b"yes", b"r" * SIZE)


def test_another_reader_opens_nothing(trial: Any) -> None:
    with pytest.raises(KnownError, match="No key of ours"):
        seal.decrypt(sealed(trial, b"yes", b"rows"), [pyrage.x25519.Identity.generate()])


@pytest.mark.parametrize("place", [3, 8, 20, 60, 110, 116, 120, 125])
def test_a_bit_changed_inside_is_noticed(trial: Any, place: int) -> None:
    plain = bytearray(seal.decrypt(sealed(trial, b"yes", b"rows"), [trial.readers[0]]))
    plain[place] ^= 1
    with pytest.raises(KnownError):
        seal.opened(bytes(plain))


def test_nothing_hides_in_the_padding(trial: Any) -> None:
    plain = seal.decrypt(sealed(trial, b"yes", b"rows"), [trial.readers[0]])
    with pytest.raises(KnownError, match="no contribution"):
        seal.opened(plain[:-1] + b"x")


def test_a_signature_of_another_is_none(trial: Any) -> None:
    other = Identity(b"o" * 32)
    plain = bytearray(seal.decrypt(sealed(trial, b"yes", b"rows"), [trial.readers[0]]))
    plain[8:40] = other.public
    with pytest.raises(KnownError, match="does not hold"):
        seal.opened(bytes(plain))


@given(st.binary(max_size=300))
def test_no_bytes_raise_anything_else(data: bytes) -> None:
    for given_bytes in (data, seal.MAGIC + data):
        with pytest.raises(KnownError):
            seal.opened(given_bytes)


@pytest.mark.skipif(not shutil.which("age"), reason="the age command is not installed")
def test_the_age_command_opens_it(trial: Any, tmp_path: Path) -> None:
    (tmp_path / "key").write_text(str(trial.readers[0]))
    (tmp_path / "file.age").write_bytes(sealed(trial, b"yes", b"rows"))
    command = ["age", "-d", "-i", str(tmp_path / "key"), str(tmp_path / "file.age")]
    plain = subprocess.run(command, check=True, capture_output=True).stdout
    assert seal.opened(plain).document == b"rows"
