"""How X and Instagram answer the two clients: as the evidence about the wire says."""

import json
from typing import Any

from standin import Answer, Sent, Standin

REPORT_STEPS = 4
"""Requests that instagrapi sends for one report."""


def tweet(number: str) -> dict[str, Any]:
    return {"tweet_results": {"result": {"rest_id": number, "legacy": {}, "core": {}}}}


def next_number(sent: Sent) -> str:
    """A reply, a post, a post with a picture: each gets an id of its own."""
    if sent.method != "POST":
        return ""
    if "reply" in sent.json.get("variables", {}):
        return "1900000000000000776"
    pictures = sent.json.get("variables", {}).get("media", {}).get("media_entities")
    return "1900000000000000778" if pictures else "1900000000000000777"


def x_graphql(sent: Sent) -> Answer:
    name = sent.path.rsplit("/", 1)[1]
    variables = sent.json.get("variables", {}) if sent.method == "POST" else {}
    if variables.get("tweet_id", "").endswith("404"):
        return Answer({"errors": [{"message": "no such post", "code": 144}], "data": {}})
    done: dict[str, Any] = {
        "FavoriteTweet": {"favorite_tweet": "Done"},
        "UnfavoriteTweet": {"unfavorite_tweet": "Done"},
        "CreateRetweet": {"create_retweet": {"retweet_results": {"result": {"rest_id": "55"}}}},
        "DeleteRetweet": {"unretweet": {"source_tweet_results": {"result": {"rest_id": "1"}}}},
        "CreateBookmark": {"tweet_bookmark_put": "Done"},
        "CreateTweet": {"create_tweet": tweet(next_number(sent))},
        "DeleteTweet": {"delete_tweet": {"tweet_results": {}}},
        "CreateScheduledTweet": {"tweet": {"rest_id": "1"}},
    }
    return Answer({"data": done.get(name, {"home": {}})})


def x_upload(sent: Sent) -> Answer:
    if sent.query.get("command") == "APPEND":
        return Answer(b"", 204)
    return Answer({"media_id": 1800000000000000001, "media_id_string": "1800000000000000001"}, 202)


def answer_as_x(standin: Standin) -> None:
    standin.on("*x.com", "/*graphql/*", x_graphql)
    standin.on("x.com", "/i/api/1.1/*.json", Answer({"id_str": "42", "screen_name": "SYNTH"}))
    standin.on("upload.x.com", "/i/media/upload.json", x_upload)


def report_prompt(standin: Standin) -> Any:
    def prompt(_sent: Sent) -> Answer:
        seen = sum("get_frx_prompt" in sent.path for sent in standin.sent)
        context = json.dumps({"session_id": "s-1", "step": seen})
        last = seen % REPORT_STEPS == 0
        inside = {"follow_up_actions": [{"a": 1}]} if last else {"report_tags": [{"t": 1}]}
        return Answer({"response": {"context": context} | inside, "status": "ok"})

    return prompt


def answer_as_instagram(standin: Standin) -> None:
    host = "i.instagram.com"
    fail = Answer({"status": "fail", "message": "feedback_required", "spam": True})
    media = {"pk": "3900000000000000009", "id": "3900000000000000009_25025320", "code": "D"}
    friend = {"following": True, "outgoing_request": False}
    standin.on(host, "/api/v1/*", Answer({"status": "ok"}))
    standin.on(host, "/api/v1/media/*404_*/like/", fail)
    standin.on(
        host,
        "/api/v1/media/*/comment/",
        Answer({"comment": {"pk": "17900000000000002", "text": "x"}, "status": "ok"}),
    )
    standin.on(
        host,
        "/api/v1/friendships/create/*",
        Answer({"friendship_status": friend, "status": "ok"}),
    )
    standin.on(
        host,
        "/api/v1/friendships/destroy/*",
        Answer({"friendship_status": {"following": False}, "status": "ok"}),
    )
    standin.on(host, "/api/v1/reports/get_frx_prompt/", report_prompt(standin))
    standin.on(host, "/rupload_igphoto/*", Answer({"upload_id": "1700", "status": "ok"}))
    standin.on(host, "/api/v1/media/configure/", Answer({"media": media, "status": "ok"}))
