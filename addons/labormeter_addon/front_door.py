"""`python -m labormeter_addon.front_door --home DIR [--port N] [-- MITMPROXY ARGS]`: the meter.

Front door and supervisor in one small process, on the standard library. A role border: whatever
comes out of here ends as one sentence and an exit code.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import signal
import sys
from typing import TYPE_CHECKING, Final

from labormeter import lock
from labormeter.announce import Notices
from labormeter.browser import find, flag, profile
from labormeter.errors import KnownError
from labormeter.home import Home
from labormeter_addon import quiet
from labormeter_addon.door import arguments, port
from labormeter_addon.door import books as pages
from labormeter_addon.door.asleep import Asleep
from labormeter_addon.door.books import Books
from labormeter_addon.door.dial import Dialler
from labormeter_addon.door.listen import Door
from labormeter_addon.door.supervise import Supervisor
from labormeter_addon.door.wishes import Wishes
from labormeter_addon.notebook import Notebook

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable, Sequence

    from labormeter.ledger.log import Kind, Log
    from labormeter.lock import Hold
    from labormeter_addon.door.arguments import Extra
    from labormeter_addon.door.books import Entry
    from labormeter_addon.door.pump import Opening

PULSE: Final = 5.0
"""Seconds between two signs of life in the ledger."""
FLUSH: Final = 3.0
"""Seconds that the engine has to commit what it holds when the meter stops."""
BUG: Final = 70


def main(words: Sequence[str] | None = None) -> int:
    """Meter until asked to stop; return the exit code."""
    try:
        given, extra = read(sys.argv[1:] if words is None else words)
        home = Home.find(given.home).create()
        quiet.no_core_dumps()
        with lock.hold(home.lock) as hold, port.listen(home, given.port) as door:
            asyncio.run(meter(home, door, extra, hold))
    except KnownError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except KeyboardInterrupt:
        return 0
    except Exception as bug:  # noqa: BLE001 - a role border; the text may hold personal data
        sys.stderr.write(f"This is a bug of labormeter ({type(bug).__name__}). Please report it.\n")
        return BUG
    return 0


def read(words: Sequence[str]) -> tuple[argparse.Namespace, Extra]:
    """Read the command line; argparse ends the program with 2 where it is not understood."""
    own = list(words)
    rest: list[str] = []
    if "--" in own:
        cut = own.index("--")
        own, rest = own[:cut], own[cut + 1 :]
    parser = argparse.ArgumentParser(prog="labormeter meter", description="Meter until stopped.")
    parser.add_argument("--home", metavar="DIR")
    parser.add_argument("--port", type=int, default=0, metavar="N")
    return parser.parse_args(own), arguments.read(rest)


async def meter(home: Home, door: socket.socket, extra: Extra, hold: Hold) -> None:
    """Run door, supervisor and books until a signal or a wish ends them."""
    stop = asyncio.Event()
    listen_for_signals(stop)
    books = Books(home)
    notebook = Notebook(home.log / "meter.log")
    quiet.silence(notebook.note)
    telling = flag.wanted(find.installed())
    if telling:
        quiet.no_peeking()  # the key that no disk holds lies in this memory as well
    supervisor = Supervisor(home, extra, books, notebook, flag=telling)
    serving = Door(supervisor, Dialler(home), notebook, private=extra.private)
    servers = [await _serve(serving.welcome, door)]
    number = door.getsockname()[1]
    running = asyncio.create_task(supervisor.run())
    try:
        if await _first_engine(supervisor, running, stop):
            hold.tell(port=number, **await _way(serving, supervisor, servers))
            await _shift(home, books, supervisor, stop, number)
    finally:
        for server in servers:
            server.close()
        await supervisor.stop(FLUSH)
        serving.close()
        running.cancel()
        books.enter(_ended(pages.now()))
        await books.close(FLUSH)


async def _serve(welcome: Callable[[], Opening], door: socket.socket) -> asyncio.Server:
    return await asyncio.get_running_loop().create_server(welcome, sock=door)


async def _way(
    serving: Door, supervisor: Supervisor, servers: list[asyncio.Server]
) -> dict[str, int | str]:
    """Open the second port for browsers that are told of a key, and return what to tell of it.

    Another port with each meter: a browser that was told of an earlier key finds nobody on its own,
    and goes straight.
    """
    if not supervisor.key:
        return {}
    door = port.bind(0)
    servers.append(await _serve(serving.welcome_told, door))
    return {flag.PORT: door.getsockname()[1], flag.KEY: supervisor.key}


def _ended(at: int) -> Entry:
    def end(log: Log) -> None:
        for kind in _SPANS:
            log.end_span(kind, at)

    return end


_SPANS: Final[tuple[Kind, ...]] = ("private", "pause", "gap", "shift")


async def _first_engine(
    supervisor: Supervisor, running: asyncio.Task[None], stop: asyncio.Event
) -> bool:
    """Wait until there is an engine; False where the meter is to stop before. Raises KnownError."""
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait([supervisor.first, stopping, running], return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    if supervisor.first.done():
        supervisor.first.result()
        return True
    if running.done():
        running.result()
    return False


async def _shift(
    home: Home, books: Books, supervisor: Supervisor, stop: asyncio.Event, number: int
) -> None:
    """Meter from the first engine to the end: one shift."""
    notices = Notices(home)
    at = pages.now()
    books.enter(lambda log: log.recover(at))
    books.enter(lambda log: log.span("shift", at))
    sys.stdout.write(f"metering on 127.0.0.1:{number}\n")
    sys.stdout.flush()
    outdated = flag.outdated(profile.folders(home), supervisor.key)
    notices.started(at, outdated=any(outdated))
    wishes = asyncio.create_task(Wishes(books, supervisor, stop, notices.resumed).run())
    asleep = Asleep(at)
    try:
        while not stop.is_set():
            slept = asleep.look(pages.now())
            if slept is not None and supervisor.mode == "on":
                books.enter(_suspended(*slept))
            books.enter(lambda log: log.pulse(pages.now()))
            notices.remind(pages.now())
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(PULSE):
                    await stop.wait()
    finally:
        wishes.cancel()


def _suspended(began: int, ended: int) -> Entry:
    return lambda log: log.gap(began, ended, "suspended")


def listen_for_signals(stop: asyncio.Event) -> None:
    """Let SIGTERM and Ctrl-C (on Windows Ctrl-C and Ctrl-Break) end the meter in good order."""
    loop = asyncio.get_running_loop()
    for name in ("SIGTERM", "SIGINT", "SIGBREAK"):
        number = getattr(signal, name, None)
        if number is None:
            continue
        try:
            loop.add_signal_handler(number, stop.set)
        except NotImplementedError:
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(stop.set))


if __name__ == "__main__":
    sys.exit(main())
