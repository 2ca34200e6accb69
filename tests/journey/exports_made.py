"""Synthetic exports in every layout era, each with what it is known to hold. Nobody's acts.

made = ARCHIVES["facebook-2026"]()
made.zipped(path)      made.unfolded(path)      made.truth -> Counter of (platform, activity, dated)
"""

import csv as tables
import io
import json
import tempfile
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from photograph import photograph

BEGUN = 1_700_000_000
"""Seconds since 1970 of the first act: 14 November 2023."""
CANARY = "CANARYTEXT"
"""Stands in every text and name that is nobody's business."""


@dataclass
class Made:
    files: dict[str, bytes] = field(default_factory=dict)
    truth: Counter[tuple[str, str, str]] = field(default_factory=Counter)

    def write(
        self, name: str, content: Any, *, prefix: str = "", indent: int | None = None
    ) -> None:
        if not isinstance(content, bytes | str):
            content = prefix + json.dumps(content, indent=indent)
        self.files[name] = content if isinstance(content, bytes) else content.encode()

    def holds(self, platform: str, activity: str, count: int, *, dated: bool = True) -> None:
        self.truth[platform, activity, "dated" if dated else "undated"] += count

    def zipped(self, path: Path) -> Path:
        with zipfile.ZipFile(path, "w") as archive:
            for name, content in self.files.items():
                member = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
                archive.writestr(member, content, zipfile.ZIP_DEFLATED)
        return path

    def unfolded(self, path: Path) -> Path:
        for name, content in self.files.items():
            file = path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        return path


def at(number: int, step: int = 3600) -> int:
    return BEGUN + number * step


def iso(number: int, form: str = "%Y-%m-%d %H:%M:%S") -> str:
    return datetime.fromtimestamp(at(number), UTC).strftime(form)


def spoilt(text: str) -> str:
    """Return a text as Facebook writes it: each byte a character."""
    return text.encode().decode("latin-1")


