"""Which user of this computer is at the other end of a loopback connection.

Linux tells: by one question to the kernel's socket diagnosis, else by the table in /proc. Windows
and macOS do not tell an unprivileged program; there the door relies on being reachable from this
computer alone, and on the metered hosts being all that the engine opens.
"""

from __future__ import annotations

import socket
import struct
import sys
from pathlib import Path
from typing import Final

type Pair = tuple[str, int]

_TABLES: Final = ("/proc/net/tcp", "/proc/net/tcp6")


def user(peer: Pair, here: Pair) -> int | None:
    """Return the user id that owns the socket `peer` connected to `here`, None where unknown."""
    if sys.platform != "linux":
        return None
    return diagnosed(peer, here) if _diagnosis_works() else tabled(peer, here)


def tabled(peer: Pair, here: Pair) -> int | None:
    """Return the owner as the tables in /proc have it."""
    for table in _TABLES:
        try:
            found = look(Path(table).read_text(encoding="ascii"), peer, here)
        except OSError:
            continue
        if found is not None:
            return found
    return None


def look(table: str, peer: Pair, here: Pair) -> int | None:
    """Find the owner of a connection in the text of /proc/net/tcp or tcp6."""
    for wanted in _written(peer, here):
        at = table.find(wanted)
        if at >= 0:
            # Behind both addresses: state, queues, timer, retransmits, uid.
            fields = table[at + len(wanted) :].split(None, 5)
            return int(fields[4])
    return None


def _written(peer: Pair, here: Pair) -> list[str]:
    """Return how the kernel may write the client's side: as IPv4, and as IPv4 mapped into IPv6."""
    ends = [(socket.inet_aton(host), port) for host, port in (peer, here)]
    short = " ".join(f"{_hex(raw)}:{port:04X}" for raw, port in ends)
    mapped = " ".join(f"0000000000000000FFFF0000{_hex(raw)}:{port:04X}" for raw, port in ends)
    return [f": {short} ", f": {mapped} "]


def _hex(raw: bytes) -> str:
    return f"{int.from_bytes(raw, sys.byteorder):08X}"


_HEADER: Final = struct.Struct("=IHHII")
"""linux/netlink.h: length, type, flags, sequence, port."""
_QUESTION: Final = struct.Struct("=BBBBI")
"""linux/inet_diag.h, inet_diag_req_v2: family, protocol, extensions, padding, states."""
_SOCKET: Final = struct.Struct("!HH16s16s4s8s")
"""inet_diag_sockid: ports, addresses, interface, cookie."""
_DIAGNOSIS: Final = 4
"""NETLINK_SOCK_DIAG"""
_BY_FAMILY: Final = 20
"""SOCK_DIAG_BY_FAMILY"""
_UID: Final = _HEADER.size + 4 + _SOCKET.size + 12
"""Where the owner stands in an answer: behind the header, four bytes, the socket, three counters."""


def diagnosed(peer: Pair, here: Pair) -> int | None:
    """Return the owner as the kernel's socket diagnosis (sock_diag(7)) knows it."""
    if sys.platform != "linux":
        return None
    sought = _SOCKET.pack(
        peer[1],
        here[1],
        socket.inet_aton(peer[0]).ljust(16, b"\0"),
        socket.inet_aton(here[0]).ljust(16, b"\0"),
        bytes(4),
        b"\xff" * 8,
    )
    question = _QUESTION.pack(socket.AF_INET, socket.IPPROTO_TCP, 0, 0, 0xFFFFFFFF) + sought
    header = _HEADER.pack(_HEADER.size + len(question), _BY_FAMILY, 1, 1, 0)
    try:
        with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, _DIAGNOSIS) as kernel:
            kernel.settimeout(0.2)
            kernel.send(header + question)
            answer = kernel.recv(4096)
    except OSError:
        return None
    if len(answer) < _UID + 4 or _HEADER.unpack_from(answer)[1] != _BY_FAMILY:
        return None
    return int(struct.unpack_from("=I", answer, _UID)[0])


_works: list[bool] = []


def _diagnosis_works() -> bool:
    """Ask once whether the kernel tells of a connection of our own."""
    if not _works:
        with (
            socket.create_server(("127.0.0.1", 0)) as server,
            socket.create_connection(server.getsockname()) as client,
        ):
            _works.append(diagnosed(client.getsockname(), server.getsockname()) is not None)
    return _works[0]
