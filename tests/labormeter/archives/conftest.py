import shutil
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from labormeter.archives.bundle import bundles
from labormeter.archives.take import found_in
from labormeter.home import Home
from labormeter.ledger.log import Log
from labormeter.testing import NOON


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = Home(tmp_path_factory.mktemp("empty"))
    Log.open(home, now=NOON).close()
    return home.root


@pytest.fixture
def home(empty: Path, tmp_path: Path) -> Home:
    """Give a home of its own with an empty ledger, copied, for making one takes half a second."""
    return Home(shutil.copytree(empty, tmp_path / "home"))


class Reads:
    """Reads an export of some files, and says what it told of."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, files: dict[str, Any]) -> list[tuple[str, Any]]:
        for name, content in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        with bundles([self.folder]) as (bundle,):
            return list(found_in(bundle))

    @staticmethod
    def count(found: Iterable[tuple[str, Any]]) -> Counter[tuple[str, str]]:
        return Counter((platform, each.activity) for platform, each in found)


@pytest.fixture
def reads(tmp_path: Path) -> Reads:
    return Reads(tmp_path / "export")
