"""`labormeter meter`: meter headless until stopped."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys

import click

from labormeter import roles
from labormeter.errors import KnownError
from labormeter.home import Home  # noqa: TC001 - click looks at it


@click.command(context_settings={"ignore_unknown_options": False})
@click.option(
    "--port", type=int, default=0, metavar="N", help="Port on this computer; kept once chosen."
)
@click.argument("mitmproxy_args", nargs=-1, type=click.UNPROCESSED)
@click.pass_obj
def meter(home: Home, port: int, mitmproxy_args: tuple[str, ...]) -> None:
    """Meter on 127.0.0.1 until SIGTERM or Ctrl-C.

    After -- come mitmproxy's own -s SCRIPT and --set NAME=VALUE.
    """
    if importlib.util.find_spec("mitmproxy") is None:
        raise KnownError("Metering needs mitmproxy.", "Install labormeter with [capture] or [all].")
    line = roles.command(
        "meter", "--home", str(home.root), "--port", str(port), "--", *mitmproxy_args
    )
    if sys.platform == "win32":
        # Windows has no exec: the meter is a child, and gets Ctrl-C by itself.
        with subprocess.Popen(line) as child:
            sys.exit(_wait(child))
    os.execv(line[0], line)  # noqa: S606 - our own interpreter, no shell


def _wait(child: subprocess.Popen[bytes]) -> int:
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:
            continue
