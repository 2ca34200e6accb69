"""Instagram's own export, in JSON: of 2018 and of each year since, in any language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from labormeter.archives import ids, meta, moment, stream
from labormeter.archives.found import Found
from labormeter.archives.platform import ADVERTS, HTML, MESSAGES, READING, Platform, Topic, ending
from labormeter.archives.threads import TOPICS as THREADS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter.archives.bundle import Bundle, Member


def _first_likes(member: Member, _bundle: Bundle) -> Iterator[Found]:
    """Read likes as they stood in 2018: `[time, name]`."""
    with member.open() as file:
        for path, item in stream.items(file, lambda path: len(path) == 1):
            if isinstance(item, list) and item:
                kind = "liked-comments" if path[0] == "comment_likes" else "liked-posts"
                tell = str(item[1:])
                yield Found(
                    "like", moment.written(item[0]), tell=tell, layout=meta.FIRST, kind=kind
                )


def _first_comments(member: Member, _bundle: Bundle) -> Iterator[Found]:
    with member.open() as file:
        for _, item in stream.items(file, lambda path: len(path) == 1):
            if isinstance(item, list) and item:
                at = moment.written(item[0])
                yield Found("comment", at, tell=str(item[1:]), layout=meta.FIRST)


def _first_media(member: Member, _bundle: Bundle) -> Iterator[Found]:
    """Read posts as they stood in 2018: `{caption, taken_at, path}` by kind of media."""
    with member.open() as file:
        for path, item in stream.items(file, lambda path: len(path) == 1):
            if not isinstance(item, dict) or path[0] in {"profile", "direct"}:
                continue
            at, uri = moment.written(item.get("taken_at")), item.get("path")
            kind = "stories" if path[0] == "stories" else "posts"
            yield Found("post", at, tell=str(uri), layout=meta.FIRST, kind=kind)
            yield from meta.uploads([{"uri": uri}], at)


def _first_connections(member: Member, _bundle: Bundle) -> Iterator[Found]:
    with member.open() as file:
        for _, item in stream.items(file, stream.never, lambda path: path == ("following",)):
            for name, at in item.items() if isinstance(item, dict) else ():
                yield Found("follow", moment.written(at), tell=name, layout=meta.FIRST)


def _liked(kind: str, *names: str) -> Topic:
    return Topic(kind=kind, names=ending(*names), read=meta.marked("like", ids.media))


_STORY: Final = r"story_(?:sticker_)?interactions"

INSTAGRAM: Final = Platform(
    slug="instagram",
    title="Instagram",
    since=2010,
    topics=(
        Topic(
            kind="liked-posts",
            names=ending(r"likes/liked_posts.json"),
            read=meta.marked("like", ids.media),
            exact=True,
        ),
        _liked("liked-comments", r"likes/liked_comments.json"),
        _liked("story-likes", rf"{_STORY}/story_likes.json"),
        _liked(
            "story-reactions",
            rf"{_STORY}/(?:emoji_sliders|emoji_story_reactions|story_reaction_sticker_reactions).json",
        ),
        Topic(
            kind="story-votes",
            names=ending(rf"{_STORY}/(?:polls|quizzes).json"),
            read=meta.marked("vote"),
        ),
        Topic(
            kind="story-answers",
            names=ending(rf"{_STORY}/questions.json"),
            read=meta.marked("comment"),
        ),
        Topic(
            kind="comments",
            names=ending(r"comments/(?:post_comments|reels_comments)(?:_\d+)?.json"),
            read=meta.marked("comment", ids.media),
        ),
        Topic(
            kind="posts",
            names=ending(r"(?:media|content)/(?:posts|archived_posts)(?:_\d+)?.json"),
            read=meta.posted,
        ),
        Topic(
            kind="stories",
            names=ending(r"(?:media|content)/stories(?:_\d+)?.json"),
            read=meta.filmed,
        ),
        Topic(
            kind="reels",
            names=ending(r"(?:media|content)/(?:reels|igtv_videos)(?:_\d+)?.json"),
            read=meta.filmed,
        ),
        Topic(
            kind="followed",
            names=ending(r"followers_and_following/following(?:_\d+)?.json"),
            read=meta.marked("follow"),
        ),
        Topic(
            kind="follow-requests",
            names=ending(r"followers_and_following/(?:pending|recent)_follow_requests.json"),
            read=meta.marked("follow", finer="request"),
        ),
        Topic(
            kind="followed-tags",
            names=ending(r"followers_and_following/following_hashtags.json"),
            read=meta.marked("follow"),
        ),
        Topic(
            kind="saved",
            names=ending(r"saved/saved_posts.json"),
            read=meta.marked("save", ids.media),
            exact=True,
        ),
        Topic(kind="liked-posts", names=ending(r"likes.json"), read=_first_likes),
        Topic(kind="comments", names=ending(r"comments.json"), read=_first_comments),
        Topic(kind="posts", names=ending(r"media.json"), read=_first_media),
        Topic(kind="followed", names=ending(r"connections.json"), read=_first_connections),
        *THREADS,
    ),
    marks=(
        ending(r"your_instagram_activity/.*", r"instagram[^/]*/.*"),
        ending(r"likes/liked_(?:posts|comments).json", rf"{_STORY}/.*"),
        ending(r"followers_and_following/[^/]*.json"),
    ),
    left=(
        (ending(r"messages/.*\.json", r"messages.json"), MESSAGES),
        (ending(r"ads_[^/]*/.*\.json", r"ads_and_businesses/.*"), ADVERTS),
        (ending(r".*(?:_viewed|_watched|seen_content|searches)[^/]*\.json"), READING),
        (ending(r"(?:liked_posts|post_comments[^/]*|posts[^/]*|following)\.html"), HTML),
    ),
    wanted=("liked-posts", "comments", "posts", "followed"),
)
