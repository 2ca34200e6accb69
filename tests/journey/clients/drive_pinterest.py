"""Drives py3-pinterest: python drive_pinterest.py PROXY PHOTO FOLDER. Runs in the clients' venv."""

import sys
from collections.abc import Callable
from typing import Any

from py3pin.Pinterest import Pinterest
from requests.exceptions import RequestException

PIN = "800000000000000001"


def tolerant(act: Callable[..., Any], *values: Any, **named: Any) -> Any:
    """Do it; the stand-in refuses some, and answers shorter than this client likes to parse."""
    try:
        return act(*values, **named)
    except (RequestException, KeyError, TypeError, AttributeError, ValueError, IndexError):
        return None


def drive(proxy: str, photo: str, folder: str) -> None:
    client = Pinterest(
        email="CANARY@example.org",
        password="CANARYPASSWORD",
        username="canaryname",
        cred_root=folder,
        proxies={"https": proxy},
    )
    client.load_pin = lambda **_: {"aggregated_pin_data": {"id": "700000000000000001"}}
    tolerant(client.repin, "1", PIN)
    tolerant(client.repin, "1", "800000000000000404")
    tolerant(client.delete_pin, "900000000000000002")
    tolerant(client.comment, PIN, "CANARYTEXT")
    tolerant(client.delete_comment, PIN, "900000000000000003")
    tolerant(client.follow_user, "500000000000000001")
    tolerant(client.unfollow_user, "500000000000000001")
    tolerant(client.follow_board, "400000000000000001")
    tolerant(client.unfollow_board, "400000000000000001")
    tolerant(client.upload_pin, "1", photo, "CANARYTEXT", "https://origin.example/", "CANARYTITLE")
    tolerant(client.create_board, "CANARYBOARD")
    tolerant(client.home_feed)
    tolerant(client.search, "pins", "CANARYQUERY")
    tolerant(client.get_user_overview, "canaryname")
    tolerant(client.send_message, "CANARYMESSAGE", "1")


drive(*sys.argv[1:4])
