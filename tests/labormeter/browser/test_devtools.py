from __future__ import annotations

import http.server
import threading
import time
from typing import TYPE_CHECKING

import pytest

from labormeter.browser import devtools
from labormeter.browser.devtools import DevtoolsError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from labormeter.browser.devtools import Page, Tools

pytestmark = pytest.mark.journey

PAGE = b"""<!doctype html><title>small</title>
<style>body { height: 4000px } #low { position: absolute; top: 3000px } #gone { display: none }
#cover { position: absolute; top: 200px; left: 0; width: 100px; height: 40px }
#under { position: absolute; top: 200px; left: 0 }</style>
<button id=low onclick="this.dataset.clicked = Number(this.dataset.clicked ?? 0) + 1">low</button>
<input id=text onkeydown="if (event.key == 'Enter') this.dataset.entered = 1">
<input id=file type=file multiple>
<button id=gone>gone</button><button id=off disabled>off</button>
<button id=under>under</button><div id=cover></div>
<script>addEventListener('click', event => document.body.dataset.trusted = event.isTrusted)</script>
"""


class Small(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(PAGE)))
        self.end_headers()
        self.wfile.write(PAGE)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        del format, args


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Small)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def page(tools: Tools, address: str) -> Iterator[Page]:
    page = tools.open(address)
    yield page
    page.close()


def test_opens_a_page_and_reads_values(page: Page) -> None:
    assert page.evaluate("document.title") == "small"
    assert page.evaluate("Promise.resolve({a: [1, null, 'x']})") == {"a": [1, None, "x"]}
    assert page.evaluate("undefined") is None


def test_clicks_what_has_to_be_scrolled_to_with_an_event_like_a_persons(page: Page) -> None:
    page.click("#low")
    assert page.evaluate("document.querySelector('#low').dataset.clicked") == "1"
    assert page.evaluate("document.body.dataset.trusted") == "true"


@pytest.mark.parametrize("selector", ["#gone", "#off", "#under", "#nowhere"])
def test_does_not_click_what_a_person_could_not(page: Page, selector: str) -> None:
    with pytest.raises(DevtoolsError, match="never came"):
        page.click(selector, seconds=0.3)


def test_what_still_moves_is_clicked_where_it_comes_to_rest(page: Page) -> None:
    page.evaluate("""(() => {
      const low = document.querySelector('#low');
      let step = 0;
      const move = () => {
        low.style.top = 1000 + 40 * step + 'px';
        if (++step < 20) requestAnimationFrame(move);
        else low.dataset.rest = 1;
      };
      move();
    })()""")
    page.click("#low")
    assert page.evaluate("({...document.querySelector('#low').dataset})") == {
        "rest": "1",
        "clicked": "1",
    }


def test_types_presses_keys_and_chooses_files(page: Page, tmp_path: Path) -> None:
    page.type("#text", "h\u00e9 \U0001f984")
    page.press("Enter", 13, "\r")
    assert page.evaluate("document.querySelector('#text').value") == "h\u00e9 \U0001f984"
    assert page.evaluate("document.querySelector('#text').dataset.entered") == "1"
    files = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for file in files:
        file.write_text(file.name)
    page.files("#file", files)
    read = "[...document.querySelector('#file').files].map(file => [file.name, file.size])"
    assert page.evaluate(read) == [["a.txt", 5], ["b.txt", 5]]


def test_waits_for_what_comes_and_not_longer_than_told(page: Page) -> None:
    page.evaluate("setTimeout(() => { window.later = [7]; }, 100)")
    assert page.wait("window.later") == [7]
    assert page.wait("document.body") == {}
    begun = time.monotonic()
    with pytest.raises(DevtoolsError):
        page.wait("false", seconds=0.2)
    assert time.monotonic() - begun < 2


def test_a_wait_survives_that_the_page_is_replaced(page: Page, address: str) -> None:
    page.evaluate(f"setTimeout(() => location.href = '{address}?again', 50)")
    page.wait("location.search == '?again' && document.readyState == 'complete'")


def test_says_what_failed_and_nothing_of_what_the_page_said(page: Page) -> None:
    with pytest.raises(DevtoolsError) as told:
        page.evaluate("(() => { throw new Error('a secret') })()")
    assert "secret" not in str(told.value)
    with pytest.raises(DevtoolsError, match=r"refused Nothing\.here"):
        page.call("Nothing.here")
    with pytest.raises(DevtoolsError, match="ERR_NAME_NOT_RESOLVED"):
        page.navigate("http://nowhere.invalid/")


def test_a_call_that_is_never_answered_ends(page: Page) -> None:
    with pytest.raises(DevtoolsError, match="in time"):
        page.evaluate("new Promise(() => {})", seconds=0.3)
    assert page.evaluate("1 + 1") == 2


def test_events_are_kept_until_they_are_taken(page: Page, tools: Tools) -> None:
    page.call("Runtime.enable")
    page.evaluate("console.log('heard')")
    event = tools.event("Runtime.consoleAPICalled", page.session)
    assert event["args"][0]["value"] == "heard"
    with pytest.raises(DevtoolsError):
        tools.event("Runtime.consoleAPICalled", page.session, seconds=0.2)


def test_looks_as_on_another_screen_and_takes_pictures(page: Page) -> None:
    page.emulate(width=500, height=400, dark=True, language="fr")
    assert page.evaluate("[innerWidth, matchMedia('(prefers-color-scheme: dark)').matches]") == [
        500,
        True,
    ]
    assert page.evaluate("navigator.language") == "fr"
    assert page.screenshot().startswith(b"\x89PNG")


def test_a_browser_that_ended_or_never_comes_is_said(tmp_path: Path) -> None:
    with pytest.raises(DevtoolsError, match="ended before"):
        devtools.attach(tmp_path, alive=lambda: False, seconds=5)
    with pytest.raises(DevtoolsError, match="not ready in time"):
        devtools.attach(tmp_path, seconds=0.1)
    (tmp_path / "DevToolsActivePort").write_text("9\n/devtools/browser/none\n")
    with pytest.raises(DevtoolsError, match="does not answer"):
        devtools.attach(tmp_path, seconds=2)
    devtools.forget_port(tmp_path)
    devtools.forget_port(tmp_path)
    assert not (tmp_path / "DevToolsActivePort").exists()
