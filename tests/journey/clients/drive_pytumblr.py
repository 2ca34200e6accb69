"""Drives pytumblr: python drive_pytumblr.py PHOTO. Runs in the clients' venv, by HTTPS_PROXY."""

import sys
from collections.abc import Callable
from typing import Any

import pytumblr


def tolerant(act: Callable[..., Any], *values: Any, **named: Any) -> Any:
    """Do it; the stand-in refuses some, and answers shorter than this client likes to parse."""
    try:
        return act(*values, **named)
    except (KeyError, TypeError, AttributeError, ValueError):
        return None


def drive(photo: str) -> None:
    client = pytumblr.TumblrRestClient("synth", "synth", "CANARYTOKEN", "CANARYSECRET")
    blog = "canaryname.tumblr.com"
    tolerant(client.like, 11, "CANARYKEY")
    tolerant(client.unlike, 11, "CANARYKEY")
    tolerant(client.like, 12, "CANARYKEY")
    tolerant(client.like, 404, "CANARYKEY")
    tolerant(client.follow, "canaryother.tumblr.com")
    tolerant(client.unfollow, "canaryother.tumblr.com")
    tolerant(client.create_text, blog, state="published", title="CANARY", body="CANARYTEXT")
    tolerant(client.create_text, blog, state="draft", title="CANARY", body="CANARYTEXT")
    tolerant(client.create_photo, blog, state="published", caption="CANARY", data=photo)
    tolerant(client.reblog, blog, id=21, reblog_key="CANARYKEY")
    tolerant(client.edit_post, blog, id=41, type="text", body="CANARYTEXT")
    tolerant(client.delete_post, blog, 41)
    tolerant(client.dashboard)
    tolerant(client.likes)
    tolerant(client.notes, blog, 41)
    tolerant(client.posts, blog)


drive(sys.argv[1])
