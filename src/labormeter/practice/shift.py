"""A practice shift: a visitor in a real browser does every kind of act, and some that are refused.

The visitor counts what it did by what it saw on the page, the site what it accepted, labormeter what
passed on the wire. None of the three knows of the others.
"""

from __future__ import annotations

import tempfile
import time
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from labormeter.browser import devtools, find, launch, metering, profile, ready
from labormeter.ledger import query
from labormeter.practice import compare, photo, site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from labormeter.browser.devtools import Page, Tools
    from labormeter.home import Home
    from labormeter.model import Act
    from labormeter.practice.compare import Line
    from labormeter.practice.square import Square

PROFILE: Final = "practice"
"""The shift's own browser profile, made anew each time."""
PATIENCE: Final = 10.0
"""Seconds that labormeter's count may lag behind before it is called short."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a shift."""

    lines: tuple[Line, ...]
    refused: int
    """Acts that the site refused, each under HTTP 200."""
    disclosed: tuple[str, ...]
    """Kinds of metadata that the uploaded photos let out, as labormeter saw them."""

    @property
    def agrees(self) -> bool:
        """Return whether all counts are the same, and something was counted at all."""
        return bool(self.lines) and all(line.agrees for line in self.lines)


def run(home: Home, *, acts: int, browser: str = "", extra: Sequence[str] = ()) -> Outcome:
    """Do `acts` of every kind in a headless Chromium, through the real meter.

    Raises KnownError where something that is needed is not there.
    """
    begun = _now()
    chosen = find.choose(browser, "chromium")
    settled = ready.ready(home, begun)
    with (
        site.running(home, begun, settled.status) as square,
        metering.running(home, extra) as port,
        _visiting(home, settled, chosen, port) as tools,
        tempfile.TemporaryDirectory() as folder,
    ):
        visitor = Visitor(tools.open(site.ADDRESS), Path(folder))
        visitor.work(acts)
        return outcome(home, begun, square, visitor.done)


def outcome(home: Home, since: int, square: Square, done: Counter[str] | None) -> Outcome:
    """Compare, giving labormeter a little time to catch up."""
    end = time.monotonic() + PATIENCE
    while True:
        found = counted(home, since)
        lines = compare.compare(done, square.tally, found)
        if all(line.agrees for line in lines) or time.monotonic() > end:
            break
        time.sleep(0.1)
    kinds = {disclosed.kind for act in found for disclosed in act.disclosures}
    return Outcome(lines=lines, refused=square.refusals, disclosed=tuple(sorted(kinds)))


def counted(home: Home, since: int) -> list[Act]:
    """Return the practice acts that labormeter counted from a moment on."""
    with query.open(home) as ledger:
        return list(ledger.acts(since, source="practice"))


@contextmanager
def _visiting(
    home: Home, settled: ready.Ready, browser: find.Browser, port: int
) -> Iterator[Tools]:
    """Open a headless browser with a fresh profile, and leave nothing of it behind."""
    where = profile.place(home, browser, Path.home(), PROFILE)
    profile.remove(where)
    opened = launch.browse(
        home,
        settled.authority,
        port=port,
        url="about:blank",
        browser=browser,
        headless=True,
        debug=True,
        name=PROFILE,
    )
    try:
        with devtools.attach(where.data, lambda: opened.process.poll() is None) as tools:
            yield tools
            tools.quit()
    finally:
        opened.close()
        profile.remove(where)


