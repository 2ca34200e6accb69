"""One step of a journey: what a page sends, what the platform answers, and what must be counted."""

from dataclasses import dataclass, field
from typing import Any

from standin import Answer


@dataclass(frozen=True)
class Step:
    """One request of the page and its answer."""

    title: str
    url: str
    answer: Answer
    counts: tuple[str, ...] = ()
    method: str = "POST"
    headers: dict[str, str] = field(default_factory=dict)
    form: dict[str, str] | None = None
    json: Any = None
    body: str | None = None
    parts: tuple[tuple[str, str, str], ...] = ()
    """Multipart: (name, file name or "", text or "@photo")."""


def ok(content: Any = b"", status: int = 200, **headers: str) -> Answer:
    return Answer(content, status, headers)
