import re
import shutil
import subprocess
from datetime import UTC, datetime

import manual
import pytest

from labormeter.cli.main import VERBS

PAGE = manual.page(datetime(2026, 11, 25, tzinfo=UTC))


def test_each_verb_has_its_place() -> None:
    for verb in VERBS:
        assert re.search(rf"^\.B {verb} ", PAGE, re.MULTILINE), verb
    assert r".B shift pause " in PAGE
    assert r"\-\-home DIR" in PAGE


def test_the_same_tree_gives_the_same_page() -> None:
    assert manual.page(datetime(2026, 11, 25, tzinfo=UTC)) == PAGE
    assert '"2026-11-25"' in PAGE


@pytest.mark.parametrize(
    ("text", "roff"),
    [
        (".TH is no request here", r"\&.TH is no request here"),
        ("'so it is", r"\&'so it is"),
        ("a-b\\c", r"a\-b\ec"),
        ("two\n\n  lines", "two lines"),
        ("~/x", r"\(ti/x"),
        ("", ""),
    ],
)
def test_text_stands_as_it_is(text: str, roff: str) -> None:
    assert manual.plain(text) == roff


@pytest.mark.skipif(shutil.which("groff") is None, reason="no groff here")
def test_the_page_can_be_set() -> None:
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-Kutf8", "-ww"],
        input=PAGE.encode(),
        capture_output=True,
        check=True,
        timeout=60,
    )
    faults = [line for line in done.stderr.decode().splitlines() if "adjust line" not in line]
    assert not [line for line in faults if "break line" not in line], faults
    assert b"labormeter" in done.stdout
