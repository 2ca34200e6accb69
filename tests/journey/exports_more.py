"""The rest of the synthetic exports: tables and pages; and the list of them all."""

from collections.abc import Callable

from exports_made import (
    CANARY,
    Made,
    at,
    code,
    csv,
    facebook_2019,
    facebook_2022,
    facebook_2026,
    instagram_2018,
    instagram_2021,
    instagram_2026,
    iso,
    threads_2024,
    tiktok,
    tiktok_text,
    x_2013,
    x_2018,
    x_2024,
)

ISO = "%Y-%m-%dT%H:%M:%S+00:00"
CHANNEL = "UC" + "a" * 22


def youtube_2019() -> Made:
    made = Made()
    root = "Takeout/YouTube"
    likes = [
        {"contentDetails": {"videoId": code(n)},
         "snippet": {"title": CANARY, "publishedAt": iso(n, "%Y-%m-%dT%H:%M:%S.000Z")}}
        for n in range(4)
    ]  # fmt: skip
    made.write(f"{root}/playlists/likes.json", likes)
    lines = [
        f'<li>Sent at {iso(n)} UTC while watching <a href="https://www.youtube.com/watch?v={code(n)}">'
        f"{CANARY}</a>.<br/>{CANARY} {n}</li>"
        for n in range(3)
    ]
    made.write(f"{root}/my-comments/my-comments.html", f"<ul>{''.join(lines)}</ul>")
    cells = [
        cell(
            "Liked",
            f"https://www.youtube.com/watch?v={code(n)}",
            iso(n, "%b %d, %Y, %I:%M:%S %p UTC"),
        )
        for n in (2, 3, 4)
    ] + [cell("Watched", "https://www.youtube.com/watch?v=x", iso(9, "%b %d, %Y, %I:%M:%S %p UTC"))]
    made.write("Takeout/My Activity/YouTube/My Activity.html", "<body>" + "".join(cells))
    made.write("Takeout/archive_browser.html", "<html></html>")
    made.holds("youtube", "like", 5)  # two of the activity are in the list of likes as well
    made.holds("youtube", "comment", 3)
    return made


def cell(verb: str, link: str, when: str) -> str:
    return (
        '<div class="outer-cell mdl-cell"><div class="mdl-grid"><div class="header-cell"><p>YouTube'
        '</p></div><div class="content-cell mdl-cell mdl-cell--6-col mdl-typography--body-1">'
        f'{verb}\xa0<a href="{link}">{CANARY}</a><br>{when}</div></div></div>'
    )


def youtube_2022() -> Made:
    """In German, with two tables stacked in the list of likes."""
    made = Made()
    root = "Takeout/YouTube und YouTube Music"
    head = [["Playlist-ID", "Kanal-ID", "Erstellungszeit", "Titel"],
            ["LL" + "b" * 22, CHANNEL, iso(0) + " UTC", CANARY], [],
            ["Video-ID", "Hinzugefügt am"]]  # fmt: skip
    rows = [[code(n), iso(n) + " UTC"] for n in range(5)]
    made.write(f"{root}/Playlists/Mag ich.csv", csv(head + rows))
    head = [["Kanal-ID", "Kanal-URL", "Kanaltitel"]]
    rows = [["UC" + f"{n:022}", f"http://www.youtube.com/channel/{n}", CANARY] for n in range(3)]
    made.write(f"{root}/Abos/Abos.csv", csv(head + rows))
    made.write(f"{root}/Verlauf/Wiedergabeverlauf.json", [{"title": CANARY}])
    made.holds("youtube", "like", 5)
    made.holds("youtube", "follow", 3, dated=False)
    return made


