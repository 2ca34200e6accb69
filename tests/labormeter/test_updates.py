"""Updates: signed or nothing, shown before taken, and no host is opened by them."""

from __future__ import annotations

import datetime as dt
import ipaddress
import ssl
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import minisign  # type: ignore[import-untyped]
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from tests.labormeter.rules.conftest import OTHER

from labormeter import platforms, settings, updates
from labormeter.errors import KnownError
from labormeter.home import Home
from labormeter.rules import bundle as bundles
from labormeter.rules import load
from labormeter.rules.bundle import Bundle

PAIR = minisign.KeyPair.generate()
KEY = PAIR.public_key.to_base64().decode()


def signed(
    version: str = "2026.11.25", pair: minisign.KeyPair = PAIR, **packs: str
) -> tuple[bytes, bytes]:
    data = bundles.write(Bundle(version, packs))
    return data, bytes(pair.secret_key.sign(data))


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home").create()


def install(home: Home, version: str, **packs: str) -> None:
    data, signature = signed(version, **packs)
    updates.install(home, data, signature, updates.verified(data, signature, [KEY]))


def test_only_a_known_key_may_sign() -> None:
    data, signature = signed(other=OTHER)
    assert updates.verified(data, signature, [KEY]).packs == {"other": OTHER}
    stranger = minisign.KeyPair.generate()
    for spoilt in (
        (data + b" ", signature),
        (data, b""),
        (data, b"\xff" * 100),
        (data, signature[:-20]),
        signed(pair=stranger, other=OTHER),
    ):
        with pytest.raises(KnownError, match="signature"):
            updates.verified(*spoilt, [KEY])
    with pytest.raises(KnownError, match="signature"):
        updates.verified(data, signature)


def test_the_programs_own_key_is_a_key() -> None:
    for key in updates.KEYS:
        minisign.PublicKey.from_base64(key)


def test_a_bundle_with_a_fault_is_refused_as_a_whole() -> None:
    for text in ("", OTHER.replace("equals", "eq"), OTHER.replace('target = "5"', 'target = "6"')):
        if text == OTHER:
            continue
        with pytest.raises(KnownError, match=r"fault|holds"):
            updates.packs_of(Bundle("1", {"other": text}))
    with pytest.raises(KnownError, match="holds other where"):
        updates.packs_of(Bundle("1", {"another": OTHER}))
    denied = OTHER.replace('"www.other.test"', '"accounts.google.com"').replace(
        "www.other.test", "accounts.google.com"
    )
    with pytest.raises(KnownError, match="never opened"):
        updates.packs_of(Bundle("1", {"other": denied}))


def test_says_what_would_change() -> None:
    (old,) = updates.packs_of(Bundle("1", {"other": OTHER}))
    before = load.load(None)[0].__class__((old,))
    later = (
        OTHER.replace('version = "1"', 'version = "2"')
        .replace('"www.other.test"]', '"www.other.test", "new.other.test"]')
        .replace('activity = "like"\nconfidence', 'activity = "save"\nconfidence')
        .replace('activity = "like", target', 'activity = "save", target')
    )
    found = updates.changes(before, updates.packs_of(Bundle("2", {"other": later})))
    assert [(each.what, each.name) for each in found] == [
        ("version", "1 to 2"),
        ("host new", "new.other.test"),
        ("rule changed", "star"),
    ]
    assert updates.changes(before, [old]) == ()


def test_a_new_platform_waits_for_a_yes(home: Home) -> None:
    install(home, "1", other=OTHER)
    packs, faults = load.load(home.packs)
    assert not faults
    chosen = settings.read(home.settings)
    metered = platforms.metered(packs, chosen)
    assert "other" not in metered
    assert "x" in metered
    standing = next(one for one in platforms.standings(packs, chosen) if one.platform == "other")
    assert standing.state == "waits"


