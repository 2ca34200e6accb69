"""What people bring: each bad file is refused with a sentence, and all others have their seat."""

import json
import os
import sqlite3
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from labormeter.errors import KnownError
from labormeter.exports import document, qr, reading, seal
from labormeter.room import taking

from .seated import HANDLES, TODAY, card, cell, likes, put, room


def package(**said: Any) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(document.write(likes(1)[0]))
    made["labormeter"].update(said)
    return made


def with_row(name: str, value: object) -> bytes:
    made = json.loads(document.write(likes(1)[0]))
    head, row = made["resources"][0]["data"]
    row[head.index(name)] = value
    return json.dumps(made).encode()


def hostile(folder: Path) -> dict[str, bytes]:
    """Files that must be refused, by name."""
    good = document.write(likes(1)[0])
    with zipfile.ZipFile(folder / "made.zip", "w") as packed:
        packed.writestr("card.json", good)
    sqlite3.connect(folder / "made.db").execute("CREATE VIEW acts AS SELECT 1").connection.close()
    zip_, database = (folder / "made.zip").read_bytes(), (folder / "made.db").read_bytes()
    for made in ("made.zip", "made.db"):
        (folder / made).unlink()
    return {
        "zip.json": zip_,
        "database.json": database,
        "sealed.json": seal.sealed(good, "a long passphrase"),
        "pdf.json": b"%PDF-1.7",
        "packed.json": b"\x1f\x8b\x08",
        "large.json": b"[" + b" " * (5 * 1024 * 1024) + b"]",
        "deep.json": b"[" * 100_000 + b"]" * 100_000,
        "nan.json": good.replace(b'"removed":0', b'"removed":NaN'),
        "infinite.json": good.replace(b'"removed":0', b'"removed":1e999'),
        "huge.json": good.replace(b'"removed":0', b'"removed":' + b"9" * 5000),
        "twice.json": good.replace(b'"removed":0', b'"removed":0,"removed":0'),
        "unknown.json": json.dumps(package(CANARY="CANARY")).encode(),
        "newer.json": json.dumps(package(version="2.0")).encode(),
        "minor.json": json.dumps(package(version="1.99")).encode(),
        "study.json": json.dumps(package(kind="study")).encode(),
        "future.json": json.dumps(package(first="2031-W01", last="2031-W02")).encode(),
        "handle.json": json.dumps(package(handle="alice-smith")).encode(),
        "formula.json": with_row("platform", '=HYPERLINK("http://CANARY")'),
        "negative.json": with_row("n", -1),
        "seconds.json": with_row("seconds", 10**9),
        "unicode.json": good + b"\xff",
        "empty.json": b"",
        "list.json": b"[]",
        "picture.png": b"\x89PNG\r\n\x1a\nCANARY",
    }


def test_each_hostile_file_is_refused_with_a_sentence_and_the_others_open(tmp_path: Path) -> None:
    made = hostile(tmp_path)
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
    put(tmp_path, likes(4))
    taken = taking.taken([tmp_path], today=TODAY)
    assert [one.handle for one in taken.cards] == sorted(HANDLES[:4])
    refused = {one.name: one.sentence for one in taken.refused}
    assert set(refused) == set(made)
    assert all(refused.values())
    assert "CANARY" not in str(list(refused.values()))
    assert "zip" in refused["zip.json"]
    assert "database" in refused["database.json"]
    assert "twice" in refused["twice.json"]
    assert "ahead" in refused["future.json"]
    assert "negative" in refused["negative.json"]


def test_edited_totals_are_added_up_anew_and_said(tmp_path: Path) -> None:
    made = json.loads(document.write(likes(1)[0]))
    made["labormeter"]["totals"]["n"] = 10**6
    (tmp_path / "edited.json").write_text(json.dumps(made))
    (one,) = taking.taken([tmp_path], today=TODAY).cards
    assert one.remarks == (document.EDITED,)
    assert sum(row.n for row in one.counts) == 10


def test_what_is_no_file_is_refused_and_never_waited_for(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes here")
    os.mkfifo(tmp_path / "pipe.json")
    taken = taking.taken([tmp_path / "pipe.json", tmp_path / "gone.json"], today=TODAY)
    assert [one.sentence for one in taken.refused] == ["It is no file.", "It cannot be opened."]


def test_a_picture_of_a_code_is_a_card(tmp_path: Path) -> None:
    one = likes(1)[0]
    (tmp_path / "photo.png").write_bytes(qr.drawn(document.write(one), "png"))
    assert taking.taken([tmp_path], today=TODAY).cards == (one,)


def test_who_came_first_is_forgotten(tmp_path: Path) -> None:
    paths = put(tmp_path, likes(5))
    forwards = taking.taken(paths, today=TODAY)
    assert taking.taken(paths[::-1], today=TODAY) == forwards


def test_only_cards_of_the_rooms_weeks_have_a_seat_and_longer_ones_are_cut() -> None:
    longer = card(
        HANDLES[1],
        cell("x", "like", 5, day="2026-11-02"),
        cell("x", "like", 7),
        first="2026-W45",
    )
    shorter = card(HANDLES[2], cell("x", "like", 5), last="2026-W46")
    other = card(HANDLES[3], cell("x", "like", 5), room="ffffffffffffffff")
    fitting = taking.fitting([likes(1)[0], longer, shorter, other], room())
    assert [sum(row.n for row in one.counts) for one in fitting.cards] == [7, 10]
    assert {row.period for one in fitting.cards for row in one.coverage} == {"2026-W46", "2026-W47"}
    told = {one.name: one.sentence for one in fitting.refused}
    assert "2026-W46" in told[HANDLES[2]]
    assert "another room" in told[HANDLES[3]]


def test_the_same_card_twice_is_one_seat_and_twins_are_asked_about() -> None:
    one = card(HANDLES[0], cell("x", "like", 5))
    words = card(HANDLES[0], cell("x", "like", 6))
    rows = replace(one, handle=HANDLES[1])
    fitting = taking.fitting([one, one, words, rows], room())
    assert len(fitting.cards) == 3
    assert len(fitting.refused) == 1
    assert {twin.same for twin in taking.twins(fitting.cards)} == {"handle", "rows"}
    assert taking.twins(likes(5)) == ()


def test_empty_cards_are_no_twins() -> None:
    assert taking.twins([card(HANDLES[0]), card(HANDLES[1])]) == ()


def test_a_room_without_a_file_has_the_weeks_of_most() -> None:
    odd = card(HANDLES[5], first="2026-W40", last="2026-W41")
    assert taking.usual([*likes(3), odd]) == ("2026-W46", "2026-W47")


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_a_card_with_bytes_changed_is_read_or_refused_and_no_other_suffers(
    data: st.DataObject,
) -> None:
    good = bytearray(document.write(likes(1)[0]))
    for _ in range(data.draw(st.integers(1, 5))):
        good[data.draw(st.integers(0, len(good) - 1))] = data.draw(st.integers(0, 255))
    opened = fuzzed([bytes(good), document.write(likes(2)[1])])
    assert opened[1].document is not None
    assert (opened[0].document is None) == bool(opened[0].sentence)


def fuzzed(files: list[bytes]) -> list[reading.Opened]:
    """What the child does, without a child for each example."""
    found = []
    for data in files:
        try:
            found.append(reading.Opened("", document.read(data, today=TODAY)))
        except KnownError as error:
            found.append(reading.Opened("", None, str(error)))
    return found
