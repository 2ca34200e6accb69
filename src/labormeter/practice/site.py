"""The practice site while it runs: served, and known to the meter by two files in `home/run`.

home/run/practice.lock     held while it runs; says where it listens, and nothing once its process is gone
home/run/practice-ca.pem   the throw-away authority that the engine trusts for its one name
"""

from __future__ import annotations

from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING, Final

from labormeter import lock
from labormeter.browser import secret
from labormeter.errors import KnownError
from labormeter.platforms import PRACTICE_HOST
from labormeter.practice import identity, place
from labormeter.practice.routes import Site
from labormeter.practice.server import Server
from labormeter.practice.square import Square

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from labormeter.home import Home
    from labormeter.practice.routes import Status

ADDRESS: Final = f"https://{PRACTICE_HOST}/"
"""Where the metered browser finds the site."""
START: Final = f"{ADDRESS}start"
"""The metered browser's start page."""


class ServedError(KnownError):
    """Another process serves the practice site for this home."""


@contextmanager
def running(home: Home, now: int, status: Callable[[], Status] = dict) -> Iterator[Square]:
    """Serve the site while the block runs, and hand out its square.

    Raises ServedError where another process serves it for this home.
    """
    home.create()
    try:
        held = lock.hold(place.lock_file(home))
    except lock.HeldError as error:
        raise ServedError(
            "The practice site is already running for this folder.", "Use that one, or end it."
        ) from error
    with held:
        root, context = identity.issue(home.run, now)
        square = Square()
        server = Server(Site(square, status), context)
        thread = server.begin()
        try:
            secret.write(place.authority(home), root)
            held.tell(port=server.port)
            yield square
        finally:
            server.shutdown()
            server.server_close()
            thread.join(5)


@contextmanager
def shared(home: Home, now: int, status: Callable[[], Status] = dict) -> Iterator[Square | None]:
    """Serve the site while the block runs; None where another process of this home does it."""
    with ExitStack() as started:
        square: Square | None = None
        with suppress(ServedError):
            square = started.enter_context(running(home, now, status))
        yield square
