"""X's own archive: `data/*.js` of each year since 2018, and the CSV and Grailbird files before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from labormeter.archives import ids, moment, stream, table
from labormeter.archives.found import Found
from labormeter.archives.platform import ADVERTS, MESSAGES, Platform, Topic, ending
from labormeter.sentence import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter.archives.bundle import Bundle, Member

OLDER: Final = said("bare entries")
NEWER: Final = said("named entries (since 2019)")
FIRST: Final = said("tweets.csv (before 2019)")
_REPOST: Final = "RT @"


def _items(member: Member, *names: str) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield the entries of a list, out of the name that newer archives put around each."""
    with member.open() as file:
        for _, item in stream.items(file, lambda path: not path):
            if not isinstance(item, dict):
                continue
            inner = next((item[name] for name in names if isinstance(item.get(name), dict)), None)
            yield (item, OLDER) if inner is None else (inner, NEWER)


def _posts(member: Member, _bundle: Bundle) -> Iterator[Found]:
    for tweet, layout in _items(member, "tweet"):
        yield from _post(tweet, layout)


def _post(tweet: dict[str, Any], layout: str) -> Iterator[Found]:
    """Yield a post, reply or repost, its uploads, and its deletion where there was one."""
    made = _text(tweet, "id_str", "id")
    at = moment.written(_text(tweet, "created_at"))
    activity, target = _what(tweet)
    found = Found(activity, at, target=target, made=made, layout=layout)
    yield found
    if not _repost(tweet):
        yield from _media(tweet, made, at)
    if deleted := moment.written(_text(tweet, "deleted_at")):
        yield found._replace(effect="undo", at=deleted, target=made, made="")


def _what(tweet: dict[str, Any]) -> tuple[str, str]:
    """Return the activity and what it was done to."""
    if _repost(tweet):
        original = tweet.get("retweeted_status")
        return "share", _text(original, "id_str") if isinstance(original, dict) else ""
    if answered := _text(tweet, "in_reply_to_status_id_str", "in_reply_to_status_id"):
        return "comment", answered
    entities = tweet.get("entities")
    urls = entities.get("urls") if isinstance(entities, dict) else None
    last = urls[-1] if isinstance(urls, list) and urls and isinstance(urls[-1], dict) else {}
    quoted = ids.status(_text(last, "expanded_url"))
    return ("share", quoted) if quoted else ("post", "")


def _repost(tweet: dict[str, Any]) -> bool:
    text = _text(tweet, "full_text", "text")
    return text.startswith(_REPOST) or isinstance(tweet.get("retweeted_status"), dict)


def _media(tweet: dict[str, Any], made: str, at: int | None) -> Iterator[Found]:
    entities = tweet.get("extended_entities") or tweet.get("entities")
    media = entities.get("media") if isinstance(entities, dict) else None
    for number, each in enumerate(media if isinstance(media, list) else ()):
        address = _text(each, "media_url_https", "media_url") if isinstance(each, dict) else ""
        name = address.rsplit("/", 1)[-1]
        yield Found(
            "upload",
            at,
            tell=f"{made} {number}",
            kind="uploads",
            file=f"tweets_media/{made}-{name}" if name else "",
            joined=True,
        )


def _likes(member: Member, _bundle: Bundle) -> Iterator[Found]:
    """Read likes. None has a date: that of the post that was liked would be another."""
    for like, layout in _items(member, "like"):
        yield Found("like", None, target=_text(like, "tweetId", "id_str"), layout=layout, once=True)


def _follows(member: Member, _bundle: Bundle) -> Iterator[Found]:
    for one, layout in _items(member, "following"):
        yield Found("follow", None, target=_text(one, "accountId"), layout=layout, once=True)


def _notes(member: Member, _bundle: Bundle) -> Iterator[Found]:
    for one, layout in _items(member, "communityNote", "note"):
        at = moment.written(one.get("createdAt")) or moment.milliseconds(one.get("createdAtMillis"))
        made, target = _text(one, "noteId"), _text(one, "tweetId")
        yield Found("review", at, target=target, made=made, layout=layout)


def _ratings(member: Member, _bundle: Bundle) -> Iterator[Found]:
    for one, layout in _items(member, "communityNoteRating", "noteRating"):
        at = moment.written(one.get("createdAt")) or moment.milliseconds(one.get("createdAtMillis"))
        yield Found("rate", at, target=_text(one, "noteId"), layout=layout)


def _first(member: Member, _bundle: Bundle) -> Iterator[Found]:
    with member.open() as file:
        for row in table.records(file, "tweet_id", "timestamp"):
            again, answered = (
                row.get("retweeted_status_id", ""),
                row.get("in_reply_to_status_id", ""),
            )
            activity = "share" if again else "comment" if answered else "post"
            yield Found(
                activity,
                moment.written(row["timestamp"]),
                target=again or answered,
                made=row["tweet_id"],
                layout=FIRST,
            )


def _text(given: dict[str, Any], *names: str) -> str:
    for name in names:
        found = given.get(name)
        if isinstance(found, str):
            return found
        if isinstance(found, int) and not isinstance(found, bool):
            return str(found)
    return ""


_PART: Final = r"(?:-part\d+)?\.js"

X: Final = Platform(
    slug="x",
    title="X",
    since=2006,
    topics=(
        Topic(
            kind="posts",
            names=ending(rf"tweets?{_PART}", r"data/js/tweets/\d{4}_\d\d\.js"),
            read=_posts,
            exact=True,
        ),
        Topic(
            kind="posts",
            names=ending(rf"(?:community-tweets?|deleted-tweets?){_PART}"),
            read=_posts,
            exact=True,
        ),
        Topic(kind="posts", names=ending(r"tweets\.csv"), read=_first, exact=True),
        Topic(kind="likes", names=ending(rf"likes?{_PART}"), read=_likes, exact=True),
        Topic(kind="followed", names=ending(rf"following{_PART}"), read=_follows, exact=True),
        Topic(kind="notes", names=ending(rf"community-notes?{_PART}"), read=_notes),
        Topic(kind="note-ratings", names=ending(rf"community-note-ratings?{_PART}"), read=_ratings),
    ),
    marks=(
        ending(r"data/manifest\.js", r"data/js/tweet_index\.js"),
        ending(r"data/(?:account|profile|ageinfo|personalization)\.js"),
    ),
    left=(
        (ending(rf"direct-messages?[^/]*{_PART}"), MESSAGES),
        (ending(rf"(?:ad-|user-link-clicks|personalization)[^/]*{_PART}"), ADVERTS),
        (
            ending(rf"(?:deleted-)?note-tweets?{_PART}"),
            said("long posts stand among the posts as well"),
        ),
        (
            ending(rf"deleted-tweet-headers{_PART}"),
            said("deleted posts stand in a file of their own"),
        ),
    ),
    wanted=("posts", "likes", "followed"),
)
