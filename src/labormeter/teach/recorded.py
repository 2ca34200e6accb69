"""Lessons from a recording (HAR) that a browser's own tools saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from labormeter.archives import har
from labormeter.teach.lesson import fresh, lesson_of
from labormeter.teach.shape import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from labormeter.rules.index import Packs
    from labormeter.teach.shape import Shape
    from labormeter.teach.words import Vocabulary


def recorded(
    packs: Packs,
    words: Vocabulary,
    path: Path,
    platform: str = "",
    *,
    stopped: Callable[[], bool] = lambda: False,
) -> tuple[Shape, ...]:
    """Return the new writes of a recording, to the hosts of one platform where one is named.

    `stopped` is asked between two exchanges, and ends the reading early. Raises KnownError.
    """
    pack = packs.by_platform.get(platform)
    hosts = None if pack is None else {*pack.hosts}
    found: list[Shape] = []
    for exchange in har.exchanges(path):
        if stopped():
            break
        if hosts is not None and exchange.request.host not in hosts:
            continue
        one = lesson_of(packs, exchange, words)
        if one is not None:
            found.append(one)
    return fresh((), found)


def heard(before: Iterable[bytes], after: Iterable[bytes], words: Vocabulary) -> tuple[Shape, ...]:
    """Return the shapes of a lesson's lines that were not there before the act."""
    return fresh(_parsed(before, words), _parsed(after, words))


def _parsed(lines: Iterable[bytes], words: Vocabulary) -> list[Shape]:
    found = (parse(line, words) for line in lines)
    return [one for one in found if one is not None]
