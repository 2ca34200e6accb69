"""The journeys of further platforms, written from the evidence about the wire alone."""

import json
from typing import Any

from standin import Answer
from steps import Step, ok

# LinkedIn: the surface that no client of others speaks ------------------------------------------

LI = "https://www.linkedin.com"
POST = "7000000000000000001"


def sdui(title: str, name: str, payload: Any, *counts: str, status: int = 200) -> Step:
    arguments = {"requestedStateKeys": [], "payload": payload}
    document = {
        "requestId": name,
        "serverRequest": {"requestId": name, "requestedArguments": arguments},
        "requestedArguments": arguments,
        "states": [{"key": "k", "value": "CANARY-TEXT"}],
    }
    url = f"{LI}/flagship-web/rsc-action/actions/server-request?sduiid={name}"
    return Step(title, url, ok(b'0:{"a":"$@1"}\n', status), counts, json=document)


def reaction(post: str) -> dict[str, Any]:
    urn = {"threadUrnActivityThreadUrn": {"activityUrn": {"activityId": post}}}
    return {"threadUrn": urn, "reactionType": "ReactionType_LIKE", "reactionSource": "Update"}


def li_graphql(title: str, variables: Any, answer: Any, *counts: str) -> Step:
    query = "voyagerContentcreationDashShares.0000"
    document = {"variables": variables, "queryId": query, "includeWebMetadata": True}
    url = f"{LI}/voyager/api/graphql?action=execute&queryId={query}"
    return Step(title, url, ok(answer), counts, json=document)


SHARE = {"intendedShareLifeCycleState": "PUBLISHED", "commentary": {"text": "CANARY-TEXT"}}
SHARED = {"createContentcreationDashShares": {"urn": "urn:li:share:7000000000000000009"}}
NETWORK = "com.linkedin.sdui.requests.mynetwork."
FOLLOWING = {"memberUrn": {"memberId": "500000000000001"}}
LINKEDIN = (
    sdui("react", "com.linkedin.sdui.reactions.create", reaction(POST), "like do"),
    sdui("take it back", "com.linkedin.sdui.reactions.delete", reaction(POST), "like undo"),
    sdui("refused", "com.linkedin.sdui.reactions.create", reaction(POST), status=500),
    sdui("comment", "com.linkedin.sdui.comments.createComment", {"collection": {}}, "comment do"),
    sdui("a reminder", "com.linkedin.sdui.requests.comments.courtesyReminder", {}),
    sdui(
        "repost",
        "com.linkedin.sdui.feed.requests.createInstantRepost",
        reaction(POST),
        "share do",
    ),
    sdui(
        "follow",
        f"{NETWORK}addaUpdateFollowState",
        FOLLOWING | {"followStateType": "FollowStateType_FOLLOW_ACTIVE"},
        "follow do",
    ),
    sdui(
        "unfollow",
        f"{NETWORK}addaUpdateFollowState",
        FOLLOWING | {"followStateType": "FollowStateType_FOLLOW_INACTIVE"},
        "follow undo",
    ),
    Step(
        "reply",
        f"{LI}/voyager/api/voyagerSocialDashNormComments?decorationId=NormComment-43",
        ok({"data": {"entityUrn": f"urn:li:fsd_comment:(7000000000000000003,urn:li:{POST})"}}, 201),
        ("comment do",),
        json={
            "commentary": {"text": "CANARY-TEXT"},
            "threadUrn": f"urn:li:comment:(activity:{POST},7000000000000000002)",
        },
    ),
    Step(
        "where to send a photo",
        f"{LI}/voyager/api/voyagerVideoDashMediaUploadMetadata?action=upload",
        ok(
            {
                "data": {
                    "value": {
                        "urn": "urn:li:digitalmediaAsset:SYNTH1",
                        "singleUploadUrl": f"{LI}/dms-uploads/sp/SYNTH1/uploaded-image/0?ca=s",
                    }
                }
            }
        ),
        json={"mediaUploadType": "IMAGE_SHARING", "fileSize": 9, "filename": "CANARYFILE.jpg"},
    ),
    Step(
        "photo bytes",
        f"{LI}/dms-uploads/sp/SYNTH1/uploaded-image/0?ca=s",
        ok(b"", 201),
        ("upload do",),
        method="PUT",
        headers={"content-type": "image/jpeg", "media-type-family": "STILLIMAGE"},
        body="@photo",
    ),
    li_graphql("post", {"post": SHARE}, {"value": {"data": SHARED}}, "post do"),
    li_graphql("post refused under 200", {"post": SHARE}, {"errors": [{"message": "limit"}]}),
    li_graphql(
        "a draft",
        {"post": SHARE | {"intendedShareLifeCycleState": "DRAFT"}},
        {"value": {"data": SHARED}},
    ),
    Step("telemetry", f"{LI}/li/track", ok(b""), json=[{"eventInfo": {}}]),
)

# Twitch -----------------------------------------------------------------------------------------


def gql(title: str, operations: list[tuple[str, Any]], answers: list[Any], *counts: str) -> Step:
    query = {"persistedQuery": {"version": 1, "sha256Hash": "0000"}}
    sent = [
        {"operationName": name, "variables": variables, "extensions": query}
        for name, variables in operations
    ]
    return Step(title, "https://gql.twitch.tv/gql", ok(answers), counts, body=json.dumps(sent))


