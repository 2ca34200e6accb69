"""How Bluesky, the fediverse, LinkedIn and Pinterest answer their clients: as the evidence says."""

import base64
import json
from itertools import count
from typing import Any

from standin import Answer, Sent, Standin

ME = "did:plc:synthme"
PDS = "morel.us-east.host.bsky.network"


def token() -> str:
    """A token that a client can read: it lives until long after us."""
    claims = {"exp": 4_000_000_000, "iat": 1, "scope": "com.atproto.access", "sub": ME}
    parts = [{"alg": "HS256", "typ": "JWT"}, claims]
    texts = [base64.urlsafe_b64encode(json.dumps(part).encode()).decode() for part in parts]
    return ".".join([text.rstrip("=") for text in texts] + ["c3ludGg"])


def session() -> dict[str, Any]:
    service = {
        "id": "#atproto_pds",
        "type": "AtprotoPersonalDataServer",
        "serviceEndpoint": f"https://{PDS}",
    }
    document = {"id": ME, "@context": [], "service": [service], "verificationMethod": []}
    return {
        "did": ME,
        "handle": "canaryname.bsky.social",
        "accessJwt": token(),
        "refreshJwt": token(),
        "didDoc": document,
        "active": True,
    }


def answer_as_bluesky(standin: Standin) -> None:
    keys = count()

    def made(collection: str, key: str) -> dict[str, Any]:
        return {"uri": f"at://{ME}/{collection}/{key}", "cid": "bafyreisynth"}

    def create(sent: Sent) -> Answer:
        if "3synth404" in sent.body.decode():
            return Answer({"error": "InvalidRequest", "message": "no such post"}, 400)
        return Answer(made(sent.json["collection"], f"3key{next(keys)}"))

    def writes(sent: Sent) -> Answer:
        kind = "com.atproto.repo.applyWrites#"
        results = [
            {"$type": f"{kind}createResult"} | made(write["collection"], f"3among{number}")
            if write["$type"] == f"{kind}create"
            else {"$type": f"{kind}deleteResult"}
            for number, write in enumerate(sent.json["writes"])
        ]
        return Answer({"commit": {"cid": "bafyreisynth", "rev": "3synth"}, "results": results})

    profile = {"did": ME, "handle": "canaryname.bsky.social"}
    blob = {"$type": "blob", "ref": {"$link": "bafkreisynth"}, "mimeType": "image/jpeg", "size": 9}
    deleted = {"commit": {"cid": "bafyreisynth", "rev": "3synth"}}
    report = {"id": 1, "reasonType": "r", "subject": {}, "reportedBy": ME, "createdAt": "2026"}
    standin.on("*", "/xrpc/*", Answer({"feed": [], "likes": [], "posts": []}))
    standin.on("*", "/xrpc/com.atproto.server.createSession", Answer(session()))
    standin.on("*", "/xrpc/app.bsky.actor.getProfile", Answer(profile))
    standin.on("*", "/xrpc/com.atproto.repo.createRecord", create)
    standin.on("*", "/xrpc/com.atproto.repo.applyWrites", writes)
    standin.on("*", "/xrpc/com.atproto.repo.deleteRecord", Answer(deleted))
    standin.on("*", "/xrpc/com.atproto.repo.uploadBlob", Answer({"blob": blob}))
    standin.on("*", "/xrpc/com.atproto.moderation.createReport", Answer(report))
    standin.on("*", "/xrpc/app.bsky.bookmark.*", Answer(b""))


def answer_as_mastodon(standin: Standin) -> None:
    host, api = "social.example", "/api/v1/"
    status = "900000000000000001"
    verbs: dict[str, dict[str, Any]] = {
        "favourite": {"favourited": True},
        "unfavourite": {"favourited": False},
        "bookmark": {"bookmarked": True},
        "unbookmark": {"bookmarked": False},
        "reblog": {"id": "900000000000000011", "reblog": {"id": status}},
        "unreblog": {"reblogged": False},
    }
    server = {"version": "4.4.0", "api_versions": {"mastodon": 6}, "domain": host}
    standin.on(host, "*", Answer({}))
    standin.on(host, "/api/v*/instance*", Answer(server))
    for verb, answer in verbs.items():
        standin.on(host, f"{api}statuses/*/{verb}", Answer({"id": status} | answer))
    standin.on(host, f"{api}statuses/*404/*", Answer({"error": "Record not found"}, 404))

    def post(sent: Sent) -> Answer:
        """Each gets an id of its own; what is sent again with its key gets the one it has."""
        kind = ("in_reply_to_id" in sent.form) + 2 * ("direct" in sent.form.values())
        return Answer({"id": f"90000000000000001{kind + 4 * ('media_ids[]' in sent.form)}"})

    standin.on(host, f"{api}statuses", post, method="POST")
    standin.on(host, f"{api}statuses/*10", Answer({"id": "900000000000000010"}))
    standin.on(host, f"{api}*/follow", Answer({"following": True, "requested": False}))
    standin.on(host, f"{api}*/unfollow", Answer({"following": False, "requested": False}))
    standin.on(host, f"{api}polls/*/votes", Answer({"id": "4001", "voted": True}))
    standin.on(host, f"{api}reports*", Answer({"id": "6001"}))
    media = {"id": "777000000000000001", "type": "image", "url": "https://social.example/m.jpg"}
    standin.on(host, "/api/v*/media", Answer(media))


