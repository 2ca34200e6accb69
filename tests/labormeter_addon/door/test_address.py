"""Which addresses the door may lead to."""

from __future__ import annotations

import ipaddress
import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter_addon.door import address


@pytest.mark.parametrize(
    "text",
    [
        "127.0.0.1",
        "127.255.255.254",
        "0.0.0.0",  # noqa: S104 - must be refused
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fe80::1%eth0",
        "fd00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:192.168.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::10.0.0.1",
        "2002:7f00:1::",
        "2002:c0a8:101::1",
        "not an address",
        "",
    ],
)
def test_refuses_this_computer_and_its_neighbours(text: str) -> None:
    assert not address.allowed(text)


@pytest.mark.parametrize(
    "text",
    [
        "93.184.216.34",
        "172.32.0.1",
        "198.18.0.7",
        "2606:2800:220:1:248:1893:25c8:1946",
        "64:ff9b::5db8:d822",
        "::ffff:93.184.216.34",
    ],
)
def test_allows_public_ones(text: str) -> None:
    assert address.allowed(text)


@given(st.ip_addresses(v=4))
def test_an_address_written_as_ipv6_is_judged_as_the_same(one: ipaddress.IPv4Address) -> None:
    mapped = ipaddress.IPv6Address(f"::ffff:{one}")
    translated = ipaddress.IPv6Address(int(ipaddress.IPv6Address("64:ff9b::")) + int(one))
    assert address.public(one) == address.public(mapped) == address.public(translated)


def test_knows_its_own_addresses() -> None:
    assert address.own(ipaddress.ip_address("127.0.0.1"))
    assert not address.own(ipaddress.ip_address("93.184.216.34"))
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("93.184.216.34", 443))
        except OSError:
            pytest.skip("no network at all")
        mine = probe.getsockname()[0]
    assert address.own(ipaddress.ip_address(mine))
