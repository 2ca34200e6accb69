import shutil
from pathlib import Path

import pytest

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
