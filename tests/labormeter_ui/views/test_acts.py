from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from labormeter.model import Act, Disclosure
from labormeter.report import Line, Row
from labormeter.testing import act
from labormeter_ui import language
from labormeter_ui.presenters.acts import ActsPresenter, Filter, Page, dated
from labormeter_ui.presenters.groups import Groups
from labormeter_ui.views.acts import ActsView

TODAY = "2026-06-01"
Acts = Callable[[int], tuple[Act, ...]]


def shown(qtbot: QtBot, *acts: Act, more: bool = False) -> ActsView:
    presenter = ActsPresenter()
    view = ActsView(presenter)
    presenter.setParent(view)
    qtbot.addWidget(view)
    view.resize(1000, 500)
    view.show()
    presenter.see_day(TODAY)
    give(view, *acts, more=more)
    return view


def give(view: ActsView, *acts: Act, more: bool = False) -> None:
    after = acts[-1] if more else None
    wanted = dated(view.presenter.filter, TODAY)
    view.presenter.take(Page(wanted, acts, after, view.presenter._after))


def said(view: ActsView) -> set[str]:
    return {one.text() for one in view.detail.findChildren(QLabel) if not one.isHidden()}


def test_the_model_keeps_qts_rules_while_pages_come(qtbot: QtBot, made_acts: Acts) -> None:
    view = shown(qtbot)
    tester = QAbstractItemModelTester(
        view.model, QAbstractItemModelTester.FailureReportingMode.Warning
    )
    view.show_filter(Filter(period="all"))
    give(view, *made_acts(4), more=True)
    view.model.fetchMore(QModelIndex())
    give(view, *made_acts(2))
    assert (view.model.rowCount(), view.model.canFetchMore(QModelIndex())) == (6, False)
    assert tester is not None


def test_a_row_says_when_what_how_much_and_why(qtbot: QtBot) -> None:
    undone = act(platform="x", effect="undo", rule="x:unlike", net=-1)
    view = shown(qtbot, undone)
    row = [view.model.index(0, column).data() for column in range(4)]
    assert row[1:] == ["Took back a like on X", "-1", "rule x:unlike, seen on the wire"]
    heads = [view.model.headerData(column, Qt.Orientation.Horizontal) for column in range(4)]
    assert heads == ["When", "Act", "Net", "Why it was counted"]


def test_choosing_an_act_shows_all_that_is_stored_about_it(qtbot: QtBot) -> None:
    rich = act(
        platform="instagram", activity="upload", target="a" * 32, made="b" * 32, actor="c" * 32,
        seconds=7_000_000, rounds=2, tiles=9, flags=("instrument",),
        disclosures=(Disclosure("gps"), Disclosure("camera_model")),
    )  # fmt: skip
    view = shown(qtbot, rich)
    view.table.selectRow(0)
    qtbot.waitUntil(lambda: "7 s" in said(view))
    texts = said(view)
    assert {"7 s", "coordinates, camera model", "instagram", "1"} - texts == {"instagram"}
    assert "aaaaaaaa aaaaaaaa aaaaaaaa aaaaaaaa" in texts
    shown_fields = " ".join(texts)
    for value in (rich.rule, rich.pack, rich.id[:8], "probably caused by metering itself"):
        assert value in shown_fields


def test_points_and_money_are_told_by_their_unit(qtbot: QtBot) -> None:
    view = shown(qtbot)
    points = act(activity="reward", quantity=300, unit="POINT")
    money = replace(points, quantity=2_500_000, unit="EUR")
    fields = dict(view.detail.fields(points)), dict(view.detail.fields(money))
    assert [one["Quantity"] for one in fields] == ["300 points", "2.50\u00a0EUR"]


def test_filters_ask_for_what_they_say(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.know(["x", "reddit"])
    with qtbot.waitSignal(view.presenter.needed) as told:
        view.platform.setCurrentIndex(view.platform.findData("reddit"))
    assert told.args is not None
    assert told.args[0].platform == "reddit"
    with qtbot.waitSignal(view.presenter.needed) as told:
        view.period.setCurrentIndex(view.period.findData("all"))
    assert (told.args[0].platform, told.args[0].since) == ("reddit", "")


def test_drilling_down_shows_its_filter_even_for_a_platform_not_offered(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.show_filter(Filter(period="days", since="2026-05-01", until="2026-05-31", platform="vk"))
    assert view.platform.currentData() == "vk"
    assert view.period.currentText() == "5/1/26 - 5/31/26"


def test_nothing_found_says_what_to_do(qtbot: QtBot, made_acts: Acts) -> None:
    view = shown(qtbot)
    before = (view.empty.isVisible(), view.table.isVisible())
    view.show_filter(Filter(period="all"))
    give(view, *made_acts(1))
    after = (view.empty.isVisible(), view.table.isVisible())
    assert (before, after) == ((True, False), (False, True))


def test_how_much_was_read_is_said(qtbot: QtBot, made_acts: Acts) -> None:
    view = shown(qtbot, *made_acts(3), more=True)
    assert view.count.text() == "3 acts read, scroll for more"
    language.use("fr")
    qtbot.waitUntil(lambda: view.count.text().startswith("3 actes lus"))


def test_forgetting_can_be_undone_until_the_page_is_left(qtbot: QtBot, made_acts: Acts) -> None:
    acts = made_acts(3)
    view = shown(qtbot, *acts)
    view.table.selectRow(0)
    view.forget_button.click()
    give(view, *acts)
    said_so = (view.going.isVisible(), view.going_text.text(), view.model.rowCount())
    view.undo_button.click()
    give(view, *acts)
    assert said_so == (
        True, "1 act is forgotten for good when you leave this page.", 2
    )  # fmt: skip
    assert (view.going.isVisible(), view.model.rowCount()) == (False, 3)


def test_grouping_shows_totals_and_leads_back_to_their_acts(qtbot: QtBot) -> None:
    view = shown(qtbot, act(platform="x"))
    with qtbot.waitSignal(view.groups.needed) as told:
        view.by.setCurrentIndex(view.by.findData("platform"))
    assert told.args is not None
    row = Row(by=("platform",), key=("x",), gestures=2, net=2)
    view.groups.take(Groups(wanted=told.args[0], by="platform", lines=(Line(row=row, worth=None),)))
    grouped = (view.group_table.isVisible(), view.table.isVisible(), view.flag.isEnabled())
    assert grouped == (True, False, False)
    assert view.count.text() == "2 acts"
    with qtbot.waitSignal(view.presenter.needed) as asked:
        view.group_table.activated.emit(view.totals.index(0, 0))
    assert asked.args is not None
    assert asked.args[0].platform == "x"
    assert view.by.currentData() == ""


def test_source_and_flag_are_asked_for(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.source.setCurrentIndex(view.source.findData("manual"))
    with qtbot.waitSignal(view.presenter.needed) as told:
        view.flag.setCurrentIndex(view.flag.findData("unmatched"))
    assert told.args is not None
    assert (told.args[0].source, told.args[0].flag) == ("manual", "unmatched")


def test_a_page_that_was_given_up_is_not_said_to_be_empty(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.show_filter(Filter(period="all"))
    view.presenter.stop()
    assert view.empty.text().startswith("Reading was given up.")
    assert view.empty.isVisible()
    view.show_filter(Filter(period="year"))
    give(view, act(platform="x"))
    assert not view.empty.isVisible()
