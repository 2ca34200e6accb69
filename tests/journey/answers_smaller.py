"""How Tumblr, VK and Stack Exchange answer their clients: as the evidence says."""

from itertools import count
from typing import Any

from standin import Answer, Sent, Standin


def answer_as_tumblr(standin: Standin) -> None:
    host, api = "api.tumblr.com", "/v2/"
    ids = count(41)

    def good(status: int = 200, **response: Any) -> Answer:
        return Answer({"meta": {"status": status, "msg": "OK"}, "response": response}, status)

    def like(sent: Sent) -> Answer:
        gone = {"meta": {"status": 404, "msg": "Not Found"}, "response": []}
        return Answer(gone, 404) if sent.form["id"] == "404" else good()

    def post(_sent: Sent) -> Answer:
        made = next(ids)
        return good(201, id=made, id_string=str(made))

    standin.on(host, f"{api}*", good(posts=[], blogs=[], liked_posts=[], notes=[]))
    standin.on(host, f"{api}user/like", like, method="POST")
    standin.on(host, f"{api}user/follow", good(blog={"name": "s"}), method="POST")
    standin.on(host, f"{api}blog/*/post", post, method="POST")
    standin.on(host, f"{api}blog/*/post/reblog", post, method="POST")
    standin.on(host, f"{api}blog/*/post/delete", good(id=41), method="POST")


def answer_as_vk(standin: Standin) -> None:
    host, api = "api.vk.ru", "/method/"
    answers: dict[str, Any] = {
        "likes.delete": {"likes": 4},
        "wall.repost": {"success": 1, "post_id": 73, "reposts_count": 1, "likes_count": 1},
        "wall.createComment": {"comment_id": 81, "parents_stack": []},
        "friends.delete": {"success": 1},
        "likes.getList": {"count": 0, "items": []},
        "wall.get": {"count": 0, "items": []},
        "users.get": [{"id": 1}],
    }

    def like(sent: Sent) -> Answer:
        refused = {"error_code": 15, "error_msg": "Access denied", "request_params": []}
        return Answer(
            {"error": refused} if "404" in sent.form.values() else {"response": {"likes": 5}}
        )

    def post(sent: Sent) -> Answer:
        return Answer({"response": {"post_id": 72 if "publish_date" in sent.form else 71}})

    standin.on(host, f"{api}*", Answer({"response": 1}))
    for method, response in answers.items():
        standin.on(host, f"{api}{method}", Answer({"response": response}))
    standin.on(host, f"{api}likes.add", like)
    standin.on(host, f"{api}wall.post", post)


def answer_as_stackexchange(standin: Standin) -> None:
    host, api = "api.stackexchange.com", "/2.3/"

    def wrapped(*items: dict[str, Any]) -> Answer:
        quota = {"has_more": False, "quota_max": 10000, "quota_remaining": 9000}
        return Answer({"items": list(items)} | quota)

    def ask(sent: Sent) -> Answer:
        return wrapped({"title": "s"} if "preview" in sent.form else {"question_id": 31})

    site = {"name": "Stack Overflow", "api_site_parameter": "stackoverflow"}
    refused = {"error_id": 404, "error_name": "no_method", "error_message": "s"}
    standin.on(host, f"{api}*", wrapped({"question_id": 21}), method="POST")
    standin.on(host, f"{api}*", wrapped(), method="GET")
    standin.on(host, f"{api}sites*", wrapped(site))
    standin.on(host, f"{api}questions/404/*", Answer(refused))
    standin.on(host, f"{api}questions/add*", ask)
    standin.on(
        host, f"{api}questions/*/answers/add*", wrapped({"answer_id": 33, "question_id": 32})
    )
    standin.on(host, f"{api}*/delete*", wrapped())
    standin.on(host, f"{api}posts/*/comments/add*", wrapped({"comment_id": 504}))
