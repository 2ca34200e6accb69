"""How one role starts another: as a process, never by importing it."""

from __future__ import annotations

import sys
from typing import Final, Literal

type Role = Literal[
    "meter",
    "engine",
    "window",
    "printer",
    "command",
    "schema",
    "trust",
    "reading",
    "picture",
]

MODULES: Final[dict[Role, str]] = {
    "meter": "labormeter_addon.front_door",
    "engine": "labormeter_addon.engine",
    "window": "labormeter_ui.app",
    "printer": "labormeter_ui.printing",
    "command": "labormeter.cli.main",
    "schema": "labormeter.ledger.migrating",
    "trust": "labormeter.browser.trust",
    "reading": "labormeter.exports.reading",
    "picture": "labormeter.room.picture",
}


def command(role: Role, *arguments: str) -> list[str]:
    """Return the command line that starts `role` with the interpreter that runs this one.

    A frozen program has no `-m`: there the role is named by `--role`, and labormeter.frozen
    runs the module.
    """
    if getattr(sys, "frozen", False):
        return [sys.executable, "--role", role, *arguments]
    return [sys.executable, "-m", MODULES[role], *arguments]
