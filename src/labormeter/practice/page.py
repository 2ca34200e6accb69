"""The pages of the practice site, in the visitor's language."""

from __future__ import annotations

import json
from functools import cache
from html import escape
from importlib import resources
from string import Template
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES: Final = ("en", "fr")


def language(accepted: str) -> str:
    """Return the best of our languages for an Accept-Language header; English where none fits.

    The header's order of preference counts, `q=0` excludes.
    """
    wishes: list[tuple[float, str]] = []
    for item in accepted.split(","):
        tag, _, weight = item.strip().partition(";")
        short = tag.strip().lower().partition("-")[0]
        if short in LANGUAGES and (rank := _weight(weight)) > 0:
            wishes.append((rank, short))
    return max(wishes, key=lambda wish: wish[0], default=(0.0, "en"))[1]


def _weight(text: str) -> float:
    try:
        return float(text.strip().removeprefix("q=") or 1)
    except ValueError:
        return 0.0


@cache
def words(chosen: str) -> Mapping[str, str]:
    """Return every text of the site in one language."""
    found: dict[str, str] = json.loads(_resource(f"words.{chosen}.json"))
    return found


def plaza(chosen: str) -> str:
    """Return the square itself."""
    return _filled("plaza.html", chosen, {})


def start(chosen: str, status: Mapping[str, Any]) -> str:
    """Return the metered browser's start page."""
    text = words(chosen)
    return _filled(
        "start.html",
        chosen,
        {
            "metered": _items(status.get("metered", [])),
            "unmetered": _items(status.get("unmetered", [])) or f"<li>{escape(text['none'])}</li>",
        },
    )


def _items(titles: list[str]) -> str:
    return "".join(f"<li>{escape(title)}</li>" for title in titles)


def _filled(name: str, chosen: str, more: Mapping[str, str]) -> str:
    text = words(chosen)
    # `<` is escaped so that no word can end the script element it travels in.
    carried = json.dumps(text, ensure_ascii=False).replace("<", "\\u003c")
    values = {key: escape(value) for key, value in text.items()}
    template = Template(_resource(name))
    return template.substitute({**values, **more, "language": chosen, "words": carried})


@cache
def _resource(name: str) -> str:
    folder = resources.files("labormeter.practice") / "resources"
    return folder.joinpath(name).read_text(encoding="utf-8")
