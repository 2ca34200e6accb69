"""A stand-in for every platform on loopback: HTTP/2 and HTTP/1.1 over TLS, for any host name.

It answers what a test told it to answer, allows cross-origin calls as the platforms do, and keeps
what it was sent, so that a test can compare what a client performed with what was counted.
"""

import asyncio
import datetime as dt
import fnmatch
import json
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self
from urllib.parse import parse_qsl

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from hypercorn.asyncio import serve
from hypercorn.config import Config

PAGE = """<!doctype html><meta charset="utf-8"><title>stand-in</title>
<link rel="icon" href="data:,"><form id="form" method="post" enctype="multipart/form-data">
<input type="file" id="photo" name="photo"></form><p>stand-in</p>"""


@dataclass
class Sent:
    """A request as it arrived."""

    method: str
    host: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes
    http: str

    @property
    def form(self) -> dict[str, str]:
        return dict(parse_qsl(self.body.decode("utf-8", "replace"), keep_blank_values=True))

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Answer:
    """What to answer: a mapping or list goes out as JSON."""

    content: Any = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0
    drop: bool = False
    """Break the connection instead of answering."""

    def encoded(self) -> tuple[bytes, str]:
        match self.content:
            case bytes():
                return self.content, "application/octet-stream"
            case str():
                return self.content.encode(), "text/html; charset=utf-8"
            case _:
                return json.dumps(self.content).encode(), "application/json"


type Handler = Callable[[Sent], Answer]


class Standin:
    """The server, in a thread of its own."""

    def __init__(self, folder: Path, hosts: Iterable[str]) -> None:
        self.ca = folder / "standin-ca.pem"
        self.sent: list[Sent] = []
        self.routes: list[tuple[str, str, str, Handler]] = []
        self.port = 0
        self._chain, self._key = certify(folder, self.ca, sorted(set(hosts)))
        self._started = threading.Event()
        self._loop = asyncio.new_event_loop()
        self._stop = asyncio.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def on(self, host: str, path: str, answer: Answer | Handler, method: str = "*") -> None:
        """Answer requests whose host and path match these globs; the newest rule wins."""
        handler = (lambda _sent: answer) if isinstance(answer, Answer) else answer
        self.routes.insert(0, (method, host, path, handler))

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._started.wait(10)
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(10)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._serve())

    async def _serve(self) -> None:
        config = Config()
        config.certfile, config.keyfile = str(self._chain), str(self._key)
        config.alpn_protocols = ["h2", "http/1.1"]
        config.bind = ["127.0.0.1:0"]
        config.accesslog = config.errorlog = None
        config.graceful_timeout = 0.2
        config.h2_max_inbound_frame_size = 2**20
        sockets = config.create_sockets()
        self.port = sockets.secure_sockets[0].getsockname()[1]
        config.bind = [f"fd://{sockets.secure_sockets[0].detach()}"]
        self._loop.call_later(0.05, self._started.set)
        await serve(self.app, config, shutdown_trigger=self._stop.wait)

    async def app(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            return
        body = b""
        while True:
            message = await receive()
            if message["type"] != "http.request":
                return
            body += message.get("body", b"")
            if not message.get("more_body"):
                break
        sent = arrived(scope, body)
        self.sent.append(sent)
        answer = self.answer(sent)
        if answer.delay:
            await asyncio.sleep(answer.delay)
        if answer.drop:
            raise ConnectionResetError
        await respond(sent, answer, send)

    def answer(self, sent: Sent) -> Answer:
        if sent.method == "OPTIONS":
            return Answer(status=204)
        for method, host, path, handler in self.routes:
            if (
                method in {"*", sent.method}
                and fnmatch.fnmatch(sent.host, host)
                and fnmatch.fnmatch(sent.path, path)
            ):
                return handler(sent)
        return Answer(PAGE) if sent.method == "GET" else Answer({}, 404)


def arrived(scope: Any, body: bytes) -> Sent:
    headers = {name.decode().lower(): value.decode("latin-1") for name, value in scope["headers"]}
    query = dict(parse_qsl(scope["query_string"].decode(), keep_blank_values=True))
    host = headers.get("host", headers.get(":authority", "")).split(":")[0]
    return Sent(scope["method"], host, scope["path"], query, headers, body, scope["http_version"])


async def respond(sent: Sent, answer: Answer, send: Any) -> None:
    content, kind = answer.encoded()
    headers = {
        "content-type": kind,
        "access-control-allow-origin": sent.headers.get("origin", "*"),
        "access-control-allow-credentials": "true",
        "access-control-allow-methods": "GET, POST, PUT, PATCH, DELETE",
        "access-control-allow-headers": sent.headers.get("access-control-request-headers", "*"),
        "access-control-max-age": "0",
        "cache-control": "no-store",
    } | answer.headers
    pairs = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": answer.status, "headers": pairs})
    await send({"type": "http.response.body", "body": content})


def certify(folder: Path, ca_file: Path, hosts: list[str]) -> tuple[Path, Path]:
    """Make a throw-away authority and one leaf for all hosts."""
    authority_key = ec.generate_private_key(ec.SECP256R1())
    key = ec.generate_private_key(ec.SECP256R1())
    issuer = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "stand-in authority")])
    authority = (
        _certificate(issuer, issuer, authority_key.public_key())
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(), critical=True)
        .add_extension(
            x509.SubjectKeyIdentifier.from_public_key(authority_key.public_key()), critical=False
        )
        .sign(authority_key, hashes.SHA256())
    )
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "stand-in")])
    leaf = (
        _certificate(subject, issuer, key.public_key())
        .add_extension(
            x509.SubjectAlternativeName([x509.DNSName(host) for host in hosts]), critical=False
        )
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(authority_key.public_key()),
            critical=False,
        )
        .sign(authority_key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    ca_file.write_bytes(authority.public_bytes(pem))
    chain, secret = folder / "standin.pem", folder / "standin.key"
    chain.write_bytes(leaf.public_bytes(pem) + authority.public_bytes(pem))
    secret.write_bytes(
        key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return chain, secret


def _certificate(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey
) -> x509.CertificateBuilder:
    today = dt.datetime.now(dt.UTC)  # noqa: TID251 - a certificate has real dates
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(today - dt.timedelta(days=1))
        .not_valid_after(today + dt.timedelta(days=90))
    )


def _usage() -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=False,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=True,
        crl_sign=True,
        encipher_only=False,
        decipher_only=False,
    )
