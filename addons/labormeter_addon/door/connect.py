"""What a browser asks of a proxy for: one CONNECT, read with bounds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

LIMIT: Final = 16 * 1024
"""Bytes that a head may have; Chromium's is under one kilobyte."""
PATIENCE: Final = 10.0
"""Seconds that a client has to send its head."""
END: Final = b"\r\n\r\n"

_LINE: Final = re.compile(rb"CONNECT ([^\s/?#@]{1,300}) HTTP/1\.[01]\r\n")
_NAME: Final = re.compile(r"[a-z0-9_]([a-z0-9_.-]{0,251}[a-z0-9_])?\.?\Z")


@dataclass(frozen=True, slots=True)
class Asked:
    """Where a client wants to go."""

    host: str
    """Lower case, without a closing dot; an address without brackets."""
    port: int


def read(head: bytes) -> Asked | None:
    """Return what a head asks for; None for anything but a well-formed CONNECT."""
    line = _LINE.match(head)
    if line is None:
        return None
    name, _, port = line[1].decode("ascii", "replace").rpartition(":")
    if not re.fullmatch(r"[0-9]{1,5}", port) or not 0 < int(port) < 65536:  # noqa: PLR2004
        return None
    host = name.lower()
    if host.startswith("[") and host.endswith("]"):
        return Asked(host[1:-1], int(port)) if ":" in host else None
    return Asked(host.rstrip("."), int(port)) if _NAME.match(host) else None


def accepted(head: bytes) -> bool:
    """Return whether the head of an answer to CONNECT says that the way is open."""
    return re.match(rb"HTTP/1\.[01] 200[ \r]", head) is not None


def request(asked: Asked, token: str) -> bytes:
    """Return the CONNECT by which the door hands a client to the engine."""
    there = f"{asked.host}:{asked.port}"
    return (
        f"CONNECT {there} HTTP/1.1\r\nHost: {there}\r\n"
        f"Proxy-Authorization: Labormeter {token}\r\n\r\n"
    ).encode("ascii")


OPEN: Final = b"HTTP/1.1 200 Connection established\r\n\r\n"


def answer(status: int, reason: str) -> bytes:
    """Return an answer that ends the connection; it says nothing of what was asked."""
    return (f"HTTP/1.1 {status} {reason}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").encode(
        "ascii"
    )
