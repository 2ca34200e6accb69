import zipfile
from pathlib import Path

import pytest
from exports_made import Made
from exports_more import ARCHIVES

from labormeter.archives.bundle import bundles
from labormeter.archives.recognise import recognise


@pytest.mark.parametrize("era", ARCHIVES)
def test_whose_it_is_by_its_names(era: str, tmp_path: Path) -> None:
    made = ARCHIVES[era]()
    with bundles([made.zipped(tmp_path / "a.zip")]) as (bundle,):
        export = recognise(bundle)
    assert export is not None
    expected = era.split("-", maxsplit=1)[0].replace("youtube", "google")
    assert export.reader.slug == expected


@pytest.mark.parametrize(
    ("name", "header", "slug"),
    [
        ("comments.csv", "id,permalink,date,body", "reddit"),
        ("Comments.csv", "Date,Link,Message", "linkedin"),
        ("comments.csv", "Comment ID,Channel ID,Comment Create Timestamp,Price", "google"),
        ("user_data_tiktok.json", "{}", "tiktok"),
        ("like.js", "window.YTD.like.part0 = []", "x"),
        ("liked_posts.json", "[]", None),
    ],
)
def test_a_single_file_by_its_header(
    name: str, header: str, slug: str | None, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_text(header + "\n", encoding="utf-8")
    with bundles([path]) as (bundle,):
        export = recognise(bundle)
    assert (export.reader.slug if export else None) == slug


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_the_same_file_twice_is_read_once(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for content in ("id,permalink,direction\n", "id,permalink,direction\n", "id,direction\n"):
            archive.writestr("post_votes.csv", content)
    with bundles([path]) as (bundle,):
        export = recognise(bundle)
        assert export is not None
        assert len(list(export.parts())) == 2


def test_what_a_whole_export_has_besides(tmp_path: Path) -> None:
    made = Made({"post_votes.csv": b"id,permalink,direction\n"})
    with bundles([made.unfolded(tmp_path / "a")]) as (bundle,):
        export = recognise(bundle)
        assert export is not None
        assert export.missing == ("comment-votes", "comments", "posts")
