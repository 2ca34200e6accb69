"""Windows are tested offscreen, in English, on homes of their own."""

import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import platformdirs
import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from labormeter.home import Home
from labormeter.ledger.log import Log
from labormeter.testing import NOON
from labormeter_ui import desktop, language, theme


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let pass the one warning that the offscreen screen gives whenever a window is shown."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints"))


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    folder = str(tmp_path_factory.mktemp("cache"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(platformdirs, "user_cache_dir", lambda *_: folder)
        yield


@pytest.fixture(scope="session", autouse=True)
def _dressed(qapp: QApplication) -> None:
    theme.choose("light")
    desktop.dress(qapp)


@pytest.fixture(autouse=True)
def _english(qapp: QApplication) -> Iterator[None]:
    theme.choose("light")
    language.use("en")
    yield
    qapp.clipboard().clear()


@pytest.fixture(autouse=True)
def _deleted(_english: None) -> Iterator[None]:
    """Delete the windows that a test is done with, and on this thread (see `rest`).

    Qt itself waits for an event loop, which most tests never enter.
    """
    tidied = gc.isenabled()
    gc.disable()
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect(1)
    if tidied:
        gc.enable()


@pytest.fixture(scope="session")
def _empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = Home(tmp_path_factory.mktemp("empty")).create()
    Log.open(home, now=NOON).close()
    return home.ledger


@pytest.fixture
def home(tmp_path: Path, _empty: Path) -> Home:
    made = Home(tmp_path / "home").create()
    shutil.copy(_empty, made.ledger)
    return made


@pytest.fixture
def log(home: Home) -> Iterator[Log]:
    with Log.open(home, now=NOON) as opened:
        yield opened
