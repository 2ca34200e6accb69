"""A small driver of a real Chromium, by its DevTools protocol over one websocket.

It does what a person does (open, click, type, choose files) with real input events, so that what
it drives cannot tell the difference. Every wait is bounded. No thread, no callback: a call sends
one command and reads until its answer comes; what happened meanwhile is kept, the last few hundred.

    opened = launch.browse(..., headless=True, debug=True)
    with devtools.attach(opened.profile.data, alive=lambda: opened.process.poll() is None) as tools:
        page = tools.open("https://practice.labormeter.test/")
        page.click("#like")
        page.wait("document.querySelector('#like').ariaPressed == 'true'")
"""

from __future__ import annotations

import base64
import json
import time
from collections import deque
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, Final, Self

from websockets.exceptions import WebSocketException
from websockets.sync.client import connect

from labormeter.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from websockets.sync.client import ClientConnection

POLL: Final = 0.02
"""Seconds between two looks at a condition."""
EVENTS: Final = 500
"""Events that are kept."""


class DevtoolsError(KnownError):
    """The browser did not do what it was told, or not in time."""


def attach(data: Path, alive: Callable[[], bool] = lambda: True, seconds: float = 30) -> Tools:
    """Connect to the Chromium whose user data folder is `data`, as soon as it is ready.

    The folder must not hold the port of an earlier run (`forget_port`). Raises DevtoolsError where
    it ends or is not ready in time.
    """
    file, end = data / "DevToolsActivePort", time.monotonic() + seconds
    while time.monotonic() < end:
        lines = file.read_text(encoding="ascii").split() if file.exists() else []
        if len(lines) >= 2:  # noqa: PLR2004 - a port and a path
            return Tools(f"ws://127.0.0.1:{lines[0]}{lines[1]}", max(1, end - time.monotonic()))
        if not alive():
            raise DevtoolsError("The browser ended before it was ready.", "Start it by hand once.")
        time.sleep(POLL)
    raise DevtoolsError("The browser was not ready in time.", "Try again on a calmer computer.")


def forget_port(data: Path) -> None:
    """Delete what an earlier run wrote, before the browser is started."""
    (data / "DevToolsActivePort").unlink(missing_ok=True)


class Tools:
    """The connection to one browser."""

    def __init__(self, address: str, seconds: float) -> None:
        self._opened = ExitStack()
        self._socket = self._connected(address, seconds)
        self._number = 0
        self.events: deque[dict[str, Any]] = deque(maxlen=EVENTS)
        """What the browser reported and nobody took yet."""

    def _connected(self, address: str, seconds: float) -> ClientConnection:
        try:
            opening = connect(address, max_size=None, open_timeout=seconds, compression=None)
            return self._opened.enter_context(opening)
        except (OSError, WebSocketException) as error:
            raise DevtoolsError("The browser's DevTools port does not answer.") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def call(
        self, method: str, session: str = "", seconds: float = 20, **parameters: object
    ) -> dict[str, Any]:
        """Send one command and return its result.

        Raises DevtoolsError where the browser refuses, is gone or does not answer in time. The text
        names the command only: what a page says is nobody's business.
        """
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        try:
            self._socket.send(json.dumps(message))
            answer = self._answer(self._number, time.monotonic() + seconds)
        except TimeoutError as error:
            raise DevtoolsError(f"The browser did not answer {method} in time.") from error
        except (OSError, WebSocketException) as error:
            raise DevtoolsError(f"The browser was gone at {method}.") from error
        if "error" in answer:
            raise DevtoolsError(f"The browser refused {method}.")
        result: dict[str, Any] = answer["result"]
        return result

    def _answer(self, number: int, end: float) -> dict[str, Any]:
        while True:
            message = self._receive(end)
            if message.get("id") == number:
                return message

    def _receive(self, end: float) -> dict[str, Any]:
        message: dict[str, Any] = json.loads(self._socket.recv(max(0.0, end - time.monotonic())))
        if "id" not in message:
            self.events.append(message)
        return message

    def event(self, name: str, session: str = "", seconds: float = 10) -> dict[str, Any]:
        """Return the oldest event of that name, waiting for one where none came yet."""
        end = time.monotonic() + seconds
        while True:
            for event in self.events:
                if event["method"] == name and session in {"", event.get("sessionId")}:
                    self.events.remove(event)
                    parameters: dict[str, Any] = event["params"]
                    return parameters
            try:
                self._receive(end)
            except (TimeoutError, OSError, WebSocketException) as error:
                raise DevtoolsError(f"No {name} came in time.") from error

    def open(self, url: str = "about:blank", seconds: float = 20) -> Page:
        """Open a tab and return it when its page has loaded."""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        found = self.call("Target.attachToTarget", targetId=target, flatten=True)
        page = Page(self, str(target), str(found["sessionId"]))
        page.call("Page.enable")
        if url != "about:blank":
            page.navigate(url, seconds)
        return page

    def version(self) -> str:
        """Return the browser's product name and version."""
        return str(self.call("Browser.getVersion")["product"])

    def quit(self) -> None:
        """Close the browser in good order, so that its profile is written out."""
        try:
            self.call("Browser.close", seconds=10)
        except DevtoolsError:
            # It may close before it answers, which is what was asked of it.
            pass
        finally:
            self.close()

    def close(self) -> None:
        """Close the connection; the browser goes on."""
        self._opened.close()


