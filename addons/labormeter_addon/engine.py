"""`python -m labormeter_addon.engine`: the child of the front door that opens metered connections.

It has mitmproxy's own machinery and none of its faces: no log of addresses, no settings file of
another tool, no port that others could use. It stops when its stdin closes.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import signal
import socket
import sys
import time
from typing import TYPE_CHECKING, Any, Final

from mitmproxy import exceptions
from mitmproxy.options import Options

from labormeter import platforms, settings
from labormeter.browser import authority
from labormeter.errors import KnownError
from labormeter.home import Home
from labormeter.ledger.log import Log
from labormeter.practice import place
from labormeter.rules import load
from labormeter_addon import quiet
from labormeter_addon.challenge import Challenges
from labormeter_addon.closing import Closing
from labormeter_addon.dispatch import EngineMaster
from labormeter_addon.door import arguments
from labormeter_addon.gate import Gate, Tokens
from labormeter_addon.leaves import Leaves
from labormeter_addon.lesson import Lesson
from labormeter_addon.link import Link
from labormeter_addon.meter import LARGE, Metering
from labormeter_addon.pen import LedgerPen
from labormeter_addon.preflight import Preflight
from labormeter_addon.relay import Relay
from labormeter_addon.renewal import Renewal
from labormeter_addon.returning import Returning
from labormeter_addon.standing import Standing
from labormeter_addon.taking import Taking
from labormeter_addon.visits import Visits
from labormeter_addon.wide import Wide
from labormeter_addon.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from labormeter.browser.authority import Unlocked
    from labormeter.rules.index import Packs
    from labormeter_addon.writer import Pen

BEAT: Final = 0.25
"""Seconds between two signs of life."""
HEALTH: Final = 5.0
"""Seconds between two notes of when platforms were last seen."""
LOOK: Final = 1.0
"""Seconds between two looks whether the engine is to be renewed."""
DRAIN: Final = 30.0
"""Seconds that connections have to come to rest before it is."""
AGAIN: Final = 60.0
"""Seconds after which another engine is asked for again, where none came."""
FLUSH: Final = 2.0
"""Seconds that the writer has to commit what waits when the engine stops."""
LONG: Final = 3600
"""Seconds for which a connection may be silent: mitmproxy's ten minutes cut quiet long polls."""

OPTIONS: Final[dict[str, Any]] = {
    "onboarding": False,
    "upstream_cert": False,
    "tcp_timeout": LONG,
    "stream_large_bodies": str(LARGE),
}
"""What is set once mitmproxy's addons have brought their options. Bodies that no rule needs stream
from 256 kB on; that is decided in `meter`, so that what a rule needs can be held back beyond it."""


