from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from labormeter.drift import Drift, Write
from labormeter_ui.presenters.drift import DriftPresenter
from labormeter_ui.views.drift import DriftView

WRITE = Write(
    platform="x", reason="unknown-name", method="POST", host="x.com", name="Make\u202eThing",
    since="2026-05-01", last="2026-06-01", days=2, count=1234,
)  # fmt: skip
CHANGED = Drift(
    platform="x", state="changed", since="2026-05-01", last_act="2026-05-01",
    last_traffic="2026-06-01", writes=(WRITE,),
)  # fmt: skip
WELL = Drift(
    platform="reddit", state="well", since=None, last_act=None, last_traffic=None, writes=()
)


def shown(qtbot: QtBot, *found: Drift) -> DriftView:
    view = DriftView(DriftPresenter())
    qtbot.addWidget(view)
    view.show()
    view.presenter.take(found)
    return view


def test_a_changed_platform_is_named_with_what_to_do(qtbot: QtBot) -> None:
    view = shown(qtbot, CHANGED, WELL)
    assert view.title.text() == "1 platform probably changed."
    assert "1,234 writes unrecognised" in view.sentence(CHANGED)
    assert view.quiet.text() == "Nothing unusual: Reddit."
    (teach,) = [one for one in view.findChildren(QPushButton) if one.text() == "Teach it"]
    with qtbot.waitSignal(view.teach) as told:
        teach.click()
    assert told.args == ["x"]


def test_every_write_stands_in_the_table_harmlessly(qtbot: QtBot) -> None:
    view = shown(qtbot, CHANGED)
    cells = [view.model.index(0, column).data() for column in range(view.model.columnCount())]
    assert cells[:3] == ["X", "POST x.com MakeThing", "a new name for a known act"]
    assert cells[-1] == "1,234"


def test_empty_states_say_what_comes(qtbot: QtBot) -> None:
    view = DriftView(DriftPresenter())
    qtbot.addWidget(view)
    before = view.title.text()
    view.presenter.take(())
    assert (before, view.title.text()[:22]) == ("Looking at the ledger", "Nothing was seen yet. ")
    assert not view.table.isVisibleTo(view)
    view.presenter.take((WELL,))
    assert view.title.text() == "No platform seems to have changed."