def test_a_host_that_a_known_platform_gets_waits_as_well(home: Home) -> None:
    folder = Path(load.__file__).parent / "packs"
    text = (folder / "tiktok.toml").read_text("utf-8")
    version = text.split('version = "')[1].split('"')[0]
    later = text.replace(version, "2099.1.1", 1).replace(
        'hosts = ["', 'hosts = ["new.tiktok.com", "', 1
    )
    install(home, "1", tiktok=later)
    packs, _ = load.load(home.packs)
    assert packs.by_platform["tiktok"].version == "2099.1.1"
    opened = platforms.metered(packs, settings.read(home.settings))["tiktok"]
    assert "new.tiktok.com" not in opened
    assert "www.tiktok.com" in opened


def test_what_was_in_use_is_kept_to_go_back_to(home: Home) -> None:
    with pytest.raises(KnownError, match="never updated"):
        updates.back(home)
    install(home, "1", other=OTHER)
    install(home, "2", other=OTHER.replace('version = "1"', 'version = "2"'))
    assert updates.back(home) == "1"
    assert load.load(home.packs)[0].by_platform["other"].version == "1"
    assert updates.back(home) == "2"


def test_the_first_update_can_be_taken_back_too(home: Home) -> None:
    install(home, "1", other=OTHER)
    assert updates.back(home) == "the program"
    assert "other" not in load.load(home.packs)[0].by_platform
    assert updates.back(home) == "1"


def test_an_older_bundle_is_no_update(home: Home) -> None:
    install(home, "2026.11.25", other=OTHER)
    for version in ("2026.11.25", "2026.11.24", "2025.12.31"):
        with pytest.raises(KnownError, match="no newer"):
            install(home, version, other=OTHER)


def test_a_file_needs_its_signature_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "packs.json"
    with pytest.raises(KnownError, match="cannot be read"):
        updates.get(str(file))
    file.write_bytes(b"{}")
    with pytest.raises(KnownError, match="cannot be read"):
        updates.get(str(file))
    (tmp_path / "packs.json.minisig").write_bytes(b"s")
    assert updates.get(str(file)) == (b"{}", b"s")
    (tmp_path / "packs.json.minisig").write_bytes(b"s" * 9999)
    with pytest.raises(KnownError, match="larger"):
        updates.get(str(file))


@pytest.mark.parametrize("url", ["http://a.example/p", "ftp://a.example/p", "file:///etc/passwd"])
def test_nothing_is_fetched_but_over_https(url: str) -> None:
    with pytest.raises(KnownError, match="https alone"):
        updates.get(url)


class Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        match self.path.removesuffix(".minisig"):
            case "/away":
                self.send_response(302)
                self.send_header("location", "http://127.0.0.1:1/x")
                self.end_headers()
            case "/large":
                self.send_response(200)
                self.end_headers()
                self.wfile.write(b"x" * 5000)
            case "/good":
                self.send_response(200)
                self.end_headers()
                self.wfile.write(b"s" if self.path.endswith(".minisig") else b"data")
            case _:
                self.send_response(404)
                self.end_headers()

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, ssl.SSLContext]]:
    path = tmp_path_factory.mktemp("server") / "server.pem"
    path.write_bytes(_certificate())
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    with HTTPServer(("127.0.0.1", 0), Answers) as http:
        http.socket = context.wrap_socket(http.socket, server_side=True)
        threading.Thread(target=http.serve_forever, daemon=True).start()
        yield f"https://127.0.0.1:{http.server_port}", ssl.create_default_context(cafile=str(path))
        http.shutdown()


def _certificate() -> bytes:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    address = x509.IPAddress(ipaddress.ip_address("127.0.0.1"))
    now = dt.datetime.now(dt.UTC)  # noqa: TID251 - a certificate must hold now
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([address]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    plain = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    return plain + made.public_bytes(serialization.Encoding.PEM)


def test_fetches_over_https_what_is_not_too_large(server: tuple[str, ssl.SSLContext]) -> None:
    url, context = server
    assert updates.get(f"{url}/good", context) == (b"data", b"s")
    for path, said in (
        ("/none", "answered 404"),
        ("/away", "away from https"),
        ("/large", "larger"),
    ):
        with pytest.raises(KnownError, match=said):
            updates.get(url + path, context)


def test_a_server_that_nobody_vouches_for_is_not_reached(
    server: tuple[str, ssl.SSLContext],
) -> None:
    with pytest.raises(KnownError, match="cannot be reached"):
        updates.get(f"{server[0]}/good")
