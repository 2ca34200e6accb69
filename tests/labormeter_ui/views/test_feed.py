from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from labormeter.model import Act
from labormeter.testing import NOON
from labormeter_ui.picture import DAY, Picture
from labormeter_ui.presenters.feed import FeedPresenter
from labormeter_ui.views.feed import FeedModel, FeedView

Acts = Callable[[int], tuple[Act, ...]]


def test_a_line_says_what_where_when_and_why(qtbot: QtBot, made_acts: Acts) -> None:
    presenter = FeedPresenter()
    model = FeedModel(presenter)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    presenter.see(Picture(now=NOON, acts=made_acts(3)))
    index = model.index(0)
    assert index.data() == "Liked on X, 12:00\u202fPM"
    assert index.data(int(Qt.ItemDataRole.AccessibleDescriptionRole)) == (
        "rule x:like, seen on the wire"
    )
    presenter.see(Picture(now=NOON + DAY, acts=made_acts(2)))
    assert model.rowCount() == 2
    assert model.index(0).data().startswith("Liked on X, 6/1/26")
    assert tester is not None
    assert qtbot is not None


def test_what_just_came_is_marked_for_a_while(qtbot: QtBot, made_acts: Acts) -> None:
    presenter, parent = FeedPresenter(), QWidget()
    qtbot.addWidget(parent)
    model = FeedModel(presenter, parent)
    acts = made_acts(3)
    presenter.see(Picture(now=NOON, acts=acts[1:]))
    first = model.fresh
    model._calm.setInterval(20)
    with qtbot.waitSignal(model.dataChanged):
        presenter.see(Picture(now=NOON, acts=acts))
        during = model.fresh
    assert (first, during, model.fresh) == (0, 1, 0)


def test_the_view_paints_and_says_what_to_expect(qtbot: QtBot, made_acts: Acts) -> None:
    presenter = FeedPresenter()
    view = FeedView(presenter)
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    empty = (view.empty.isVisible(), view.list.isVisible())
    presenter.see(Picture(now=NOON, acts=made_acts(30)))
    assert (empty, view.empty.isVisible(), view.list.isVisible()) == ((True, False), False, True)
    blank = view.list.grab().toImage()
    presenter.see(Picture(now=NOON, acts=made_acts(1)))
    assert view.list.grab().toImage() != blank