class Engine:
    """One engine, from its first word to its end."""

    def __init__(self, home: Home, extra: arguments.Extra, link: Link) -> None:
        self._home, self._extra, self._link = home, extra, link
        self._faults: list[str] = []
        self._ready = False
        self._leaves: Leaves | None = None
        self._relieved = asyncio.Event()
        quiet.silence(self.note)

    def note(self, place: str, kind: str) -> None:
        """Tell the door of an error, by names alone."""
        if not self._ready:
            self._faults.append(kind)
        self._link.tell(**{"is": "fault", "where": place, "type": kind})

    def trouble(self, place: str, bug: Exception) -> None:
        """Tell the door that something of ours failed; the traffic goes on."""
        self.note(place, type(bug).__name__)

    async def run(self, begin: dict[str, Any]) -> None:
        """Serve until the door says stop or is gone."""
        packs = metered(self._home)
        names = owners(packs)
        opened = self._unlocked(names)
        self._standing = Standing(names, private_upstream=self._extra.private, mode=begin["mode"])
        self._standing.tell = lambda platform, why, seconds: self._link.tell(
            **{"is": "passed", "platform": platform, "why": why, "seconds": seconds}
        )
        lead_practice(self._home)
        visits = self._visits = Visits(packs, self._standing, self.trouble)
        self._writer = Writer(lambda: LedgerPen(self._home, packs, visits.solved), self.trouble)
        self._lesson = Lesson(self._home, packs)
        await self._writer.opened
        self._master = self._mitmproxy(opened.passphrase)
        self._closing = Closing(self._master, self._standing)
        self._returning = Returning(self._master, self._standing)
        if "flag" in begin:
            self._leaves = Leaves(begin["flag"]["key"], names)
            self._leaves.join(self._master)
        self._add(packs, Tokens(begin["token"], begin.get("flag", {}).get("token", "")))
        if "hand" in begin:
            self._taking = Taking(self._master, begin["hand"], self.trouble)
        self._link.listen(asyncio.get_running_loop(), self._hear, self._master.end)
        renewal = Renewal(self._home, names, lambda: owners(metered(self._home)))
        works = (
            self._beat(),
            self._health(),
            self._renew(renewal),
            self._lesson.watch(),
            self._returning.watch(),
        )
        tasks = [asyncio.create_task(work) for work in works]
        try:
            await self._master.run()
        finally:
            for task in tasks:
                task.cancel()
            self._writer.aside(self._visits.write)
            await self._writer.close(FLUSH)

    def _unlocked(self, hosts: Mapping[str, str]) -> Unlocked:
        """Open the certificate's key, and say in the ledger where it had to be a new one."""
        now = time.time_ns() // 1000
        opened = authority.unlock(self._home, hosts, now)
        if opened.lost:
            with Log.open(self._home, now=now) as log:
                log.remark(now, authority.LOST)
        return opened

    def _mitmproxy(self, phrase: str | None) -> EngineMaster:
        options = Options(
            confdir=str(self._home.ca),
            cert_passphrase=phrase,
            listen_host="127.0.0.1",
            listen_port=0,
            http2=True,
        )
        master = EngineMaster(options)
        options.update(**OPTIONS)
        options.add_option(arguments.PRIVATE, bool, False, "Let metered hosts be local (tests).")
        try:
            options.set(*self._extra.sets, defer=True)
            options.update(scripts=list(self._extra.scripts))
        except (exceptions.OptionsError, ValueError) as error:
            raise KnownError(str(error).rstrip(".") + ".", "See the words after --.") from error
        return master

    def _add(self, packs: Packs, tokens: Tokens) -> None:
        private = self._extra.private
        standing, writer = self._standing, self._writer
        self._master.addons.add(
            Relay(self._home, self.trouble, private=private),
            Wide(self.trouble),
            Gate(
                standing,
                Preflight(private=private),
                self._home,
                tokens,
                self.trouble,
                leaves=self._leaves,
            ),
            Metering(
                packs,
                standing,
                writer,
                Challenges(standing, writer),
                self.trouble,
                lesson=self._lesson,
            ),
            self._visits,
            self._closing,
            self._returning,
            Ready(self),
        )

    def began(self) -> None:
        """Tell the door where the engine listens, or why it cannot."""
        master = self._master
        if master.options.deferred:
            unknown = ", ".join(sorted(master.options.deferred))
            self.fail(KnownError(f"Unknown option: {unknown}.", "See the words after --."))
        elif self._faults:
            kinds = ", ".join(sorted(set(self._faults)))
            self.fail(KnownError(f"A script could not be loaded ({kinds}).", "Mend it."))
        else:
            self._ready = True
            proxy = master.addons.get("proxyserver")
            port = next(iter(proxy.listen_addrs()))[1]
            hosts = sorted(self._standing.platforms)
            flag = {} if self._leaves is None else {"flag": self._leaves.report()}
            self._link.tell(**{"is": "ready", "port": port, "hosts": hosts, **flag})

    def fail(self, error: KnownError) -> None:
        """Tell the door why no engine can run here, and stop."""
        self._link.tell(**{"is": "failed", "message": error.message, "hint": error.hint})
        self._master.end()

    def _hear(self, word: dict[str, Any]) -> None:
        match word.get("do"):
            case "mode":
                self._standing.mode = word["mode"]
                if word["mode"] != "on":
                    self._closing.begin()
                self._link.tell(**{"is": "mode", "order": word["order"], "mode": word["mode"]})
            case "retire":
                self._relieved.set()
            case "stop":
                self._master.end()

    async def _beat(self) -> None:
        while True:
            self._link.tell(**{"is": "beat"})
            await asyncio.sleep(BEAT)

    async def _health(self) -> None:
        while True:
            await asyncio.sleep(HEALTH)
            self._writer.aside(self._visits.write)
            if self._standing.traffic:
                seen = {name: int(at * 1e6) for name, at in self._standing.traffic.items()}
                self._standing.traffic.clear()
                self._writer.aside(_noted(seen))

    async def _renew(self, renewal: Renewal) -> None:
        """Make way for another engine where there is a reason, without cutting what is under way."""
        while True:
            why = renewal.due()
            if why is not None:
                break
            await asyncio.sleep(LOOK)
        self._link.tell(**{"is": "renewing", "why": why})
        while why == "memory":
            # The door says when another is ready; until then this one serves on.
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(AGAIN):
                    await self._relieved.wait()
                    break
            self._link.tell(**{"is": "renewing", "why": why})
        await self._closing.drain(DRAIN)
        self._master.end()


