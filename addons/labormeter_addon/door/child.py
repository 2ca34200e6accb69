"""The engine as the door knows it: a child process that says again and again that it lives.

door   --JSON lines-->  stdin   engine     begin, mode, stop; end of file: stop
door   <--JSON lines--  stdout  engine     ready, failed, beat, mode, fault, passed
door   ==sockets==>     a line  engine     clients whose way is open (`hand`), where the system can
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import secrets
from typing import TYPE_CHECKING, Any, Final

from labormeter import roles
from labormeter_addon.door import hand

if TYPE_CHECKING:
    from collections.abc import Callable

    from labormeter.home import Home
    from labormeter_addon.door.arguments import Extra
    from labormeter_addon.door.pump import Opening

FRESH: Final = 1.5
"""Seconds since its last word for which the engine counts as healthy; it speaks four times in
each second."""

SECRET_VARIABLES: Final = ("SSLKEYLOGFILE", "MITMPROXY_SSLKEYLOGFILE")
"""Where these are set, mitmproxy would write the keys of every session into a file."""

type Report = dict[str, Any]


class Engine:
    """One run of the engine."""

    def __init__(self, home: Home, extra: Extra, hear: Callable[[Report], None]) -> None:
        self.port = 0
        self.hosts: frozenset[str] = frozenset()
        self.token = secrets.token_hex(16)
        self.flag_token = secrets.token_hex(16)
        """For clients whose browser was told of a key by its hash."""
        self.flag: dict[str, str] = {}
        """That key (`leaves`), and its hash; empty where there is none."""
        self.ended = asyncio.Event()
        self.retiring = False
        """It said that it makes way for another, and takes no new connections."""
        self.heard_at = asyncio.get_running_loop().time()
        self._line = roles.command("engine", "--home", str(home.root), *extra.line())
        self._hear = hear
        self._process: asyncio.subprocess.Process | None = None
        self._reading: asyncio.Task[None] | None = None
        self._hand: hand.Hand | None = None

    @property
    def pid(self) -> int:
        """The process, 0 before there is one."""
        return 0 if self._process is None else self._process.pid

    async def start(self, mode: str, flag: str | None = None) -> None:
        """Start the child; `ready` or `failed` is its first report.

        `flag` is the key for browsers that are told of one: empty where it is to make it, None where
        no browser here wants one.
        """
        inherited = {k: v for k, v in os.environ.items() if k.upper() not in SECRET_VARIABLES}
        self._hand = line = hand.made()
        given = {} if line is None else {"hand": line.far.fileno()}
        self._process = await asyncio.create_subprocess_exec(
            *self._line,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            env=inherited,
            limit=1024 * 1024,
            pass_fds=tuple(given.values()),
        )
        self._reading = asyncio.create_task(self._read())
        begin: Report = {"token": self.token, "mode": mode, **given}
        if flag is not None:
            begin["flag"] = {"token": self.flag_token, "key": flag}
        self.tell(do="begin", **begin)
        if line is not None:
            line.far.close()

    def give(self, client: Opening, server: Opening) -> bool:
        """Give a client's socket to the engine, which opened `server` for it; False: pump."""
        return self._hand is not None and self._hand.give(client, server)

    def tell(self, **word: object) -> None:
        """Send one command; an engine that is gone hears nothing."""
        process = self._process
        if process is None or process.stdin is None or process.stdin.is_closing():
            return
        with contextlib.suppress(OSError, RuntimeError):
            process.stdin.write(json.dumps(word).encode() + b"\n")

    def age(self) -> float:
        """Return how many seconds ago the engine last spoke."""
        return asyncio.get_running_loop().time() - self.heard_at

    @property
    def healthy(self) -> bool:
        """Whether it is ready and spoke just now."""
        alive = self.port > 0 and not self.ended.is_set() and self.age() < FRESH
        return alive and not self.retiring

    async def stop(self, patience: float) -> None:
        """Let it finish what it has, then end it."""
        self.tell(do="stop")
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(patience):
                await self.ended.wait()
        self.kill()
        await self.ended.wait()

    def kill(self) -> None:
        """End it at once."""
        if self._process is not None and self._process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                self._process.kill()

    async def _read(self) -> None:
        assert self._process is not None  # noqa: S101 - started above
        assert self._process.stdout is not None  # noqa: S101 - a pipe was asked for
        try:
            while line := await self._process.stdout.readline():
                self._take(line)
        except ValueError:
            self.kill()
        await self._process.wait()
        if self._hand is not None:
            self._hand.close()
        self.ended.set()

    def _take(self, line: bytes) -> None:
        self.heard_at = asyncio.get_running_loop().time()
        try:
            report = json.loads(line)
        except ValueError:
            return
        if not isinstance(report, dict):
            return
        if report.get("is") == "ready":
            self.hosts = frozenset(report["hosts"])
            self.port = int(report["port"])
            self.flag = report.pop("flag", {})
        self._hear(report)
