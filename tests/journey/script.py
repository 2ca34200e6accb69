"""What a person does on each platform, step by step, with what the platform answers.

Written from the evidence about the wire alone, without a look at the packs: so the two can
disagree. `counts` names the acts that the ledger must hold afterwards, in order.
"""

import base64
import json
from typing import Any

from script_more import MORE
from script_wide import WIDE
from standin import Answer
from steps import Step, ok

__all__ = ["PLATFORMS", "Step"]


# Facebook ---------------------------------------------------------------------------------------

FB = "https://www.facebook.com/api/graphql/"


def fb(title: str, name: str, variables: Any, answer: Any, *counts: str) -> Step:
    form = {
        "av": "100000000000001",
        "__user": "100000000000001",
        "fb_dtsg": "SYNTH",
        "fb_api_caller_class": "RelayModern",
        "fb_api_req_friendly_name": name,
        "variables": json.dumps(variables),
        "doc_id": "1",
    }
    return Step(
        title,
        FB,
        answer if isinstance(answer, Answer) else ok(answer),
        counts,
        headers={"x-fb-friendly-name": name},
        form=form,
    )


def b64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


def fb_react(title: str, post: str, reaction: str, answer: Any, *counts: str) -> Step:
    variables = {
        "input": {
            "feedback_id": b64(f"feedback:{post}"),
            "feedback_reaction_id": reaction,
            "actor_id": "100000000000001",
            "client_mutation_id": "1",
        }
    }
    return fb(title, "CometUFIFeedbackReactMutation", variables, answer, *counts)


def fb_reacted(reaction: str | None) -> Any:
    info = {"id": reaction} if reaction else None
    return {
        "data": {
            "feedback_react": {"feedback": {"id": "ZmVl", "viewer_feedback_reaction_info": info}}
        },
        "extensions": {"is_final": True},
    }


