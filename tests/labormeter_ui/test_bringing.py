from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from exports_made import Made, labelled, liked_post
from exports_more import ARCHIVES
from pytestqt.qtbot import QtBot

from labormeter.cli.main import cli
from labormeter.errors import KnownError
from labormeter.home import Home
from labormeter.ledger import imports, query
from labormeter.ledger.log import Log
from labormeter.testing import NOON, act
from labormeter_ui.bringing import Bringing, past
from labormeter_ui.presenters.history import HistoryPresenter

PATIENCE = 30_000


@pytest.fixture
def presenter() -> HistoryPresenter:
    return HistoryPresenter()


@pytest.fixture
def bringing(home: Home, presenter: HistoryPresenter) -> Iterator[Bringing]:
    made = Bringing(home, presenter)
    yield made
    made.close()


def stage(qtbot: QtBot, presenter: HistoryPresenter, wanted: str) -> None:
    qtbot.waitUntil(lambda: presenter.state.stage == wanted, timeout=PATIENCE)


def test_looked_at_brought_and_undone(
    home: Home, bringing: Bringing, presenter: HistoryPresenter, tmp_path: Path, qtbot: QtBot
) -> None:
    path = ARCHIVES["x-2024"]().zipped(tmp_path / "x.zip")
    presenter.look([str(path)])
    stage(qtbot, presenter, "found")
    assert presenter.state.survey is not None
    assert presenter.state.survey.new == 23
    assert imports.listed(home) == []
    presenter.bring()
    qtbot.waitUntil(lambda: bool(presenter.state.past.imports), timeout=PATIENCE)
    assert (presenter.state.number, presenter.state.added) == (1, 23)
    assert presenter.state.past.undated
    assert dict(presenter.state.past.returned)["gps"] == 1
    with query.open(home) as ledger:
        assert ledger.remarks()[0].sentence.startswith("23 acts were imported")
    presenter.undo(1)
    qtbot.waitUntil(lambda: not presenter.state.past.imports, timeout=PATIENCE)
    with query.open(home) as ledger:
        assert ledger.count() == 0
    assert bringing.desk is not None


def test_what_is_put_away_leaves_nothing(
    home: Home, bringing: Bringing, presenter: HistoryPresenter, tmp_path: Path, qtbot: QtBot
) -> None:
    presenter.look([str(ARCHIVES["reddit-2025"]().zipped(tmp_path / "r.zip"))])
    stage(qtbot, presenter, "found")
    presenter.put()
    qtbot.waitUntil(lambda: bringing._job is None, timeout=PATIENCE)
    assert imports.listed(home) == []


def test_stopping(
    home: Home, bringing: Bringing, presenter: HistoryPresenter, tmp_path: Path, qtbot: QtBot
) -> None:
    made = Made()
    items = [labelled(n, liked_post(n)) for n in range(40_000)]
    made.write("your_instagram_activity/likes/liked_posts.json", items)
    refused: list[KnownError] = []
    bringing.refused.connect(refused.append)
    presenter.look([str(made.zipped(tmp_path / "a.zip"))])
    qtbot.waitUntil(lambda: presenter.state.total > 0, timeout=PATIENCE)
    presenter.stop()
    stage(qtbot, presenter, "idle")
    assert refused == []
    assert presenter.state.survey is None
    assert imports.listed(home) == []


def test_what_cannot_be_read_is_told(
    bringing: Bringing, presenter: HistoryPresenter, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(b"no zip")
    with qtbot.waitSignal(bringing.refused, timeout=PATIENCE) as told:
        presenter.look([str(path)])
    assert "no zip archive" in str(told.args[0])
    assert presenter.state.stage == "idle"


def test_a_home_without_imports(home: Home) -> None:
    assert past(home).whole is None
    assert past(home).imports == ()


def test_a_sealed_export_of_ours_asks_for_its_passphrase_and_is_brought(
    home: Home, bringing: Bringing, presenter: HistoryPresenter, tmp_path: Path, qtbot: QtBot
) -> None:
    other, path = Home(tmp_path / "other").create(), tmp_path / "full.zip.age"
    with Log.open(other, now=NOON) as log:
        log.append([act(platform="x", activity="comment") for _ in range(3)])
    line = ["--home", str(other.root), "export", "--passphrase-stdin", "-o", str(path)]
    CliRunner().invoke(cli, line, input="correct horse\n", catch_exceptions=False)
    with qtbot.waitSignal(presenter.passphrase_wanted, timeout=PATIENCE) as asked:
        presenter.look([str(path)])
    assert asked.args == [[str(path)]]
    assert presenter.state.stage == "idle"
    with qtbot.waitSignal(bringing.refused, timeout=PATIENCE) as told:
        presenter.look([str(path)], "wrong horse")
    assert "does not open" in str(told.args[0])
    presenter.look([str(path)], "correct horse")
    stage(qtbot, presenter, "found")
    assert imports.listed(home) == []
    presenter.bring()
    qtbot.waitUntil(lambda: bool(presenter.state.past.imports), timeout=PATIENCE)
    assert presenter.state.past.imports[0].reader == "export"
    with query.open(home) as ledger:
        assert ledger.count() == 3
