from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from websockets.sync.server import serve

from labormeter.browser import bidi

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from websockets.sync.server import ServerConnection


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """A browser that answers as BiDi says, and badly where it is asked to."""
    import threading  # noqa: PLC0415 - of this fixture alone

    def answer(socket: ServerConnection) -> None:
        for text in socket:
            asked = json.loads(text)
            socket.send(json.dumps({"type": "event", "method": "log.entryAdded", "params": {}}))
            if (reply := replies(asked)) is not None:
                socket.send(json.dumps({"id": asked["id"], **reply}))

    def replies(asked: dict[str, object]) -> dict[str, object] | None:
        match asked["method"]:
            case "session.new":
                return {"type": "success", "result": {"capabilities": {"browserName": "fox"}}}
            case "browsingContext.getTree":
                return {"type": "success", "result": {"contexts": [{"context": "tab"}]}}
            case "browsingContext.navigate":
                return {"type": "error", "error": "unknown error", "message": "at: CANARY: NS_BAD"}
            case "script.evaluate":
                thrown = {"type": "exception", "exceptionDetails": {"text": "CANARY"}}
                return {"type": "success", "result": thrown}
            case _:
                return None

    with serve(answer, "127.0.0.1", 0) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.socket.getsockname()[1]
        server.shutdown()
        thread.join(10)


@pytest.fixture
def fox(port: int, tmp_path: Path) -> Iterator[bidi.Fox]:
    (tmp_path / bidi.FILE).write_text(json.dumps({"ws_port": port}))
    with bidi.attach(tmp_path, seconds=10) as found:
        yield found


def test_answers_are_found_between_events(fox: bidi.Fox) -> None:
    assert fox.capabilities == {"browserName": "fox"}
    assert fox.context == "tab"


def test_a_refusal_says_the_browsers_word_and_a_pages_error_nothing(fox: bidi.Fox) -> None:
    with pytest.raises(bidi.BidiError, match="NS_BAD") as refused:
        fox.navigate("https://x.com/")
    assert "CANARY" not in str(refused.value)
    with pytest.raises(bidi.BidiError) as failed:
        fox.evaluate("1")
    assert "CANARY" not in str(failed.value)


def test_silence_is_bounded(fox: bidi.Fox) -> None:
    with pytest.raises(bidi.BidiError, match="in time"):
        fox.call("session.status", 0.1)


def test_a_browser_that_ended_or_never_comes_is_told(tmp_path: Path) -> None:
    with pytest.raises(bidi.BidiError, match="ended before"):
        bidi.attach(tmp_path, lambda: False)
    with pytest.raises(bidi.BidiError, match="not ready in time"):
        bidi.attach(tmp_path, seconds=0.1)
    (tmp_path / bidi.FILE).write_text("{")
    with pytest.raises(bidi.BidiError, match="not ready in time"):
        bidi.attach(tmp_path, seconds=0.1)
    (tmp_path / bidi.FILE).write_text('{"ws_port": 1}')
    with pytest.raises(bidi.BidiError, match="does not answer"):
        bidi.attach(tmp_path, seconds=2)
    bidi.forget_port(tmp_path)
    assert not (tmp_path / bidi.FILE).exists()