def youtube_2025() -> Made:
    made = Made()
    root = "Takeout/YouTube and YouTube Music"
    head = ["Comment ID", "Channel ID", "Comment Create Timestamp", "Price", "Parent Comment ID",
            "Video ID", "Comment Text"]  # fmt: skip
    text = f'{{"text":"{CANARY}"}},{{"text":"\n{CANARY}"}}'
    rows = [[f"UgxSYNTH{n:016}", CHANNEL, iso(n, ISO), "0", "", code(n), text] for n in range(6)]
    made.write(f"{root}/comments/comments.csv", csv([head, *rows]))
    head = ["Live Chat ID", "Channel ID", "Live Chat Create Timestamp", "Price", "Video ID", "Text"]
    rows = [[f"ChwKGkN{n}", CHANNEL, iso(n, ISO), "0", code(n), text] for n in range(2)]
    made.write(f"{root}/live chats/live chats.csv", csv([head, *rows]))
    head = ["Video ID", "Playlist Video Creation Timestamp"]
    rows = [[code(n), iso(n, ISO)] for n in range(7)]
    made.write(f"{root}/playlists/Liked videos-videos.csv", csv([head, *rows]))
    made.write(f"{root}/playlists/Watch later-videos.csv", csv([head, *rows[:2]]))
    head = ["Channel Id", "Channel Url", "Channel Title"]
    rows = [["UC" + f"{n:022}", f"http://www.youtube.com/channel/{n}", CANARY] for n in range(3)]
    made.write(f"{root}/subscriptions/subscriptions.csv", csv([head, *rows]))
    when = "%Y-%m-%dT%H:%M:%S.000Z"
    activity = [
        {"header": "YouTube", "title": f"Liked {CANARY}", "time": iso(n, when),
         "titleUrl": f"https://www.youtube.com/watch?v={code(n)}", "products": ["YouTube"]}
        for n in range(5, 9)
    ] + [{"title": f"Watched {CANARY}", "titleUrl": "https://www.youtube.com/watch?v=x", "time": iso(3, when)}]  # fmt: skip
    made.write("Takeout/My Activity/YouTube/MyActivity.json", activity)
    made.write(f"{root}/history/watch-history.json", activity)
    made.holds("youtube", "comment", 8)
    made.holds("youtube", "like", 9)
    made.holds("youtube", "save", 2)
    made.holds("youtube", "follow", 3, dated=False)
    return made


def google_2025() -> Made:
    made = Made()
    features = [
        {"type": "Feature", "properties": {
            "date": iso(n, "%Y-%m-%dT%H:%M:%SZ"), "five_star_rating_published": 4,
            "google_maps_url": f"http://maps.google.com/?cid={n}", "review_text_published": CANARY,
            "location": {"name": CANARY}, "questions": [{"question": CANARY}] * n}}
        for n in range(3)
    ]  # fmt: skip
    made.write(
        "Takeout/Maps (your places)/Reviews.json",
        {"type": "FeatureCollection", "features": features},
    )
    review = {
        "review": {"document": {"title": CANARY}, "creationTime": iso(1, "%Y-%m-%dT%H:%M:%SZ")}
    }
    made.write("Takeout/Google Play Store/Reviews.json", [review])
    photo = {"title": "CANARYNAME.jpg", "creationTime": {"timestamp": str(at(1))},
             "photoTakenTime": {"timestamp": str(at(0))}, "geoData": {"latitude": 48.8, "longitude": 2.3}}  # fmt: skip
    made.write(
        "Takeout/Google Photos/Photos from 2023/CANARYNAME.jpg.supplemental-metadata.json", photo
    )
    made.write("Takeout/Google Photos/Photos from 2023/CANARYNAME.jpg", b"\xff\xd8\xff\xd9")
    made.write("Takeout/archive_browser.html", "<html></html>")
    made.holds("google", "review", 4)
    made.holds("google", "rate", 3)
    made.holds("google", "upload", 1)
    return made


def google_2019() -> Made:
    made = Made()
    features = [
        {"properties": {"Google Maps URL": f"http://maps.google.com/?cid={n}", "Published":
         iso(n, "%Y-%m-%dT%H:%M:%SZ"), "Star Rating": 4, "Review Comment": CANARY}}
        for n in range(4)
    ]  # fmt: skip
    made.write("Takeout/Maps/Reviews.json", {"type": "FeatureCollection", "features": features})
    made.write("Takeout/archive_browser.html", "<html></html>")
    made.holds("google", "review", 4)
    return made


def reddit_2025() -> Made:
    made = Made()
    votes = [[f"p{n}", f"https://www.reddit.com/{CANARY}", way] for n, way in
             enumerate(["up"] * 5 + ["down"] * 2 + ["none", "removed"])]  # fmt: skip
    made.write("post_votes.csv", csv([["id", "permalink", "direction"], *votes], mark=True))
    votes = [[f"c{n}", CANARY, "up"] for n in range(3)]
    made.write("comment_votes.csv", csv([["id", "permalink", "direction"], *votes]))
    head = [
        "id",
        "permalink",
        "date",
        "ip",
        "subreddit",
        "gildings",
        "link",
        "parent",
        "body",
        "media",
    ]
    rows = [[f"m{n}", CANARY, iso(n) + " UTC", "192.0.2.1", CANARY, "0",
             "https://www.reddit.com/r/a/comments/abc/x/", f"t1_{n}" if n else "", f"{CANARY}\n\n{n}", ""]
            for n in range(4)]  # fmt: skip
    made.write("comments.csv", csv([head, *rows]))
    headless = [row[:8] for row in [head, *rows]]
    made.write("comment_headers.csv", csv(headless))
    head = ["id", "permalink", "date", "ip", "subreddit", "gildings", "title", "url", "body"]
    rows = [
        [f"q{n}", CANARY, iso(n) + " UTC", "", CANARY, "0", CANARY, "", CANARY] for n in range(2)
    ]
    made.write("posts.csv", csv([head, *rows[:1]]))
    made.write("posts_1.csv", csv([head, *rows[1:]]))
    made.write("subscribed_subreddits.csv", csv([["subreddit"], ["a"], ["b"]]))
    made.write("messages.csv", csv([["id", "body"], ["1", CANARY]]))
    made.write("saved_posts.csv", csv([["id", "permalink"], ["s1", CANARY]]))
    made.holds("reddit", "like", 8, dated=False)
    made.holds("reddit", "dislike", 2, dated=False)
    made.holds("reddit", "comment", 4)
    made.holds("reddit", "post", 2)
    made.holds("reddit", "follow", 2, dated=False)
    made.holds("reddit", "save", 1, dated=False)
    return made


