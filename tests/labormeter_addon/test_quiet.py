"""Nothing of what passes reaches a log or a core dump."""

from __future__ import annotations

import logging
import subprocess
import sys

import pytest

from labormeter_addon import quiet


def test_of_what_is_logged_only_names_get_through() -> None:
    root = logging.getLogger()
    kept, level = root.handlers[:], root.level
    heard: list[tuple[str, str]] = []
    try:
        quiet.silence(lambda place, kind: heard.append((place, kind)))
        log = logging.getLogger("mitmproxy.proxy.server")
        log.warning("CANARY")
        log.error("CANARY", exc_info=ValueError("CANARY"))
        log.error("CANARY")
    finally:
        root.handlers[:], root.level = kept, level
        logging.captureWarnings(capture=False)
    assert heard == [("server", "ValueError"), ("server", "Error")]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows writes no core dumps by itself")
def test_core_dumps_are_off() -> None:
    code = (
        "import resource; from labormeter_addon import quiet; quiet.no_core_dumps();"
        "quiet.no_peeking(); print(resource.getrlimit(resource.RLIMIT_CORE))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "(0, 0)\n"
