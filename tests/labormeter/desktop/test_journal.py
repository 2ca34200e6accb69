from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from labormeter.desktop.journal import Begun, Journal

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def book(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "desktop.jsonl")


def test_without_a_file_all_is_off(book: Journal) -> None:
    assert book.standing() == "off"
    assert book.begun() == []


def test_goes_from_off_over_halfway_to_on_and_back(book: Journal) -> None:
    book.write(wish="on")
    assert book.standing() == "halfway"
    book.write(step="trust", before={"mode": 448})
    book.write(step="script", before=None)
    book.write(**{"is": "on"})
    assert book.standing() == "on"
    assert book.begun() == [Begun("script", None), Begun("trust", {"mode": 448})]
    book.write(wish="off")
    assert book.standing() == "halfway"
    book.write(undone="script")
    assert book.begun() == [Begun("trust", {"mode": 448})]
    book.close()
    assert book.standing() == "off"
    book.close()


def test_at_every_byte_that_a_power_cut_leaves_the_journal_can_be_read(book: Journal) -> None:
    for step in ("trust", "script", "mode"):
        book.write(step=step, before="x")
    book.write(**{"is": "on"})
    content = book.path.read_bytes()
    for length in range(len(content)):
        book.path.write_bytes(content[:length])
        whole = content[:length].count(b"\n")
        assert len(book.begun()) == min(whole, 3)
        assert book.standing() == ("off" if not whole else "halfway")


def test_is_closed_to_other_users(book: Journal) -> None:
    book.write(wish="on")
    assert book.path.stat().st_mode & 0o077 == 0


def test_lines_that_are_no_json_are_passed_over(book: Journal) -> None:
    book.path.write_bytes(b'\xff\n[1]\n{"step": "mode", "before": null}\n')
    assert book.begun() == [Begun("mode", None)]
