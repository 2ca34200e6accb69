"""Hands a contribution in over the network: one PUT, to the host that the signed study names.

https alone, no redirects, public addresses alone: the very address that was checked is connected
to. What is sent is encrypted already; whoever runs the host sees an address and a time. There is no
automatic second try: whoever sends sees "not sent yet" and presses again.
"""

from __future__ import annotations

import base64
import contextlib
import http.client
import ipaddress
import secrets
import socket
import ssl
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from labormeter.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE: Final = 30.0
"""Seconds that each step may take."""
LONGEST: Final = 120.0
"""Seconds that all of it may take."""
type Resolve = Callable[[str, int], list[str]]


@dataclass(frozen=True, slots=True)
class Way:
    """Where a contribution goes, and how."""

    host: str
    path: str
    headers: tuple[tuple[str, str], ...] = ()


def nextcloud(address: str, password: str = "") -> Way:
    """Return the way into a Nextcloud file drop (`https://host/s/TOKEN`), under a random name.

    Nextcloud 29 and later take the share's token as a WebDAV user; the header is what its public
    endpoint asks of a PUT. Raises KnownError.
    """
    parts = urlsplit(address)
    folder, _, token = parts.path.rstrip("/").rpartition("/s/")
    if not token or "/" in token:
        raise KnownError(
            "The study's address is no Nextcloud file drop (https://host/s/...).",
            "Hand the file in another way, and tell the researchers.",
        )
    headers = [("X-Requested-With", "XMLHttpRequest")]
    if password:
        encoded = base64.b64encode(f"anonymous:{password}".encode()).decode()
        headers.append(("Authorization", f"Basic {encoded}"))
    root = folder.removesuffix("/index.php")
    path = f"{root}/public.php/dav/files/{token}/{secrets.token_hex(16)}.age"
    return Way(parts.hostname or "", path, tuple(headers))


def presigned(address: str) -> Way:
    """Return the way to a pre-signed address that takes one PUT."""
    parts = urlsplit(address)
    path = parts.path + (f"?{parts.query}" if parts.query else "")
    return Way(parts.hostname or "", path or "/")


def put(
    way: Way,
    data: bytes,
    *,
    context: ssl.SSLContext | None = None,
    resolve: Resolve | None = None,
    port: int = 443,
) -> int:
    """Send the data and return the status, one of the 200s. Raises KnownError with the reason.

    `context`, `resolve` and `port` are for tests alone.
    """
    secure = context or ssl.create_default_context()
    found = (resolve or addresses)(way.host, port)
    try:
        status = _sent(way, data, secure, found, port)
    except (OSError, http.client.HTTPException) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise KnownError(f"{way.host} could not be reached ({reason}).", _AGAIN) from error
    if not 200 <= status < 300:  # noqa: PLR2004 - the class of success
        raise KnownError(f"{way.host} answered {status} and did not take it.", _AGAIN)
    return status


_AGAIN: Final = "It is not sent yet: try again, or hand the file in."


def addresses(host: str, port: int) -> list[str]:
    """Return the public addresses of a host. Raises KnownError where it has others, or none."""
    try:
        found = [str(one[4][0]) for one in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except OSError as error:
        raise KnownError(f"{host} has no address.", _AGAIN) from error
    if not all(_public(one) for one in found):
        raise KnownError(
            f"{host} leads into a private network.", "Nothing was sent; tell the researchers."
        )
    return list(dict.fromkeys(found))


def _public(address: str) -> bool:
    """Whether an address is one of the open network, also where it hides an older one."""
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour
        if found in _TRANSLATED:
            inner = ipaddress.IPv4Address(int(found) & 0xFFFF_FFFF)
        if inner is not None:
            return inner.is_global and not inner.is_multicast
    return found.is_global and not found.is_multicast


_TRANSLATED: Final = ipaddress.IPv6Network("64:ff9b::/96")
"""Where IPv4 addresses are reached from networks that have none."""


def _sent(way: Way, data: bytes, secure: ssl.SSLContext, found: list[str], port: int) -> int:
    connection = http.client.HTTPSConnection(way.host, port, timeout=PATIENCE, context=secure)
    raw = _connected(found, port)
    ending: threading.Timer | None = None
    try:
        connection.sock = secure.wrap_socket(raw, server_hostname=way.host)
        # A host that answers a byte now and then must not hold the sender for ever.
        ending = threading.Timer(LONGEST, _cut, (connection.sock,))
        ending.daemon = True
        ending.start()
        connection.request(
            "PUT",
            way.path,
            body=data,
            headers={"Content-Type": "application/octet-stream", **dict(way.headers)},
        )
        answer = connection.getresponse()
        answer.read(64 * 1024)
        return answer.status
    finally:
        if ending is not None:
            ending.cancel()
        connection.close()
        raw.close()


def _cut(held: socket.socket) -> None:
    """End a connection that another thread waits on: what it waits for comes to an end."""
    with contextlib.suppress(OSError):
        socket.socket.shutdown(held, socket.SHUT_RDWR)


def _connected(found: list[str], port: int) -> socket.socket:
    failed: OSError | None = None
    for address in found:
        try:
            return socket.create_connection((address, port), PATIENCE)
        except OSError as error:
            failed = error
    raise failed or OSError("no address")
