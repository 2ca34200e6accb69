import os
from pathlib import Path
from typing import Any

import hatch_build
import pytest

LONG_AGO = 1_000_000_000


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    folder = tmp_path / hatch_build.TRANSLATIONS
    folder.mkdir(parents=True)
    text = '<?xml version="1.0"?><!DOCTYPE TS><TS version="2.1" language="fr"></TS>'
    (folder / "labormeter_fr.ts").write_text(text, encoding="utf-8")
    return tmp_path


def hook(root: Path) -> Any:
    made: Any = hatch_build.Translations  # hatchling hands it much that it does not use
    return made(str(root), {}, None, None, str(root), "wheel")


def compiled(tree: Path) -> Path:
    return tree / hatch_build.TRANSLATIONS / "labormeter_fr.qm"


def test_a_build_from_a_clone_compiles_and_says_that_it_needs_qt(tree: Path) -> None:
    assert hook(tree).dependencies() == ["PySide6-Essentials>=6.8"]
    hook(tree).initialize("standard", {})
    assert compiled(tree).exists()
    assert hook(tree).dependencies() == []


def test_what_is_fresh_is_not_compiled_again(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled(tree).write_bytes(b"there")
    monkeypatch.setattr(hatch_build, "compiler", lambda: None)
    hook(tree).initialize("standard", {})
    assert compiled(tree).read_bytes() == b"there"


def test_what_is_older_than_its_source_is(tree: Path) -> None:
    compiled(tree).write_bytes(b"old")
    os.utime(compiled(tree), (LONG_AGO, LONG_AGO))
    hook(tree).initialize("standard", {})
    assert compiled(tree).read_bytes() != b"old"


def test_without_a_compiler_no_wheel_is_built(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hatch_build, "compiler", lambda: None)
    with pytest.raises(RuntimeError, match="PySide6"):
        hook(tree).initialize("standard", {})


def test_an_editable_install_is_left_alone(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hatch_build, "compiler", lambda: None)
    hook(tree).initialize("editable", {})
    assert not compiled(tree).exists()
