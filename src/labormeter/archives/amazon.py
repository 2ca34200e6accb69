"""Amazon's own export: many small tables, each in a folder of a dotted name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from labormeter.archives import moment, table
from labormeter.archives.found import Found, UnreadableError
from labormeter.archives.platform import Platform, Topic, ending
from labormeter.sentence import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter.archives.bundle import Bundle, Member
    from labormeter.archives.platform import Read

LAYOUT: Final = said("CSV tables")
_DATED: Final = ("submission", "creat", "date", "time")
_NUMBERED: Final = (
    "review_id",
    "reviewid",
    "question_id",
    "answer_id",
    "id",
    "orderid",
    "order_id",
)


def _read(activity: str) -> Read:
    """Return what reads a table whose columns nobody has published: its date, its number."""

    def read(member: Member, _bundle: Bundle) -> Iterator[Found]:
        with member.open() as file:
            rows = table.rows(file)
            header = [table.named(cell) for cell in next(rows, [])]
            dated = _column(header, _DATED, part=True)
            if dated is None:
                raise UnreadableError("has no column with a date")
            numbered = _column(header, _NUMBERED, part=False)
            for row in rows:
                number = _cell(row, numbered)
                at = moment.written(_cell(row, dated))
                tell = number or "\n".join(row)
                yield Found(activity, at, made=number, tell=tell, layout=LAYOUT, once=bool(number))

    return read


def _column(header: list[str], words: tuple[str, ...], *, part: bool) -> int | None:
    """Return the first column of the first word that one has, or has in it."""
    for word in words:
        for place, name in enumerate(header):
            if word == name or (part and word in name):
                return place
    return None


def _cell(row: list[str], place: int | None) -> str:
    found = row[place] if place is not None and place < len(row) else ""
    return "" if found == "Not Available" else found


def _rated(member: Member, _bundle: Bundle) -> Iterator[Found]:
    """Read quick ratings and answers to `was this helpful`."""
    with member.open() as file:
        for row in table.records(file, "interactiontime"):
            tell = row.get("interactableurl", "") + row.get("interactiontype", "")
            at = moment.written(row.get("interactiontime") or row.get("creationtime"))
            yield Found("rate", at, tell=tell, layout=LAYOUT)


def _topic(kind: str, activity: str, *names: str) -> Topic:
    patterns = [rf"{name}[^/]*\.csv" for name in names]
    return Topic(kind=kind, names=ending(*patterns), read=_read(activity))


AMAZON: Final = Platform(
    slug="amazon",
    title="Amazon",
    since=1995,
    topics=(
        _topic("reviews", "review", r"retail\.customerreviews(?:\.reviewsversions\d*)?"),
        _topic("questions", "post", r"retail\.customerquestionsandanswers\.questionsposted"),
        _topic("answers", "comment", r"retail\.customerquestionsandanswers\.answersposted"),
        _topic("seller-feedback", "review", r"retail\.seller-feedback"),
        _topic("service-feedback", "rate", r"retail\.customerservicefeedback"),
        Topic(
            kind="quick-ratings",
            names=ending(r"lightweightinteractions[^/]*\.csv"),
            read=_rated,
        ),
    ),
    marks=(
        ending(r"retail\.[^/]*/.*"),
        ending(r"digital[.-][^/]*/.*", r"advertising\.\d*/.*"),
    ),
    wanted=("reviews",),
)
"""A review stands in a row for each of its versions: the first one is the act."""
