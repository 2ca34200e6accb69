"""The proxy auto-configuration of the metered browser.

Exactly the metered hosts, over https and wss, go to the front door; when that is closed the browser
goes straight. Everything else never comes near it. The script travels in a data: URL, the one form
that every browser here takes at its start without a file or a server (file: is ignored by Chromium
without a word).
"""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

TYPE: Final = "application/x-ns-proxy-autoconfig"
FILE: Final = "labormeter.pac"
"""Below home/run: the script for browsers that a person sets up by hand (`labormeter desktop`)."""

_SCRIPT: Final = """\
var METERED = %(hosts)s;
function FindProxyForURL(url, host) {
  if (url.substring(0, 6) != "https:" && url.substring(0, 4) != "wss:") return "DIRECT";
  var name = host.toLowerCase();
  if (name.charAt(name.length - 1) == ".") name = name.substring(0, name.length - 1);
  return METERED.hasOwnProperty(name) ? "PROXY 127.0.0.1:%(port)d; DIRECT" : "DIRECT";
}
"""


def script(hosts: Iterable[str], port: int) -> str:
    """Return the script that sends `hosts` to `port` on this computer and all else straight.

    It asks no name server: that would block the browser.
    """
    names = dict.fromkeys(sorted(hosts), 1)
    return _SCRIPT % {"hosts": json.dumps(names), "port": port}


def url(hosts: Iterable[str], port: int) -> str:
    """Return the script as a data: URL."""
    encoded = base64.b64encode(script(hosts, port).encode("ascii")).decode("ascii")
    return f"data:{TYPE};base64,{encoded}"
