"""Drives twikit through a proxy: python drive_twikit.py PROXY PHOTO. Runs in the clients' venv."""

import asyncio
import sys
from collections.abc import Awaitable
from typing import Any

from twikit import Client


class Transaction:
    """What X's web page computes for each request; the stand-in does not look at it."""

    home_page_response = True

    def generate_transaction_id(self, **_: Any) -> str:
        return "synthetic"


async def tolerant(act: Awaitable[Any]) -> Any:
    """Do it; the stand-in's answers are shorter than what this client likes to parse."""
    try:
        return await act
    except (KeyError, TypeError, AttributeError, IndexError):
        return None
    except Exception as error:
        if type(error).__module__.startswith("twikit"):
            return None
        raise


async def drive(proxy: str, photo: str) -> None:
    client = Client("en-US", proxy=proxy)
    client.client_transaction = Transaction()
    client.set_cookies({"auth_token": "CANARYCOOKIE", "ct0": "CANARYTOKEN"})
    tweet = "1900000000000000001"
    for act in (
        client.favorite_tweet(tweet),
        client.unfavorite_tweet(tweet),
        client.favorite_tweet(tweet),
        client.favorite_tweet("1900000000000000404"),
        client.retweet(tweet),
        client.delete_retweet(tweet),
        client.bookmark_tweet(tweet),
        client.follow_user("42"),
        client.unfollow_user("42"),
        client.create_tweet("CANARYTEXT", reply_to=tweet),
        client.create_tweet("CANARYTEXT"),
        client.delete_tweet("1900000000000000777"),
        client.create_scheduled_tweet(1_900_000_000, "CANARYTEXT"),
        client.search_tweet("CANARYQUERY", "Latest"),
        client.get_tweet_by_id(tweet),
        client.get_user_by_screen_name("CANARYNAME"),
        client.get_timeline(),
        client.send_dm("4242", "CANARYMESSAGE"),
        client.mute_user("43"),
    ):
        await tolerant(act)
    media = await client.upload_media(photo)
    await tolerant(client.create_tweet("CANARYTEXT", media_ids=[media]))


asyncio.run(drive(sys.argv[1], sys.argv[2]))
