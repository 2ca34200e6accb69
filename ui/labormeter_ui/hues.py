"""Which colour stands for which platform: always the same one, and never colour alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection

CATALOGUE: Final = (
    "facebook",
    "youtube",
    "tiktok",
    "instagram",
    "x",
    "reddit",
    "threads",
    "practice",
    "recaptcha",
    "hcaptcha",
    "arkose",
    "google",
    "linkedin",
    "pinterest",
    "twitch",
    "discord",
    "amazon",
    "bing",
    "bluesky",
    "mastodon",
    "tumblr",
    "vk",
    "geetest",
    "awswaf",
    "wikipedia",
    "stackexchange",
    "quora",
    "openstreetmap",
    "yelp",
    "airbnb",
    "tripadvisor",
    "uber",
    "yandex",
)
"""The order in which platforms are given a hue; others follow by the alphabet."""

REST: Final = "rest"
"""The series of all that have no hue of their own."""


def order(platforms: Collection[str]) -> list[str]:
    """Return platforms in the order of the catalogue."""
    places = {platform: place for place, platform in enumerate(CATALOGUE)}
    return sorted(platforms, key=lambda platform: (places.get(platform, len(places)), platform))


def hues(platforms: Collection[str], count: int) -> dict[str, int]:
    """Give each platform one of `count` hues; those beyond the count get none.

    A platform keeps the hue of its place in the catalogue while no earlier one needs it, so that
    a colour does not wander when the figures change.
    """
    places = {platform: place for place, platform in enumerate(CATALOGUE)}
    given: dict[str, int] = {}
    free = set(range(count))
    for platform in order(platforms):
        wanted = places.get(platform, 0) % count
        if not free:
            break
        hue = wanted if wanted in free else min(free)
        free.remove(hue)
        given[platform] = hue
    return given
