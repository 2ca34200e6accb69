"""Keeps an engine running behind the door, and the ledger's account of when it did not.

start --ready--> up --no word for 2 s--> hung --no word for 6 s--> killed --back-off--> start
                 up <------a word------- hung
every span that is not `up` while metering is on is a gap with its reason
one that has grown too large is relieved by another, without a gap (`relief`)
"""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING, Final, Literal

from labormeter.errors import KnownError
from labormeter_addon.door import books as pages
from labormeter_addon.door.child import Engine, Report
from labormeter_addon.door.passing import Passing
from labormeter_addon.door.relief import Relief

if TYPE_CHECKING:
    from collections.abc import Callable

    from labormeter.home import Home
    from labormeter_addon.door.arguments import Extra
    from labormeter_addon.door.books import Books
    from labormeter_addon.notebook import Notebook

type Mode = Literal["on", "paused", "private"]

HUNG: Final = 2.0
"""Seconds without a word after which the engine counts as hung and a gap begins."""
KILLED: Final = 6.0
"""Seconds without a word after which a hung engine is ended and another started."""
STARTING: Final = 30.0
"""Seconds that an engine has to become ready."""
BACK_OFF: Final = (0.0, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0)
"""Seconds to wait before a start, by how many runs before it were short."""
SHORT: Final = 30.0
"""Seconds; a run that lasted longer begins the back-off anew."""
LEAVING: Final = 1.0
"""Seconds that an engine which was relieved has to commit what it holds when nothing is to be
matched any more."""
TICK: Final = 0.1
COUNTING: Final = ("requestheaders", "responseheaders", "response", "error", "tap", "judge", "keep")
"""Places where a failure of ours may cost an act."""


