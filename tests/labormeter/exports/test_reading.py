"""Files from others are read in a process of their own: what ends it ends one file."""

import json
import sys
from pathlib import Path

import pytest

from labormeter import roles
from labormeter.exports import reading
from labormeter.exports.document import Document, read, write
from labormeter.exports.form import KINDS, Kind
from labormeter.exports.hostile import LARGEST

from .sample import TODAY, document

CARD = write(document("room"))


def test_good_files_are_opened_while_bad_ones_are_refused(tmp_path: Path) -> None:
    files = {
        "one.json": CARD,
        "nan.json": CARD.replace(b'"removed":0', b'"removed":NaN'),
        "two.json": write(document("room", handle="oak-ash")),
        "deep.json": b"[" * 300_000,
        "large.json": b" " * (LARGEST + 10),
        "zip.json": b"PK\x03\x04",
        "study.json": write(document("study")),
    }
    paths = []
    for name, data in files.items():
        paths.append(tmp_path / name)
        paths[-1].write_bytes(data)
    paths.append(tmp_path / "missing.json")
    found = reading.opened(paths, today=TODAY)
    assert [one.name for one in found] == [path.name for path in paths]
    good = {one.name: one.document for one in found if one.document is not None}
    assert good == {
        "one.json": document("room"),
        "two.json": document("room", handle="oak-ash"),
        "study.json": document("study"),
    }
    assert all(one.sentence.endswith(".") for one in found if one.document is None)


def test_a_file_that_ends_the_child_is_refused_and_the_others_are_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    child = (
        "import sys; from labormeter.exports import reading as r\n"
        "real = r._verdict\n"
        "r._verdict = lambda data, today: sys.exit(9) if data == b'kill' else real(data, today)\n"
        "r.main(sys.argv[1])\n"
    )
    monkeypatch.setattr(roles, "command", lambda *words: [sys.executable, "-c", child, words[1]])
    found = reading.judged([("a", CARD), ("b", b"kill"), ("c", None), ("d", CARD)], today=TODAY)
    assert [one.document is not None for one in found] == [True, False, False, True]
    assert "memory and the time" in found[1].sentence


def test_a_file_that_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    child = "import sys; sys.stdin.buffer.read()"
    monkeypatch.setattr(roles, "command", lambda *_words: [sys.executable, "-c", child])
    monkeypatch.setattr(reading, "PATIENCE", 0.2)
    monkeypatch.setattr(reading, "_SIZE", reading._SIZE)
    (found,) = reading.judged([("a", CARD * 100)], today=TODAY)
    assert found.document is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_a_file_that_wants_too_much_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    child = (
        "import sys; from labormeter.exports import reading as r\n"
        "r._verdict = lambda data, today: bytearray(8 * 1024**3)\n"
        "r.main(sys.argv[1])\n"
    )
    monkeypatch.setattr(roles, "command", lambda *words: [sys.executable, "-c", child, words[1]])
    (found,) = reading.judged([("a", CARD)], today=TODAY)
    assert found.document is None


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_accepted_is_taken_in_as_it_was_read(kind: Kind) -> None:
    data = write(document(kind))
    assert taken(data) == read(data, today=TODAY)
    empty = json.loads(data)
    for table in empty["resources"]:
        del table["data"][1:]
    bare = json.dumps(empty).encode()
    assert taken(bare) == read(bare, today=TODAY)
    assert taken(bare).remarks == read(bare, today=TODAY).remarks != ()


def taken(data: bytes) -> Document:
    (found,) = reading.judged([("a", data)], today=TODAY)
    assert found.document is not None
    return found.document


@pytest.mark.parametrize("answer", [b"+", b"+abc", b"+\x02\0\0\0{}", b"+\x02\0\0\0[]", b""])
def test_an_answer_that_is_none_takes_nothing_in(
    answer: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    child = (
        "import sys; from labormeter.exports import reading as r\n"
        f"r._verdict = lambda data, today: {answer!r}\n"
        "r.main(sys.argv[1])\n"
    )
    monkeypatch.setattr(roles, "command", lambda *words: [sys.executable, "-c", child, words[1]])
    (found,) = reading.judged([("a", CARD)], today=TODAY)
    assert found.document is None
    assert "memory and the time" in found.sentence


def test_nothing_to_read_starts_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(roles, "command", lambda *_words: pytest.fail("a child was started"))
    assert reading.judged([], today=TODAY) == []
