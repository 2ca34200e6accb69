from __future__ import annotations

import base64
import json
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.browser import pac

if TYPE_CHECKING:
    from labormeter.browser.devtools import Tools

HOSTS = ("x.com", "api.x.com", "www.instagram.com")
PROXY = "PROXY 127.0.0.1:4711; DIRECT"


@pytest.mark.journey
@pytest.mark.parametrize(
    ("url", "host", "answer"),
    [
        ("https://x.com/", "x.com", PROXY),
        ("wss://api.x.com/", "api.x.com", PROXY),
        ("https://X.COM/", "X.COM", PROXY),
        ("https://x.com./", "x.com.", PROXY),
        ("http://x.com/", "x.com", "DIRECT"),
        ("ws://x.com/", "x.com", "DIRECT"),
        ("ftp://x.com/", "x.com", "DIRECT"),
        ("https://y.x.com/", "y.x.com", "DIRECT"),
        ("https://ax.com/", "ax.com", "DIRECT"),
        ("https://com/", "com", "DIRECT"),
        ("https://bank.example/", "bank.example", "DIRECT"),
        ("https://tostring/", "toString", "DIRECT"),
        ("https://constructor/", "constructor", "DIRECT"),
        ("https://hasownproperty/", "hasownproperty", "DIRECT"),
        ("https://127.0.0.1/", "127.0.0.1", "DIRECT"),
    ],
)
def test_a_real_engine_sends_exactly_the_metered_hosts(
    tools: Tools, url: str, host: str, answer: str
) -> None:
    page = tools.open()
    try:
        call = f"FindProxyForURL({json.dumps(url)}, {json.dumps(host)})"
        whole = f"(() => {{ {pac.script(HOSTS, 4711)}; return {call}; }})()"
        assert page.evaluate(whole) == answer
    finally:
        page.close()


def test_asks_no_name_server() -> None:
    script = pac.script(HOSTS, 4711)
    assert not re.search(r"dns|isInNet|isResolvable|myIp", script, re.IGNORECASE)


@given(st.sets(st.from_regex(r"[a-z]{1,8}\.[a-z]{2,5}", fullmatch=True)), st.integers(1, 65535))
def test_travels_in_its_address(hosts: set[str], port: int) -> None:
    address = pac.url(hosts, port)
    kind, _, content = address.partition(";base64,")
    assert kind == "data:application/x-ns-proxy-autoconfig"
    assert base64.b64decode(content).decode() == pac.script(hosts, port)
    assert pac.script(sorted(hosts, reverse=True), port) == pac.script(hosts, port)
