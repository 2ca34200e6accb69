"""The journeys of what no client speaks: Quora, GeeTest, and the sites of others that one does."""

import json
from typing import Any

from standin import Answer
from steps import Step, ok

# Quora ------------------------------------------------------------------------------------------

VOTE = "voteUtils_voteChange_Mutation"
VOTED = {"data": {"voteChange": {"status": "success"}}}


def quora(title: str, name: str, variables: Any, answer: Any, *counts: str) -> Step:
    kind = "gql_para_POST" if name.endswith("Query") else "gql_POST"
    document = {"queryName": name, "variables": variables, "extensions": {"hash": "0000"}}
    url = f"https://www.quora.com/graphql/{kind}?q={name}"
    return Step(title, url, ok(answer), counts, json=document)


def vote(kind: str) -> dict[str, Any]:
    return {"oid": 11, "voteType": kind, "entityType": "answer", "feedStoryHash": None}


QUORA = (
    quora("feed", "MultifeedQuery", {"first": 8}, {"data": {"multifeedObject": {"edges": []}}}),
    quora("up", VOTE, vote("upvote"), VOTED, "like do"),
    quora("refused", VOTE, vote("downvote"), {"data": None, "errors": [{"message": "s"}]}),
    quora("down", VOTE, vote("downvote"), VOTED, "like undo", "dislike do"),
    quora("an answer read", "QuestionCollapsedAnswerLoaderQuery", {"qid": 1}, {"data": {}}),
)

# GeeTest ----------------------------------------------------------------------------------------


def geetest(title: str, url: str, answer: Any, *counts: str) -> Step:
    callback = "geetest_1700000000000"
    content = f"{callback}({json.dumps(answer)})".encode()
    told = Answer(content, 200, {"content-type": "application/javascript"})
    return Step(title, f"https://{url}&callback={callback}", told, counts, method="GET")


def loaded(lot: str, kind: str) -> dict[str, Any]:
    return {"status": "success", "data": {"lot_number": lot, "captcha_type": kind}}


def verdict(result: str) -> dict[str, Any]:
    return {"status": "success", "data": {"result": result}}


V4 = "gcaptcha4.geetest.com"
V3 = "api.geetest.com"
BOARD = {"gt": "s", "challenge": "synthk5", "bg": "s", "fullbg": "s"}
GEETEST = (
    geetest("no puzzle", f"{V4}/load?captcha_id=s", loaded("lotA", "ai")),
    geetest("waved through", f"{V4}/verify?lot_number=lotA", verdict("success")),
    geetest("a puzzle", f"{V4}/load?captcha_id=s", loaded("lotB", "slide")),
    geetest("wrong", f"{V4}/verify?lot_number=lotB", verdict("fail")),
    geetest("solved", f"{V4}/verify?lot_number=lotB", verdict("success"), "captcha do"),
    geetest("a click that is not enough", f"{V3}/ajax.php?challenge=synth", verdict("slide")),
    geetest("a slide", f"{V3}/get.php?is_next=true&type=slide3&challenge=synth", BOARD),
    geetest("missed", f"{V3}/ajax.php?challenge=synthk5", {"success": 0, "message": "fail"}),
    geetest(
        "met",
        f"{V3}/ajax.php?challenge=synthk5",
        {"success": 1, "message": "success", "validate": "s"},
        "captcha do",
    ),
)

# Stack Exchange: the site itself -----------------------------------------------------------------


def stack(title: str, path: str, answer: Any, *counts: str) -> Step:
    url = f"https://stackoverflow.com{path}"
    return Step(title, url, ok(answer), counts, form={"fkey": "CANARYKEY"})


GOOD: dict[str, Any] = {"Success": True, "Message": "", "NewScore": 3}
BAD: dict[str, Any] = {"Success": False, "Message": "You must have 15 reputation."}
STACKEXCHANGE = (
    stack("up", "/posts/11/vote/2", GOOD, "like do"),
    stack("taken back", "/posts/11/vote/0", GOOD, "like undo"),
    stack("refused", "/posts/11/vote/3", BAD),
    stack("refused in another shape", "/posts/11/vote/3", "Please wait"),
    stack("down", "/posts/11/vote/3", GOOD, "dislike do"),
    stack("a comment up", "/posts/comments/501/vote/2", GOOD, "like do"),
    stack("followed", "/posts/11/vote/21?undo=false", GOOD, "follow do"),
    stack("followed no longer", "/posts/11/vote/21?undo=true", GOOD, "follow undo"),
    stack("flagged", "/flags/posts/12/add/PostSpam", GOOD | {"FlagType": 2}, "report do"),
    stack("unflagged", "/flags/posts/12/retract/PostSpam", GOOD, "report undo"),
    Step(
        "comments", "https://stackoverflow.com/posts/11/comments", ok("<div></div>"), method="GET"
    ),
)