class Supervisor:
    """Starts engines, one after another, and knows the one that is to be trusted now."""

    def __init__(
        self, home: Home, extra: Extra, books: Books, notebook: Notebook, *, flag: bool = False
    ) -> None:
        """Supervise; `flag` where a browser here can only be told of a key by its hash."""
        self.engine: Engine | None = None
        self.hosts: frozenset[str] = frozenset()
        self.mode: Mode = "on"
        self.first = asyncio.get_running_loop().create_future()
        """Done when an engine was ready for the first time; its exception says why none can be."""
        self.resumed: Callable[[], None] = lambda: None
        """Called when metering is possible again."""
        self.straight: Callable[[], int] = lambda: 0
        """Says how many connections to metered hosts go straight; a gap lasts until none does."""
        self.passing = Passing(books)
        self.key = ""
        """The hash of the key for browsers that are told of one, once there is one."""
        self._flag: str | None = "" if flag else None
        """That key. It is kept here, between engines, and nowhere else."""
        self._home, self._extra = home, extra
        self._books, self._notebook = books, notebook
        self._gap = False
        self._stopping = False
        self._done: dict[int, asyncio.Event] = {}
        self._orders = 0
        self._up = False
        self._relief = Relief()
        self._relieving: asyncio.Task[None] | None = None
        self._next: Engine | None = None
        """An engine that took over and is watched from now on."""

    @property
    def ready(self) -> Engine | None:
        """The engine, where a metered host may be handed to it now."""
        engine = self.engine
        if self.mode == "on" and engine is not None and engine.healthy:
            return engine
        return None

    def missed(self) -> None:
        """Hear that a metered host was tunnelled straight: a gap, unless that is what is wanted."""
        engine = self.engine
        if engine is None or engine.ended.is_set() or not engine.port:
            self._begin_gap("engine-ended")
        else:
            self._begin_gap("engine-declined" if engine.healthy else "engine-hung")

    async def run(self) -> None:
        """Keep an engine running until `stop`."""
        short = 0
        while not self._stopping:
            await asyncio.sleep(BACK_OFF[min(short, len(BACK_OFF) - 1)])
            began = asyncio.get_running_loop().time()
            await self._one_run()
            lasted = asyncio.get_running_loop().time() - began
            retired = self.engine is not None and (self.engine.retiring or self._next is not None)
            short = 0 if retired else 1 if lasted > SHORT else short + 1
            if not self.first.done() and short > 2:  # noqa: PLR2004 - twice is no accident
                self.first.set_exception(
                    KnownError(
                        "The metering engine does not start.",
                        "See log/meter.log in the home folder.",
                    )
                )
                return

    async def stop(self, patience: float) -> None:
        """End the engine; what it has is committed first."""
        self._stopping = True
        if self.engine is not None:
            await self.engine.stop(patience)
        await self._relief.end(patience)
        self._end_gap()
        self.passing.end_all()

    async def change(self, mode: Mode, patience: float = 5.0) -> None:
        """Change the mode, and return when the engine did it.

        Doors close first: from the first moment no new connection is opened. An engine that does
        not confirm is ended, so that nothing is matched that should not be.
        """
        before, self.mode = self.mode, mode
        engine = self.engine
        if engine is None or engine.ended.is_set() or not engine.port:
            await self._relief.end(LEAVING)
            return
        self._orders += 1
        done = self._done[self._orders] = asyncio.Event()
        engine.tell(do="mode", mode=mode, order=self._orders)
        try:
            if mode != "on":
                await self._relief.end(LEAVING)
            async with asyncio.timeout(patience):
                await done.wait()
        except TimeoutError:
            engine.kill()
        finally:
            del self._done[self._orders]
        if mode == "on" and before != "on":
            self.resumed()

    def _made(self) -> Engine:
        engine = Engine(self._home, self._extra, lambda report: self._hear(engine, report))
        return engine

    async def _relieve(self, large: Engine) -> None:
        """Put another engine in the place of one that serves, if all is still as it was by then."""
        fresh, mode = self._made(), self.mode
        if not await self._relief.prepare(fresh, mode, self._flag):
            return
        if self._stopping or self.engine is not large or self.mode != mode:
            fresh.kill()
            return
        self.engine = self._next = fresh
        self.hosts, self._up = fresh.hosts, True
        self._relief.retire(large)

    async def _one_run(self) -> None:
        engine, self._next = self._next, None
        if engine is None:
            engine = self.engine = self._made()
            self._up = False
            await engine.start(self.mode, self._flag)
        began, looked = engine.heard_at, asyncio.get_running_loop().time()
        while not engine.ended.is_set():
            if self.engine is not engine:
                return
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(TICK):
                    await engine.ended.wait()
            now = asyncio.get_running_loop().time()
            # Where this process itself was held up, the engine's words are still unread.
            if now - looked < HUNG / 2:
                self._judge(engine, now - began)
            looked = now
        self._up = False
        if not self._stopping and engine.port:
            self._begin_gap("engine-ended")

    def _judge(self, engine: Engine, since_start: float) -> None:
        age = engine.age()
        if not engine.port:
            if since_start > STARTING:
                engine.kill()
        elif age > KILLED:
            self._notebook.note("engine", "Hung")
            engine.kill()
        elif age > HUNG:
            self._up = False
            self._begin_gap("engine-hung")
        elif self._gap and engine.healthy:
            if self.straight():
                self.resumed()
            else:
                self._end_gap()

    def _begin_gap(self, reason: str) -> None:
        if self._gap or self._stopping or self.mode != "on":
            return
        self._gap = True
        at = pages.now()
        self._books.enter(lambda log: log.span("gap", at, reason))

    def _end_gap(self) -> None:
        if not self._gap:
            return
        self._gap = False
        at = pages.now()
        self._books.enter(lambda log: log.end_span("gap", at))

    def _hear(self, engine: Engine, report: Report) -> None:
        match report.get("is"):
            case "ready" if engine is self.engine:
                self.hosts = engine.hosts
                if engine.flag:
                    self._flag, self.key = engine.flag["key"], engine.flag["hash"]
                if not self.first.done():
                    self.first.set_result(None)
            case "failed" if not self.first.done():
                self.first.set_exception(KnownError(report["message"], report.get("hint", "")))
            case "mode" if (done := self._done.get(report["order"])) is not None:
                done.set()
            case "renewing" if engine is self.engine and report.get("why") == "memory":
                if self._relieving is None or self._relieving.done():
                    self._relieving = asyncio.create_task(self._relieve(engine))
            case "renewing":
                engine.retiring = True
                self._begin_gap(str(report.get("why")))
            case _:
                self._note(report)
        if not self._up and engine is self.engine and engine.port:
            self._up = True
            self.resumed()

    def _note(self, report: Report) -> None:
        match report.get("is"):
            case "passed":
                self.passing.begin(report["platform"], report["why"], float(report["seconds"]))
            case "fault":
                self._notebook.note(str(report.get("where")), str(report.get("type")))
                if report.get("where") in COUNTING:
                    self.passing.fault(str(report.get("type")))
