from __future__ import annotations

from typing import Any

import pytest

from labormeter.errors import KnownError
from labormeter.study import reader, signing


def test_a_signed_study_opens(trial: Any) -> None:
    signed, study = reader.opened(signing.write(trial.signed))
    assert (signed, study) == (trial.signed, trial.study)


def test_a_signature_does_not_make_a_study_sound(trial: Any) -> None:
    text = trial.signed.text.replace(b"k = 10", b"k = 1").replace(
        b'basis = "6(1)(a)"', b'basis = ""'
    )
    signed = signing.sign(text, trial.secret)
    with pytest.raises(KnownError, match="2 faults") as found:
        reader.opened(signing.write(signed))
    assert "protection.k" in str(found.value)
    assert "law.basis" in str(found.value)


def test_one_fault_is_one(trial: Any) -> None:
    with pytest.raises(KnownError, match="One fault"):
        reader.read(trial.signed.text.replace(b"k = 10", b"k = 1"))
