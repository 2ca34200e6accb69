"""Drives atproto: python drive_atproto.py PHOTO. Runs in the clients' venv, by HTTPS_PROXY."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from atproto import Client, models

POST = models.ComAtprotoRepoStrongRef.Main(
    uri="at://did:plc:synthother/app.bsky.feed.post/3synthpost", cid="bafyreisynth"
)
GONE = models.ComAtprotoRepoStrongRef.Main(
    uri="at://did:plc:synthother/app.bsky.feed.post/3synth404", cid="bafyreisynth"
)
OTHER = "did:plc:synthother"


def tolerant(act: Callable[..., Any], *values: Any, **named: Any) -> Any:
    """Do it; the stand-in's answers are shorter than what this client likes to parse."""
    try:
        return act(*values, **named)
    except (KeyError, TypeError, AttributeError, IndexError, ValueError):
        return None
    except Exception as error:
        if not type(error).__module__.startswith(("atproto", "pydantic")):
            raise
        return None


def among(client: Client) -> None:
    """Two records in one request, and one of them deleted in another."""
    writes = models.ComAtprotoRepoApplyWrites
    now = client.get_current_time_iso()
    post = models.AppBskyFeedPost.Record(text="CANARYTEXT", created_at=now)
    like = models.AppBskyFeedLike.Record(subject=POST, created_at=now)
    repo = client.me.did
    tolerant(
        client.com.atproto.repo.apply_writes,
        writes.Data(
            repo=repo,
            writes=[
                writes.Create(collection="app.bsky.feed.post", value=post),
                writes.Create(collection="app.bsky.feed.like", value=like),
            ],
        ),
    )
    gone = writes.Delete(collection="app.bsky.feed.post", rkey="3among0")
    tolerant(client.com.atproto.repo.apply_writes, writes.Data(repo=repo, writes=[gone]))


def drive(photo: str) -> None:
    client = Client()
    client.login("canaryname.bsky.social", "CANARYPASSWORD")
    liked = client.like(POST.uri, POST.cid)
    client.unlike(liked.uri)
    client.like(POST.uri, POST.cid)
    tolerant(client.like, GONE.uri, GONE.cid)
    shared = client.repost(POST.uri, POST.cid)
    client.unrepost(shared.uri)
    followed = client.follow(OTHER)
    client.unfollow(followed.uri)
    post = client.send_post("CANARYTEXT")
    client.delete_post(post.uri)
    client.send_post("CANARYTEXT", reply_to=models.AppBskyFeedPost.ReplyRef(parent=POST, root=POST))
    client.send_post("CANARYTEXT", embed=models.AppBskyEmbedRecord.Main(record=POST))
    client.send_image("CANARYTEXT", Path(photo).read_bytes(), "CANARYALT")
    among(client)
    report = models.ComAtprotoModerationCreateReport.Data(
        reason_type="com.atproto.moderation.defs#reasonSpam", subject=POST
    )
    tolerant(client.com.atproto.moderation.create_report, report)
    saved = models.AppBskyBookmarkCreateBookmark.Data(uri=POST.uri, cid=POST.cid)
    tolerant(client.app.bsky.bookmark.create_bookmark, saved)
    tolerant(client.app.bsky.bookmark.delete_bookmark, {"uri": POST.uri})
    tolerant(client.get_timeline)
    tolerant(client.get_likes, POST.uri)
    tolerant(client.app.bsky.feed.search_posts, {"q": "CANARYQUERY"})
    tolerant(client.mute, OTHER)
    tolerant(
        client.chat.bsky.convo.send_message,
        {"convo_id": "CANARYCONVO", "message": {"text": "CANARYMESSAGE"}},
    )


drive(sys.argv[1])
