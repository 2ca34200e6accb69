from labormeter.testing import NOON, act, exchange


def test_an_exchange_speaks_as_browsers_do() -> None:
    made = exchange(
        "POST",
        "https://X.com/a%20b?q=1&q=2&e=",
        {"text": "a b", "more": "ü"},
        headers={"X-Name": "v"},
        answer={"ok": True},
    )
    request, response = made.request, made.response
    assert (request.host, request.path) == ("x.com", "/a b")
    assert request.query == (("q", "1"), ("q", "2"), ("e", ""))
    assert dict(request.headers)["content-type"] == "application/x-www-form-urlencoded"
    assert request.body == b"text=a+b&more=%C3%BC"
    assert response is not None
    assert response.body == b'{"ok": true}'
    assert exchange("GET", "https://x.com/", status=None).response is None


def test_each_act_is_another() -> None:
    one, two = act(), act(platform="x")
    assert one.id != two.id
    assert (two.platform, one.platform) == ("x", "practice")
    assert NOON < one.occurred_at < two.occurred_at
