"""Facebook's own export, in JSON: of 2018 and of each year since, in any language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from labormeter.archives import meta
from labormeter.archives.found import Found
from labormeter.archives.platform import ADVERTS, HTML, MESSAGES, READING, Platform, Topic, ending

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter.archives.bundle import Bundle, Member


def _commented(member: Member, _bundle: Bundle) -> Iterator[Found]:
    for one in meta.entries(member):
        yield Found("comment", one.at, tell=one.tell + _said(one.item), layout=one.layout)
        yield from meta.uploads(_media(one.item), one.at)


def _posted(member: Member, _bundle: Bundle) -> Iterator[Found]:
    """Read posts; one that hands a link or another's post on is a share, as on the wire."""
    for one in meta.entries(member):
        names = {name for each in _attached(one.item) for name in each}
        activity = "share" if names & {"external_context", "post"} else "post"
        yield Found(activity, one.at, tell=one.tell, layout=one.layout)
        yield from meta.uploads(_media(one.item), one.at)


def _album(member: Member, _bundle: Bundle) -> Iterator[Found]:
    """Read photos and films of albums: uploads without the post that they were in."""
    wanted = meta.under("photos", "other_photos", "videos")
    for one in meta.entries(member, wanted):
        for found in meta.uploads([one.item], one.at):
            yield found._replace(joined=False)


def _joined(member: Member, _bundle: Bundle) -> Iterator[Found]:
    for one in meta.entries(member, meta.under("groups_joined")):
        yield Found("follow", one.at, tell=one.tell, layout=one.layout)


def _attached(item: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for attachment in item.get("attachments") or ():
        data = attachment.get("data") if isinstance(attachment, dict) else None
        yield from (each for each in data or () if isinstance(each, dict))


def _media(item: dict[str, Any]) -> list[dict[str, Any]]:
    return [each["media"] for each in _attached(item) if isinstance(each.get("media"), dict)]


def _said(item: dict[str, Any]) -> str:
    """Return what tells comments of one second apart; it is hashed and then gone."""
    for each in item.get("data") or ():
        comment = each.get("comment") if isinstance(each, dict) else None
        if isinstance(comment, dict):
            return str(comment.get("comment"))
    return ""


_NUMBER: Final = r"(?:_\d+)?\.json"

FACEBOOK: Final = Platform(
    slug="facebook",
    title="Facebook",
    since=2004,
    topics=(
        Topic(
            kind="reactions",
            names=ending(
                rf"(?:comments_and_reactions|likes_and_reactions)/likes_and_reactions{_NUMBER}",
                rf"(?:comments_and_reactions|likes_and_reactions)/posts_and_comments{_NUMBER}",
                rf"likes_and_reactions{_NUMBER}",
            ),
            read=meta.marked("like"),
        ),
        Topic(
            kind="comments",
            names=ending(rf"(?:comments_and_reactions|comments)/comments{_NUMBER}"),
            read=_commented,
        ),
        Topic(
            kind="group-comments",
            names=ending(rf"groups/your_comments_in_groups{_NUMBER}"),
            read=_commented,
        ),
        Topic(
            kind="posts",
            names=ending(
                rf"posts/your_posts(?:__check_ins__photos_and_videos)?{_NUMBER}",
                rf"your_posts__check_ins__photos_and_videos{_NUMBER}",
            ),
            read=_posted,
        ),
        Topic(
            kind="group-posts",
            names=ending(rf"groups/(?:group_posts_and_comments|your_posts_in_groups){_NUMBER}"),
            read=_posted,
        ),
        Topic(
            kind="wall-posts",
            names=ending(
                rf"posts/(?:posts_on_other_pages_and_profiles|other_people's_.*){_NUMBER}"
            ),
            read=_posted,
        ),
        Topic(
            kind="albums",
            names=ending(
                r"album/\d+\.json",
                rf"posts/your_(?:uncategorized_photos|photos|videos){_NUMBER}",
                rf"photos_and_videos/your_videos{_NUMBER}",
            ),
            read=_album,
        ),
        Topic(
            kind="liked-pages",
            names=ending(r"pages/pages_you.?'?ve_liked.json", r"likes_and_reactions/pages.json"),
            read=meta.marked("like"),
        ),
        Topic(
            kind="followed",
            names=ending(
                r"pages/pages_(?:and_profiles_)?you_follow.json",
                r"who_you(?:'ve|_ve|_follow|'ve_)?_?followed?.json",
                r"following_and_followers/(?:following|who_you_follow).json",
                r"following_and_followers/pages.json",
            ),
            read=meta.marked("follow"),
        ),
        Topic(
            kind="friends",
            names=ending(
                r"friends/(?:your_)?friends.json", r"connections/friends/your_friends.json"
            ),
            read=meta.marked("follow"),
        ),
        Topic(
            kind="friend-requests",
            names=ending(r"friends/(?:sent_friend_requests|friend_requests_sent).json"),
            read=meta.marked("follow", finer="request"),
        ),
        Topic(
            kind="groups-joined",
            names=ending(r"groups/your_group_membership_activity.json"),
            read=_joined,
        ),
        Topic(
            kind="story-reactions",
            names=ending(r"stor(?:ies|y)/(?:story_reactions|your_story_reactions).json"),
            read=meta.marked("like"),
        ),
        Topic(kind="poll-votes", names=ending(r"your_poll_votes.json"), read=meta.marked("vote")),
        Topic(
            kind="saved",
            names=ending(r"saved_items_and_collections/your_saved_items.json"),
            read=meta.marked("save"),
        ),
    ),
    marks=(
        ending(r"your_facebook_activity/.*", r"your_activity_across_facebook/.*"),
        ending(r"comments_and_reactions/[^/]*", r"likes_and_reactions/[^/]*"),
        ending(r"facebook_news/.*", r"pages/[^/]*\.json"),
    ),
    left=(
        (ending(r"messages/.*\.json"), MESSAGES),
        (ending(r".*(?:recently_viewed|recently_visited|your_topics).*\.json"), READING),
        (ending(r"ads_information/.*\.json", r".*advertisers.*\.json"), ADVERTS),
        (ending(r"(?:comments|likes_and_reactions|your_posts)[^/]*\.html"), HTML),
    ),
    wanted=("reactions", "comments", "posts"),
)
"""Roots changed (topic folders, `your_activity_across_facebook`, `your_facebook_activity`); the ends
of names did not. Both layouts of reactions can stand in one export and overlap."""
