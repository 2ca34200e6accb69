"""Drives ytmusicapi: python drive_ytmusicapi.py PROXY. Runs in the clients' venv."""

import sys
from collections.abc import Callable
from typing import Any

from ytmusicapi import LikeStatus, YTMusic
from ytmusicapi.exceptions import YTMusicError

HEADERS = {
    "cookie": "__Secure-3PAPISID=CANARYCOOKIE; SAPISID=CANARYCOOKIE",
    "authorization": "SAPISIDHASH 1700000000_0000synthetic",
    "x-goog-authuser": "0",
    "origin": "https://music.youtube.com",
}


def tolerant(act: Callable[..., Any], *values: Any, **named: Any) -> Any:
    """Do it; the stand-in's answers are shorter than what this client likes to parse."""
    try:
        return act(*values, **named)
    except (YTMusicError, KeyError, TypeError, AttributeError, ValueError, IndexError):
        return None


def drive(proxy: str) -> None:
    client = YTMusic(HEADERS, proxies={"https": proxy})
    tolerant(client.rate_song, "SYNTHvideo1", LikeStatus.LIKE)
    tolerant(client.rate_song, "SYNTHvideo1", LikeStatus.INDIFFERENT)
    tolerant(client.rate_song, "SYNTHvideo2", LikeStatus.DISLIKE)
    tolerant(client.rate_song, "SYNTHvideo404", LikeStatus.LIKE)
    tolerant(client.rate_playlist, "PLsynth1", LikeStatus.LIKE)
    tolerant(client.subscribe_artists, ["UCsynth1"])
    tolerant(client.unsubscribe_artists, ["UCsynth1"])
    tolerant(client.add_playlist_items, "PLsynth2", ["SYNTHvideo1"])
    tolerant(client.get_liked_songs)
    tolerant(client.search, "CANARYQUERY")
    tolerant(client.get_song, "SYNTHvideo1")
    tolerant(client.get_history)


drive(sys.argv[1])
