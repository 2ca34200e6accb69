"""Which addresses a client may be led to, and how the one that was checked is reached.

The door never connects by name: it resolves, looks at every address, and dials the very address
that it found good. A name that changes its answer between look and dial (DNS rebinding) gains
nothing.
"""

from __future__ import annotations

import ipaddress
import socket
from typing import Final

type Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_CLOSED: Final = tuple(
    ipaddress.ip_network(network)
    for network in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.168.0.0/16",
        "224.0.0.0/3",
        "::/127",
        "fc00::/7",
        "fe80::/10",
        "fec0::/10",
        "ff00::/8",
    )
)
"""Networks of this computer and its neighbours. 198.18.0.0/15 is not among them: some VPN clients
answer every name with an address from there, and closing it would break all browsing under them."""

_TRANSLATED: Final = ipaddress.ip_network("64:ff9b::/96")
"""The prefix under which NAT64 shows IPv4 addresses (RFC 6052)."""


def read(text: str) -> Address | None:
    """Return an address written as text, None where it is none."""
    try:
        return ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return None


def public(address: Address) -> bool:
    """Return whether an address lies outside this computer and its local networks."""
    inner = within(address)
    return not any(
        one in network
        for one in (address, inner)
        for network in _CLOSED
        if one is not None and one.version == network.version
    )


def within(address: Address) -> ipaddress.IPv4Address | None:
    """Return the IPv4 address that an IPv6 address stands for, None where it stands for none."""
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    if address in _TRANSLATED or int(address) >> 32 == 0:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return None


def own(address: Address) -> bool:
    """Return whether an address is one of this computer's own.

    The system would reach it from that same address; asking costs no packet.
    """
    family = socket.AF_INET if address.version == 4 else socket.AF_INET6  # noqa: PLR2004
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((str(address), 443))
            return read(str(probe.getsockname()[0])) == address
    except OSError:
        return False


def allowed(text: str) -> bool:
    """Return whether a client may be led to this address."""
    address = read(text)
    return address is not None and public(address) and not own(address)