def linkedin_2026() -> Made:
    made = Made()
    root = "Complete_LinkedInDataExport_01-01-2026"
    link = "https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A{}"
    rows = [[iso(n), "LIKE", link.format(7000 + n)] for n in range(5)]
    made.write(f"{root}/Reactions.csv", csv([["Date", "Type", "Link"], *rows]))
    rows = [
        [iso(n, "%Y-%m-%d %H:%M UTC"), link.format(n), f'{CANARY} "said"\n{n}'] for n in range(3)
    ]
    made.write(f"{root}/Comments.csv", csv([["Date", "Link", "Message"], *rows]))
    head = ["Date", "ShareLink", "ShareCommentary", "SharedUrl", "MediaUrl", "Visibility"]
    rows = [[iso(n), link.format(n), f"{CANARY}\n\n{CANARY}", "", "", "MEMBER"] for n in range(2)]
    made.write(f"{root}/Shares.csv", csv([head, *rows]))
    made.write(f"{root}/InstantReposts.csv", csv([["Date", "Link"], [iso(1), link.format(1)]]))
    made.write(
        f"{root}/Votes.csv", csv([["Date", "Link", "OptionText"], [iso(1), link.format(1), CANARY]])
    )
    notes = b'Notes:\n"When exporting your data, some of it may be missing."\n\n'
    rows = [[iso(n), CANARY, f"{CANARY}{n}"] for n in range(2)]
    made.write(f"{root}/Member_Follows.csv", notes + csv([["Date", "Status", "FullName"], *rows]))
    head = ["From", "To", "Sent At", "Message", "Direction"]
    rows = [
        ["Zoe", CANARY, "9/5/25, 1:12 AM", "", "OUTGOING"],
        [CANARY, "Zoe", "9/5/25, 1:13 AM", "", "INCOMING"],
    ]
    made.write(f"{root}/Invitations.csv", csv([head, *rows]))
    made.write(f"{root}/messages.csv", csv([["CONTENT"], [CANARY]]))
    made.holds("linkedin", "like", 5)
    made.holds("linkedin", "comment", 3)
    made.holds("linkedin", "post", 2)
    made.holds("linkedin", "share", 1)
    made.holds("linkedin", "vote", 1)
    made.holds("linkedin", "follow", 3)
    return made


def pinterest_2025() -> Made:
    made = Made()
    pins = [
        f'<a href="https://www.pinterest.com/pin/{123456 + n}/">https://www.pinterest.com/pin/{123456 + n}/</a>\n'
        f'<br>Title: {CANARY},\n<br>Canonical Link: <a href="https://example.org/{CANARY}">x</a>,\n'
        f"<br>Created at: {iso(n, '%Y/%m/%d %H:%M:%S')}\n<br>Alive: True\n<br>Is a repin: {n % 2 == 0}\n<br>"
        for n in range(7)
    ]
    made.write(
        "pinterest.html", '<div id="contents"><h1 id=y1bkd>Pins</h1>\n' + "".join(pins) + "</div>"
    )
    made.holds("pinterest", "share", 4)
    made.holds("pinterest", "post", 3)
    return made