LIKE = "1635855486666999"
FACEBOOK = (
    fb_react("like", "900000000000001", LIKE, fb_reacted(LIKE), "like do"),
    fb_react("unlike, same name", "900000000000001", "0", fb_reacted(None), "like undo"),
    fb_react("like a comment", "900000000000001_7", LIKE, fb_reacted(LIKE), "like do"),
    fb_react(
        "a like refused under 200",
        "900000000000002",
        LIKE,
        {"errors": [{"code": 1357004}], "data": {"feedback_react": None}},
    ),
    fb_react(
        "a like when logged out",
        "900000000000002",
        LIKE,
        ok('for (;;);{"__ar":1,"error":1357001,"errorSummary":"Log in","payload":null}'),
    ),
    fb(
        "post",
        "ComposerStoryCreateMutation",
        {
            "input": {
                "composer_type": "feed",
                "idempotence_token": "00000000-0000-4000-8000-000000000001_FEED",
                "source": "WWW",
                "message": {"ranges": [], "text": "CANARY-TEXT"},
                "actor_id": "100000000000001",
            }
        },
        {"data": {"story_create": {"story_id": "UzpfSTE"}}},
        "post do",
    ),
    fb(
        "the same post sent again",
        "ComposerStoryCreateMutation",
        {
            "input": {
                "composer_type": "feed",
                "idempotence_token": "00000000-0000-4000-8000-000000000001_FEED",
                "source": "WWW",
                "message": {"ranges": [], "text": "CANARY-TEXT"},
                "actor_id": "100000000000001",
            }
        },
        {"data": {"story_create": {"story_id": "UzpfSTE"}}},
    ),
    fb(
        "share",
        "ComposerStoryCreateMutation",
        {
            "input": {
                "composer_type": "share",
                "idempotence_token": "00000000-0000-4000-8000-000000000002_FEED",
                "attachments": [
                    {"link": {"share_scrape_data": '{"share_params":[900000000000001]}'}}
                ],
            }
        },
        {"data": {"story_create": {"story_id": "UzpfSTI"}}},
        "share do",
    ),
    fb(
        "comment",
        "useCometUFICreateCommentMutation",
        {
            "input": {
                "feedback_id": b64("feedback:900000000000001"),
                "idempotence_token": "client:00000000-0000-4000-8000-000000000003",
                "message": {"ranges": [], "text": "CANARY-TEXT"},
            }
        },
        {"data": {"comment_create": {"feedback_comment_edge": {"node": {"id": "Y29t"}}}}},
        "comment do",
    ),
    fb(
        "friend request",
        "FriendingCometFriendRequestSendMutation",
        {"input": {"friend_requestee_ids": ["100000000000009"]}},
        {
            "data": {
                "friend_request_send": {
                    "friend_requestees": [{"friendship_status": "OUTGOING_REQUEST"}]
                }
            }
        },
        "follow do",
    ),
    fb(
        "the report menu opens",
        "CometIXTFacebookContentTriggerRootQuery",
        {"input": {}},
        {"data": {"ixt_content_trigger": {"screen": {}}}},
    ),
    fb(
        "a reason is chosen",
        "CometFacebookIXTNextMutation",
        {
            "input": {
                "frx_tag_selection_screen": {
                    "context": '{"session_id":"s-1","reportable_ent_token":"100000000000777"}'
                }
            }
        },
        {"data": {"ixt_screen_next": {"view_model": {"serialized_state": "A"}}}},
    ),
    fb(
        "the report is sent",
        "CometFacebookIXTNextMutation",
        {
            "input": {
                "frx_report_confirmation_screen": {
                    "context": '{"session_id":"s-1","reportable_ent_token":"100000000000777"}',
                    "serialized_state": "S",
                }
            }
        },
        {"data": {"ixt_screen_next": {"view_model": {"serialized_state": "B"}}}},
        "report do",
    ),
    fb(
        "timeline",
        "CometNewsFeedPaginationQuery",
        {"count": 5},
        {"data": {"viewer": {"news_feed": {}}}},
    ),
    fb(
        "stories seen",
        "storiesUpdateSeenStateMutation",
        {"input": {"story_ids": ["1"]}},
        {"data": {"direct_message_thread_update_seen_state": {"ok": 1}}},
    ),
    fb(
        "someone types",
        "CometUFILiveTypingBroadcastMutation_StartMutation",
        {"input": {"feedback_id": b64("feedback:900000000000001")}},
        {"data": {"live_typing_broadcast": {"ok": 1}}},
    ),
    Step("telemetry", "https://www.facebook.com/ajax/bnzai?__a=1", ok("{}"), form={"q": "[]"}),
    Step(
        "photo for a post",
        "https://upload.facebook.com/ajax/react_composer/attachments/photo/upload"
        "?av=100000000000001&__user=100000000000001&__a=1",
        ok('for (;;);{"__ar":1,"payload":{"photoID":"900000000000009"}}'),
        ("upload do",),
        parts=(("source", "", "8"), ("upload_id", "", "jsc_1"), ("farr", "IMG.jpg", "@photo")),
    ),
)

# Instagram --------------------------------------------------------------------------------------

IG = "https://www.instagram.com"


def ig(title: str, name: str, variables: Any, answer: Any, *counts: str) -> Step:
    form = {
        "av": "17840000000000001",
        "fb_dtsg": "SYNTH",
        "fb_api_req_friendly_name": name,
        "variables": json.dumps(variables),
        "doc_id": "1",
    }
    return Step(
        title,
        f"{IG}/api/graphql",
        ok(answer),
        counts,
        headers={"x-fb-friendly-name": name},
        form=form,
    )


