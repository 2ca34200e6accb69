"""How Wikipedia and OpenStreetMap answer their clients: as the evidence says."""

from itertools import count
from typing import Any

from standin import Answer, Sent, Standin


def answer_as_wikipedia(standin: Standin) -> None:
    revisions = count(9001)
    answers: dict[str, Any] = {
        "patrol": {"patrol": {"rcid": 55, "ns": 0, "title": "s"}},
        "thank": {"result": {"success": 1, "recipient": "s"}},
        "parse": {"parse": {"title": "s", "text": {"*": "s"}}},
        "purge": {"purge": [{"ns": 0, "title": "s", "purged": ""}]},
    }

    def act(sent: Sent) -> Answer:
        body, said = sent.body.decode("utf-8", "replace"), sent.query | sent.form
        action = "upload" if 'name="filename"' in body else said["action"]
        if action == "query":
            return Answer({"batchcomplete": "", "query": site(said.get("titles", ""))})
        if action == "edit":
            return edited(said["title"])
        if action == "watch":
            word = "unwatched" if "unwatch" in said else "watched"
            return Answer({"watch": [{"ns": 0, "title": "s", word: ""}]})
        return Answer(answers.get(action) or {"upload": uploaded(body)})

    def edited(title: str) -> Answer:
        if "404" in title:
            return Answer({"error": {"code": "protectedpage", "info": "s"}})
        return Answer({"edit": {"result": "Success", "newrevid": next(revisions)}})

    standin.on("*", "/w/api.php", act)


def site(title: str) -> dict[str, Any]:
    """What any query is answered with: all that a client asks for before it acts."""
    page = {"pageid": 1, "ns": 0, "title": title, "lastrevid": 1, "protection": []}
    return {
        "general": {"generator": "MediaWiki 1.45.0", "case": "first-letter"},
        "userinfo": {
            "id": 1,
            "name": "s",
            "groups": ["user"],
            "rights": ["read", "edit", "upload"],
        },
        "namespaces": {"0": {"id": 0, "*": ""}, "6": {"id": 6, "*": "File"}},
        "tokens": {"csrftoken": "CANARYTOKEN+", "patroltoken": "CANARYTOKEN+"},
        "pages": {"1": page},
        "search": [],
    }


def uploaded(body: str) -> dict[str, Any]:
    """Answer a file, a part of one, and the word that all parts are there."""
    if 'name="chunk"' not in body:
        return {"result": "Success", "filename": "S.jpg"}
    offset = int(body.split('name="offset"')[1].split("\r\n")[2])
    whole = int(body.split('name="filesize"')[1].split("\r\n")[2])
    ends = min(offset + 1024, whole)
    result = "Success" if ends == whole else "Continue"
    return {"result": result, "offset": ends, "filekey": "synth.1"}


def answer_as_openstreetmap(standin: Standin) -> None:
    host, api = "api.openstreetmap.org", "/api/0.6/"
    note = osm('<note lon="0.1" lat="0.1"><id>62</id><status>open</status><comments/></note>')
    changes = osm('<changeset id="32" created_at="2026-11-25T00:00:00Z" open="false"/>')
    diff = '<diffResult version="0.6"><node old_id="-1" new_id="902" new_version="1"/></diffResult>'
    standin.on(host, "*", Answer(osm("")))
    standin.on(host, f"{api}changeset/create", Answer("31"))
    standin.on(host, f"{api}changeset/31/upload", Answer(diff))
    standin.on(host, f"{api}changeset/31/close", Answer(""))
    standin.on(host, f"{api}changeset/32/*", Answer(changes))
    standin.on(host, f"{api}node/create", Answer("901"))
    standin.on(host, f"{api}node/901", Answer("2"), method="PUT")
    standin.on(host, f"{api}node/901", Answer("3"), method="DELETE")
    standin.on(host, f"{api}node/404", Answer("s", 409))
    standin.on(host, f"{api}notes*", Answer(note))
    standin.on(host, f"{api}notes/404/*", Answer("s", 404))


def osm(inside: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><osm version="0.6">{inside}</osm>'
