import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from labormeter_ui.presenters.share import SharePresenter
from labormeter_ui.views.share import ShareView


@pytest.fixture
def view(qtbot: QtBot) -> ShareView:
    made = ShareView(SharePresenter())
    qtbot.addWidget(made)
    for name in ("room", "study", "study.form"):
        made.put(name, QLabel(name))
    made.show()
    return made


def test_one_section_is_seen_at_a_time(view: ShareView) -> None:
    assert view.export.isVisible()
    view.buttons["room"].click()
    assert not view.export.isVisible()
    assert view.sections["room"].isVisible()
    assert [made.isChecked() for made in view.buttons.values()] == [False, True, False]


def test_a_preview_is_made_only_while_the_section_is_seen(view: ShareView) -> None:
    seen = [view.export.presenter.shown]
    for name in ("study", "export"):
        view.turn(name)
        seen.append(view.export.presenter.shown)
    assert seen == [True, False, True]


def test_a_page_behind_a_section_is_of_that_section(view: ShareView) -> None:
    view.turn("study.form")
    assert view.sections["study.form"].isVisible()
    assert view.buttons["study"].isChecked()


def test_a_section_that_is_not_there_has_no_button(qtbot: QtBot) -> None:
    view = ShareView(SharePresenter())
    qtbot.addWidget(view)
    view.show()
    assert [made.isVisible() for made in view.buttons.values()] == [True, False, False]


def test_a_large_section_makes_no_room_around_a_small_one(view: ShareView) -> None:
    view.sections["study"].setMinimumHeight(4000)
    view.turn("room")
    assert view.stack.sizeHint().height() < 4000
