"""Unknown writes are told once a minute."""

from __future__ import annotations

from tests.labormeter_addon.conftest import PACK

from labormeter.rules.index import Packs
from labormeter.rules.load import read_text
from labormeter_addon.strays import KNOWN, Strays
from labormeter_addon.translate import Head


def _packs() -> Packs:
    pack, faults = read_text(PACK, "sample.toml")
    assert pack is not None
    assert faults == []
    return Packs([pack])


def _head(path: str, method: str = "POST") -> Head:
    return Head(method, "social.example", path, (), ())


def test_tells_an_unknown_write_once_a_minute_by_its_masked_path() -> None:
    clock = [0.0]
    strays = Strays(_packs(), lambda: clock[0])
    assert strays.new(_head("/new/thing/1"))
    assert not strays.new(_head("/new/thing/2")), "the same write, for masked segments are alike"
    assert strays.new(_head("/new"))
    assert strays.new(_head("/new/thing/1", "DELETE"))
    clock[0] = 61
    assert strays.new(_head("/new/thing/1"))


def test_says_nothing_of_reads_known_writes_and_denied_paths() -> None:
    strays = Strays(_packs())
    assert not strays.new(_head("/new/thing", "GET"))
    assert not strays.new(_head("/api/like"))
    assert not strays.new(_head("/api/feed"))
    assert not strays.new(_head("/account/login"))


def test_forgets_rather_than_grow() -> None:
    strays = Strays(_packs())
    for number in range(KNOWN + 50):
        strays._told[("POST", "h", str(number))] = 1.0
    strays.new(_head("/new/thing"))
    assert len(strays._told) < KNOWN
