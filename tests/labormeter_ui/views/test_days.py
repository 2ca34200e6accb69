from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from labormeter.model import Cell, Span
from labormeter.testing import NOON
from labormeter_ui import language, theme
from labormeter_ui.presenters.days import DaysPresenter, Plan
from labormeter_ui.views.days import DaysView, stretch

PLAN = Plan(since="2026-05-25", until="2026-06-01", now=NOON, offset=0)


def cells(net: int = 4) -> list[Cell]:
    return [
        Cell(day=day, platform=platform, activity="like", source="wire", net=net, gestures=net)
        for day in ("2026-05-26", "2026-06-01")
        for platform in ("x", "reddit")
    ]


def shown(qtbot: QtBot, plan: Plan = PLAN, spans: tuple[Span, ...] = ()) -> DaysView:
    presenter = DaysPresenter()
    view = DaysView(presenter)
    presenter.setParent(view)
    qtbot.addWidget(view)
    view.resize(700, 400)
    view.show()
    presenter.show(plan, cells(), spans)
    return view


def test_bars_stand_on_each_other(qtbot: QtBot) -> None:
    low, high = shown(qtbot).stack.bars
    assert list(low.opts["height"]) == list(high.opts["y0"])
    assert sum(low.opts["height"]) + sum(high.opts["height"]) == 16


def test_the_legend_names_series_and_what_was_not_metered(qtbot: QtBot) -> None:
    spans = (Span("shift", NOON - 10 * 86_400_000_000, NOON), Span("gap", NOON - 9, NOON))
    view = shown(qtbot, spans=spans)
    said = {label.text() for label in view.findChildren(QLabel)}
    assert {"X", "Reddit", "metering was interrupted"} <= said
    assert "private" not in said


def test_keys_walk_along_the_bars_and_open_one(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.tip.text().splitlines() == ["Monday, June 1, 2026", "8 acts", "X: 4", "Reddit: 4"]
    QTest.keyClick(view, Qt.Key.Key_Home)
    QTest.keyClick(view, Qt.Key.Key_Right)
    with qtbot.waitSignal(view.wanted) as told:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert told.args == ["2026-05-26", "2026-05-26"]


def test_the_pointer_tells_the_figures_of_its_bar(qtbot: QtBot) -> None:
    view = shown(qtbot)
    inside = view.plot.getPlotItem().getViewBox()
    bar = view.presenter.state.bars[1]
    view._moved(inside.mapViewToScene(QPointF(bar.start + 0.5, 1)))
    assert (view.chosen, view.tip.isVisible()) == (1, True)
    view._moved(QPointF(-50, -50))
    assert (view.chosen, view.tip.isVisible()) == (-1, False)


def test_a_week_opens_as_its_days(qtbot: QtBot) -> None:
    weekly = Plan(since="2026-05-25", until="2026-06-01", now=NOON, offset=0, bucket="week")
    view = shown(qtbot, weekly)
    view._choose(0)
    assert stretch(view.presenter.state, 0) == "5/25/26 - 5/31/26"
    with qtbot.waitSignal(view.wanted) as told:
        view._open()
    assert told.args == ["2026-05-25", "2026-05-31"]


def test_a_day_without_a_shift_says_not_metered_and_never_zero(qtbot: QtBot) -> None:
    began = NOON - 10 * 86_400_000_000
    view = shown(qtbot, spans=(Span("shift", began, began + 1),))
    assert view.figures(2).splitlines() == ["Wednesday, May 27, 2026", "not metered"]


def test_a_bar_with_a_gap_says_at_least(qtbot: QtBot) -> None:
    spans = (Span("shift", NOON - 10 * 86_400_000_000, NOON), Span("gap", NOON - 9, NOON))
    view = shown(qtbot, spans=spans)
    assert view.figures(7).splitlines()[-1] == "at least: metering was interrupted"


def test_the_chart_can_be_read_aloud(qtbot: QtBot) -> None:
    view = shown(qtbot)
    assert view.accessibleName() == "Acts over time"
    assert view.accessibleDescription().startswith("16 acts, most in the stretch from")


def test_language_and_theme_are_followed(qtbot: QtBot) -> None:
    view = shown(qtbot)
    light = view.grab().toImage()
    theme.choose("dark")
    view.dress()
    assert view.grab().toImage() != light
    language.use("fr")
    qtbot.waitUntil(lambda: view.accessibleName() == "Actes au fil du temps")