PK = "3900000000000000001"
INSTAGRAM = (
    ig(
        "like",
        "usePolarisLikeMediaXIGLikeMutation",
        {"input": {"client_mutation_id": "1", "media_id": PK}},
        {"data": {"xig_media_like": {"media": {"id": f"{PK}_1", "has_liked": True}}}},
        "like do",
    ),
    ig(
        "unlike",
        "usePolarisLikeMediaXIGUnlikeMutation",
        {"input": {"client_mutation_id": "2", "media_id": PK}},
        {"data": {"xig_media_unlike": {"media": {"id": f"{PK}_1", "has_liked": False}}}},
        "like undo",
    ),
    ig(
        "a like refused without a word",
        "usePolarisLikeMediaXIGLikeMutation",
        {"input": {"client_mutation_id": "3", "media_id": PK}},
        {"data": {"xig_media_like": None}},
    ),
    Step(
        "web like, REST",
        f"{IG}/api/v1/web/likes/{PK}/like/",
        ok({"status": "ok"}),
        ("like do",),
        form={},
    ),
    Step(
        "REST like refused",
        f"{IG}/api/v1/web/likes/3900000000000000004/like/",
        ok({"status": "fail", "message": "feedback_required", "spam": True}),
        form={},
    ),
    Step(
        "comment, REST",
        f"{IG}/api/v1/web/comments/{PK}/add/",
        ok({"id": "17900000000000001", "status": "ok", "text": "x"}),
        ("comment do",),
        form={"comment_text": "CANARY-TEXT"},
    ),
    Step(
        "follow",
        f"{IG}/api/v1/friendships/create/1234/",
        ok({"friendship_status": {"following": True}, "status": "ok"}),
        ("follow do",),
        form={},
    ),
    Step(
        "unfollow",
        f"{IG}/api/v1/friendships/destroy/1234/",
        ok({"friendship_status": {"following": False}, "status": "ok"}),
        ("follow undo",),
        form={},
    ),
    Step(
        "photo bytes",
        "https://i.instagram.com/rupload_igphoto/fb_uploader_1700000000000",
        ok({"upload_id": "1700000000000", "status": "ok"}),
        ("upload do",),
        headers={
            "content-type": "image/jpeg",
            "offset": "0",
            "x-entity-name": "fb_uploader_1700000000000",
            "x-entity-length": "@length",
            "x-entity-type": "image/jpeg",
            "x-instagram-rupload-params": '{"media_type":1,"upload_id":"1700000000000"}',
        },
        body="@photo",
    ),
    Step(
        "photo post",
        f"{IG}/api/v1/media/configure/",
        ok({"media": {"pk": "3900000000000000009"}, "status": "ok"}),
        ("post do",),
        form={"upload_id": "1700000000000", "caption": "CANARY-TEXT", "source_type": "library"},
    ),
    Step("timeline by POST", f"{IG}/api/v1/feed/timeline/", ok({"feed_items": []}), form={}),
    ig(
        "story seen",
        "PolarisStoriesV3SeenMutation",
        {"reelId": "1"},
        {"data": {"xdt_api__v1__stories__reel__seen": {"ok": 1}}},
    ),
)

# Threads ----------------------------------------------------------------------------------------

TH = "https://www.threads.com"
THREADS = (
    Step(
        "like",
        f"{TH}/api/graphql",
        ok({"data": {"data": {"media": {"has_liked": True}}}}),
        ("like do",),
        headers={"x-fb-friendly-name": "useTHLikeMutationLikeMutation"},
        form={
            "fb_api_req_friendly_name": "useTHLikeMutationLikeMutation",
            "variables": json.dumps({"mediaID": PK, "requestData": {}}),
        },
    ),
    Step(
        "unlike",
        f"{TH}/api/graphql",
        ok({"data": {"data": {"media": {"has_liked": False}}}}),
        ("like undo",),
        headers={"x-fb-friendly-name": "useTHLikeMutationUnlikeMutation"},
        form={
            "fb_api_req_friendly_name": "useTHLikeMutationUnlikeMutation",
            "variables": json.dumps({"mediaID": PK, "requestData": {}}),
        },
    ),
    Step(
        "post",
        f"{TH}/api/v1/media/configure_text_only_post/",
        ok({"media": {"pk": "3900000000000000003", "code": "D0"}, "status": "ok"}),
        ("post do",),
        form={
            "caption": "CANARY-TEXT",
            "publish_mode": "text_post",
            "upload_id": "1700000000001",
            "text_post_app_info": '{"reply_control":0}',
        },
    ),
    Step(
        "reply",
        f"{TH}/api/v1/media/configure_text_only_post/",
        ok({"media": {"pk": "3900000000000000005", "code": "D1"}, "status": "ok"}),
        ("comment do",),
        form={
            "caption": "CANARY-TEXT",
            "publish_mode": "text_post",
            "upload_id": "1700000000002",
            "text_post_app_info": '{"reply_control":0,"reply_id":"3900000000000000002"}',
        },
    ),
    Step(
        "post refused",
        f"{TH}/api/v1/media/configure_text_only_post/",
        ok({"message": "feedback_required", "spam": True, "status": "fail"}),
        form={"caption": "x", "publish_mode": "text_post", "upload_id": "1700000000003"},
    ),
    Step(
        "a composer button",
        f"{TH}/graphql/query",
        ok({"data": {"viewer": {"x": 1}}}),
        headers={"x-fb-friendly-name": "BarcelonaComposerScheduleButtonQuery"},
        form={"fb_api_req_friendly_name": "BarcelonaComposerScheduleButtonQuery"},
    ),
)

