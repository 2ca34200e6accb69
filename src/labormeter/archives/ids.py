"""Ids of the platforms, out of addresses and spoilt text."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote

_ALPHABET: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_DIGIT: Final = {letter: number for number, letter in enumerate(_ALPHABET)}
_SHORTCODE: Final = re.compile(r"instagram\.com/(?:[\w.]+/)?(?:p|reels?|tv)/([\w-]{5,60})")
_THREAD: Final = re.compile(r"threads\.(?:net|com)/(?:@[\w.]+/)?(?:post|t)/([\w-]{5,60})")
_VIDEO: Final = re.compile(r"(?:v=|youtu\.be/|/shorts/|/live/|/embed/)([\w-]{11})(?![\w-])")
_STATUS: Final = re.compile(r"/status(?:es)?/(\d{1,25})")
_PIN: Final = re.compile(r"/pin/(\d{3,25})")
_LINKEDIN: Final = re.compile(r"urn:li:(activity|ugcPost|share|groupPost|comment):\(?([^,)/?]+)")
CLIP: Final = re.compile(r"/(?:video|photo|v)/(\d{5,25})")
"""Finds the id of a video on TikTok in its address, as its group."""
_SHORTEST: Final = 11
"""Letters of a media id; what follows it in a longer one is a key to something private."""


def mended(text: str) -> str:
    """Return a text whose bytes were each written as a character, as Facebook does; else itself."""
    try:
        return text.encode("latin-1").decode("utf-8")
    except ValueError:
        return text


def media(address: str) -> str:
    """Return Instagram's media id, as the wire has it, of the address of a post."""
    match = _SHORTCODE.search(address)
    return _number(match[1]) if match else ""


def thread(address: str) -> str:
    """Return the media id of the address of a thread."""
    match = _THREAD.search(address)
    return _number(match[1]) if match else ""


def _number(code: str) -> str:
    number = 0
    for letter in code[:_SHORTEST]:
        number = number * 64 + _DIGIT[letter]
    return str(number)


def _first(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match[1] if match else ""


def video(address: str) -> str:
    """Return the id of a video on YouTube."""
    return _first(_VIDEO, address)


def status(address: str) -> str:
    """Return the id of a post on X."""
    return _first(_STATUS, address)


def pin(address: str) -> str:
    """Return the id of a pin."""
    return _first(_PIN, address)


def update(address: str) -> str:
    """Return the id of an activity, post or comment on LinkedIn."""
    match = _LINKEDIN.search(unquote(address))
    return match[2].rsplit(":", 1)[-1] if match else ""
