"""Pinterest's own export: pages of HTML, in which each pin is a block of lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from labormeter.archives import markup, moment
from labormeter.archives.found import Found, UnreadableError
from labormeter.archives.platform import Platform, Topic, ending
from labormeter.sentence import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter.archives.bundle import Bundle, Member

LAYOUT: Final = said("pages of HTML")
_BEGINS: Final = re.compile(r'<a href="https?://[\w.]*pinterest\.[a-z.]+/pin/(?=\d)')
_NUMBER: Final = re.compile(r"\d{3,25}")
_WHEN: Final = re.compile(r"\b(\d{4}[/-]\d\d[/-]\d\d \d\d:\d\d:\d\d)\b")
_AGAIN: Final = re.compile(r"repin[^:<]{0,40}: *(?:True|Yes)", re.IGNORECASE)


def _pins(member: Member, _bundle: Bundle) -> Iterator[Found]:
    """Read pins: another's pin that was saved is a share, as on the wire, one's own a post."""
    seen = False
    with member.open() as file:
        for block in markup.blocks(file, _BEGINS):
            number, when = _NUMBER.match(block), _WHEN.search(block)
            if number is None or when is None:
                continue
            seen = True
            activity = "share" if _AGAIN.search(block) else "post"
            yield Found(activity, moment.written(when[1]), made=number[0], layout=LAYOUT, once=True)
    if not seen:
        raise UnreadableError("holds no pin with a date")


PINTEREST: Final = Platform(
    slug="pinterest",
    title="Pinterest",
    since=2009,
    topics=(
        Topic(
            kind="pins",
            names=ending(r"pinterest[^/]*\.html?", r"pinterest[^/]*/[^/]*\.html?", r"pins?\.html?"),
            read=_pins,
            exact=True,
        ),
    ),
    marks=(ending(r"pinterest[^/]*\.html?"),),
)
"""Only pins: what a page says of boards, comments and follows was seen by nobody we could ask."""