CHANNEL = {"input": {"targetID": "123456789012"}}
READ = ("ChannelShell", {"login": "canarylogin"})
SHELL = {"data": {"userOrError": {"id": "123456789012"}}}
FOLLOWED = {"follow": {"user": {"id": "123456789012"}}, "error": None}
TWITCH = (
    gql("reads", [READ, READ], [SHELL, SHELL]),
    gql(
        "a follow among reads",
        [READ, ("FollowButton_FollowUser", CHANNEL), READ],
        [SHELL, {"data": {"followUser": FOLLOWED}}, SHELL],
        "follow do",
    ),
    gql(
        "unfollow",
        [("FollowButton_UnfollowUser", CHANNEL)],
        [{"data": {"unfollowUser": FOLLOWED}}],
        "follow undo",
    ),
    gql(
        "a follow forbidden under 200",
        [("FollowButton_FollowUser", CHANNEL)],
        [{"data": {"followUser": {"follow": None, "error": {"code": "FORBIDDEN"}}}}],
    ),
    gql(
        "a failed integrity check",
        [("FollowButton_FollowUser", CHANNEL)],
        [{"errors": [{"message": "failed integrity check"}], "data": {"followUser": FOLLOWED}}],
    ),
    gql(
        "the report dialog opens",
        [("ReportUserModal_ReportUserData", {"id": "123456789012"})],
        [{"data": {"user": {}}}],
    ),
    gql(
        "a report",
        [("ReportUserModal_ReportUser", {"input": {"targetID": "123456789012", "reason": "s"}})],
        [{"data": {"reportUserContent": {"contentID": "1"}}}],
        "report do",
    ),
    Step("integrity", "https://gql.twitch.tv/integrity", ok({"token": "s"}), json={}),
)

# Discord ----------------------------------------------------------------------------------------

DISCORD_API = "https://discord.com/api/v9/channels/100000000000000001"
DISCORD = (
    Step(
        "a message that does not come from the page of a channel",
        f"{DISCORD_API}/messages",
        ok({"id": "400000000000000001"}),
        json={"content": "CANARYMESSAGE", "nonce": "300000000000000001"},
    ),
    Step(
        "a server joined",
        "https://discord.com/api/v9/invites/SYNTHinvite",
        ok({"code": "SYNTHinvite", "guild": {"id": "300000000000000001"}}),
        ("follow do",),
        json={"session_id": "CANARYSESSION"},
    ),
    Step("someone types", f"{DISCORD_API}/typing", ok(b"", 204)),
)

# Amazon, Microsoft Rewards, Google Photos -------------------------------------------------------

CAPTCHA = "https://www.amazon.com/errors/validateCaptcha?amzn=SYNTHsynthSYNTH"
AMAZON = (
    Step(
        "wrong letters",
        f"{CAPTCHA}1&field-keywords=CANARY",
        ok('<html><form action="/errors/validateCaptcha"></form></html>'),
        method="GET",
    ),
    Step(
        "right letters",
        f"{CAPTCHA}2&field-keywords=CANARY",
        ok("<html><body>shop</body></html>"),
        ("captcha do",),
        method="GET",
    ),
    Step(
        "reviews read by POST",
        "https://www.amazon.com/hz/reviews-render/ajax/reviews/get/ref=s",
        ok('["append"]'),
        form={"asin": "CANARYASIN"},
    ),
)


def points(title: str, balance: int, *counts: str) -> Step:
    answer = {"dashboard": {"userStatus": {"availablePoints": balance}}}
    url = "https://rewards.bing.com/api/getuserinfo?type=1"
    return Step(title, url, ok(answer), counts, method="GET")


BING = (
    points("the first balance says nothing", 1000),
    Step(
        "an activity",
        "https://rewards.bing.com/api/reportactivity?X-Requested-With=XMLHttpRequest",
        ok({}),
        form={"id": "CANARYOFFER", "activityAmount": "1"},
    ),
    points("it earned", 1030, "reward do"),
    points("it is looked at again", 1030),
    points("points are spent", 30),
    points("and earned", 35, "reward do"),
)
PHOTOS = "https://photos.google.com/_/upload/uploadmedia/interactive?authuser=0"
FINAL = {"x-goog-upload-command": "upload, finalize", "x-goog-upload-offset": "0"}
GOOGLE = (
    Step(
        "a photo is announced",
        PHOTOS,
        Answer(b"", 200, {"x-goog-upload-url": f"{PHOTOS}&upload_id=SYNTH1"}),
        headers={
            "x-goog-upload-command": "start",
            "x-goog-upload-protocol": "resumable",
            "x-goog-upload-file-name": "CANARYFILE.jpg",
        },
        body="{}",
    ),
    Step(
        "its bytes are refused",
        f"{PHOTOS}&upload_id=SYNTH0",
        ok(b"", 400),
        headers=FINAL,
        body="@photo",
    ),
    Step(
        "its bytes",
        f"{PHOTOS}&upload_id=SYNTH1",
        Answer(b"SYNTHtoken", 200, {"x-goog-upload-status": "final"}),
        ("upload do",),
        headers=FINAL,
        body="@photo",
    ),
    Step(
        "it is put into the library",
        "https://photos.google.com/_/PhotosUi/data/batchexecute?rpcids=synth",
        ok(b")]}'\n[]"),
        form={"f.req": "[]"},
    ),
)

MORE: dict[str, tuple[Step, ...]] = {
    "linkedin": LINKEDIN,
    "twitch": TWITCH,
    "discord": DISCORD,
    "amazon": AMAZON,
    "bing": BING,
    "google": GOOGLE,
}
