from __future__ import annotations

import socket
import ssl
import time
from typing import TYPE_CHECKING

import pytest

from labormeter.home import Home
from labormeter.platforms import PRACTICE_HOST
from labormeter.practice import place, site

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


def now() -> int:
    return time.time_ns() // 1000


def test_says_where_it_is_while_it_runs_and_not_after(home: Home) -> None:
    with site.running(home, now()):
        port = place.port(home)
        assert port is not None
        context = ssl.create_default_context(cafile=place.authority(home))
        with (
            socket.create_connection(("127.0.0.1", port), timeout=5) as plain,
            context.wrap_socket(plain, server_hostname=PRACTICE_HOST) as secure,
        ):
            assert secure.version() == "TLSv1.3"
    assert place.port(home) is None
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.1", port), timeout=5)


def test_listens_on_this_computer_alone(home: Home) -> None:
    with site.running(home, now()):
        port = place.port(home)
        assert port is not None
        own = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), port)}
        for address in own - {"127.0.0.1", "::1"}:
            with pytest.raises(OSError, match=r"."):
                socket.create_connection((str(address), port), timeout=1)


def test_one_home_has_one_site(home: Home) -> None:
    with site.running(home, now()) as square:
        square.like("p1")
        with pytest.raises(site.ServedError), site.running(home, now()):
            pytest.fail("there are two")
        with site.shared(home, now()) as other:
            assert other is None
        assert place.port(home) is not None
    with site.shared(home, now()) as fresh:
        assert fresh is not None
        assert not fresh.tally, "nothing is kept"


def test_two_homes_have_two(home: Home, tmp_path: Path) -> None:
    with site.running(home, now()), site.running(Home(tmp_path / "other"), now()):
        ports = {place.port(each) for each in (home, Home(tmp_path / "other"))}
    assert len(ports) == 2
    assert None not in ports