def answer_as_linkedin(standin: Standin) -> None:
    host, api = "www.linkedin.com", "/voyager/api/"

    def react(sent: Sent) -> Answer:
        known = sent.query["threadUrn"].endswith("404")
        return Answer({"status": 409}, 409) if known else Answer(b"", 201)

    standin.on(host, f"{api}*", Answer({"data": {}, "elements": [], "included": []}))
    standin.on(host, f"{api}voyagerSocialDashReactions", react, method="POST")
    standin.on(host, f"{api}feed/dash/followingStates/*", Answer(b""))
    standin.on(host, f"{api}feed/follows", Answer(b""))
    invited = {"data": {"value": {"invitationUrn": "urn:li:fsd_invitation:1"}}}
    standin.on(host, f"{api}voyagerRelationshipsDashMemberRelationships", Answer(invited))
    standin.on(host, f"{api}identity/profiles/*/profileActions", Answer(b""))


def answer_as_pinterest(standin: Standin) -> None:
    store = "pinterest-media-upload.s3-accelerate.amazonaws.com"
    entry = {
        "upload_id": "600000000000000001",
        "upload_url": f"https://{store}/",
        "upload_parameters": {"key": "uploads/synth/1", "policy": "s"},
    }
    data: dict[str, Any] = {
        "RepinResource/create": {"id": "900000000000000002"},
        "AggregatedCommentResource/create": {"id": "900000000000000003"},
        "PinResource/create": {"id": "900000000000000004"},
        "ApiResource/create": {"m1": entry},
        "VIPResource/get": {"600000000000000001": {"status": "succeeded", "signature": "s"}},
    }

    def resource(sent: Sent) -> Answer:
        if "800000000000000404" in sent.form.get("data", ""):
            failed = {"status": "failure", "code": 1, "error": {"code": 1}}
            return Answer({"resource_response": failed}, 403)
        name = sent.path.removeprefix("/resource/").rstrip("/")
        found = {"status": "success", "code": 0, "data": data.get(name, {})}
        return Answer({"resource_response": found, "resource": {"options": {}}})

    standin.on("www.pinterest.com", "/resource/*", resource)
    standin.on(store, "/", Answer(b"", 204))


def answer_as_youtube_music(standin: Standin) -> None:
    host, api = "music.youtube.com", "/youtubei/v1/"
    good = {"responseContext": {"mainAppWebResponseContext": {"loggedOut": False}}}

    def rate(sent: Sent) -> Answer:
        refused = "SYNTHvideo404" in sent.body.decode("utf-8", "replace")
        return Answer({"error": {"code": 400}}, 400) if refused else Answer(good)

    def subscribed(*, now: bool) -> Answer:
        button = {"subscribed": now, "channelId": "UCsynth1"}
        return Answer(good | {"actions": [{"updateSubscribeButtonAction": button}]})

    saved = {"status": "STATUS_SUCCEEDED", "playlistEditResults": [{}]}
    standin.on(host, f"{api}*", Answer(good))
    standin.on(host, f"{api}like/*", rate)
    standin.on(host, f"{api}subscription/subscribe", subscribed(now=True))
    standin.on(host, f"{api}subscription/unsubscribe", subscribed(now=False))
    standin.on(host, f"{api}browse/edit_playlist", Answer(good | saved))


def answer_as_reddit(standin: Standin) -> None:
    host = "oauth.reddit.com"

    def vote(sent: Sent) -> Answer:
        return Answer({"error": 404}, 404) if "synth404" in sent.form["id"] else Answer({})

    things = [{"kind": "t1", "data": {"name": "t1_synth9", "id": "synth9"}}]
    commented = {"json": {"errors": [], "data": {"things": things}}}
    posted = {"json": {"errors": [], "data": {"name": "t3_synth8", "id": "synth8", "url": "u"}}}
    bearer = {"access_token": "CANARYTOKEN", "token_type": "bearer", "expires_in": 86400}
    standin.on("www.reddit.com", "/api/v1/access_token", Answer(bearer | {"scope": "*"}))
    standin.on(host, "*", Answer({}))
    standin.on(host, "/api/vote*", vote)
    standin.on(host, "/api/comment*", Answer(commented))
    standin.on(host, "/api/submit*", Answer(posted))
    standin.on(host, "/api/report*", Answer({"json": {"errors": []}}))
