from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from labormeter.platforms import Standing
from labormeter_ui.presenters.settings import Chosen, SettingsPresenter
from labormeter_ui.views.platforms import HostsView, PlatformsView, title

X = Standing(
    platform="x",
    title="X",
    kind="commercial",
    state="on",
    hosts=("x.com",),
    waiting=(),
    question="",
)
ASKS = replace(X, platform="own", title="Own", state="asks", hosts=(), waiting=("o.example",))
ASKING = replace(ASKS, question="May it? " + "It may. " * 30)


def made(qtbot: QtBot, *standings: Standing) -> PlatformsView:
    presenter = SettingsPresenter()
    view = PlatformsView(presenter)
    qtbot.addWidget(view)
    presenter.take(Chosen(standings=standings))
    return view


def test_a_box_switches_its_platform(qtbot: QtBot) -> None:
    view = made(qtbot, X)
    assert view.boxes["x"].isChecked()
    assert "x.com" in view.boxes["x"].accessibleDescription()
    with qtbot.waitSignal(view.presenter.switched) as told:
        view.boxes["x"].click()
    assert told.args == ["x", False]


def test_what_asks_has_its_question_in_full_and_no_box(qtbot: QtBot) -> None:
    view = made(qtbot, X, ASKING)
    assert set(view.boxes) == {"x"}
    assert view.questions["own"].text.text() == ASKING.question.strip()
    assert "not watched" in view.questions["own"].title.text()
    with qtbot.waitSignal(view.presenter.switched) as told:
        view.questions["own"].yes.click()
    assert told.args == ["own", True]


def test_after_the_yes_it_is_a_box_like_the_others(qtbot: QtBot) -> None:
    view = made(qtbot, X, ASKING)
    on = replace(ASKING, state="on", hosts=("o.example",), waiting=())
    view.presenter.take(Chosen(standings=(X, on)))
    assert set(view.boxes) == {"x", "own"}
    assert view.questions == {}


def test_a_host_that_an_update_brings_is_named_and_asked_about(qtbot: QtBot) -> None:
    view = made(qtbot, replace(X, waiting=("new.x.com",)))
    assert view.boxes["x"].isChecked()
    assert "new.x.com" in view.questions["x"].text.text()


def test_showing_switches_nothing(qtbot: QtBot) -> None:
    view = made(qtbot, X)
    with qtbot.assertNotEmitted(view.presenter.switched):
        view.presenter.take(Chosen(standings=(replace(X, state="off", hosts=()),)))
    assert not view.boxes["x"].isChecked()


def test_the_title_of_a_strange_pack_is_plain() -> None:
    assert title(replace(ASKS, title="A\u202e<b>B</b>\n")) == "A<b>B</b>"


def test_a_host_is_added_and_dropped(qtbot: QtBot) -> None:
    presenter = SettingsPresenter()
    view = HostsView(presenter)
    qtbot.addWidget(view)
    presenter.take(Chosen(values={"hosts": ["x=a.example"]}, standings=(X,)))
    assert not view.add.isEnabled()
    QTest.keyClicks(view.host, "b.example")
    with qtbot.waitSignal(presenter.host_wanted) as told:
        QTest.keyClick(view.host, Qt.Key.Key_Return)
    assert told.args == ["x", "b.example"]
    (drop,) = [one for one in view.findChildren(QPushButton) if one is not view.add]
    with qtbot.waitSignal(presenter.host_unwanted) as told:
        drop.click()
    assert told.args == ["x", "a.example"]
