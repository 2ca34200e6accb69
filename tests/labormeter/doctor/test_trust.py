from __future__ import annotations

from pathlib import Path

import pytest

from labormeter.browser import authority, secret, trust
from labormeter.doctor import trust as part
from labormeter.home import Home
from labormeter.testing import NOON


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return Home(tmp_path / "home")


def test_none_yet_is_good_and_none_is_made(home: Home) -> None:
    assert part.look(home, NOON).state == "good"
    assert not home.root.exists()


def test_a_pair_that_does_not_fit_is_bad(home: Home) -> None:
    made = authority.ensure(home, ["x.com"], NOON)
    made.certificate.write_bytes(b"")
    assert part.look(home, NOON).state == "bad"


@pytest.mark.parametrize("years", [-1, 3])
def test_one_that_is_not_in_force_is_bad(home: Home, years: int) -> None:
    authority.ensure(home, ["x.com"], NOON)
    found = part.look(home, NOON + years * 365 * part.DAY)
    assert (found.state, "clock" in found.remedy) == ("bad", True)


def test_a_profile_that_trusts_an_older_one_is_told(home: Home) -> None:
    first = authority.ensure(home, ["x.com"], NOON)
    store = secret.folder(home.profiles / "firefox" / "firefox")
    trust.add(store, first.certificate)
    assert part.look(home, NOON).state == "good"
    authority.ensure(home, ["x.com", "y.com"], NOON)
    found = part.look(home, NOON)
    assert (found.state, "firefox" in found.sentence) == ("warn", True)
