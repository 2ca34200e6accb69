import io
import re

import pytest

from labormeter.archives import markup


def test_blocks_over_the_edges_of_what_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markup, "BLOCK", 7)
    content = b"head<li>one</li><li>two</li><li>three"
    found = list(markup.blocks(io.BytesIO(content), re.compile("<li>")))
    assert found == ["one</li>", "two</li>", "three"]


def test_a_block_may_be_only_so_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markup, "LARGEST", 100)
    monkeypatch.setattr(markup, "BLOCK", 50)
    found = list(markup.blocks(io.BytesIO(b"<li>" + b"x" * 5000 + b"<li>y"), re.compile("<li>")))
    assert len(found) == 2
    assert len(found[0]) < 300
    assert found[1] == "y"


def test_plain() -> None:
    assert markup.plain("Liked&nbsp;<a href='x'>this &amp; that</a>") == "Liked  this & that"