# X ----------------------------------------------------------------------------------------------

X = "https://x.com/i/api/graphql/AAAAAAAAAAAAAAAAAAAAAA"


def x(title: str, name: str, variables: Any, answer: Any, *counts: str) -> Step:
    sent = {"variables": variables, "features": {}, "queryId": "AAAAAAAAAAAAAAAAAAAAAA"}
    return Step(title, f"{X}/{name}", ok(answer), counts, json=sent)


TWEET = "1900000000000000001"
UPLOAD = "https://upload.x.com/i/media/upload.json"
X_STEPS = (
    x(
        "like",
        "FavoriteTweet",
        {"tweet_id": TWEET},
        {"data": {"favorite_tweet": "Done"}},
        "like do",
    ),
    x(
        "a like it had already",
        "FavoriteTweet",
        {"tweet_id": TWEET},
        {"errors": [{"message": "already favorited", "code": 139}], "data": {}},
    ),
    x(
        "unlike",
        "UnfavoriteTweet",
        {"tweet_id": TWEET},
        {"data": {"unfavorite_tweet": "Done"}},
        "like undo",
    ),
    x(
        "repost",
        "CreateRetweet",
        {"tweet_id": TWEET},
        {"data": {"create_retweet": {"retweet_results": {"result": {"rest_id": "19001"}}}}},
        "share do",
    ),
    x(
        "repost taken back",
        "DeleteRetweet",
        {"source_tweet_id": TWEET},
        {"data": {"unretweet": {"source_tweet_results": {"result": {"rest_id": TWEET}}}}},
        "share undo",
    ),
    x(
        "post",
        "CreateTweet",
        {"tweet_text": "CANARY-TEXT", "media": {"media_entities": []}},
        {"data": {"create_tweet": {"tweet_results": {"result": {"rest_id": "19002"}}}}},
        "post do",
    ),
    x(
        "reply",
        "CreateTweet",
        {"tweet_text": "CANARY-TEXT", "reply": {"in_reply_to_tweet_id": TWEET}},
        {"data": {"create_tweet": {"tweet_results": {"result": {"rest_id": "19003"}}}}},
        "comment do",
    ),
    x(
        "quote",
        "CreateTweet",
        {"tweet_text": "CANARY-TEXT", "attachment_url": f"https://x.com/a/status/{TWEET}"},
        {"data": {"create_tweet": {"tweet_results": {"result": {"rest_id": "19004"}}}}},
        "share do",
    ),
    x(
        "a post withheld in silence",
        "CreateTweet",
        {"tweet_text": "CANARY-TEXT"},
        {"data": {"create_tweet": {"tweet_results": {}}}},
    ),
    x(
        "post deleted",
        "DeleteTweet",
        {"tweet_id": "19002"},
        {"data": {"delete_tweet": {"tweet_results": {}}}},
        "post undo",
    ),
    x("a draft", "CreateDraftTweet", {"post_tweet_request": {}}, {"data": {"tweet": {"id": "1"}}}),
    x("timeline by POST", "HomeTimeline", {"count": 20}, {"data": {"home": {}}}),
    Step(
        "follow",
        "https://x.com/i/api/1.1/friendships/create.json",
        ok({"id_str": "42", "screen_name": "SYNTH"}),
        ("follow do",),
        form={"user_id": "42"},
    ),
    Step(
        "telemetry",
        "https://x.com/i/api/1.1/jot/client_event.json",
        ok(""),
        form={"log": "[]"},
    ),
    Step(
        "picture begins",
        f"{UPLOAD}?command=INIT&total_bytes=@length&media_type=image%2Fjpeg"
        "&media_category=tweet_image",
        ok({"media_id_string": "1800000000000000001"}, 202),
    ),
    Step(
        "picture bytes",
        f"{UPLOAD}?command=APPEND&media_id=1800000000000000001&segment_index=0",
        ok(b"", 204),
        parts=(("media", "blob", "@photo"),),
    ),
    Step(
        "picture ends",
        f"{UPLOAD}?command=FINALIZE&media_id=1800000000000000001",
        ok({"media_id_string": "1800000000000000001"}, 201),
        ("upload do",),
    ),
)

