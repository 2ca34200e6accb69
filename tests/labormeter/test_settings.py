from pathlib import Path

import pytest

from labormeter import settings
from labormeter.errors import KnownError
from labormeter.settings import SETTINGS, Settings


def test_what_was_not_chosen_has_its_default(tmp_path: Path) -> None:
    read = settings.read(tmp_path / "settings.toml")
    assert {name.name: read[name.name] for name in SETTINGS} == {
        s.name: s.default for s in SETTINGS
    }
    with pytest.raises(KeyError):
        read["colour"]


def test_all_faults_come_at_once(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('colour = 1\nport = "x"\nlens = "boss"\ncurrency = "USD"\ndeflated = 1\n')
    with pytest.raises(KnownError) as caught:
        settings.read(file)
    for word in ("colour: there is no such setting", "port: int", "lens: choose", "deflated: bool"):
        assert word in str(caught.value)
    assert "currency" not in str(caught.value)


@pytest.mark.parametrize("content", [b"port = ", b"\xff\xfe", b"port = 1\nport = 2"])
def test_a_broken_file_is_said_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(content)
    with pytest.raises(KnownError, match=r"settings\.toml"):
        settings.read(file)
    assert file.read_bytes() == content


def test_a_change_keeps_comments_and_order(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('# mine\ncurrency = "USD" # dollars\nport = 4000\n')
    changed = settings.change(file, "port", 5000)
    assert changed.number("port") == 5000
    assert file.read_text() == '# mine\ncurrency = "USD" # dollars\nport = 5000\n'
    assert settings.change(file, "off", ["x"]).words("off") == ["x"]


def test_a_wrong_change_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    for name, value in (("lens", "boss"), ("port", "1"), ("colour", True)):
        with pytest.raises(KnownError):
            settings.change(file, name, value)
    assert not file.exists()


def test_settings_read_as_what_they_are() -> None:
    chosen = Settings({"port": 7, "on": ["x"], "currency": "CHF"})
    assert (chosen.number("port"), chosen.words("on"), chosen.text("currency")) == (7, ["x"], "CHF")
    assert chosen.number("currency") == 0
    assert chosen.words("currency") == []
