from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from labormeter.home import Home
from labormeter.ledger import file, pins
from labormeter.ledger.pins import Pin
from labormeter.testing import NOON

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home").create()


def test_a_new_ledger_has_no_pins(home: Home) -> None:
    assert pins.read(home, now=NOON) == []


def test_pins_are_read_in_the_order_in_which_they_were_made(home: Home) -> None:
    made = [Pin(NOON, "shipped", "b", "2026-W23"), Pin(NOON, "shipped", "a", "")]
    for pin in made:
        pins.append(home, pin)
    assert pins.read(home, now=NOON) == made


def test_a_pin_is_never_changed(home: Home) -> None:
    pins.append(home, Pin(NOON, "shipped", "a", ""))
    connection = file.connect(home.ledger)
    with pytest.raises(sqlite3.Error, match="never changed"):
        connection.execute("UPDATE pins SET version = 'b'")
    connection.close()
