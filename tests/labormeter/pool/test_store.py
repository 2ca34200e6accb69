from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import minisign  # type: ignore[import-untyped,unused-ignore]
import pytest

from labormeter.errors import KnownError
from labormeter.pool import simulate, store
from labormeter.study import signing


def test_a_pool_is_of_one_study(lab: Any, pool: store.Pool) -> None:
    assert pool.study.id == lab.field.study.id
    assert store.opened(pool.root).files == (lab.field.signed.hash,)
    other = simulate.study(name="another-study")
    with pytest.raises(KnownError, match="A pool holds one study"):
        store.create(pool.root, signing.write(other.signed))


def test_a_newer_version_of_the_file_is_added_and_older_answers_still_count(
    lab: Any, pool: store.Pool
) -> None:
    text = lab.field.signed.text.replace(b"version = 1", b"version = 2")
    again = store.create(pool.root, signing.write(signing.sign(text, lab.field.secret)))
    assert again.study.version == 2
    assert len(again.files) == 2
    with pytest.raises(KnownError, match="newer version"):
        store.create(pool.root, lab.signed)


def test_no_pool_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="no pool"):
        store.opened(tmp_path)


def test_the_index_comes_back_as_it_was(pool: store.Pool) -> None:
    person = store.Person(revision=3, raw="r", part=1, rows=2, first="a", last="b", agreed=("x",))
    index = replace(store.index(pool.root), people={"p": person}, refused={"h": ["expired"]})
    store.keep(pool.root, index)
    assert store.index(pool.root) == index
    assert index.known() == {"r", "h"}


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"format": 1}', '{"format": 1, "people": 3}'])
def test_a_damaged_index_is_a_sentence(pool: store.Pool, text: str) -> None:
    (pool.root / "index.json").write_text(text)
    with pytest.raises(KnownError, match="cannot be read"):
        store.index(pool.root)


def test_a_tombstone_says_nothing_without_the_salt(pool: store.Pool) -> None:
    index = store.index(pool.root)
    other = replace(index, salt="0" * 32)
    assert index.tombstone("p") != other.tombstone("p")


def test_a_newer_version_is_signed_by_the_same_key(lab: Any, pool: store.Pool) -> None:
    text = lab.field.signed.text.replace(b"version = 1", b"version = 2")
    stranger = bytes(minisign.KeyPair.generate().secret_key)
    with pytest.raises(KnownError, match="another key"):
        store.create(pool.root, signing.write(signing.sign(text, stranger)))
    assert store.opened(pool.root).study.version == 1


def test_a_pool_is_the_same_on_another_machine(filled: store.Pool, tmp_path: Path) -> None:
    shutil.copytree(filled.root, tmp_path / "moved")
    moved = store.opened(tmp_path / "moved")
    assert moved.study == filled.study
    assert store.index(moved.root) == store.index(filled.root)
    assert str(filled.root).encode() not in (moved.root / "index.json").read_bytes()


def test_a_pool_of_nobody_and_a_part_that_is_gone_are_sentences(
    lab: Any, pool: store.Pool, take: Any
) -> None:
    with pytest.raises(KnownError, match="Nothing in this pool counts"):
        store.rows(pool, store.index(pool.root))
    take(lab.give(1))
    index = store.index(pool.root)
    assert store.rows(pool, index) == [pool.part(1)]
    pool.part(1).unlink()
    with pytest.raises(KnownError, match="not those that its index names"):
        store.rows(pool, index)


def test_only_what_does_not_count_is_tidied_away(lab: Any, pool: store.Pool, take: Any) -> None:
    take(lab.give(1))
    kept = sorted(pool.root.rglob("*"))
    for path in (pool.part(2), pool.cells / ".part-000002.parquet.00000000.part"):
        path.write_bytes(b"torn")
    (pool.raw / "let-go.age").write_bytes(b"gone")
    index = replace(store.index(pool.root), leaving=["raw/let-go.age", "raw/never-was.age"])
    store.tidy(pool, index)
    assert sorted(pool.root.rglob("*")) == kept
    assert index.leaving == []
