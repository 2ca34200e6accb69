from __future__ import annotations

from pathlib import Path

import pytest

from labormeter.errors import KnownError
from labormeter.pool import engine


def test_an_empty_pool_is_a_sentence(tmp_path: Path) -> None:
    with (
        pytest.raises(KnownError, match="Nothing was taken"),
        engine.connected(tmp_path, tmp_path / "prices.parquet"),
    ):
        pass


def test_what_is_not_installed_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyspark.sql", None)
    (tmp_path / "one.parquet").touch()
    with (
        pytest.raises(KnownError, match="more than a person's installation"),
        engine.connected(tmp_path, tmp_path, engine="spark"),
    ):
        pass
