"""A workshop from end to end: ledgers, cards, the room, the invoice on paper, and nothing left."""

import base64
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from labormeter.exports import document
from labormeter.exports.tables import first_day
from labormeter.home import Home
from labormeter.ledger.log import Log
from labormeter.model import SECOND
from labormeter.room import file, sample
from labormeter.room.slides import NAMES
from labormeter.testing import act
from labormeter.valuation.money import shown

HERE = Path(__file__).parent
WAIT = 170
PEOPLE = {"amber-otter": 21, "birch-badger": 40, "cedar-falcon": 63}
"""Two words, and how many likes."""

pytestmark = pytest.mark.journey


def labormeter(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-m", "labormeter.cli.main", "--home", str(home), *words]
    return subprocess.run(line, capture_output=True, text=True, timeout=WAIT, check=True)


def workshop(folder: Path, mine: Path, *paths: Path) -> dict[str, Any]:
    done = subprocess.run(
        [
            sys.executable,
            str(HERE / "workshop.py"),
            str(folder / "home"),
            str(folder / "out"),
            str(mine),
            *map(str, paths),
        ],
        env=os.environ
        | {
            "QT_QPA_PLATFORM": "offscreen",
            "HOME": str(folder / "user"),
            "XDG_STATE_HOME": str(folder / "state"),
            "XDG_CACHE_HOME": str(folder / "cache"),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "TMPDIR": str(folder / "tmp"),
            "DBUS_SESSION_BUS_ADDRESS": "disabled:",
            "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
        },
        capture_output=True,
        text=True,
        timeout=WAIT,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("user", "state", "cache", "config", "tmp", "out", "cards"):
        (tmp_path / name).mkdir()
    return tmp_path


def files(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_file()}


def room(folder: Path) -> file.RoomFile:
    made = file.suggested("2026-11-25", number=4, language="en", country="FR", currency="EUR")
    (folder / "room.toml").write_text(file.written(made), encoding="utf-8")
    return made


def of_a_person(folder: Path, handle: str, likes: int, form: str) -> Path:
    """A ledger of so many likes, and the card that its owner makes of it."""
    home, known = folder / "people" / handle, file.read((folder / "room.toml").read_bytes())
    day = first_day(known.first)
    at = (day.toordinal() - 719_163) * 86_400 * SECOND + 43_200 * SECOND
    with Log.open(Home(home).create(), now=at) as log:
        log.span("shift", at)
        log.append(
            [
                act(platform="facebook", activity="like", occurred_at=at + one * SECOND)
                for one in range(likes)
            ]
            + [act(platform="reddit", activity="vote", occurred_at=at)] * (handle == "amber-otter")
        )
        log.end_span("shift", at + 3_600 * SECOND)
    path = folder / "cards" / f"CANARYNAME-{likes}.{form}"
    words = ("--format", "card", "--room", str(folder / "room.toml"), "--handle", handle)
    labormeter(home, "export", *words, "-o", str(path))
    return path


def words_in(path: Path) -> bytes:
    """What is in a sheet, its pictures opened; of paper its text."""
    if path.suffix == ".pdf" and (reader := shutil.which("pdftotext")):
        return subprocess.run([reader, str(path), "-"], capture_output=True, check=True).stdout
    data = path.read_bytes()
    drawn = [base64.b64decode(code) for code in re.findall(rb"base64,([A-Za-z0-9+/=]+)", data)]
    return data + b"".join(drawn)


def test_three_people_their_cards_a_collective_invoice_and_nothing_left(folder: Path) -> None:
    known = room(folder)
    forms = ("json", "png", "json")
    cards = [
        of_a_person(folder, handle, likes, form)
        for (handle, likes), form in zip(PEOPLE.items(), forms, strict=True)
    ]
    (folder / "cards" / "CANARYBAD.json").write_text('{"CANARY": 1}')
    home = Home(folder / "home").create()
    Log.open(home, now=1_790_000_000 * SECOND).close()
    before = files(folder / "home") | files(folder / "tmp")
    bad = folder / "cards" / "CANARYBAD.json"
    found = workshop(folder, cards[2], folder / "room.toml", *cards, bad)
    assert found["laid"]["seats"] == sorted(PEOPLE)
    assert found["laid"]["refused"] == ["CANARYBAD.json"]
    assert found["laid"]["hidden"]
    told = found["told"]
    assert set(told) == set(NAMES)
    # 21 + 40 + 63 likes on one metered day each, rounded to five.
    assert "Facebook, 125," in told["invoice"]
    assert "half at most 40" in told["acts"]
    assert "Reddit, votes: too few" in told["panels"]
    others = [told[name] for name in NAMES if name != "panels"]
    assert "Reddit" not in "".join(others), "one person's act is in no figure"
    wage = shown(known.floor.amount, "EUR")
    assert f"minimum wage FR: {wage}" in told["hourly"]
    assert len(set(found["projected"])) == len(NAMES)
    out = folder / "out"
    assert (out / "sheet.pdf").read_bytes().startswith(b"%PDF-")
    html = words_in(out / "sheet.html").decode()
    assert "To Facebook" in html
    assert ">125<" in html
    assert "Reddit" not in html
    assert found["mine"][:2] == ["Acts by metered day", "63"]
    # What is left.
    assert found["wiped"]["empty"]
    after = files(folder / "home") | files(folder / "tmp")
    own = ("window.ini", "ledger.db-wal", "ledger.db-shm")  # of the window and the own ledger
    left = {path for path in after - before if path.name not in own}
    assert left == set(), "nothing of a room stays on its computer"
    planted = [*(word.encode() for word in PEOPLE), b"CANARY"]
    kept = [out / name for name in ("sheet.pdf", "sheet.html", "sheet.json")]
    places = ("state", "config", "cache", "user", "tmp")
    for path in (*kept, *after, *(one for name in places for one in files(folder / name))):
        content = words_in(path)
        assert not [word for word in planted if word in content], path.name
    assert not [word for word in planted if word.decode() in found["wiped"]["state"]]


def test_a_room_of_twelve_is_photographed_view_by_view(folder: Path) -> None:
    made = sample.sample(room(folder), 12)
    paths = [folder / "cards" / f"{place}.json" for place in range(12)]
    for path, card in zip(paths, made, strict=True):
        path.write_bytes(document.write(card))
    found = workshop(folder, paths[0], folder / "room.toml", *paths)
    assert len(found["laid"]["seats"]) == 12
    assert all(found["told"].values())
    for name in (*NAMES, "seats", "projector", "wiped", "against"):
        assert (folder / "out" / f"{name}.png").stat().st_size > 10_000
