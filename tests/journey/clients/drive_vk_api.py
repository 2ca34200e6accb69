"""Drives vk_api: python drive_vk_api.py. Runs in the clients' venv, by HTTPS_PROXY."""

from collections.abc import Callable
from typing import Any

import vk_api


def tolerant(act: Callable[..., Any], **named: Any) -> Any:
    """Do it; the stand-in refuses some, and answers shorter than this client likes to parse."""
    try:
        return act(**named)
    except (vk_api.VkApiError, KeyError, TypeError, AttributeError, ValueError):
        return None


def drive() -> None:
    client = vk_api.VkApi(token="CANARYTOKEN").get_api()
    post: dict[str, Any] = {"type": "post", "owner_id": -1, "item_id": 7}
    tolerant(client.likes.add, **post)
    tolerant(client.likes.delete, **post)
    tolerant(client.likes.add, **(post | {"item_id": 404}))
    tolerant(client.wall.post, message="CANARYTEXT")
    tolerant(client.wall.post, message="CANARYTEXT", publish_date=1_900_000_000)
    tolerant(client.wall.repost, object="wall-1_7")
    tolerant(client.wall.delete, post_id=71)
    tolerant(client.wall.createComment, owner_id=-1, post_id=7, message="CANARYTEXT")
    tolerant(client.wall.deleteComment, owner_id=-1, comment_id=81)
    tolerant(client.groups.join, group_id=61)
    tolerant(client.groups.leave, group_id=61)
    tolerant(client.friends.add, user_id=62, text="CANARYTEXT")
    tolerant(client.polls.addVote, owner_id=-1, poll_id=41, answer_ids=1)
    tolerant(client.fave.addPost, owner_id=-1, id=7)
    tolerant(client.fave.removePost, owner_id=-1, id=7)
    tolerant(client.wall.reportPost, owner_id=-1, post_id=7, reason=0)
    tolerant(client.messages.send, user_id=62, message="CANARYMESSAGE", random_id=1)
    tolerant(client.likes.getList, **post)
    tolerant(client.wall.get, owner_id=-1)
    tolerant(client.users.get, user_ids="canaryname")


drive()
