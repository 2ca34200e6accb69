"""The proxy settings of GNOME (and of every desktop that reads its keys), through `gsettings`."""

from __future__ import annotations

import base64
import binascii
import os
import shutil
import subprocess
from typing import Final

from labormeter.browser import pac
from labormeter.errors import KnownError

SCHEMA: Final = "org.gnome.system.proxy"
MODE: Final = "mode"
SCRIPT: Final = "autoconfig-url"
TIMEOUT: Final = 10
"""Seconds that one call may take."""


def present() -> bool:
    """Return whether these settings exist here: the program and the schema."""
    return shutil.which("gsettings") is not None and _run("writable", MODE) is not None


def writable() -> bool:
    """Return whether the person may change them; an administrator can lock a key."""
    return all(_run("writable", key) == "true" for key in (MODE, SCRIPT))


def read(key: str) -> str | None:
    """Return the value as gsettings prints it; None where it is the default."""
    value = _run("get", key)
    if value is None:
        raise KnownError("The desktop's proxy settings cannot be read.", "Try again after a login.")
    return None if value == _run("get", key, memory=True) else value


def write(key: str, value: str | None) -> None:
    """Set a value as gsettings takes it; None puts the default back.

    Raises KnownError where the desktop refuses.
    """
    words = ("reset", key) if value is None else ("set", key, value)
    if _run(*words) is None:
        raise KnownError(
            "The desktop does not take the proxy setting.", "See whether it is locked."
        )


def quoted(text: str) -> str:
    """Return a text as gsettings takes and prints it."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def ours(value: str | None) -> bool:
    """Return whether a PAC setting is one of ours: a script of ours, carried in it whole."""
    head = f"'data:{pac.TYPE};base64,"
    if value is None or not value.startswith(head):
        return False
    try:
        script = base64.b64decode(value[len(head) :].rstrip("'"), validate=True)
    except (binascii.Error, ValueError):
        return False
    return script.startswith(b"var METERED = ") and b'"PROXY 127.0.0.1:' in script


def _run(verb: str, key: str, *more: str, memory: bool = False) -> str | None:
    """Call gsettings; `memory` asks an empty store, which answers with the defaults."""
    environment = dict(os.environ) | ({"GSETTINGS_BACKEND": "memory"} if memory else {})
    try:
        done = subprocess.run(
            ["gsettings", verb, SCHEMA, key, *more],  # noqa: S607 - wherever the system has it
            capture_output=True,
            text=True,
            env=environment,
            timeout=TIMEOUT,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.strip() if done.returncode == 0 else None
