"""The room at work: cards are read, a folder is watched, sheets are written, nothing is left."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.labormeter.room.seated import likes, put, room, seats

from labormeter.errors import KnownError
from labormeter.home import Home
from labormeter.room import compare, file, sheet
from labormeter_ui import rooming
from labormeter_ui.presenters.room import RoomPresenter
from labormeter_ui.rooming import Rooming
from labormeter_ui.views.room import RoomView

PATIENCE = 30_000


@pytest.fixture
def at_work(home: Home, qtbot: QtBot) -> Iterator[Rooming]:
    view = RoomView(RoomPresenter())
    qtbot.addWidget(view)
    made = Rooming(home, view)
    yield made
    made.close()


@pytest.fixture
def presenter(at_work: Rooming) -> RoomPresenter:
    return at_work._presenter


def seated(qtbot: QtBot, presenter: RoomPresenter, number: int) -> None:
    def there() -> bool:
        held = presenter.state.table
        return held is not None and len(held.seats) == number and not presenter.state.reading

    qtbot.waitUntil(there, timeout=PATIENCE)


def test_files_are_read_and_bad_ones_named(
    presenter: RoomPresenter, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "bad.json").write_text("{}")
    presenter.bring([*map(str, put(tmp_path, likes(3))), str(tmp_path / "bad.json")])
    seated(qtbot, presenter, 3)
    assert [one.name for one in presenter.state.refused] == ["bad.json"]


def test_a_watched_folder_brings_what_comes_later(
    presenter: RoomPresenter, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "cards"
    folder.mkdir()
    put(folder, likes(3))
    presenter.watch(str(folder))
    seated(qtbot, presenter, 3)
    put(folder, likes(5))
    seated(qtbot, presenter, 5)
    presenter.watch("")
    put(folder, likes(6))
    qtbot.wait(rooming.CALM + 300)
    assert len(presenter.state.cards) == 5


def test_a_room_file_is_opened_or_said_to_be_faulty(
    presenter: RoomPresenter, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "room.toml"
    path.write_text("schema = 9")
    presenter.open(str(path))
    qtbot.waitUntil(lambda: "schema" in presenter.state.fault, timeout=PATIENCE)
    path.write_text(file.written(room()))
    presenter.open(str(path))
    qtbot.waitUntil(lambda: presenter.state.file == room(), timeout=PATIENCE)
    assert presenter.state.fault == ""


def test_what_was_begun_before_a_wipe_does_not_come_in_after_it(
    presenter: RoomPresenter, tmp_path: Path, qtbot: QtBot, at_work: Rooming
) -> None:
    presenter.bring([str(one) for one in put(tmp_path, likes(4))])
    presenter.wipe()
    at_work.desk.give(lambda: None, lambda _none: None)
    qtbot.waitUntil(lambda: not at_work.desk._jobs, timeout=PATIENCE)
    assert presenter.state.cards == ()


@pytest.mark.parametrize("suffix", ["pdf", "html", "json"])
def test_sheets_are_written_and_nothing_stays_at_home(
    presenter: RoomPresenter, home: Home, tmp_path: Path, qtbot: QtBot, suffix: str
) -> None:
    before = {one for one in home.root.rglob("*") if one.is_file()}
    presenter.settle(room())
    presenter.bring([str(one) for one in put(tmp_path, likes(4))])
    seated(qtbot, presenter, 4)
    presenter.deal()
    path = tmp_path / f"sheet.{suffix}"
    presenter.keep(str(path))
    qtbot.waitUntil(lambda: presenter.state.sheet == path.name, timeout=PATIENCE)
    assert path.stat().st_size > 200
    presenter.wipe()
    assert {one for one in home.root.rglob("*") if one.is_file()} == before


def test_what_cannot_be_written_is_said(
    presenter: RoomPresenter, tmp_path: Path, qtbot: QtBot
) -> None:
    presenter.bring([str(one) for one in put(tmp_path, likes(4))])
    seated(qtbot, presenter, 4)
    presenter.deal()
    presenter.keep(str(tmp_path / "gone" / "sheet.html"))
    qtbot.waitUntil(lambda: bool(presenter.state.fault), timeout=PATIENCE)
    with pytest.raises(KnownError):
        file.opened(tmp_path / "gone.toml")


def test_the_hand_out_and_made_up_cards(
    presenter: RoomPresenter, tmp_path: Path, qtbot: QtBot
) -> None:
    presenter.trying.emit()
    seated(qtbot, presenter, rooming.SAMPLE)
    presenter.hand_out(str(tmp_path / "hand.html"))
    qtbot.waitUntil((tmp_path / "hand.html").exists, timeout=PATIENCE)


def test_a_new_room_is_asked_for_and_saved(
    at_work: Rooming, presenter: RoomPresenter, tmp_path: Path, qtbot: QtBot
) -> None:
    at_work._view.settling.emit()
    assert at_work.rules is not None
    assert at_work.rules.made().weeks == rooming.WEEKS
    at_work.rules.given.emit(room(), str(tmp_path / "room.toml"))
    qtbot.waitUntil(lambda: presenter.state.file == room(), timeout=PATIENCE)
    assert file.read((tmp_path / "room.toml").read_bytes()) == room()
    at_work.rules.close()


def test_ones_own_card_is_held_against_a_kept_sheet(
    at_work: Rooming, presenter: RoomPresenter, tmp_path: Path, qtbot: QtBot
) -> None:
    cards = put(tmp_path, likes(4))
    kept = tmp_path / "sheet.json"
    group = compare.group(seats(likes(4)), 3)
    kept.write_bytes(sheet.written(sheet.figures(group, room())))
    at_work._view.compare.click()
    dialog = at_work.against
    assert dialog is not None
    dialog.choose("sheet", str(cards[0]))
    dialog.choose("card", str(cards[0]))
    qtbot.waitUntil(lambda: "no group sheet" in dialog.said.text(), timeout=PATIENCE)
    assert presenter.state.fault == "", "it is said where it was asked"
    dialog.choose("sheet", str(kept))
    qtbot.waitUntil(dialog.view.isVisible, timeout=PATIENCE)
    assert dialog.model.data(dialog.model.index(0, 1)) == "1"
    assert presenter.state.cards == (), "it takes no seat in the room"
    dialog.choose("card", str(cards[1]))
    dialog.leave.click()
    assert at_work.against is None
    qtbot.waitUntil(lambda: not at_work.desk._jobs, timeout=PATIENCE)


def test_a_folder_that_is_gone_has_nothing(tmp_path: Path) -> None:
    assert rooming.listing(tmp_path / "gone") == {}