def code(number: int) -> str:
    """Return the eleven letters that stand for a post, a video or the like."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    made = ""
    for _ in range(11):
        number, rest = divmod(number * 7 + 3, 64)
        made += letters[rest]
        number += 12345
    return made


def labelled(number: int, url: str) -> dict[str, Any]:
    values = [
        {"label": "Réaction", "value": "LIKE"},
        {"label": "Name", "value": spoilt(f"Café {CANARY}")},
        {"label": "URL", "value": url, "href": url},
    ]
    return {"timestamp": at(number), "media": [], "label_values": values, "fbid": str(number)}


def reacted(number: int, title: str = "") -> dict[str, Any]:
    said = title or spoilt(f"Zoë likes {CANARY}'s post {number}.")
    data = [{"reaction": {"reaction": "LIKE", "actor": "Zoe"}}]
    return {"timestamp": at(number), "title": said, "data": data}


def commented(number: int, group: str = "") -> dict[str, Any]:
    comment = {"timestamp": at(number), "comment": f"{CANARY} {number}", "author": "Zoe"}
    if group:
        comment["group"] = group
    return {"timestamp": at(number), "title": "Zoe commented.", "data": [{"comment": comment}]}


def posted(number: int, media: int = 0, *, link: bool = False) -> dict[str, Any]:
    item: dict[str, Any] = {
        "timestamp": at(number), "title": "Zoe posted.", "data": [{"post": f"{CANARY} {number}"}],
    }  # fmt: skip
    if link:
        data = [{"external_context": {"url": f"https://example.org/{CANARY}"}}]
        item["attachments"] = [{"data": data}]
    if media:
        data = [{"media": photo(number, each, "posts/media")} for each in range(media)]
        item["attachments"] = [{"data": data}]
    return item


def photo(number: int, each: int, folder: str) -> dict[str, Any]:
    exif = [{"upload_ip": "192.0.2.1", "latitude": 48.85, "longitude": 2.35, "camera_make": CANARY}]
    return {
        "uri": f"{folder}/{number}_{each}.jpg",
        "creation_timestamp": at(number),
        "title": CANARY,
        "media_metadata": {"photo_metadata": {"exif_data": exif}},
    }


def facebook_2019() -> Made:
    made = Made()
    made.write(
        "likes_and_reactions/posts_and_comments.json", {"reactions": [reacted(n) for n in range(9)]}
    )
    made.write("comments/comments.json", {"comments": [commented(n) for n in range(5)]})
    made.write("posts/your_posts_1.json", [posted(1), posted(2, media=2), posted(3, link=True)])
    made.write("messages/inbox/zoe_1/message_1.json", {"messages": [{"content": CANARY}]})
    made.holds("facebook", "like", 9)
    made.holds("facebook", "comment", 5)
    made.holds("facebook", "post", 2)
    made.holds("facebook", "share", 1)
    made.holds("facebook", "upload", 2)
    return made


def facebook_2022() -> Made:
    made = Made()
    root = "facebook-zoe"
    reactions = {"reactions_v2": [reacted(n) for n in range(7)]}
    made.write(f"{root}/comments_and_reactions/posts_and_comments.json", reactions)
    comments = {"comments_v2": [commented(n) for n in range(4)]}
    made.write(f"{root}/comments_and_reactions/comments.json", comments, indent=2)
    made.write(f"{root}/posts/your_posts_1.json", [posted(n) for n in range(3)])
    made.write(f"{root}/posts/your_posts_2.json", [posted(n) for n in range(3, 5)])
    liked = {"page_likes_v2": [{"name": CANARY, "url": "u", "timestamp": at(n)} for n in range(2)]}
    made.write(f"{root}/pages/pages_you've_liked.json", liked)
    made.holds("facebook", "like", 9)
    made.holds("facebook", "comment", 4)
    made.holds("facebook", "post", 5)
    return made


def facebook_2026() -> Made:
    """Both layouts of reactions in one export, overlapping, as real ones have it."""
    made = Made()
    root = "your_facebook_activity"
    newer = [labelled(n, f"https://www.facebook.com/zoe/posts/{n}") for n in range(10)]
    made.write(f"{root}/comments_and_reactions/likes_and_reactions.json", newer)
    older = [reacted(n) for n in range(6, 18)]  # 6 to 9 are in both
    made.write(f"{root}/comments_and_reactions/likes_and_reactions_1.json", older)
    made.write(f"{root}/comments_and_reactions/likes_and_reactions_2.json", [reacted(18)])
    comments = {"comments_v2": [commented(n) for n in range(4)]}
    made.write(f"{root}/comments_and_reactions/comments.json", comments)
    groups = {"group_comments_v2": [commented(n, CANARY) for n in range(4, 7)]}
    made.write(f"{root}/groups/your_comments_in_groups.json", groups)
    posts = [posted(1, media=3), posted(2), posted(3, link=True)]
    made.write(f"{root}/posts/your_posts__check_ins__photos_and_videos_1.json", posts)
    album = {"name": CANARY, "photos": [photo(1, each, "posts/media") for each in range(3)]}
    made.write(f"{root}/posts/album/0.json", album)
    followed = {"following_v3": [{"name": CANARY, "timestamp": at(n)} for n in range(2)]}
    made.write("connections/followers/who_you_ve_followed.json", followed)
    made.write(f"{root}/messages/inbox/zoe_1/message_1.json", {"messages": []})
    made.holds("facebook", "like", 19)
    made.holds("facebook", "comment", 7)
    made.holds("facebook", "post", 2)
    made.holds("facebook", "share", 1)
    made.holds("facebook", "upload", 3)
    made.holds("facebook", "follow", 2)
    return made


def listed(number: int, href: str) -> dict[str, Any]:
    value = {"href": href, "value": spoilt("👍"), "timestamp": at(number)}
    return {"title": CANARY, "string_list_data": [value]}


def liked_post(number: int) -> str:
    return f"https://www.instagram.com/p/{code(number)}/"


def mapped(number: int, comment: str, owner: str, time: str) -> dict[str, Any]:
    values = {
        comment: {"href": "", "value": f"{CANARY} {number}", "timestamp": 0},
        owner: {"href": "", "value": CANARY, "timestamp": 0},
        time: {"href": "", "value": "", "timestamp": at(number)},
    }
    return {"media_list_data": [], "string_map_data": values}


def instagram_2018() -> Made:
    made = Made()
    stamp = "%Y-%m-%dT%H:%M:%S+00:00"
    likes = {
        "media_likes": [[iso(n, stamp), CANARY] for n in range(6)],
        "comment_likes": [[iso(n, stamp), CANARY] for n in range(2)],
    }
    made.write("likes.json", likes)
    comments = {"media_comments": [[iso(n, stamp), f"{CANARY} {n}", "zoe"] for n in range(3)]}
    made.write("comments.json", comments)
    photos = [
        {"caption": CANARY, "taken_at": iso(n, stamp), "path": f"photos/{n}.jpg"} for n in (1, 2)
    ]
    made.write(
        "media.json", {"photos": photos, "profile": [{"taken_at": iso(1, stamp), "path": "x"}]}
    )
    made.write("connections.json", {"following": {f"{CANARY}{n}": iso(n, stamp) for n in range(4)}})
    made.write("messages.json", [{"conversation": [{"text": CANARY}]}])
    made.holds("instagram", "like", 8)
    made.holds("instagram", "comment", 3)
    made.holds("instagram", "post", 2)
    made.holds("instagram", "upload", 2)
    made.holds("instagram", "follow", 4)
    return made


def instagram_2021() -> Made:
    """In Dutch, its folders at the root."""
    made = Made()
    likes = {"likes_media_likes": [listed(n, liked_post(n)) for n in range(8)]}
    made.write("likes/liked_posts.json", likes)
    made.write("likes/liked_comments.json", {"likes_comment_likes": [listed(1, liked_post(1))]})
    comments = [mapped(n, "Opmerking", "Media-eigenaar", "Tijd") for n in range(3)]
    made.write("comments/post_comments.json", {"comments_media_comments": comments})
    posts = [
        {"media": [photo(1, 0, "media/posts")]},
        {"title": CANARY, "creation_timestamp": at(2),
         "media": [photo(2, each, "media/posts") for each in range(3)]},
    ]  # fmt: skip
    made.write("content/posts_1.json", posts)
    made.write("content/stories.json", {"ig_stories": [photo(5, 0, "media/stories")]})
    following = {
        "relationships_following": [listed(n, "https://www.instagram.com/z") for n in range(2)]
    }
    made.write("followers_and_following/following.json", following)
    made.write("story_sticker_interactions/polls.json", {"story_activities_polls": [listed(3, "")]})
    made.holds("instagram", "like", 9)
    made.holds("instagram", "comment", 3)
    made.holds("instagram", "post", 3)
    made.holds("instagram", "upload", 5)
    made.holds("instagram", "follow", 2)
    made.holds("instagram", "vote", 1)
    return made


def instagram_2026() -> Made:
    made = Made()
    root = "your_instagram_activity"
    made.write(f"{root}/likes/liked_posts.json", [labelled(n, liked_post(n)) for n in range(8)])
    made.write(f"{root}/likes/liked_comments.json", [labelled(n, liked_post(n)) for n in range(2)])
    comments = [mapped(n, "Commentaire", "Propriétaire", "Heure") for n in range(3)]
    made.write(f"{root}/comments/post_comments_1.json", comments)
    made.write(f"{root}/comments/reels_comments.json", {"comments_reels_comments": comments[:1]})
    made.write(f"{root}/story_interactions/story_likes.json", [labelled(4, "")])
    made.write(f"{root}/media/posts_1.json", [{"media": [photo(1, 0, "media/posts")]}])
    made.write(
        f"{root}/media/reels.json", {"ig_reels_media": [{"media": [photo(2, 0, "media/reels")]}]}
    )
    following = {
        "relationships_following": [listed(n, "https://www.instagram.com/z") for n in range(2)]
    }
    made.write("connections/followers_and_following/following.json", following)
    threads = [
        {"media": [{"uri": "", "creation_timestamp": at(n), "title": CANARY}]} for n in range(2)
    ]
    made.write(f"{root}/threads/threads_and_replies.json", {"text_post_app_text_posts": threads})
    made.write(f"{root}/messages/inbox/zoe_1/message_1.json", {"messages": [{"content": CANARY}]})
    made.write("ads_information/ads_and_topics/posts_viewed.json", [labelled(1, liked_post(1))])
    made.holds("instagram", "like", 11)
    made.holds("instagram", "comment", 3)  # the same comment among reels is the same act
    made.holds("instagram", "post", 2)
    made.holds("instagram", "upload", 2)
    made.holds("instagram", "follow", 2)
    made.holds("threads", "post", 2)
    return made


def threads_2024() -> Made:
    made = Made()
    posts = [{"media": [{"creation_timestamp": at(n), "title": CANARY}]} for n in range(3)]
    made.write("threads/threads_and_replies.json", {"text_post_app_text_posts": posts})
    liked = [listed(n, f"https://www.threads.net/@zoe/post/{code(n)}") for n in range(4)]
    made.write("threads/liked_threads.json", {"text_post_app_media_likes": liked})
    made.write("threads/threads_viewed.json", {"text_post_app_text_post_app_posts_seen": liked})
    made.holds("threads", "post", 3)
    made.holds("threads", "like", 4)
    return made


def stamp_x(number: int) -> str:
    return iso(number, "%a %b %d %H:%M:%S +0000 %Y")


def tweet(number: int, **more: Any) -> dict[str, Any]:
    usual = {"id_str": str(10**18 + number), "full_text": CANARY, "created_at": stamp_x(number)}
    return usual | more


def tweets() -> list[dict[str, Any]]:
    """Four posts, two replies, three reposts, one quote with a picture."""
    media = {"media_url_https": "https://pbs.twimg.com/media/abc.jpg"}
    quoted = {"urls": [{"expanded_url": "https://twitter.com/zoe/status/77"}]}
    return [
        *(tweet(n) for n in range(4)),
        *(tweet(n, in_reply_to_status_id_str=str(n)) for n in (4, 5)),
        *(tweet(n, full_text="RT @zoe: " + CANARY) for n in (6, 7, 8)),
        tweet(9, entities=quoted | {"media": [media]}, extended_entities={"media": [media]}),
    ]


def truth_of_tweets(made: Made) -> None:
    made.holds("x", "post", 4)
    made.holds("x", "comment", 2)
    made.holds("x", "share", 4)
    made.holds("x", "upload", 1)


def x_2013() -> Made:
    """Grailbird files by month, and the same again as CSV."""
    made = Made()
    items = [{"id_str": str(n), "text": CANARY, "created_at": stamp_x(n)} for n in range(3)] + [
        {
            "id_str": "3",
            "text": "RT @z",
            "created_at": stamp_x(3),
            "retweeted_status": {"id_str": "7"},
        }
    ]
    made.write("data/js/tweets/2023_11.js", items, prefix="Grailbird.data.tweets_2023_11 = \n")
    head = "tweet_id,in_reply_to_status_id,timestamp,text,retweeted_status_id\n"
    rows = [f'{n},,{iso(n)} +0000,"{CANARY}\n{n}",' for n in range(3)] + [f"3,,{iso(3)} +0000,RT,7"]
    made.write("tweets.csv", head + "\n".join(rows))
    made.write("data/js/tweet_index.js", "var tweet_index = []")
    made.holds("x", "post", 3)
    made.holds("x", "share", 1)
    return made


def x_2018() -> Made:
    made = Made()
    made.write("tweet.js", tweets(), prefix="window.YTD.tweet.part0 = ")
    likes = [{"tweetId": str(n), "fullText": CANARY} for n in range(5)]
    made.write("like.js", [{"like": one} for one in likes], prefix="window.YTD.like.part0 = ")
    made.write("account.js", [], prefix="window.YTD.account.part0 = ")
    truth_of_tweets(made)
    made.holds("x", "like", 5, dated=False)
    return made


def x_2024() -> Made:
    made = Made()
    named = [{"tweet": one} for one in tweets()]
    made.write("data/tweets.js", named[:6], prefix="window.YTD.tweets.part0 = ", indent=2)
    made.write("data/tweets-part1.js", named[6:], prefix="window.YTD.tweets.part1 = ")
    note = {
        "noteTweet": {
            "noteTweetId": "1",
            "createdAt": "2024-01-01T00:00:00Z",
            "core": {"text": CANARY},
        }
    }
    made.write("data/note-tweet.js", [note], prefix="window.YTD.note_tweet.part0 = ")
    likes = [{"like": {"tweetId": str(10**17 + n), "expandedUrl": CANARY}} for n in range(7)]
    made.write("data/like.js", likes, prefix="window.YTD.like.part0 = ")
    following = [{"following": {"accountId": str(n), "userLink": CANARY}} for n in range(3)]
    made.write("data/following.js", following, prefix="window.YTD.following.part0 = ")
    gone = [{"tweet": tweet(20, deleted_at=iso(21, "%Y-%m-%dT%H:%M:%S.000Z"))}]
    made.write("data/deleted-tweets.js", gone, prefix="window.YTD.deleted_tweets.part0 = ")
    made.write("data/direct-messages.js", [{"dmConversation": CANARY}], prefix="window.YTD.dm = ")
    made.write("data/tweets_media/1000000000000000009-abc.jpg", jpeg())
    made.write("data/manifest.js", {}, prefix="window.__THAR_CONFIG = ")
    made.write("Your archive.html", "<html></html>")
    truth_of_tweets(made)
    made.holds("x", "post", 2)  # one that was deleted, and its deletion
    made.holds("x", "like", 7, dated=False)
    made.holds("x", "follow", 3, dated=False)
    return made


def jpeg() -> bytes:
    """Return a small picture that says where, when and with what it was taken."""
    with tempfile.TemporaryDirectory() as folder:
        return photograph(Path(folder) / "taken.jpg", (64, 64)).read_bytes()


def tiktok(activity: str, likes: str, comments: str) -> Made:
    made = Made()
    lower = activity != "Activity"
    key = str.lower if lower else str
    video = "https://www.tiktokv.com/share/video/{}/"
    liked = [{key("Date"): iso(n), key("Link"): video.format(7 * 10**18 + n)} for n in range(6)]
    saved = [{"Date": iso(n), "Link": video.format(7 * 10**18 + n)} for n in range(2)]
    said = [{key("Date"): iso(n), key("Comment"): f"{CANARY} {n}"} for n in range(3)]
    shared = [
        {"Date": iso(n), "SharedContent": "video", "Link": video.format(n + 10**18), "Method": "x"}
        for n in range(2)
    ]
    content: dict[str, Any] = {
        "Profile": {"Profile Information": {"ProfileMap": {"userName": CANARY}}},
        activity: {
            "Share History": {"ShareHistoryList": shared},
            "Following List" if not lower else "Following": {
                "Following": [{"Date": iso(n), "UserName": CANARY + str(n)} for n in range(4)]
            },
            "Video Browsing History": {"VideoList": [{"Date": iso(1), "Link": video.format(1)}]},
            "Watch History": {"VideoList": [{"Date": iso(1), "Link": video.format(1)}]},
            "Login History": None,
        },
    }
    content.setdefault(likes, {})["Like List"] = {"ItemFavoriteList": liked}
    content[likes]["Favorite Videos"] = {"FavoriteVideoList": saved}
    content[likes]["Favorite Effects"] = {"FavoriteEffectsList": None}
    content.setdefault(comments, {})["Comments"] = {"CommentsList": said}
    own = [{"Date": iso(9), "Link": video.format(9), "Likes": "3"}]
    content["Post" if lower else "Video"] = {"Posts" if lower else "Videos": {"VideoList": own}}
    made.write("user_data_tiktok.json" if lower else "user_data.json", content)
    made.holds("tiktok", "like", 6)
    made.holds("tiktok", "save", 2)
    made.holds("tiktok", "comment", 3)
    made.holds("tiktok", "share", 2)
    made.holds("tiktok", "follow", 4)
    made.holds("tiktok", "post", 1)
    return made


def tiktok_text() -> Made:
    made = Made()
    link = "https://www.tiktokv.com/share/video/{}/"
    lines = [f"Date: {iso(n)} UTC\nLink: {link.format(10**18 + n)}\n" for n in range(5)]
    made.write("Activity/Like List.txt", "\n".join(lines))
    said = [f"Date: {iso(n)} UTC\nComment: {CANARY}: {n}\n" for n in range(2)]
    made.write("Comment/Comments.txt", "\n".join(said))
    made.holds("tiktok", "like", 5)
    made.holds("tiktok", "comment", 2)
    return made


def csv(rows: list[list[str]], *, mark: bool = False) -> bytes:
    out = io.StringIO()
    tables.writer(out).writerows(rows)
    return ("\ufeff" if mark else "").encode() + out.getvalue().encode()