def amazon_2025() -> Made:
    made = Made()
    head = ["reviewId", "asin", "rating", "reviewText", "submissionDate"]
    rows = [
        [f"R{n // 2}", f"B{n}", "5", CANARY, iso(n // 2, "%Y-%m-%dT%H:%M:%SZ")] for n in range(6)
    ]
    name = "Retail.CustomerReviews.ReviewsVersions1"
    made.write(f"{name}/{name}.csv", csv([head, *rows], mark=True))
    head = ["OrderId", "Marketplace", "FeedbackDate", "FeedbackText", "FeedbackRating"]
    rows = [[f"O{n}", "x", iso(n, "%m/%d/%Y %H:%M:%S UTC"), CANARY, "5"] for n in range(2)]
    made.write("Retail.Seller-Feedback.1/Retail.Seller-Feedback.csv", csv([head, *rows], mark=True))
    head = [
        "CreationTime",
        "InteractableType",
        "InteractableURL",
        "InteractionTime",
        "InteractionType",
    ]
    rows = [
        ["", "x", f"https://{CANARY}/{n}", iso(n, "%m/%d/%Y %H:%M:%S UTC"), "HELPFUL"]
        for n in range(4)
    ]
    made.write("LightWeightInteractions/LightWeightInteractions.csv", csv([head, *rows], mark=True))
    made.holds("amazon", "review", 5)
    made.holds("amazon", "rate", 4)
    return made


def discord(*, older: bool) -> Made:
    made = Made()
    folder, letter = ("messages", "") if older else ("Messages", "c")
    made.write(f"{folder}/index.json", {"100": CANARY, "200": CANARY})
    for number, kind in (
        (100, {"guild": {"id": "1", "name": CANARY}}),
        (200, {"recipients": ["1", "2"]}),
    ):
        place = f"{folder}/{letter}{number}"
        made.write(f"{place}/channel.json", {"id": str(number), "type": 0, **kind})
        rows = [
            [str(10**18 + n), iso(n) + ("+00:00" if older else ""), CANARY, "a b" if n == 1 else ""]
            for n in range(4)
        ]
        if older:
            made.write(
                f"{place}/messages.csv",
                csv([["ID", "Timestamp", "Contents", "Attachments"], *rows]),
            )
        else:
            names = ("ID", "Timestamp", "Contents", "Attachments")
            made.write(
                f"{place}/messages.json", [dict(zip(names, row, strict=True)) for row in rows]
            )
    event = '{"event_type":"add_reaction","event_id":"e%d","timestamp":"\\"%s\\"","channel":"CANARYTEXT"}\n'
    lines = "".join(event % (n, iso(n, "%Y-%m-%dT%H:%M:%S.000Z")) for n in range(3))
    made.write(
        "Activity/analytics/events-2024-00000-of-00001.json",
        lines + '{"event_type":"app_opened"}\n',
    )
    made.holds("discord", "comment", 4)
    made.holds("discord", "upload", 2)
    made.holds("discord", "like", 3)
    return made


def snapchat_2025() -> Made:
    made = Made()
    saved = [{"Date": iso(n) + " UTC", "Media Type": "Image", "Download Link": f"https://x/{CANARY}{n}",
              "Location": "Latitude, Longitude: 48.85, 2.35" if n else "Latitude, Longitude: 0.0, 0.0"}
             for n in range(3)]  # fmt: skip
    made.write("json/memories_history.json", {"Saved Media": saved})
    friends = [
        {"Username": CANARY + str(n), "Creation Timestamp": iso(n) + " UTC"} for n in range(2)
    ]
    made.write("json/friends.json", {"Friends": friends, "Blocked Users": friends})
    made.write("json/chat_history.json", {CANARY: [{"Content": CANARY}]})
    made.holds("snapchat", "upload", 3)
    made.holds("snapchat", "follow", 2)
    return made


ARCHIVES: dict[str, Callable[[], Made]] = {
    "facebook-2019": facebook_2019,
    "facebook-2022": facebook_2022,
    "facebook-2026": facebook_2026,
    "instagram-2018": instagram_2018,
    "instagram-2021": instagram_2021,
    "instagram-2026": instagram_2026,
    "threads-2024": threads_2024,
    "x-2013": x_2013,
    "x-2018": x_2018,
    "x-2024": x_2024,
    "tiktok-2021": lambda: tiktok("Activity", "Activity", "Comment"),
    "tiktok-2023": lambda: tiktok("Your Activity", "Your Activity", "Comment"),
    "tiktok-2025": lambda: tiktok("Your Activity", "Likes and Favorites", "Comment"),
    "tiktok-text": tiktok_text,
    "youtube-2019": youtube_2019,
    "youtube-2022": youtube_2022,
    "youtube-2025": youtube_2025,
    "google-2019": google_2019,
    "google-2025": google_2025,
    "reddit-2025": reddit_2025,
    "linkedin-2026": linkedin_2026,
    "pinterest-2025": pinterest_2025,
    "amazon-2025": amazon_2025,
    "discord-2021": lambda: discord(older=True),
    "discord-2025": lambda: discord(older=False),
    "snapchat-2025": snapchat_2025,
}
"""Every layout era -> an export of it."""
