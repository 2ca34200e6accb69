"""YouTube within Google Takeout: CSV, JSON and HTML of each year, in any language.

Names of folders, files and columns follow the language of the account. So tables are known by the
shape of their cells (an id of a comment, of a channel, of a video, a moment), and only what has no
such shape (which playlist holds the likes, the verb of an activity) by words of some languages.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from labormeter.archives import ids, markup, moment, stream, table
from labormeter.archives.found import Found
from labormeter.archives.platform import READING, Platform, Topic, ending
from labormeter.sentence import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter.archives.bundle import Bundle, Member

COLUMNS: Final = said("CSV tables")
STACKED: Final = said("CSV, two tables in a file (to 2023)")
LISTS: Final = said("JSON lists (to 2020)")
PAGES: Final = said("pages of HTML")
ACTIVITY: Final = said("My Activity, JSON")
ACTIVITY_PAGE: Final = said("My Activity, HTML")

_VIDEO: Final = re.compile(r"[\w-]{11}")
_WHEN: Final = re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d\S*")
_LIKED: Final = re.compile(
    r"(?:^|/)(?:liked[ _]videos|videos[ _]i[ _]like|mag[ _]ich(?:-videos)?|videos,[ _]die[ _]ich[ _]mag"
    r"|vid.os?[ _](?:que[ _])?j.?[ _]?aime.*|vid.os[ _](?:que[ _]me[ _]gustan|qu.il.*aim.*|aim.es)"
    r"|v.deos[ _]que[ _]me[ _]gustan|videos[ _]que[ _]me[ _]gustan|v.deos[ _](?:marcados|curtidos).*"
    r"|leuke[ _]video.?s|video.?s[ _]die[ _]ik[ _]leuk[ _]vind|video[ _](?:piaciuti|che[ _]mi[ _]piacciono)"
    r"|filmy,[ _]kt.re[ _]mi[ _]si.[ _]podobaj.|polubione[ _]filmy|gillade[ _]videor?|be.enilen[ _]videolar"
    r"|понравившиеся.*|高く評価した動画|좋아요[ _]표시한[ _]동영상|喜歡的影片|顶过的视频)(?:-videos?)?(?:\(\d+\))?\.csv$"
)
"""The list of liked videos in some languages, from memory but for English, German and Dutch."""

VERBS: Final = {
    "liked": "like",
    "disliked": "dislike",
    "subscribed to": "follow",
    "voted on": "vote",
    "voted in": "vote",
    "commented on": "",
    "gefällt mir": "like",
    "mag ich": "like",
    "mochte": "like",
    "abonniert": "follow",
    "vous avez aimé": "like",
    "a aimé": "like",
    "vous vous êtes abonné à": "follow",
    "has indicado que te gusta": "like",
    "te ha gustado": "like",
    "te has suscrito a": "follow",
    "leuk gevonden": "like",
    "geabonneerd op": "follow",
    "hai messo mi piace a": "like",
    "gostou de": "like",
    "marcou como gostei": "like",
}
"""What an activity begins with -> what it is; comments stand in a list of their own."""


def _tables(member: Member, _bundle: Bundle) -> Iterator[Found]:
    """Read a table by the shape of its cells; one of another shape tells nothing."""
    name = member.name.lower()
    liked, playlist = bool(_LIKED.search(name)), name.rsplit("/", 2)[-2:-1] == ["playlists"]
    playlist = playlist or liked or "-videos" in name
    stacked = False
    with member.open() as file:
        for row in table.rows(file):
            cells = [cell.strip() for cell in row]
            stacked = stacked or (len(cells) > 3 and cells[1].startswith("UC"))  # noqa: PLR2004 - a head
            liked = liked or (stacked and cells[0].startswith("LL"))
            yield from _row(cells, liked=liked, playlist=playlist, stacked=stacked)


def _row(cells: list[str], *, liked: bool, playlist: bool, stacked: bool) -> Iterator[Found]:
    place = next((at for at, cell in enumerate(cells[:4]) if cell.startswith("UC")), None)
    video = _VIDEO.fullmatch(cells[0]) is not None
    if place == 0 and len(cells) > 1 and cells[1].startswith("http"):
        yield Found(
            "follow", None, target=cells[0], layout=COLUMNS, kind="subscriptions", once=True
        )
    elif place is not None and not video and not cells[0].startswith(("PL", "LL", "WL", "FL")):
        yield from _said(cells)
    elif video and len(cells) <= 3 and playlist and _WHEN.match(cells[-1] or cells[1]):  # noqa: PLR2004 - id, time, notes
        at = moment.written(next(cell for cell in cells[1:] if cell))
        layout = STACKED if stacked else COLUMNS
        if liked:
            yield Found("like", at, target=cells[0], layout=layout, kind="likes", once=True)
        else:
            yield Found("save", at, tell=cells[0], layout=layout, kind="playlists")
    elif video and len(cells) >= 5 and any(c.startswith("UC") for c in cells):  # noqa: PLR2004 - a video of one's own has many columns
        at = next((moment.written(cell) for cell in reversed(cells) if _WHEN.fullmatch(cell)), None)
        yield Found("post", at, made=cells[0], layout=COLUMNS, kind="videos", once=True)


def _said(cells: list[str]) -> Iterator[Found]:
    """Yield a comment, a message of a live chat or a post to one's channel.

    Its id came first until June 2024 and comes after channel, moment and price since. An id begins
    with `Ug`, that of a post with `Ugk`; older messages of chats have others, and a video.
    """
    at = next((moment.written(cell) for cell in cells[:5] if _WHEN.fullmatch(cell)), None)
    if at is None:
        return
    ids_ = [cell for cell in cells if cell.startswith("Ug") and " " not in cell]
    video = next((cell for cell in cells[3:] if _VIDEO.fullmatch(cell)), "")
    if not ids_ and not video:
        return
    made = ids_[0] if ids_ else cells[3 if cells[0].startswith("UC") else 0]
    activity, kind = (
        ("post", "channel-posts") if made.startswith("Ugk") else ("comment", "comments")
    )
    yield Found(activity, at, target=video, made=made, layout=COLUMNS, kind=kind, once=True)


def _liked(member: Member, _bundle: Bundle) -> Iterator[Found]:
    with member.open() as file:
        for _, item in stream.items(file, lambda path: not path):
            if not isinstance(item, dict):
                continue
            snippet, details = item.get("snippet"), item.get("contentDetails")
            at = moment.written(snippet.get("publishedAt")) if isinstance(snippet, dict) else None
            video = details.get("videoId") if isinstance(details, dict) else None
            yield Found("like", at, target=str(video or ""), layout=LISTS, once=True)


def _subscribed(member: Member, _bundle: Bundle) -> Iterator[Found]:
    with member.open() as file:
        for _, item in stream.items(file, lambda path: not path):
            snippet = item.get("snippet") if isinstance(item, dict) else None
            if isinstance(snippet, dict):
                of = snippet.get("resourceId")
                channel = str(of.get("channelId") or "") if isinstance(of, dict) else ""
                at = moment.written(snippet.get("publishedAt"))
                yield Found("follow", at, target=channel, layout=LISTS, once=True)


_COMMENT: Final = re.compile(r"<li>", re.IGNORECASE)


def _pages(member: Member, _bundle: Bundle) -> Iterator[Found]:
    """Read comments as HTML: the first moment of each is when it was sent, whatever it says."""
    with member.open() as file:
        for block in markup.blocks(file, _COMMENT):
            if match := _WHEN.search(block):
                at, video = moment.written(match[0].rstrip(".,")), ids.video(block)
                yield Found("comment", at, target=video, tell=block, layout=PAGES)


def _activity(member: Member, _bundle: Bundle) -> Iterator[Found]:
    with member.open() as file:
        for _, item in stream.items(file, lambda path: not path):
            if not isinstance(item, dict):
                continue
            inner = item.get("snippet")
            told = inner if isinstance(inner, dict) else item
            when = told.get("time") or told.get("publishedAt")
            address = str(told.get("titleUrl") or "")
            yield from _verb(str(told.get("title") or ""), address, moment.written(when), ACTIVITY)


def _verb(title: str, address: str, at: int | None, layout: str) -> Iterator[Found]:
    low = title.lower()
    activity = next((what for word, what in VERBS.items() if low.startswith(word + " ")), "")
    if activity in {"like", "dislike"}:
        target = ids.video(address)
        kind = f"{activity}s" if target else f"{activity}d-else"
        yield Found(activity, at, target=target, tell=address, layout=layout, kind=kind, once=True)
    elif activity == "follow":
        target = address.rsplit("/channel/", 1)[-1] if "/channel/UC" in address else ""
        kind = "subscriptions"
        yield Found("follow", at, target=target, tell=address, layout=layout, kind=kind, once=True)
    elif activity:
        yield Found(activity, at, tell=address, layout=layout, kind="poll-votes")


_CELL: Final = re.compile(r'<div class="outer-cell')
_BODY: Final = re.compile(r"mdl-typography--body-1\">(.*?)</div>", re.DOTALL)
_LINK: Final = re.compile(r'<a href="([^"]{0,2000})"')


def _activity_page(member: Member, _bundle: Bundle) -> Iterator[Found]:
    with member.open() as file:
        for block in markup.blocks(file, _CELL):
            body = _BODY.search(block)
            if body is None:
                continue
            verb, link = body[1].partition("<a ")[0], _LINK.search(body[1])
            when = re.split(r"<br ?/?>", body[1].removesuffix("<br>"))[-1]
            title = f"{markup.plain(verb)} "
            at = moment.written(markup.plain(when))
            yield from _verb(title, link[1] if link else "", at, ACTIVITY_PAGE)


_FOLDER: Final = r"(?:youtube[^/]*|[^/]*youtube)"

TOPICS: Final = (
    Topic(
        kind="",
        names=ending(rf"{_FOLDER}/[^/]+/[^/]*\.csv", rf"{_FOLDER}/[^/]+/[^/]+/[^/]*\.csv"),
        read=_tables,
        platform="youtube",
        exact=True,
    ),
    Topic(
        kind="",
        names=ending(
            r"(?:liked videos|subscriptions|live chats|kommentare|reacties|abos|abonnementen)\.csv"
        ),
        read=_tables,
        platform="youtube",
        exact=True,
    ),
    Topic(
        kind="comments",
        names=ending(r"comments(?:\(\d+\))?\.csv"),
        read=_tables,
        platform="youtube",
        needs=("Channel ID",),
        exact=True,
    ),
    Topic(
        kind="likes",
        names=ending(r"playlists/(?:likes|liked videos)\.json"),
        read=_liked,
        platform="youtube",
        exact=True,
    ),
    Topic(
        kind="subscriptions",
        names=ending(r"(?:subscriptions|abos)/[^/]*\.json", r"subscriptions\.json"),
        read=_subscribed,
        platform="youtube",
        exact=True,
    ),
    Topic(
        kind="comments",
        names=ending(
            r"my-comments\.html",
            r"(?:meine[ -]kommentare|mes-commentaires|mis-comentarios|mijn-reacties)\.html",
        ),
        read=_pages,
        platform="youtube",
    ),
    Topic(
        kind="comments",
        names=ending(
            r"my-live-chat-messages\.html",
            r"(?:meine-live-chat-nachrichten|mes-messages-de-chat-en-direct)\.html",
        ),
        read=_pages,
        platform="youtube",
    ),
    Topic(
        kind="",
        names=ending(r"[^/]+/youtube/[^/]+\.json"),
        read=_activity,
        platform="youtube",
    ),
    Topic(
        kind="",
        names=ending(r"[^/]+/youtube/[^/]*\.html"),
        read=_activity_page,
        platform="youtube",
    ),
)
"""Kinds of files of YouTube, wherever they stand in Takeout."""

HISTORY: Final = (
    ending(r"(?:history|verlauf|historique|historial|geschiedenis)/[^/]*\.(?:json|html)"),
    READING,
)

YOUTUBE: Final = Platform(
    slug="youtube",
    title="YouTube",
    since=2005,
    topics=TOPICS,
    left=(HISTORY,),
    wanted=("comments", "likes", "subscriptions"),
)
