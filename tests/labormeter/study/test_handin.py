from __future__ import annotations

import datetime as dt
import http.server
import socket
import ssl
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from labormeter.errors import KnownError
from labormeter.study import handin

HOST = "files.example.org"


class Drop(http.server.BaseHTTPRequestHandler):
    status = 201
    seen: list[tuple[str, dict[str, str], bytes]]

    def do_PUT(self) -> None:
        length = int(self.headers["Content-Length"])
        Drop.seen.append((self.path, dict(self.headers), self.rfile.read(length)))
        self.send_response(Drop.status)
        if Drop.status == 302:
            self.send_header("Location", "https://elsewhere.example.org/")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


def certificate(folder: Path) -> tuple[Path, Path]:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
    now = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now)
        .not_valid_after(now + dt.timedelta(days=9000))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(HOST)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / "cert.pem").write_bytes(made.public_bytes(Encoding.PEM))
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (folder / "key.pem").write_bytes(private)
    return folder / "cert.pem", folder / "key.pem"


@pytest.fixture
def drop(tmp_path: Path) -> Iterator[dict[str, Any]]:
    cert, key = certificate(tmp_path)
    server = http.server.HTTPServer(("127.0.0.1", 0), Drop)
    secure = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    secure.load_cert_chain(cert, key)
    server.socket = secure.wrap_socket(server.socket, server_side=True)
    Drop.status, Drop.seen = 201, []
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield {
        "context": ssl.create_default_context(cafile=str(cert)),
        "resolve": lambda _host, _port: ["127.0.0.1"],
        "port": server.server_address[1],
    }
    server.shutdown()
    thread.join(5)
    server.server_close()


def test_a_file_drop_gets_a_put_with_what_its_endpoint_asks(drop: Any) -> None:
    way = handin.nextcloud(f"https://{HOST}/s/TOKEN", "secret")
    assert handin.put(way, b"sealed", **drop) == 201
    ((path, headers, body),) = Drop.seen
    assert path.startswith("/public.php/dav/files/TOKEN/")
    assert path.endswith(".age")
    assert headers["X-Requested-With"] == "XMLHttpRequest"
    assert headers["Authorization"] == "Basic YW5vbnltb3VzOnNlY3JldA=="
    assert body == b"sealed"


def test_names_are_random_and_say_nothing(drop: Any) -> None:
    for _ in range(2):
        handin.put(handin.nextcloud(f"https://{HOST}/index.php/s/TOKEN"), b"x", **drop)
    first, second = (path for path, _, _ in Drop.seen)
    assert first != second
    assert "Authorization" not in Drop.seen[0][1]
    assert not {"User-Agent", "Cookie", "Referer"} & set(Drop.seen[0][1])


def test_a_signed_address_is_used_as_it_stands(drop: Any) -> None:
    way = handin.presigned(f"https://{HOST}/bucket/a%20b?X-Amz-Signature=1")
    handin.put(way, b"x", **drop)
    assert Drop.seen[0][0] == "/bucket/a%20b?X-Amz-Signature=1"


@pytest.mark.parametrize("status", [302, 403, 404, 500, 507])
def test_anything_but_success_is_not_sent_yet(drop: Any, status: int) -> None:
    Drop.status = status
    with pytest.raises(KnownError, match=f"answered {status}.*not sent yet"):
        handin.put(handin.presigned(f"https://{HOST}/x"), b"x", **drop)
    assert len(Drop.seen) == 1


def test_an_unknown_certificate_sends_nothing(drop: Any) -> None:
    strict = drop | {"context": ssl.create_default_context()}
    with pytest.raises(KnownError, match="could not be reached"):
        handin.put(handin.presigned(f"https://{HOST}/x"), b"x", **strict)
    wrong = handin.Way("other.example.org", "/x")
    with pytest.raises(KnownError, match="could not be reached"):
        handin.put(wrong, b"x", **drop)
    assert not Drop.seen


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.1.1", "::1", "fe80::1%eth0", "fc00::1"],
)
def test_private_networks_are_refused(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    answer = [(0, 0, 0, "", (address, 443))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answer)
    with pytest.raises(KnownError, match="private network"):
        handin.addresses(HOST, 443)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("::ffff:10.0.0.1", False),
        ("::ffff:93.184.216.34", True),
        ("64:ff9b::10.0.0.1", False),
        ("2002:0a00:0001::", False),
        ("224.0.0.1", False),
        ("ff02::1", False),
        ("fe80::1%eth0", False),
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
    ],
)
def test_an_address_hidden_in_another_is_seen(address: str, public: bool) -> None:  # noqa: FBT001 - a value of the table
    assert handin._public(address) is public


def test_a_host_that_drips_is_given_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    cert, key = certificate(tmp_path)
    secure = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    secure.load_cert_chain(cert, key)
    listening = socket.create_server(("127.0.0.1", 0))
    stop = threading.Event()

    def drip() -> None:
        raw, _ = listening.accept()
        with raw, secure.wrap_socket(raw, server_side=True) as talk:
            while not stop.wait(0.05):
                try:
                    talk.sendall(b"H")
                except OSError:
                    return

    thread = threading.Thread(target=drip, daemon=True)
    thread.start()
    monkeypatch.setattr(handin, "LONGEST", 0.5)
    context = ssl.create_default_context(cafile=str(cert))
    way, port = handin.Way(HOST, "/"), listening.getsockname()[1]
    with pytest.raises(KnownError, match="could not be reached"):
        handin.put(way, b"data", context=context, resolve=lambda *_: ["127.0.0.1"], port=port)
    stop.set()
    thread.join(10)
    listening.close()


def test_one_private_address_among_public_ones_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = [(0, 0, 0, "", (one, 443)) for one in ("93.184.216.34", "127.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answer)
    with pytest.raises(KnownError, match="private network"):
        handin.addresses(HOST, 443)


@pytest.mark.parametrize("address", ["https://h.org/", "https://h.org/s/", "https://h.org/a/b"])
def test_what_is_no_file_drop_is_a_sentence(address: str) -> None:
    with pytest.raises(KnownError, match="no Nextcloud file drop"):
        handin.nextcloud(address)


def test_a_host_that_does_not_answer() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    resolve = lambda _host, _port: ["127.0.0.1"]  # noqa: E731
    with pytest.raises(KnownError, match="could not be reached"):
        handin.put(handin.presigned(f"https://{HOST}/x"), b"x", resolve=resolve, port=port)
