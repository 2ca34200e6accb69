import os
import stat
from pathlib import Path

import pytest

from labormeter.errors import KnownError
from labormeter.home import VARIABLE, Home


def test_what_is_chosen_goes_before_the_variable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "variable"))
    assert Home.find(tmp_path / "chosen").root == tmp_path / "chosen"
    assert Home.find().root == tmp_path / "variable"
    monkeypatch.delenv(VARIABLE)
    assert Home.find().root.name == "labormeter"


def test_a_relative_home_stays_where_it_was_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    home = Home.find("here")
    monkeypatch.chdir("/")
    assert home.root == tmp_path / "here"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no permission bits")
def test_home_is_closed_to_others(tmp_path: Path) -> None:
    home = Home(tmp_path / "home").create()
    for folder in (home.root, home.ca, home.keys):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    home.root.chmod(0o755)
    assert stat.S_IMODE(home.create().root.stat().st_mode) == 0o700


def test_a_home_that_cannot_be_made_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(KnownError, match=r"cannot be written.*--home"):
        Home(tmp_path / "file" / "home").create()


def test_profiles_lie_outside_home_and_apart_for_each(tmp_path: Path) -> None:
    one, two = Home(tmp_path / "one"), Home(tmp_path / "two")
    assert one.profiles != two.profiles
    assert not one.profiles.is_relative_to(one.root)
    assert one.profiles == Home(tmp_path / "one").profiles