# YouTube ----------------------------------------------------------------------------------------

YT = "https://www.youtube.com/youtubei/v1"
SIGNED = {"authorization": "SAPISIDHASH 1700000000_0000synthetic"}
IN = {"responseContext": {"mainAppWebResponseContext": {"loggedOut": False}}}


def yt(title: str, endpoint: str, sent: Any, answer: Any, *counts: str) -> Step:
    context = {"context": {"client": {"clientName": "WEB", "clientVersion": "2.2026"}}}
    return Step(
        title,
        f"{YT}/{endpoint}?prettyPrint=false",
        ok(IN | answer),
        counts,
        headers=SIGNED,
        json=context | sent,
    )


VIDEO = {"target": {"videoId": "SYNTHvideo1"}}
COMMENT_LIKE = "CAUQAhoeVWd4U1lOVEhFVElDY29tbWVudDAwMDA0QWFBQkFnKgtTWU5USHZpZGVvMboBASA%3D"
YOUTUBE = (
    yt("like", "like/like", VIDEO, {}, "like do"),
    yt("like taken back", "like/removelike", VIDEO, {}, "like undo"),
    yt("like again", "like/like", VIDEO, {}, "like do"),
    yt("switched to dislike", "like/dislike", VIDEO, {}, "dislike do", "like undo"),
    Step(
        "a like when logged out",
        f"{YT}/like/like?prettyPrint=false",
        ok({"responseContext": {"mainAppWebResponseContext": {"loggedOut": True}}}),
        json={"context": {}, "target": {"videoId": "SYNTHvideo2"}},
    ),
    yt(
        "comment",
        "comment/create_comment",
        {"commentText": "CANARY-TEXT", "createCommentParams": "EgtTWU5USHZpZGVvMSoCCABQBw%3D%3D"},
        {"actions": [], "actionResult": {"status": "STATUS_SUCCEEDED"}},
        "comment do",
    ),
    yt(
        "a comment refused under 200",
        "comment/create_comment",
        {"commentText": "CANARY-TEXT", "createCommentParams": "EgtTWU5USHZpZGVvMSoCCABQBw%3D%3D"},
        {"actions": [{"showErrorAction": {"errorMessage": {}}}]},
    ),
    yt(
        "like a comment",
        "comment/perform_comment_action",
        {"actions": [COMMENT_LIKE]},
        {"actionResults": [{"status": "STATUS_SUCCEEDED", "feedback": "FEEDBACK_LIKE"}]},
        "like do",
    ),
    yt(
        "translate a comment",
        "comment/perform_comment_action",
        {"actions": ["CBYQAhoeVWd4U1lOVEhFVElDY29tbWVudDAwMDA0QWFBQkFn"]},
        {"actionResults": [{"status": "STATUS_SUCCEEDED"}]},
    ),
    yt(
        "subscribe",
        "subscription/subscribe",
        {"channelIds": ["UCsynth"]},
        {"actions": [{"updateSubscribeButtonAction": {"subscribed": True}}]},
        "follow do",
    ),
    yt("subscribe, empty 200", "subscription/subscribe", {"channelIds": ["UCsynth2"]}, {}),
    yt("next", "next", {"videoId": "SYNTHvideo1"}, {"contents": {}}),
    yt("report form opens", "flag/get_form", {"action": "x"}, {"form": {}}),
    yt("log", "log_event", {"events": []}, {}),
)

# TikTok -----------------------------------------------------------------------------------------

TT = "https://www.tiktok.com/api"
GOOD = {"status_code": 0, "status_msg": "", "log_pb": {"impr_id": "SYNTH"}}


def tt(title: str, path: str, form: dict[str, str], answer: Any, *counts: str) -> Step:
    return Step(
        title, f"{TT}/{path}?aid=1988&msToken=SYNTH&X-Bogus=SYNTH", ok(answer), counts, form=form
    )


