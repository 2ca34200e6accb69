"""One port a home."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from labormeter import settings
from labormeter.errors import KnownError
from labormeter.home import Home
from labormeter_addon.door import port


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path).create()


def test_takes_a_free_one_and_keeps_it(home: Home) -> None:
    with port.listen(home) as door:
        first = door.getsockname()
    assert first[0] == "127.0.0.1"
    assert settings.read(home.settings).number("port") == first[1]
    with port.listen(home, 0) as door:
        assert door.getsockname() == first


def test_one_asked_for_holds_for_that_run(home: Home) -> None:
    with port.listen(home) as door:
        kept = door.getsockname()[1]
    with socket.create_server(("127.0.0.1", 0)) as other:
        free = other.getsockname()[1]
    with port.listen(home, free) as door:
        assert door.getsockname()[1] == free
    assert settings.read(home.settings).number("port") == kept


def test_a_taken_port_is_a_sentence(home: Home) -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as other,
        pytest.raises(KnownError, match=r"Port \d+ of this computer is taken"),
    ):
        port.listen(home, other.getsockname()[1])


def test_a_kept_port_that_was_taken_meanwhile_is_left_for_another(home: Home) -> None:
    with port.listen(home) as door:
        kept = door.getsockname()[1]
    with socket.create_server(("127.0.0.1", kept)), port.listen(home) as door:
        other = door.getsockname()[1]
    assert other != kept
    assert settings.read(home.settings).number("port") == other
    with port.listen(home) as door:
        assert door.getsockname()[1] == other, "and that one is kept"


@pytest.mark.parametrize("name", ["desktop.jsonl", "run/labormeter.pac"])
def test_one_that_settings_of_the_person_s_own_may_name_is_not_left(home: Home, name: str) -> None:
    with port.listen(home) as door:
        kept = door.getsockname()[1]
    (home.root / name).write_text("")
    with (
        socket.create_server(("127.0.0.1", kept)),
        pytest.raises(KnownError, match=rf"Port {kept} of this computer is taken"),
    ):
        port.listen(home)
    assert settings.read(home.settings).number("port") == kept


def test_no_port_is_a_sentence(home: Home) -> None:
    with pytest.raises(KnownError, match="no port"):
        port.listen(home, 70000)
