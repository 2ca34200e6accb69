from __future__ import annotations

import re
import subprocess
import sys
import zlib
from typing import TYPE_CHECKING

from labormeter import roles

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
