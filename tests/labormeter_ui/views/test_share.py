import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from labormeter_ui.presenters.share import SharePresenter
from labormeter_ui.views.share import ShareView


@pytest.fixture
def view(qtbot: QtBot) -> ShareView:
    made = ShareView(SharePresenter())
    qtbot.addWidget(made)
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


def test_a_section_takes_the_place_of_what_was_not_there(view: ShareView) -> None:
    view.turn("room")
    made = QLabel("room")
    view.put("room", made)
    assert made.isVisible()
    view.say()
    view.dress()
    view.turn("export")
    view.turn("room")
    assert made.isVisible()


def test_what_is_not_there_yet_says_so(view: ShareView) -> None:
    for name, said in (("room", "cannot do that yet"), ("study", "no study")):
        if name in view.later:
            assert said in view.later[name].text.text()