class Ready:
    """Tells the engine that mitmproxy serves."""

    name = "labormeter_ready"

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def running(self) -> None:
        """Pass it on."""
        self._engine.began()


def _noted(seen: dict[str, int]) -> Callable[[Pen], None]:
    return lambda pen: pen.health(seen)


def metered(home: Home) -> Packs:
    """Return the packs that are switched on, on the hosts that the person knows of."""
    packs, _ = load.load(home.packs)
    return packs.metering(platforms.metered(packs, settings.read(home.settings)))


def owners(packs: Packs) -> dict[str, str]:
    """Return the platform of every host that is opened, the first where several share one."""
    found = reversed(packs.platforms)
    return {host: pack.platform for pack in found for host in packs.hosts(pack.platform)}


def lead_practice(home: Home) -> None:
    """Let the practice host resolve to its port on this computer; all else resolves as ever."""
    loop = asyncio.get_running_loop()
    ask = loop.getaddrinfo

    async def resolve(host: Any, port: Any, **how: Any) -> Any:  # noqa: ANN401 - the loop's own types
        if host == place.HOST:
            number = place.port(home)
            if number is None:
                raise OSError
            return [
                (socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", ("127.0.0.1", number))
            ]
        return await ask(host, port, **how)

    loop.getaddrinfo = resolve  # type: ignore[method-assign]  # the one hook there is


TURN: Final = 0.0005
"""Seconds for which the loop may keep the interpreter from the writer, whose commit an answer
waits for; Python's own 5 ms would be added to each of its steps while the loop is busy."""


def main() -> int:
    """Run the engine; a role border."""
    parser = argparse.ArgumentParser(prog="engine")
    parser.add_argument("--home", required=True)
    parser.add_argument("-s", action="append", default=[])
    parser.add_argument("--set", action="append", default=[])
    given = parser.parse_args()
    quiet.no_core_dumps()
    quiet.no_peeking()
    sys.setswitchinterval(TURN)
    # Ctrl-C in a terminal reaches the whole family; the door decides when the engine ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    link = Link()
    begin = link.begin()
    if not begin:
        return 0
    engine = Engine(Home.find(given.home), arguments.Extra(tuple(given.s), tuple(given.set)), link)
    try:
        asyncio.run(engine.run(begin))
    except KnownError as error:
        link.tell(**{"is": "failed", "message": error.message, "hint": error.hint})
        return 1
    except Exception as bug:  # noqa: BLE001 - a role border; the text may hold personal data
        with contextlib.suppress(Exception):
            engine.trouble("engine", bug)
        return 70
    return 0


if __name__ == "__main__":
    sys.exit(main())
