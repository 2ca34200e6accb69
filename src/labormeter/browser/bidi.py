"""A small driver of a real Firefox, by WebDriver BiDi over one websocket; no driver program needed.

As much of it as tests of the metered Firefox need: open, evaluate, quit. Every wait is bounded.

    opened = launch.browse(..., headless=True, debug=True)
    with bidi.attach(opened.profile.data, alive=lambda: opened.process.poll() is None) as fox:
        fox.navigate("https://practice.labormeter.test/")
        fox.evaluate("document.title")
"""

from __future__ import annotations

import json
import time
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, Final, Self

from websockets.exceptions import WebSocketException
from websockets.sync.client import connect

from labormeter.browser.devtools import POLL, DevtoolsError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FILE: Final = "WebDriverBiDiServer.json"
"""What Firefox writes into its profile when it can be driven."""


class BidiError(DevtoolsError):
    """The browser did not do what it was told, or not in time."""


def attach(data: Path, alive: Callable[[], bool] = lambda: True, seconds: float = 60) -> Fox:
    """Connect to the Firefox whose profile is `data`, as soon as it is ready.

    The folder must not hold the port of an earlier run (`forget_port`). Raises BidiError where it
    ends or is not ready in time.
    """
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        port = _port(data / FILE)
        if port is not None:
            return Fox(f"ws://127.0.0.1:{port}/session", max(1, end - time.monotonic()))
        if not alive():
            raise BidiError("The browser ended before it was ready.", "Start it by hand once.")
        time.sleep(POLL)
    raise BidiError("The browser was not ready in time.", "Try again on a calmer computer.")


def forget_port(data: Path) -> None:
    """Delete what an earlier run wrote, before the browser is started."""
    (data / FILE).unlink(missing_ok=True)


def _port(file: Path) -> int | None:
    try:
        found = json.loads(file.read_text(encoding="utf-8"))["ws_port"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return found if isinstance(found, int) else None


class Fox:
    """The connection to one Firefox and its first tab."""

    def __init__(self, address: str, seconds: float) -> None:
        self._opened = ExitStack()
        self._number = 0
        try:
            opening = connect(address, max_size=None, open_timeout=seconds, compression=None)
            self._socket = self._opened.enter_context(opening)
        except (OSError, WebSocketException) as error:
            raise BidiError("The browser's BiDi port does not answer.") from error
        self.capabilities = self.call("session.new", seconds, capabilities={})["capabilities"]
        self.context: str = self.call("browsingContext.getTree")["contexts"][0]["context"]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._opened.close()

    def call(self, method: str, seconds: float = 20, **parameters: object) -> dict[str, Any]:
        """Send one command and return its result.

        Raises BidiError, with the browser's own word for the error and none of the page's.
        """
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        try:
            self._socket.send(json.dumps(message))
            answer = self._answer(time.monotonic() + seconds)
        except TimeoutError as error:
            raise BidiError(f"The browser did not answer {method} in time.") from error
        except (OSError, WebSocketException) as error:
            raise BidiError(f"The browser was gone at {method}.") from error
        if answer.get("type") == "error":
            reason = str(answer.get("message", "")).split(":")[-1].strip()
            raise BidiError(f"The browser refused {method} ({answer.get('error')}: {reason}).")
        result: dict[str, Any] = answer["result"]
        return result

    def _answer(self, end: float) -> dict[str, Any]:
        while True:
            left = max(0.0, end - time.monotonic())
            message: dict[str, Any] = json.loads(self._socket.recv(left))
            if message.get("id") == self._number:
                return message

    def navigate(self, url: str, seconds: float = 30) -> None:
        """Open an address and wait until the page has loaded; BidiError where it does not."""
        self.call(
            "browsingContext.navigate", seconds, context=self.context, url=url, wait="complete"
        )

    def evaluate(self, expression: str, seconds: float = 20) -> Any:  # noqa: ANN401 - of any type
        """Return what an expression is on the page, its promise awaited; plain values only."""
        found = self.call(
            "script.evaluate",
            seconds,
            expression=expression,
            target={"context": self.context},
            awaitPromise=True,
        )
        if found["type"] != "success":
            raise BidiError("The page's script failed.")
        return found["result"].get("value")

    def quit(self) -> None:
        """Close the browser in good order, so that its profile is written out."""
        try:
            self.call("browser.close", 10)
        except BidiError:
            # It may close before it answers, which is what was asked of it.
            pass
        finally:
            self._opened.close()
