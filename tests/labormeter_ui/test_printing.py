from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zlib
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from labormeter import roles
from labormeter.cli.main import cli
from labormeter.home import Home
from labormeter.ledger.log import Log
from labormeter.testing import NOON, act

if TYPE_CHECKING:
    from pathlib import Path


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


def printed(tmp_path: Path, html: str, name: str = "out.pdf") -> subprocess.CompletedProcess[bytes]:
    source = tmp_path / "page.html"
    source.write_text(html, encoding="utf-8")
    line = roles.command("printer", str(source), str(tmp_path / name))
    return subprocess.run(line, check=False, capture_output=True, timeout=60)


def test_a_page_becomes_a_pdf_with_fonts_so_that_its_text_can_be_selected(tmp_path: Path) -> None:
    done = printed(tmp_path, "<title>Wage</title><h1>At least 12.50 EUR</h1>")
    assert (done.returncode, done.stderr) == (0, b"")
    content = (tmp_path / "out.pdf").read_bytes()
    assert pages(content) == 1
    assert b"/Font" in content
    assert b"/ToUnicode" in content or b"ToUnicode" in inflated(content)


def inflated(content: bytes) -> bytes:
    found = []
    for part in re.findall(rb"stream\r?\n(.*?)endstream", content, re.DOTALL):
        try:
            found.append(zlib.decompress(part))
        except zlib.error:
            continue
    return b"".join(found)


def test_long_tables_run_over_several_pages(tmp_path: Path) -> None:
    rows = "<tr><td>like</td><td>0.001222</td></tr>" * 300
    head = "<thead><tr><th>act</th><th>rate</th></tr></thead>"
    assert printed(tmp_path, f"<table>{head}{rows}</table>").returncode == 0
    assert pages((tmp_path / "out.pdf").read_bytes()) > 3


def test_a_place_that_cannot_be_written_is_told_and_exits_with_one(tmp_path: Path) -> None:
    done = printed(tmp_path, "<p>x</p>", "missing/out.pdf")
    assert done.returncode == 1
    assert b"cannot be written" in done.stderr
    assert sys.platform == "win32" or b"Traceback" not in done.stderr


poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None and not os.environ.get("CI"),
    reason="poppler is not installed; `make system` does it, and CI must have it",
)


def texts(pdf: Path) -> list[str]:
    """Return the text of each page as it stands there, read by poppler."""
    line = [shutil.which("pdftotext") or "pdftotext", "-layout", str(pdf), "-"]
    said = subprocess.run(line, check=True, capture_output=True, timeout=60).stdout
    return said.decode().split("\f")[:-1]


@poppler
def test_every_page_says_its_title_and_which_of_all_it_is(tmp_path: Path) -> None:
    words = "<p>" + "</p><p>".join(f"sentence {number}" for number in range(200)) + "</p>"
    printed(tmp_path, f"<title>Wage &amp; hours</title>{words}")
    found = texts(tmp_path / "out.pdf")
    assert len(found) > 2
    for number, text in enumerate(found, 1):
        last = text.rstrip().splitlines()[-1]
        assert last.startswith("Wage & hours")
        assert last.replace(" ", "").endswith(f"{number}/{len(found)}")
    assert "".join(found).count("sentence 77\n") == 1


@poppler
@pytest.mark.parametrize("before", range(28, 64, 3))
def test_nothing_that_belongs_together_is_torn_apart(tmp_path: Path, before: int) -> None:
    """Wherever the page ends: a heading stands with its table, a source with what is said of it."""
    lines = "<p>line</p>" * before
    table = "<table><tr><td>id</td><td>source<br>seen<br>carried<br>equals</td></tr></table>"
    printed(tmp_path, f"{lines}<h2>Heading</h2>{table * 6}")
    for text in texts(tmp_path / "out.pdf"):
        assert text.count("source") == text.count("seen") == text.count("equals")
        assert "Heading" not in text or "source" in text


@poppler
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_statement_prints_each_figure_in_one_piece(tmp_path: Path, language: str) -> None:
    """A million of likes, and what was received: the widest figures that a column must hold."""
    home = Home(tmp_path / "home").create()
    acts = [act(platform="facebook", quantity=1_234_567, net=1_234_567)]
    acts += [
        act(platform="bing", activity="reward", quantity=345_678_901, net=345_678_901, unit="EUR")
    ]
    with Log.open(home, now=NOON) as log:
        log.append(acts)
    out = tmp_path / "out.pdf"
    words = ["--home", str(home.root), "statement", "--language", language, "-o", str(out)]
    assert CliRunner().invoke(cli, words, catch_exceptions=False).exit_code == 0
    whole = "\n".join(texts(out)).replace("\u202f", " ").replace("\xa0", " ")
    line = next(line for line in whole.splitlines() if "CF-15" in line)
    assert {"en": "1,234,567", "fr": "1 234 567"}[language] in line
    assert {"en": "1,508.640874", "fr": "1 508,640874"}[language] in line
    assert "MT-02" in whole
    assert {"en": "345.68 EUR", "fr": "345,68 EUR"}[language] in whole
