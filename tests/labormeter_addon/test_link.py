"""JSON lines between engine and door."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

CODE = """
import asyncio, sys
from labormeter_addon.link import Link
link = Link()
print("a script prints", flush=True)
begin = link.begin()
async def main():
    end = asyncio.Event()
    link.listen(asyncio.get_running_loop(), lambda word: link.tell(heard=word), end.set)
    link.tell(begin=begin)
    await end.wait()
    link.tell(over=True)
if begin:
    asyncio.run(main())
"""


def _talk(said: bytes) -> subprocess.CompletedProcess[bytes]:
    line = [sys.executable, "-c", CODE]
    return subprocess.run(line, input=said, capture_output=True, timeout=30, check=True)


def test_hears_every_line_and_the_end() -> None:
    done = _talk(b'{"do":"begin"}\n{"do":"mode"}\nnonsense\n[1]\n')
    assert [json.loads(line) for line in done.stdout.splitlines()] == [
        {"begin": {"do": "begin"}},
        {"heard": {"do": "mode"}},
        {"heard": {}},
        {"heard": {}},
        {"over": True},
    ]


@pytest.mark.parametrize("said", [b"", b"unfinished"])
def test_a_door_that_is_gone_before_it_spoke(said: bytes) -> None:
    assert _talk(said).stdout == b""


def test_what_scripts_print_is_never_a_report() -> None:
    done = _talk(b'{"do":"begin"}\n')
    assert b"a script prints" in done.stderr
    assert b"a script prints" not in done.stdout
