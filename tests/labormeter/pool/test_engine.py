from __future__ import annotations

from pathlib import Path

import pytest

from labormeter.errors import KnownError
from labormeter.pool import engine


def test_what_is_not_installed_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyspark.sql", None)
    with (
        pytest.raises(KnownError, match="more than a person's installation"),
        engine.connected([tmp_path], tmp_path, engine="spark"),
    ):
        pass