# Wikipedia: the visual editor and talk pages -----------------------------------------------------


def wiki(title: str, action: str, fields: dict[str, str], answer: Any, *counts: str) -> Step:
    form = {"action": action, "format": "json", **fields, "token": "CANARYTOKEN+"}
    return Step(title, "https://en.wikipedia.org/w/api.php", ok(answer), counts, form=form)


SAVE = {"paction": "save", "page": "CANARYTITLE", "html": "CANARYTEXT"}
REPLY = {"paction": "addcomment", "page": "CANARYTITLE", "wikitext": "CANARYTEXT"}
WIKIPEDIA = (
    wiki("a text parsed", "parse", {"text": "CANARYTEXT"}, {"parse": {"title": "s"}}),
    wiki(
        "what would change",
        "visualeditoredit",
        SAVE | {"paction": "diff"},
        {"visualeditoredit": {"result": "success", "diff": "s"}},
    ),
    wiki(
        "letters to read first",
        "visualeditoredit",
        SAVE,
        {"visualeditoredit": {"result": "error", "edit": {"captcha": {"id": "12"}}}},
    ),
    wiki(
        "saved",
        "visualeditoredit",
        SAVE | {"captchaid": "12", "captchaword": "CANARYWORD"},
        {"visualeditoredit": {"result": "success", "newrevid": 9001}},
        "captcha do",
        "post do",
    ),
    wiki(
        "a reply",
        "discussiontoolsedit",
        REPLY,
        {"discussiontoolsedit": {"result": "success", "newrevid": 9002}},
        "comment do",
    ),
    wiki("thanks", "thank", {"rev": "9000"}, {"result": {"success": 1}}, "like do"),
    wiki("refused", "thank", {"rev": "9000"}, {"error": {"code": "ratelimited"}}),
)

# OpenStreetMap: notes and the diary of the site --------------------------------------------------

OSM = "https://www.openstreetmap.org"
NOTE = {"type": "Feature", "properties": {"id": 61, "status": "open"}}
WHERE = {"lat": "0.1", "lon": "0.1", "text": "CANARYTEXT"}
OPENSTREETMAP = (
    Step("a note", f"{OSM}/api/0.6/notes.json", ok(NOTE), ("post do",), form=WHERE),
    Step(
        "talked about",
        f"{OSM}/api/0.6/notes/61/comment.json",
        ok(NOTE),
        ("comment do",),
        form={"text": "CANARYTEXT"},
    ),
    Step(
        "closed before",
        f"{OSM}/api/0.6/notes/61/comment.json",
        ok("closed", 409),
        form={"text": "CANARYTEXT"},
    ),
    Step("notes in sight", f"{OSM}/api/0.6/notes.json?bbox=0,0,1,1", ok(NOTE), method="GET"),
)

# Tumblr: the site itself --------------------------------------------------------------------------


def tumblr(title: str, path: str, document: Any, status: int, *counts: str) -> Step:
    answer = {"meta": {"status": status, "msg": "s"}, "response": {"id": "32", "state": "s"}}
    url = f"https://www.tumblr.com/api/v2/{path}"
    return Step(title, url, ok(answer, status), counts, json=document)


LIKED = {"id": "11", "reblog_key": "CANARYKEY"}
REBLOG = {"parent_post_id": "22", "reblog_key": "CANARYKEY", "content": []}
TUMBLR = (
    tumblr("like", "user/like", LIKED, 200, "like do"),
    tumblr("taken back", "user/unlike", LIKED, 200, "like undo"),
    tumblr("refused", "user/like", LIKED, 404),
    tumblr("reblog", "blog/canaryname/posts", REBLOG, 201, "share do"),
    tumblr("queued", "blog/canaryname/posts", REBLOG | {"state": "queue"}, 201),
    tumblr("follow", "user/follow", {"url": "https://canary.tumblr.com/"}, 200, "follow do"),
)

WIDE: dict[str, tuple[Step, ...]] = {
    "quora": QUORA,
    "geetest": GEETEST,
    "stackexchange": STACKEXCHANGE,
    "wikipedia": WIKIPEDIA,
    "openstreetmap": OPENSTREETMAP,
    "tumblr": TUMBLR,
}