AWEME = "7000000000000000001"
TIKTOK = (
    tt("like", "commit/item/digg/", {"aweme_id": AWEME, "type": "1"}, GOOD, "like do"),
    tt("unlike", "commit/item/digg/", {"aweme_id": AWEME, "type": "0"}, GOOD, "like undo"),
    tt(
        "too many likes",
        "commit/item/digg/",
        {"aweme_id": AWEME, "type": "1"},
        {"status_code": 2053, "status_msg": "frequent"},
    ),
    tt("an empty answer", "commit/item/digg/", {"aweme_id": AWEME, "type": "1"}, b""),
    Step(
        "like in the query",
        f"{TT}/commit/item/digg/?aweme_id=7000000000000000002&type=1&aid=1988",
        ok({"status_code": "0"}),
        ("like do",),
    ),
    tt(
        "comment",
        "comment/publish/",
        {"aweme_id": AWEME, "text": "CANARY-TEXT"},
        GOOD | {"comment": {"cid": "71"}},
        "comment do",
    ),
    tt("follow", "commit/follow/user/", {"user_id": "66", "type": "1"}, GOOD, "follow do"),
    tt("unfollow", "commit/follow/user/", {"user_id": "66", "type": "0"}, GOOD, "follow undo"),
)

# Reddit -----------------------------------------------------------------------------------------

RD = "https://www.reddit.com"


def shreddit(title: str, operation: str, given: Any, answer: Any, *counts: str) -> Step:
    sent = {"operation": operation, "variables": {"input": given}, "csrf_token": "synth"}
    return Step(title, f"{RD}/svc/shreddit/graphql", ok(answer), counts, json=sent)


REDDIT = (
    shreddit(
        "upvote",
        "UpdatePostVoteState",
        {"postId": "t3_synth1", "voteState": "UP"},
        {"data": {"updatePostVoteState": {"ok": True, "errors": None}}},
        "like do",
    ),
    shreddit(
        "switched to a downvote",
        "UpdatePostVoteState",
        {"postId": "t3_synth1", "voteState": "DOWN"},
        {"data": {"updatePostVoteState": {"ok": True, "errors": None}}},
        "dislike do",
        "like undo",
    ),
    shreddit(
        "vote taken back",
        "UpdatePostVoteState",
        {"postId": "t3_synth1", "voteState": "NONE"},
        {"data": {"updatePostVoteState": {"ok": True, "errors": None}}},
        "dislike undo",
    ),
    shreddit(
        "every keystroke",
        "EvaluateCommentAutomationsByPostId",
        {"postId": "t3_synth1"},
        {"data": {"evaluateCommentAutomations": {"ok": True}}},
    ),
    Step(
        "comment",
        f"{RD}/svc/shreddit/t3_synth1/create-comment",
        ok('<shreddit-comment author="SYNTH" thingid="t1_synth9"></shreddit-comment>'),
        ("comment do",),
        form={"content": "CANARY-TEXT", "mode": "richText", "csrf_token": "synth"},
    ),
    Step(
        "vote, old",
        "https://old.reddit.com/api/vote",
        ok({}),
        ("like do",),
        form={"id": "t3_synth2", "dir": "1", "uh": "synth"},
    ),
    Step(
        "rate limited",
        "https://old.reddit.com/api/comment",
        ok({"json": {"errors": [["RATELIMIT", "wait", "ratelimit"]]}}),
        form={"thing_id": "t3_synth2", "text": "CANARY-TEXT", "api_type": "json"},
    ),
    Step(
        "subscribe",
        "https://old.reddit.com/api/subscribe",
        ok({}),
        ("follow do",),
        form={"action": "sub", "sr_name": "synth"},
    ),
)

# Captchas ---------------------------------------------------------------------------------------

RC = "https://www.recaptcha.net/recaptcha/api2"
ANSWER = base64.b64encode(b'{"response":[0,3,6],"e":"SYNTH"}').decode().replace("=", ".")


def rc(title: str, step: str, form: dict[str, str], answer: Any, *counts: str) -> Step:
    return Step(
        title,
        f"{RC}/{step}?k=6LsynthKEY",
        ok(")]}'\n" + json.dumps(answer)),
        counts,
        form=form,
    )


def rresp(token: str, kind: str) -> list[Any]:
    return ["rresp", token, None, 120, [], kind]


