from __future__ import annotations

import stat
from pathlib import Path

import pytest

from labormeter.errors import KnownError
from labormeter.home import Home
from labormeter.study import identity


def test_two_studies_know_one_person_by_two_names() -> None:
    secret = b"s" * 32
    names = {
        identity.identity(secret, study, key).participant
        for study in ("one", "two")
        for key in ("RWA", "RWB")
    }
    assert len(names) == 4


def test_the_same_again_after_a_restore() -> None:
    first, again = (identity.identity(b"s" * 32, "one", "RWA") for _ in range(2))
    assert first.public == again.public
    assert first.participant == again.participant


def test_the_code_is_the_key_and_a_slip_is_noticed() -> None:
    person = identity.identity(b"s" * 32, "one", "RWA")
    assert identity.from_code(person.code).public == person.public
    shouted = "  ".join(person.code.upper().split())
    assert identity.from_code(shouted).public == person.public
    words = person.code.split()
    for wrong in (words[:-1], [*words[1:], words[0]], ["labour", *words[1:]]):
        with pytest.raises(KnownError, match="no withdrawal code"):
            identity.from_code(" ".join(wrong))


def test_a_key_is_shown_in_no_traceback() -> None:
    person = identity.identity(b"s" * 32, "one", "RWA")
    assert person.seed.hex() not in repr(person)
    assert str(person.seed) not in repr(person)


def test_the_secret_is_made_once_and_for_this_user_alone(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    made = identity.secret(home)
    assert identity.secret(home) == made
    assert len(made) == identity.LENGTH
    path = home.keys / identity.FILE
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_damaged_secret_is_a_sentence_and_is_not_replaced(tmp_path: Path) -> None:
    home = Home(tmp_path / "home").create()
    (home.keys / identity.FILE).write_bytes(b"short")
    with pytest.raises(KnownError, match="damaged"):
        identity.secret(home)
    assert (home.keys / identity.FILE).read_bytes() == b"short"
