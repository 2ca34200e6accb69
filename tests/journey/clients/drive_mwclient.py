"""Drives mwclient: python drive_mwclient.py PHOTO. Runs in the clients' venv, by HTTPS_PROXY."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mwclient import Site
from mwclient.errors import MwClientError


def tolerant(act: Callable[..., Any], *values: Any, **named: Any) -> Any:
    """Do it; the stand-in refuses some, and answers shorter than this client likes to parse."""
    try:
        return act(*values, **named)
    except (MwClientError, KeyError, TypeError, AttributeError, ValueError):
        return None


def drive(photo: str) -> None:
    site = Site("en.wikipedia.org", path="/w/", clients_useragent="labormeter journey")
    commons = Site("commons.wikimedia.org", path="/w/", clients_useragent="labormeter journey")
    page, gone = site.pages["CANARYTITLE"], site.pages["CANARY404"]
    tolerant(page.edit, "CANARYTEXT", "CANARYSUMMARY")
    tolerant(page.append, "CANARYTEXT", "CANARYSUMMARY")
    tolerant(page.prepend, "CANARYTEXT")
    tolerant(gone.edit, "CANARYTEXT")
    tolerant(site.patrol, rcid=55)
    tolerant(site.post, "thank", rev="9001", source="diff", token="CANARYTOKEN")
    tolerant(site.post, "watch", titles="CANARYTITLE", token="CANARYTOKEN")
    tolerant(site.post, "watch", titles="CANARYTITLE", unwatch="1", token="CANARYTOKEN")
    with Path(photo).open("rb") as file:
        tolerant(commons.upload, file, "CANARYFILENAME.jpg", "CANARYTEXT")
    commons.chunk_size = 1024
    with Path(photo).open("rb") as file:
        tolerant(commons.upload, file, "CANARYOTHER.jpg", "CANARYTEXT")
    tolerant(page.text)
    tolerant(page.purge)
    tolerant(lambda: list(page.revisions(limit=1)))
    tolerant(lambda: list(site.search("CANARYQUERY", limit=1)))
    tolerant(site.parse, text="CANARYTEXT")


drive(sys.argv[1])
