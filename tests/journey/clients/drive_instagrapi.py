"""Drives instagrapi: python drive_instagrapi.py PROXY CA PHOTO. Runs in the clients' venv."""

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from instagrapi import Client

MEDIA = "3900000000000000001_25025320"
COMMENT = 17900000000000001


def tolerant(act: Callable[..., Any], *values: Any) -> None:
    """Do it; the stand-in's answers are shorter than what this client likes to parse."""
    try:
        act(*values)
    except (KeyError, TypeError, AttributeError, IndexError, ValueError):
        pass
    except Exception as error:
        if not type(error).__module__.startswith("instagrapi"):
            raise


def drive(proxy: str, ca: str, photo: str) -> None:
    logging.disable(logging.CRITICAL)
    client = Client(
        {"authorization_data": {"ds_user_id": "25025320", "sessionid": "25025320%3ACANARYCOOKIE"}},
        proxy=proxy,
        delay_range=[0, 0],
        tls_verify=ca,
        request_timeout=0,
        session_retry_total=0,
    )
    client.authorization_data = {"ds_user_id": "25025320", "sessionid": "25025320%3ACANARYCOOKIE"}
    tolerant(client.media_like, MEDIA)
    tolerant(client.media_unlike, MEDIA)
    tolerant(client.media_like, MEDIA)
    tolerant(client.media_like, "3900000000000000404_25025320")
    tolerant(client.media_comment, MEDIA, "CANARYTEXT")
    tolerant(client.comment_like, COMMENT)
    tolerant(client.comment_unlike, COMMENT)
    tolerant(client.user_follow, "1234")
    tolerant(client.user_unfollow, "1234")
    tolerant(client.user_report, "1235")
    tolerant(client.media_save, MEDIA)
    tolerant(client.photo_upload, Path(photo), "CANARYTEXT")
    tolerant(client.media_seen, [MEDIA])
    tolerant(client.media_likers, MEDIA)
    tolerant(client.user_info_v1, "1234")
    tolerant(client.get_timeline_feed)
    tolerant(client.direct_send, "CANARYMESSAGE", [1234])


drive(*sys.argv[1:4])
