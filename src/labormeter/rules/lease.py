"""Stores that a platform names in an answer, to which the browser then sends a file by itself.

    lease   POST platform/...  ->  { url: "https://store/..." }
    bytes   PUT  store/...         counted where a pack names the store, else still encrypted

The stores that may be opened are a closed list in the pack. Another one stays closed, and the
notice says which it was, so that the person may add it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from labormeter.model import Notice
from labormeter.rules.denied import host_denied

if TYPE_CHECKING:
    from labormeter.rules.index import Binding, Packs
    from labormeter.rules.view import View

_HOST: Final = re.compile(
    r"(?:https:)?(?://)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?:[:/?#]|$)", re.IGNORECASE
)
_NUMBER: Final = re.compile(r"[0-9]{6}|[0-9a-f]{16}")
"""In a label: a number of somebody or something, not of a store."""
_LONGEST: Final = 100
_MANY: Final = 8


def strange_hosts(packs: Packs, binding: Binding, view: View) -> list[Notice]:
    """Return a notice for each host that an answer leases and that no pack names."""
    exchange, lease = view.documents.exchange, binding.surface.lease
    answer = exchange.response
    if lease is None or answer is None or not 200 <= answer.status < 300:  # noqa: PLR2004
        return []
    named = (_host(text) for text in lease.host.texts_at(view)[:_MANY])
    return [
        Notice(
            platform=binding.pack.counted,
            reason="unknown-host",
            method=exchange.request.method,
            host=host,
            name=packs.masked(exchange.request.path),
            at=exchange.finished_at,
        )
        for host in dict.fromkeys(named)
        if host and host not in binding.pack.hosts and host not in packs.every_host
    ]


def _host(text: str) -> str:
    """Return the host of an address, with `*` for labels that tell more than a store's name."""
    found = _HOST.match(text.strip()[:_LONGEST])
    if found is None or host_denied(found[1].lower()):
        return ""
    labels = found[1].lower().split(".")
    return ".".join("*" if _NUMBER.search(label) else label for label in labels)
