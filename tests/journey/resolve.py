"""A mitmproxy script for tests alone: every name leads to the stand-in on loopback."""

import asyncio
import os
import socket
from typing import Any


def running() -> None:
    port = int(os.environ["STANDIN_PORT"])

    async def resolve(*_: Any, **__: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    asyncio.get_running_loop().getaddrinfo = resolve  # type: ignore[method-assign]
