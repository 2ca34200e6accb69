"""Drives praw: python drive_praw.py. Runs in the clients' venv, by HTTPS_PROXY."""

from collections.abc import Callable
from typing import Any

from praw import Reddit
from praw.exceptions import PRAWException
from prawcore.exceptions import PrawcoreException


def tolerant(act: Callable[..., Any], *values: Any, **named: Any) -> Any:
    """Do it; the stand-in refuses some, and answers shorter than this client likes to parse."""
    try:
        return act(*values, **named)
    except (PRAWException, PrawcoreException, KeyError, TypeError, AttributeError, ValueError):
        return None


def drive() -> None:
    client = Reddit(
        client_id="synth",
        client_secret="synth",
        username="canaryname",
        password="CANARYPASSWORD",
        user_agent="labormeter journey",
        check_for_updates=False,
    )
    client.validate_on_submit = True
    post, gone = client.submission("synth1"), client.submission("synth404")
    comment, community = client.comment("synth2"), client.subreddit("canarysub")
    tolerant(post.upvote)
    tolerant(post.clear_vote)
    tolerant(post.downvote)
    tolerant(comment.upvote)
    tolerant(gone.upvote)
    tolerant(post.save)
    tolerant(post.unsave)
    tolerant(post.reply, "CANARYTEXT")
    tolerant(community.submit, "CANARYTITLE", selftext="CANARYTEXT")
    tolerant(community.subscribe)
    tolerant(community.unsubscribe)
    tolerant(comment.report, "CANARYTEXT")
    tolerant(post.hide)
    tolerant(lambda: list(community.hot(limit=1)))
    tolerant(client.redditor("canaryother").message, subject="CANARY", message="CANARYMESSAGE")


drive()