RECAPTCHA = (
    rc("passed unseen", "reload", {"c": "A0"}, rresp("A1", "nocaptcha")),
    rc(
        "a click without a board",
        "userverify",
        {"c": "A1", "response": ANSWER},
        ["uvresp", "T0", 1, 120],
    ),
    rc("a board", "reload", {"c": "B0"}, rresp("B1", "dynamic")),
    rc(
        "refused, next board",
        "userverify",
        {"v": "s", "c": "B1", "response": ANSWER, "t": "21000", "ct": "21000", "bg": "!s"},
        ["uvresp", "B2", 0, 120, None, None, None, rresp("B2", "dynamic")],
    ),
    rc(
        "solved",
        "userverify",
        {"v": "s", "c": "B2", "response": ANSWER, "t": "21000", "ct": "21000", "bg": "!s"},
        ["uvresp", "03SYNTHtoken", 1, 120, None, None, None, None, None, "09S"],
        "captcha do",
    ),
    rc("a board left alone", "reload", {"c": "C0"}, rresp("C1", "imageselect")),
    rc("telemetry", "clr", {"c": "C1"}, []),
)

HC = "https://api.hcaptcha.com"
KEY = "00000000-0000-4000-8000-271828182845"


def hc_board(title: str, key: str) -> Step:
    tasks = [{"datapoint_uri": "https://imgs.hcaptcha.com/a", "task_key": str(i)} for i in range(9)]
    return Step(
        title,
        f"{HC}/getcaptcha/{KEY}",
        ok({"key": key, "request_type": "image_label_binary", "tasklist": tasks}),
        form={"v": "s", "sitekey": KEY, "host": "forum.example", "motionData": "{}"},
    )


def hc_check(title: str, key: str, passed: object, *counts: str) -> Step:
    answers = {f"t{i}": "true" for i in range(9)}
    return Step(
        title,
        f"{HC}/checkcaptcha/{KEY}/{key}",
        ok({"c": {"type": "hsw", "req": "s"}, "pass": passed, "expiration": 120}),
        counts,
        json={"job_mode": "image_label_binary", "answers": answers, "sitekey": KEY},
    )


HCAPTCHA = (
    Step("config", f"{HC}/checksiteconfig?v=s&host=forum.example", ok({"pass": True}), form={}),
    Step(
        "passed unseen",
        f"{HC}/getcaptcha/{KEY}",
        ok({"pass": True, "generated_pass_UUID": "P0_synth"}),
        form={"v": "s", "sitekey": KEY},
    ),
    hc_board("a board", "E1_key"),
    hc_check("wrong", "E1_key", passed=False),
    hc_board("another board", "E2_key"),
    hc_check("solved", "E2_key", True, "captcha do"),
)

AK = "https://client-api.arkoselabs.com/fc"
ARKOSE = (
    Step(
        "suppressed",
        f"{AK}/gt2/public_key/PK",
        ok({"token": "SYNTH|r=eu|sup=1|rid=1"}),
        form={"bda": "s"},
    ),
    Step(
        "a game",
        f"{AK}/gfct/",
        ok({"session_token": "S", "challengeID": "G1", "game_data": {"gameType": 4, "waves": 2}}),
        form={"data[status]": "init", "token": "S"},
    ),
    Step(
        "first wave",
        f"{AK}/ca/",
        ok({"response": "not answered"}),
        form={"session_token": "S", "game_token": "G1", "guess": "x"},
    ),
    Step(
        "solved",
        f"{AK}/ca/",
        ok({"response": "answered", "solved": True}),
        ("captcha do",),
        form={"session_token": "S", "game_token": "G1", "guess": "xy"},
    ),
    Step(
        "another game",
        f"{AK}/gfct/",
        ok({"session_token": "S", "challengeID": "G2", "game_data": {"gameType": 4, "waves": 1}}),
        form={"data[status]": "init", "token": "S"},
    ),
    Step(
        "failed",
        f"{AK}/ca/",
        ok({"response": "answered", "solved": False}),
        form={"session_token": "S", "game_token": "G2", "guess": "x"},
    ),
)

PLATFORMS = {
    "facebook": FACEBOOK,
    "instagram": INSTAGRAM,
    "threads": THREADS,
    "x": X_STEPS,
    "youtube": YOUTUBE,
    "tiktok": TIKTOK,
    "reddit": REDDIT,
    "recaptcha": RECAPTCHA,
    "hcaptcha": HCAPTCHA,
    "arkose": ARKOSE,
    **MORE,
    **WIDE,
}
