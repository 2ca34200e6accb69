"""Drives Mastodon.py: python drive_mastodon.py PHOTO. Runs in the clients' venv, by HTTPS_PROXY."""

import sys
from collections.abc import Callable
from typing import Any

from mastodon import Mastodon, MastodonError

STATUS = "900000000000000001"
GONE = "900000000000000404"


def tolerant(act: Callable[..., Any], *values: Any, **named: Any) -> Any:
    """Do it; the stand-in refuses some, and answers shorter than this client likes to parse."""
    try:
        return act(*values, **named)
    except (MastodonError, KeyError, TypeError, AttributeError, ValueError):
        return None


def drive(photo: str) -> None:
    client = Mastodon(
        access_token="CANARYTOKEN",
        api_base_url="https://social.example",
        ratelimit_method="throw",
        version_check_mode="none",
    )
    tolerant(client.status_favourite, STATUS)
    tolerant(client.status_unfavourite, STATUS)
    tolerant(client.status_favourite, STATUS)
    tolerant(client.status_favourite, GONE)
    tolerant(client.status_reblog, STATUS)
    tolerant(client.status_unreblog, STATUS)
    tolerant(client.status_bookmark, STATUS)
    tolerant(client.status_unbookmark, STATUS)
    tolerant(client.status_post, "CANARYTEXT", idempotency_key="CANARYKEY")
    tolerant(client.status_post, "CANARYTEXT", idempotency_key="CANARYKEY")
    tolerant(client.status_post, "CANARYTEXT", in_reply_to_id=STATUS)
    tolerant(client.status_post, "CANARYMESSAGE", visibility="direct")
    tolerant(client.status_delete, "900000000000000010")
    media = tolerant(client.media_post, photo)
    tolerant(client.status_post, "CANARYTEXT", media_ids=[media])
    tolerant(client.status_update, "900000000000000010", "CANARYTEXT")
    tolerant(client.account_follow, "5001")
    tolerant(client.account_unfollow, "5001")
    tolerant(client.tag_follow, "canarytag")
    tolerant(client.poll_vote, "4001", [0])
    tolerant(client.report, "5002", comment="CANARYTEXT")
    tolerant(client.account_mute, "5003")
    tolerant(client.account_block, "5003")
    tolerant(client.status_pin, STATUS)
    tolerant(client.status, STATUS)
    tolerant(client.timeline_home)
    tolerant(client.status_favourited_by, STATUS)
    tolerant(client.search, "CANARYQUERY")
    tolerant(client.markers_set, ["home"], [1])


drive(sys.argv[1])
