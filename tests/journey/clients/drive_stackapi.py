"""Drives StackAPI: python drive_stackapi.py. Runs in the clients' venv, by HTTPS_PROXY."""

from collections.abc import Callable
from typing import Any

from stackapi import StackAPI, StackAPIError


def tolerant(act: Callable[..., Any], *values: Any, **named: Any) -> Any:
    """Do it; the stand-in refuses some, and answers shorter than this client likes to parse."""
    try:
        return act(*values, **named)
    except (StackAPIError, KeyError, TypeError, AttributeError, ValueError):
        return None


def drive() -> None:
    client = StackAPI("stackoverflow", key="synth", access_token="CANARYTOKEN")
    for verb in (
        "questions/21/upvote",
        "questions/21/downvote",
        "questions/21/downvote/undo",
        "answers/22/upvote",
        "comments/503/upvote",
        "questions/25/favorite",
        "questions/25/favorite/undo",
        "questions/404/upvote",
    ):
        tolerant(client.send_data, verb)
    tolerant(client.send_data, "questions/add", title="CANARYTITLE", body="CANARYTEXT", tags="s")
    tolerant(client.send_data, "questions/add", title="CANARY", body="CANARY", preview="true")
    tolerant(client.send_data, "questions/32/answers/add", body="CANARYTEXT")
    tolerant(client.send_data, "answers/33/delete")
    tolerant(client.send_data, "posts/35/comments/add", body="CANARYTEXT")
    tolerant(client.send_data, "comments/504/delete")
    tolerant(client.send_data, "answers/37/flags/add", option_id=1)
    tolerant(client.fetch, "questions", ids=[21])
    tolerant(client.fetch, "posts/35/comments")


drive()