class Page:
    """One tab."""

    def __init__(self, tools: Tools, target: str, session: str) -> None:
        self.tools = tools
        self.target = target
        self.session = session

    def call(self, method: str, seconds: float = 20, **parameters: object) -> dict[str, Any]:
        """Send one command to this tab and return its result."""
        return self.tools.call(method, self.session, seconds, **parameters)

    def navigate(self, url: str, seconds: float = 20) -> None:
        """Open an address and wait until the page has loaded.

        Raises DevtoolsError with the browser's reason (such as `net::ERR_CERT_AUTHORITY_INVALID`)
        where it does not load.
        """
        answer = self.call("Page.navigate", seconds, url=url)
        if reason := answer.get("errorText"):
            raise DevtoolsError(f"The page did not load: {reason}.")
        self.wait("document.readyState == 'complete' && location.href != 'about:blank'", seconds)

    def evaluate(self, expression: str, seconds: float = 20) -> Any:  # noqa: ANN401 - any JSON
        """Return the value of a JavaScript expression; a promise is awaited.

        Raises DevtoolsError where it throws.
        """
        answer = self.call(
            "Runtime.evaluate",
            seconds,
            expression=expression,
            awaitPromise=True,
            returnByValue=True,
            userGesture=True,
        )
        if "exceptionDetails" in answer:
            raise DevtoolsError("The page's script threw an error.")
        return answer["result"].get("value")

    def wait(self, expression: str, seconds: float = 10) -> Any:  # noqa: ANN401 - any JSON
        """Wait until an expression is true and return its value.

        An element is true, and comes back as an empty mapping. A page that is just being replaced
        counts as not yet. Raises DevtoolsError in the end.
        """
        end = time.monotonic() + seconds
        boxed = f"(async () => {{ const it = await ({expression}); return it ? [it] : null; }})()"
        while time.monotonic() < end:
            try:
                value = self.evaluate(boxed, seconds)
            except DevtoolsError:
                value = None
            if value:
                return value[0]
            time.sleep(POLL)
        raise DevtoolsError(f"The page never came to: {expression}")

    def click(self, selector: str, seconds: float = 10) -> None:
        """Click the middle of an element once it is there, shown, enabled, at rest and not covered."""
        x, y = self.wait(_POINT % json.dumps(selector), seconds)
        spot: dict[str, Any] = {"x": x, "y": y, "button": "left", "clickCount": 1}
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, **spot)

    def type(self, selector: str, text: str) -> None:
        """Click a field and type a text into it."""
        self.click(selector)
        self.call("Input.insertText", text=text)

    def press(self, key: str, code: int, text: str = "") -> None:
        r"""Press and release a key, such as `press("Enter", 13, "\\r")`."""
        for kind in ("keyDown", "keyUp"):
            self.call(
                "Input.dispatchKeyEvent",
                type=kind,
                key=key,
                windowsVirtualKeyCode=code,
                text=text if kind == "keyDown" else "",
            )

    def files(self, selector: str, paths: Sequence[Path]) -> None:
        """Choose files in a file field."""
        root = self.call("DOM.getDocument", depth=0)["root"]["nodeId"]
        node = self.call("DOM.querySelector", nodeId=root, selector=selector)["nodeId"]
        self.call("DOM.setFileInputFiles", nodeId=node, files=[str(path) for path in paths])

    def emulate(self, *, width: int, height: int, dark: bool = False, language: str = "") -> None:
        """Look at the page as on another screen, in the dark, or in another language."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", features=[scheme])
        if language:
            agent = self.evaluate("navigator.userAgent")
            self.call("Network.setUserAgentOverride", userAgent=agent, acceptLanguage=language)

    def screenshot(self, *, full: bool = False) -> bytes:
        """Return what the tab shows as a PNG, or with `full` the whole page."""
        answer = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=full)
        return base64.b64decode(answer["data"])

    def close(self) -> None:
        """Close the tab."""
        self.tools.call("Target.closeTarget", targetId=self.target)


_POINT: Final = """(async () => {
  const element = document.querySelector(%s);
  if (!element || element.disabled) return null;
  element.scrollIntoView({block: "center", inline: "center", behavior: "instant"});
  const frame = () => new Promise(done => {
    requestAnimationFrame(done);
    setTimeout(done, 100);
  });
  const before = element.getBoundingClientRect();
  await frame();
  await frame();
  const box = element.getBoundingClientRect();
  if (!box.width || !box.height || box.x != before.x || box.y != before.y) return null;
  const x = box.left + box.width / 2, y = box.top + box.height / 2;
  const top = document.elementFromPoint(x, y);
  const mine = top && (element.contains(top) || top.contains(element) || top.control == element);
  return mine ? [x, y] : null;
})()"""
"""The middle of an element, once it has come to rest: what still moves would be missed."""
