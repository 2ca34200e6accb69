"""Discord's own export: messages to servers' channels. Direct messages are never read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from labormeter.archives import moment, stream, table
from labormeter.archives.found import Found
from labormeter.archives.platform import Platform, Topic, ending
from labormeter.sentence import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter.archives.bundle import Bundle, Member

OLDER: Final = said("CSV by channel")
NEWER: Final = said("JSON by channel")
EVENTS: Final = said("events")
_SMALL: Final = 1 << 20


def _channel(member: Member, bundle: Bundle) -> dict[str, Any]:
    """Return what the archive says of the channel of a file of messages."""
    beside = bundle.beside(member, "channel.json")
    if beside is None:
        return {}
    with beside.open() as file:
        try:
            found = json.loads(file.read(_SMALL))
        except ValueError:
            return {}
    return found if isinstance(found, dict) else {}


def _messages(member: Member, bundle: Bundle) -> Iterator[Found]:
    if "guild" not in _channel(member, bundle):
        return
    rows = _newer(member) if member.name.lower().endswith(".json") else _older(member)
    for row, layout in rows:
        made, at = str(row.get("id") or ""), moment.written(row.get("timestamp"))
        yield Found("comment", at, made=made, layout=layout)
        for number, _ in enumerate(str(row.get("attachments") or "").split()):
            tell = f"{made} {number}"
            yield Found("upload", at, tell=tell, kind="uploads", joined=True)


def _newer(member: Member) -> Iterator[tuple[dict[str, Any], str]]:
    with member.open() as file:
        for _, item in stream.items(file, lambda path: not path):
            if isinstance(item, dict):
                yield {str(name).lower(): value for name, value in item.items()}, NEWER


def _older(member: Member) -> Iterator[tuple[dict[str, Any], str]]:
    with member.open() as file:
        for row in table.records(file, "id", "timestamp"):
            yield row, OLDER


def _events(member: Member, _bundle: Bundle) -> Iterator[Found]:
    """Read the reactions among the events: one document a line."""
    with member.open() as file:
        for line in table.lines(file):
            if '"add_reaction"' not in line:
                continue
            try:
                event = json.loads(line)
            except ValueError:
                continue
            if isinstance(event, dict) and event.get("event_type") == "add_reaction":
                at = moment.written(str(event.get("timestamp") or "").strip('"'))
                tell = str(event.get("event_id") or "")
                yield Found("like", at, tell=tell, layout=EVENTS)


DISCORD: Final = Platform(
    slug="discord",
    title="Discord",
    since=2015,
    topics=(
        Topic(
            kind="messages",
            names=ending(r"messages/c?\d+/messages\.(?:json|csv)"),
            read=_messages,
            exact=True,
        ),
        Topic(
            kind="reactions", names=ending(r"activity/analytics/events-[^/]*\.json"), read=_events
        ),
    ),
    marks=(ending(r"messages/index\.json"), ending(r"messages/c?\d+/channel\.json")),
    wanted=("messages",),
)
