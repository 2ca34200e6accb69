"""Engines of a few lines, for what real ones do not do on request."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from labormeter import roles

if TYPE_CHECKING:
    from collections.abc import Callable

PRELUDE = """
import json, os, sys, threading, time
def tell(**word):
    sys.stdout.write(json.dumps(word) + "\\n"); sys.stdout.flush()
def ready():
    tell(**{"is": "ready", "port": 9, "hosts": ["social.example"]})
def beat(seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        tell(**{"is": "beat"}); time.sleep(0.1)
begin = json.loads(sys.stdin.readline())
"""

type Play = Callable[[str], None]


@pytest.fixture
def play(monkeypatch: pytest.MonkeyPatch) -> Play:
    """Let engines be this script from now on."""

    def begin(script: str) -> None:
        line = [sys.executable, "-c", PRELUDE + script]
        usual = roles.command
        monkeypatch.setattr(
            roles, "command", lambda role, *words: line if role == "engine" else usual(role, *words)
        )

    return begin
