"""What is never opened and never read, whatever a pack says; the lists are in `denied.toml`.

Hosts of identity providers, mail, banks, messengers and content networks; paths of logins,
passwords, payments and direct messages.
"""

from __future__ import annotations

import ipaddress
import tomllib
from functools import lru_cache
from importlib import resources
from typing import Final

from labormeter.rules.glob import Globs
from labormeter.rules.route import Route, Tree, segments

_LISTS: Final = tomllib.loads(
    resources.files("labormeter.rules").joinpath("denied.toml").read_text("utf-8")
)
_HOSTS: Final = Globs.parse(host for group in _LISTS["hosts"].values() for host in group)
_SEGMENTS: Final = frozenset(_LISTS["requests"]["segments"])
_PATHS: Final = Tree.of((Route.parse(path), path) for path in _LISTS["requests"]["paths"])
_NAMES: Final = Globs.parse(_LISTS["requests"]["names"])
_LOCAL: Final = (".local", ".localhost", ".internal", ".onion")


@lru_cache(maxsize=4096)
def host_denied(host: str) -> bool:
    """Whether a host is never opened: on a list, an address, or no full name."""
    host = host.rstrip(".").lower()
    if "." not in host or host.endswith(_LOCAL) or not host.isascii():
        return True
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return _HOSTS.matches(host)
    return True


def path_denied(host: str, path: str) -> bool:
    """Whether a request is never read, because of what its path says it is about."""
    if host_denied(host):
        return True
    parts = segments(path)
    words = {part.lower().removesuffix(".json") for part in parts}
    return not _SEGMENTS.isdisjoint(words) or bool(_PATHS.find(parts))


def name_denied(name: str) -> bool:
    """Whether an operation that no rule names is never read, because of what it is called."""
    return _NAMES.matches(name)
