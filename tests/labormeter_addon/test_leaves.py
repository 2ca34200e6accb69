"""A whole meter beside a browser that can only be told of a key by its hash."""

from __future__ import annotations

import base64
import hashlib
import os
import signal
import socket
import ssl
from typing import TYPE_CHECKING

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from tests.labormeter_addon.conftest import DONE, SITE, Browser, until

from labormeter.browser import authority, flag

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
    from tests.labormeter_addon.conftest import Running, Start

    from labormeter.browser.flag import Way

SPY = """
import os, pathlib
from cryptography.hazmat.primitives import serialization as s
from labormeter.browser import authority
plain = authority.fleeting
def fleeting():
    key = plain()
    with pathlib.Path(os.environ["KEYS_MADE"]).open("ab") as file:
        file.write(key.private_bytes(s.Encoding.PEM, s.PrivateFormat.PKCS8, s.NoEncryption()))
    return key
authority.fleeting = fleeting
"""
"""Writes every key that is made for this to a file of the test's own."""


@pytest.fixture
def keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A computer with a Chrome from a flatpak; the file in which its keys are spied on."""
    programs, person, site = (tmp_path / name for name in ("programs", "person", "site"))
    (person / ".local/share/flatpak/app/com.google.Chrome").mkdir(parents=True)
    programs.mkdir()
    (programs / "flatpak").write_text("#!/bin/sh\n")
    (programs / "flatpak").chmod(0o755)
    site.mkdir()
    (site / "sitecustomize.py").write_text(SPY)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("HOME", str(person))
    monkeypatch.setenv("PYTHONPATH", str(site))
    monkeypatch.setenv("KEYS_MADE", str(tmp_path / "keys.pem"))
    return tmp_path / "keys.pem"


class Told(Browser):
    """A client that takes one key, whatever certificate it comes in, as Chromium does then."""

    def __init__(self, way: Way) -> None:
        super().__init__(way.port, SITE, None)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        self.link._context = context  # type: ignore[attr-defined]

    def key(self) -> str:
        sock = self.link.sock
        assert isinstance(sock, ssl.SSLSocket)
        leaf = x509.load_der_x509_certificate(sock.getpeercert(binary_form=True) or b"")
        return authority.spki(leaf)


@pytest.fixture
def told() -> Iterator[Callable[[Running], Told]]:
    opened: list[Told] = []

    def begin(running: Running) -> Told:
        way = flag.way(running.home)
        assert way is not None
        opened.append(Told(way))
        return opened[-1]

    yield begin
    for one in opened:
        one.close()


def test_its_acts_count_and_its_key_is_none_that_lies_on_the_disk(
    keys: Path, start: Start, told: Callable[[Running], Told], browser: Callable[..., Browser]
) -> None:
    running = start()
    packed, plain = told(running), browser(running)
    assert packed.like("1") == (200, DONE)
    assert plain.like("2") == (200, DONE), "the other port is signed for as ever"
    assert len(running.acts()) == 2
    found, way = authority.read(running.home), flag.way(running.home)
    assert found is not None
    assert way is not None
    assert packed.key() == way.key != found.spki
    made = serialization.load_pem_private_key(keys.read_bytes(), None)
    assert _hash(made) == way.key
    assert running.stop() == 0
    assert _holding(running.home.root, made) == []


def _hash(key: object) -> str:
    public: EllipticCurvePrivateKey = key  # type: ignore[assignment]
    der = public.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return base64.b64encode(hashlib.sha256(der).digest()).decode()


def _holding(folder: Path, key: object) -> list[Path]:
    """Return the files that hold a private key in any of its usual forms."""
    private: EllipticCurvePrivateKey = key  # type: ignore[assignment]
    number = private.private_numbers().private_value.to_bytes(32, "big")
    pem = private.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    forms = (number, number.hex().encode(), pem.split(b"\n")[1])
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert len(files) > 3
    return [path for path in files if any(form in path.read_bytes() for form in forms)]


def test_an_engine_that_ends_takes_no_trust_with_it_and_a_meter_that_ends_takes_all(
    keys: Path, start: Start, told: Callable[[Running], Told]
) -> None:
    running = start()
    first = told(running)
    assert first.like("1") == (200, DONE)
    before, way = running.engine(), flag.way(running.home)
    assert way is not None
    os.kill(before, signal.SIGKILL)
    assert until(lambda: running.engine() not in {0, before})
    # Until the new engine is there it goes straight, to the origin's own key.
    assert until(lambda: _metered(told(running), way))
    assert keys.read_bytes().count(b"BEGIN") == 1
    assert running.stop() == 0

    again = start(home=running.home.root)
    other = flag.way(again.home)
    assert other is not None
    assert other.key != way.key
    assert keys.read_bytes().count(b"BEGIN") == 2
    with pytest.raises(OSError), socket.create_connection(("127.0.0.1", way.port), 5):  # noqa: PT011
        pass
    assert told(again).like("9") == (200, DONE)


def _metered(client: Told, way: Way) -> bool:
    assert client.like("2") == (200, DONE)
    return client.key() == way.key


def test_its_port_is_as_closed_as_the_other(keys: Path, start: Start) -> None:
    del keys
    running = start()
    way = flag.way(running.home)
    assert way is not None
    for asked in (
        b"GET / HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET http://127.0.0.1/ HTTP/1.1\r\nHost: x\r\n\r\n",
        b"CONNECT 127.0.0.1:443 HTTP/1.1\r\n\r\n",
        b"CONNECT social.example:80 HTTP/1.1\r\n\r\n",
    ):
        with socket.create_connection(("127.0.0.1", way.port), 5) as client:
            client.sendall(asked)
            assert client.recv(100).startswith(b"HTTP/1.1 403 ")


def test_where_no_browser_wants_it_there_is_no_second_port_and_no_key(
    start: Start, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    running = start()
    assert flag.way(running.home) is None