class Visitor:
    """Does on the page what a person does, and counts what the page says was accepted."""

    def __init__(self, page: Page, folder: Path) -> None:
        self.page = page
        self.folder = folder
        self.done: Counter[str] = Counter()
        page.wait("document.body.dataset.ready")

    def work(self, acts: int) -> None:
        """Do so many acts of every kind; what is refused is tried once in between."""
        for number in range(acts):
            self.likes(number)
            self.speaks(number)
            self.publishes(number)
            self.reports()
            self.solves()
        self.is_refused()

    def likes(self, number: int) -> None:
        """Like, take it back, share and follow."""
        post = ("p1", "p2", "p3", "p4")[number % 4]
        person = ("ines", "omar", "lea", "jonas")[number % 4]
        self._settled("like", lambda: self.page.click(f"[data-post={post}] .like"))
        self._settled("undo like", lambda: self.page.click(f"[data-post={post}] .like"))
        self._settled("share", lambda: self.page.click(f"[data-post={post}] .share"))
        self._settled("follow", lambda: self.page.click(f"[data-person={person}] .follow"))
        self._settled("undo follow", lambda: self.page.click(f"[data-person={person}] .follow"))

    def speaks(self, number: int) -> None:
        """Comment."""
        self._comment("p7", f"What a fine balcony ({number + 1}).", "comment")

    def publishes(self, number: int) -> None:
        """Publish a post with a photo: an upload and a post."""
        file = self.folder / f"IMG_{number + 1:04}.jpg"
        file.write_bytes(photo.photo(number))
        self.page.type("#text", f"Practice post {number + 1}")
        self.page.files("#photo", [file])
        self.page.wait(_PREVIEWED)
        self._settled("post", lambda: self.page.click("#publish"), also="upload")

    def reports(self, ground: str = "spam", kind: str = "report") -> None:
        """Report a post, in three steps."""
        self.page.click("[data-post=p3] .report")
        self.page.wait("document.querySelector('#report').open")
        self.page.click(f"#report-form [value={ground}]")
        self.page.click("#report-next")
        self.page.wait("!document.querySelector('#report-send').hidden")
        self._settled(kind, lambda: self.page.click("#report-send"))
        self.page.wait("!document.querySelector('#report').open")

    def solves(self) -> None:
        """Solve a captcha: one board wrong, two right."""
        self._show_captcha()
        self._answer(right=False)
        self._answer(right=True)
        self._settled("captcha", lambda: self._choose(right=True))

    def is_refused(self) -> None:
        """Try what the site refuses under HTTP 200, and what never comes to an end."""
        self._settled("", lambda: self.page.click("[data-post=p5] .like"))
        self._settled("", lambda: self.page.click("[data-post=p5] .share"))
        self._settled("", lambda: self.page.click("[data-person=mai] .follow"))
        self._comment("p6", "Fair winds.", "")
        self.page.files("#photo", [self._no_picture()])
        self._settled("", lambda: self.page.click("#publish"))
        self.page.click("#unphoto")
        self._settled("", lambda: self.page.click("#publish"))
        self.reports("dislike", "")
        self._show_captcha()
        self._answer(right=False)
        self.page.click("#captcha [data-close]")
        self.page.click("[data-post=p3] .report")
        self.page.click("#report [data-close]")

    def _comment(self, post: str, text: str, kind: str) -> None:
        card = f"[data-post={post}]"
        if self.page.evaluate(f"document.querySelector('{card} form.comment').hidden"):
            self.page.click(f"{card} .open-comment")
        self.page.type(f"{card} form.comment input", text)
        self._settled(kind, lambda: self.page.click(f"{card} form.comment button"))

    def _no_picture(self) -> Path:
        file = self.folder / "notes.txt"
        file.write_text("no picture", encoding="utf-8")
        return file

    def _show_captcha(self) -> None:
        self.page.click("#human")
        self.page.wait("document.querySelector('#captcha').open")

    def _answer(self, *, right: bool) -> None:
        """Answer a board and wait for the one that follows."""
        board = self.page.evaluate("document.querySelector('#captcha').dataset.board")
        self._choose(right=right)
        self.page.wait(f"document.querySelector('#captcha').dataset.board != '{board}'")

    def _choose(self, *, right: bool) -> None:
        """Choose the tiles that show what is asked for, or another one, and send them."""
        fitting = self.page.evaluate(_FITTING if right else _WRONG)
        for index in fitting:
            self.page.click(f".tile:nth-child({index + 1})")
        self.page.click("#check")

    def _settled(self, kind: str, act: Callable[[], None], also: str = "") -> None:
        """Act, wait until the page says what came of it, and count it; no kind: it is refused."""
        before = self.page.evaluate(_SETTLED)
        refused = self.page.evaluate(_REFUSED)
        act()
        steps = 2 if also else 1
        self.page.wait(f"{_SETTLED} >= {before + steps}")
        if self.page.evaluate(_REFUSED) != refused:
            return
        self.done.update(name for name in (also, kind) if name)


_SETTLED: Final = "Number(document.body.dataset.settled ?? 0)"
_REFUSED: Final = "Number(document.body.dataset.refused ?? 0)"
_PREVIEWED: Final = """!document.querySelector('#preview').hidden
  && document.querySelector('#shown').complete"""
_FITTING: Final = """[...document.querySelectorAll('.tile')].flatMap((tile, index) =>
  tile.dataset.subject == document.querySelector('#captcha').dataset.asked ? [index] : [])"""
_WRONG: Final = f"[({_FITTING.replace('==', '!=')})[0]]"


def _now() -> int:
    return time.time_ns() // 1000
