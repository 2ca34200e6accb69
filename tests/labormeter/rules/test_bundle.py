"""Bundles: the same bytes for the same packs, and nothing but packs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.labormeter.rules.conftest import OTHER

from labormeter.errors import KnownError
from labormeter.rules.bundle import Bundle, in_use, newer, read, write
from labormeter.rules.load import load

NEWER = OTHER.replace('version = "1"', 'version = "2"')


def placed(folder: Path, *packs: tuple[str, str], raw: bytes | None = None) -> Path:
    (folder / "updates").mkdir()
    data = write(Bundle("2026.11.25", dict(packs))) if raw is None else raw
    (folder / "updates/now.json").write_bytes(data)
    (folder / "packs").mkdir()
    return folder / "packs"


def test_the_same_packs_are_the_same_bytes() -> None:
    one = write(Bundle("1", {"a": "x", "b": "é"}))
    assert one == write(Bundle("1", {"b": "é", "a": "x"}))
    assert read(one) == Bundle("1", {"a": "x", "b": "é"})


@pytest.mark.parametrize(
    "change",
    [
        {"format": 2},
        {"version": "x"},
        {"version": 1},
        {"packs": []},
        {"packs": {"../x": ""}},
        {"packs": {"x": 1}},
        {"packs": None},
    ],
)
def test_what_is_no_bundle_is_refused(change: dict[str, object]) -> None:
    sound = json.loads(write(Bundle("1", {"x": "t"})))
    with pytest.raises(KnownError):
        read(json.dumps({**sound, **change}).encode())


@pytest.mark.parametrize("data", [b"", b"x", b"[]", b"null", b"[" * 9000, b"\xff"])
def test_what_is_no_json_is_refused(data: bytes) -> None:
    with pytest.raises(KnownError, match="no bundle"):
        read(data)


def test_versions_are_compared_by_their_numbers() -> None:
    assert newer("2026.11.25", "2026.11.24")
    assert newer("2026.11.100", "2026.11.24")
    assert not newer("2026.11.24", "2026.11.24")
    assert not newer("2025.12.31", "2026.1.1")


def test_a_pack_of_an_update_is_in_use_and_is_as_good_as_shipped(tmp_path: Path) -> None:
    packs, faults = load(placed(tmp_path, ("other", OTHER)))
    assert not faults
    assert packs.by_platform["other"].shipped


def test_the_newer_of_two_packs_is_used(tmp_path: Path) -> None:
    tiktok = (Path(load.__code__.co_filename).parent / "packs/tiktok.toml").read_text("utf-8")
    first = 'version = "'
    version = tiktok.split(first)[1].split('"')[0]
    older, later = tmp_path / "older", tmp_path / "later"
    for folder, given in ((older, "2001.1.1"), (later, "2099.1.1")):
        folder.mkdir()
        text = tiktok.replace(f'{first}{version}"', f'{first}{given}"', 1)
        found, _ = load(placed(folder, ("tiktok", text)))
        expected = version if folder is older else given
        assert found.by_platform["tiktok"].version == expected


def test_a_persons_own_pack_stands_before_an_update(tmp_path: Path) -> None:
    folder = placed(tmp_path, ("other", NEWER))
    (folder / "other.toml").write_text(OTHER, "utf-8")
    packs, _ = load(folder)
    assert packs.by_platform["other"].version == "1"
    assert not packs.by_platform["other"].shipped


@pytest.mark.parametrize("raw", [b"", b"{", write(Bundle("1", {"other": "no pack"}))])
def test_a_damaged_update_is_told_and_the_programs_packs_are_used(
    tmp_path: Path, raw: bytes
) -> None:
    packs, faults = load(placed(tmp_path, raw=raw))
    assert faults
    assert "x" in packs.by_platform


def test_no_update_may_call_itself_the_practice_site(tmp_path: Path) -> None:
    sly = OTHER.replace("reviewed = 2026-11-24", 'reviewed = 2026-11-24\nkind = "practice"')
    packs, _ = load(placed(tmp_path, ("other", sly)))
    assert "other" not in packs.by_platform


def test_where_there_is_none_there_is_none(tmp_path: Path) -> None:
    assert in_use(None) is None
    assert in_use(tmp_path / "packs") is None
