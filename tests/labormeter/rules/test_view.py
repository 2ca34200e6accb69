from __future__ import annotations

from labormeter.rules.view import Documents, View
from labormeter.testing import exchange


def test_every_place_is_read_and_what_is_missing_is_empty() -> None:
    documents = Documents(
        exchange(
            "POST",
            "https://x.test/a?q=1&q=2",
            {"f": "1"},
            headers={"Cookie": 'twid="u%3D12"; b=c', "X-A": "v"},
            answer={"ok": True},
            answer_headers={"Set-Cookie": "s=1; Path=/"},
        )
    )
    request, response = documents.request, documents.response
    assert response is not None
    assert request.query("q") == ["1", "2"]
    assert request.header("x-a") == ["v"]
    assert request.cookie("twid") == ["u=12"]
    assert request.form("f") == ["1"]
    assert response.json() == [{"ok": True}]
    assert response.cookie("s") == ["1"]
    assert request.json() == []
    assert request.query("none") == request.form("none") == request.cookie("none") == []


def test_a_form_field_is_one_in_a_multipart_body_too() -> None:
    body = '--b\r\nContent-Disposition: form-data; name="f"\r\n\r\n1\r\n--b--'
    documents = Documents(
        exchange(
            "POST",
            "https://x.test/",
            body=body,
            headers={"Content-Type": "Multipart/form-data; boundary=b"},
        )
    )
    assert documents.request.form("f") == ["1"]


def test_without_an_answer_there_is_none() -> None:
    assert Documents(exchange("GET", "https://x.test/", status=None)).response is None


def test_what_is_returned_can_be_changed_without_harm() -> None:
    documents = Documents(exchange("GET", "https://x.test/?q=1"))
    documents.request.query("q").append("2")
    assert documents.request.query("q") == ["1"]


def test_a_view_on_an_item_shares_the_documents_and_not_what_it_found_in_the_item() -> None:
    view = View(Documents(exchange("GET", "https://x.test/")), {})
    one, two = view.at(1, None), view.at(2, None)
    assert one.cached("item", lambda seen: [seen.item], own=True) == [1]
    assert two.cached("item", lambda seen: [seen.item], own=True) == [2]
    assert one.cached("doc", lambda _: [3], own=False) == [3]
    assert two.cached("doc", lambda _: [4], own=False) == [3]
