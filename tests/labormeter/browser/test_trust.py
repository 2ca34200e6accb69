from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from labormeter.browser import authority, trust
from labormeter.errors import KnownError
from labormeter.home import Home
from labormeter.testing import NOON

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    return authority.ensure(Home(tmp_path / "home").create(), ["x.com"], NOON).certificate


@pytest.fixture
def other(tmp_path: Path) -> Path:
    return authority.ensure(Home(tmp_path / "other").create(), ["y.com"], NOON).certificate


def listed(folder: Path) -> list[str]:
    """What NSS's own tool sees in a store."""
    program = shutil.which("certutil")
    if program is None:
        pytest.skip("certutil is not here")
    done = subprocess.run(
        [program, "-L", "-d", f"sql:{folder}"],
        capture_output=True,
        text=True,
        check=True,
        timeout=20,
    )
    return [line for line in done.stdout.splitlines() if line.startswith("labormeter")]


def test_a_new_store_trusts_us_for_servers_alone(tmp_path: Path, certificate: Path) -> None:
    trust.add(tmp_path / "store", certificate)
    assert trust.holds(tmp_path / "store", certificate)
    (line,) = listed(tmp_path / "store")
    assert line.split()[-1] == "C,,"


def test_another_certificate_takes_the_place_of_the_old(
    tmp_path: Path, certificate: Path, other: Path
) -> None:
    store = tmp_path / "store"
    for each in (certificate, other, other):
        trust.add(store, each)
    assert trust.holds(store, other)
    assert not trust.holds(store, certificate)
    assert len(listed(store)) == 1


def test_the_same_key_with_other_hosts_takes_the_place_of_the_old(tmp_path: Path) -> None:
    home, store = Home(tmp_path / "home").create(), tmp_path / "store"
    first = authority.ensure(home, ["x.com"], NOON)
    trust.add(store, first.certificate)
    second = authority.ensure(home, ["x.com", "y.com"], NOON)
    assert not trust.holds(store, second.certificate)
    trust.add(store, second.certificate)
    assert trust.holds(store, second.certificate)
    assert len(listed(store)) == 1


def test_is_taken_out_again_without_a_trace(tmp_path: Path, certificate: Path) -> None:
    store = tmp_path / "store"
    trust.add(store, certificate)
    trust.remove(store)
    assert not trust.holds(store, certificate)
    assert listed(store) == []
    trust.remove(store)
    trust.remove(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


def test_without_a_library_the_tool_does_it(
    tmp_path: Path, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trust, "libraries", lambda *_: ["libnowhere.so"])
    assert not trust._child("add", tmp_path, str(certificate), "libnowhere.so")
    for _ in range(2):
        trust.add(tmp_path / "store", certificate)
    assert len(listed(tmp_path / "store")) == 1
    trust.remove(tmp_path / "store")
    assert listed(tmp_path / "store") == []


def test_with_neither_a_sentence_says_what_to_do(
    tmp_path: Path, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trust, "libraries", lambda *_: ["libnowhere.so"])
    monkeypatch.setattr("shutil.which", lambda _: None)
    with pytest.raises(KnownError, match="libnss3-tools"):
        trust.add(tmp_path / "store", certificate)


def test_a_file_that_is_no_certificate_is_not_trusted(tmp_path: Path) -> None:
    bad = tmp_path / "bad.pem"
    bad.write_text("no certificate")
    with pytest.raises(KnownError):
        trust.add(tmp_path / "store", bad)


def test_no_library_is_loaded_into_our_own_process(tmp_path: Path, certificate: Path) -> None:
    trust.add(tmp_path / "store", certificate)
    if sys.platform == "linux":
        with open("/proc/self/maps", encoding="ascii") as maps:  # noqa: PTH123 - a pseudo file
            assert "libnss3" not in maps.read()


def test_the_browsers_own_library_is_tried_beside_it(tmp_path: Path) -> None:
    found = trust.libraries(str(tmp_path / "firefox.exe"), "win32")
    assert found == [str(tmp_path / "nss3.dll"), "nss3.dll"]
    assert trust.libraries("", "darwin") == ["libnss3.dylib"]


def test_knows_whether_a_store_ever_heard_of_us_and_whether_it_is_bare(
    tmp_path: Path, certificate: Path
) -> None:
    store = tmp_path / "store"
    assert not trust.marked(store)
    assert not trust.bare(store)
    trust.add(store, certificate)
    assert trust.marked(store)
    assert not trust.bare(store)
    trust.remove(store)
    assert not trust.marked(store)
    assert trust.bare(store)
    assert not trust.marked(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()
