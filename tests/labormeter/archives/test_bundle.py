import os
from pathlib import Path

import pytest
from exports_made import Made

from labormeter.archives.bundle import Bundle, Member, bundles
from labormeter.archives.found import UnreadableError
from labormeter.errors import KnownError

FILES = Made({"a/b.json": b"[]", "a/media/c.jpg": b"jpg", "d.csv": b"x"})


@pytest.fixture(params=["zip", "folder"])
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    if request.param == "zip":
        return FILES.zipped(tmp_path / "a.zip")
    return FILES.unfolded(tmp_path / "a")


def read(member: Member | None) -> bytes:
    assert member is not None
    with member.open() as file:
        return file.read()


def test_files_are_read_in_place(path: Path) -> None:
    with bundles([path]) as (bundle,):
        found = {one.name: read(one) for one in bundle.members()}
    assert found == FILES.files


def test_a_file_that_another_names_is_looked_for_upwards(path: Path) -> None:
    with bundles([path]) as (bundle,):
        near = next(one for one in bundle.members() if one.name == "a/b.json")
        assert read(bundle.beside(near, "media/c.jpg")) == b"jpg"
        assert read(bundle.beside(near, "a/media/c.jpg")) == b"jpg"
        for name in ("", "media/no.jpg", "../d.csv", "/etc/passwd", "https://x/y.jpg"):
            assert bundle.beside(near, name) is None


@pytest.mark.parametrize(
    ("names", "groups"),
    [
        (["t-001.zip", "t-002.zip", "t-010.zip"], 1), (["e_part1.zip", "e_part2.zip"], 1),
        (["e.zip", "e (1).zip"], 1), (["a.zip", "b.zip"], 2), (["e-1-of-2.zip", "e-2-of-2.zip"], 1),
        (["facebook-zoe-2025.zip", "instagram-zoe-2025.zip"], 2),
    ],
)  # fmt: skip
def test_parts_of_one_export_by_their_names(names: list[str], groups: int, tmp_path: Path) -> None:
    paths = [Made({f"{name}.json": b"1"}).zipped(tmp_path / name) for name in names]
    with bundles(paths) as found:
        assert len(found) == groups
        assert sum(len(list(one.members())) for one in found) == len(names)


def test_a_folder_of_archives_is_what_is_in_them(tmp_path: Path) -> None:
    folder = tmp_path / "all"
    folder.mkdir()
    FILES.zipped(folder / "t-001.zip")
    with bundles([folder]) as (bundle,):
        assert len(list(bundle.members())) == 3


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_no_link_is_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.json"
    secret.write_text("[1]", encoding="utf-8")
    folder = tmp_path / "a"
    folder.mkdir()
    (folder / "b.json").symlink_to(secret)
    (folder / "c").symlink_to(tmp_path, target_is_directory=True)
    with bundles([folder]) as (bundle,):
        assert list(bundle.members()) == []
        near = Member("x.json", 0, lambda: secret.open("rb"))
        assert bundle.beside(near, "b.json") is None


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.zip", b"", "is empty"), ("a.zip", b"no zip", "no zip archive"), ("a.tgz", b"x", "Unpack it"),
        ("a.zip.001", b"x", "was split"), ("a.z01", b"x", "was split"), ("a.json", b"", "is empty"),
    ],
)  # fmt: skip
def test_what_cannot_be_opened_is_said(name: str, content: bytes, why: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(KnownError, match=why), bundles([path]):
        pass


def test_a_file_that_went_away_is_unreadable(tmp_path: Path) -> None:
    folder = FILES.unfolded(tmp_path / "a")
    with bundles([folder]) as (bundle,):
        members = list(bundle.members())
        (folder / "d.csv").unlink()
        with pytest.raises(UnreadableError, match="cannot be read"):
            next(one for one in members if one.name == "d.csv").open()


def test_a_bundle_of_nothing() -> None:
    assert list(Bundle("a", ()).members()) == []
