"""LinkedIn's own export: CSV files, some with notes above their header."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from labormeter.archives import ids, moment, table
from labormeter.archives.found import Found
from labormeter.archives.platform import MESSAGES, Platform, Topic, ending
from labormeter.sentence import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter.archives.bundle import Bundle, Member
    from labormeter.archives.platform import Read

LAYOUT: Final = said("CSV tables")


def _read(activity: str, date: str, link: str = "", tell: str = "", finer: str = "") -> Read:
    """Return what reads a table by the names of its columns."""

    def read(member: Member, _bundle: Bundle) -> Iterator[Found]:
        with member.open() as file:
            for row in table.records(file, date):
                number = ids.update(row.get(link, "")) if link else ""
                made = activity == "post"
                yield Found(
                    activity,
                    moment.written(row.get(date)),
                    target="" if made else number,
                    made=number if made else "",
                    tell=row.get(tell, "") or row.get(link, ""),
                    layout=LAYOUT,
                    finer=finer,
                )

    return read


def _invited(member: Member, _bundle: Bundle) -> Iterator[Found]:
    """Read invitations that were sent; those received are no act."""
    with member.open() as file:
        for row in table.records(file, "sent_at", "direction"):
            if row.get("direction", "").strip().upper() != "INCOMING":
                at, tell = moment.written(row.get("sent_at")), row.get("to", "")
                yield Found("follow", at, tell=tell, layout=LAYOUT, finer="request")


def _topic(kind: str, name: str, read: Read, *needs: str, exact: bool = False) -> Topic:
    names = ending(rf"{name}(?:_\d+)?\.csv")
    return Topic(kind=kind, names=names, read=read, needs=needs, exact=exact)


LINKEDIN: Final = Platform(
    slug="linkedin",
    title="LinkedIn",
    since=2003,
    topics=(
        _topic("reactions", "reactions", _read("like", "date", "link"), "type"),
        _topic("comments", "comments", _read("comment", "date", "link", "message"), "message"),
        _topic("posts", "shares", _read("post", "date", "sharelink"), "sharelink"),
        _topic("reposts", "instantreposts", _read("share", "date", "link"), "link"),
        _topic("poll-votes", "votes", _read("vote", "date", "link", "optiontext"), "optiontext"),
        _topic(
            "followed-companies",
            "company[ _]follows",
            _read("follow", "followed_on", "", "organization"),
            "organization",
        ),
        _topic("followed-members", "member[ _]follows", _read("follow", "date", "", "fullname")),
        _topic("invitations", "invitations", _invited, "direction"),
        _topic(
            "endorsements",
            "endorsement[ _]given[ _]info",
            _read("rate", "endorsement_date", "", "skill_name"),
        ),
        _topic(
            "recommendations",
            "recommendations[ _]given",
            _read("review", "creation_date", "", "text"),
        ),
    ),
    marks=(
        ending(r"(?:connections|ad_targeting|inferences_about_you|rich_media|positions)\.csv"),
        ending(r"(?:basic|complete)_linkedindataexport[^/]*/.*"),
    ),
    left=((ending(r"(?:messages|guide_messages|learning_coach_messages)\.csv"), MESSAGES),),
    wanted=("reactions", "comments", "posts"),
)
