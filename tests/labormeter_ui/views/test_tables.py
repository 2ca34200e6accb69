from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from labormeter.home import Home
from labormeter.model import Cell
from labormeter.valuation import shelf
from labormeter.valuation.lens import Reading
from labormeter_ui.presenters.acts import Filter
from labormeter_ui.presenters.groups import GroupsPresenter, groups
from labormeter_ui.views.tables import GroupsModel


def test_totals_show_units_first_and_worth_beside_them(qapp: QApplication, tmp_path: Path) -> None:
    presenter = GroupsPresenter(qapp)
    model = GroupsModel(presenter)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    prices = shelf.calendar_of(Home(tmp_path), Reading(), pins=[], today="2026-06-01")
    cells = [
        Cell(day="2026-06-01", platform="facebook", activity="like", source="wire", net=4, gestures=5),
        Cell(day="2026-06-01", platform="bing", activity="reward", source="wire", unit="POINT", net=9, gestures=9),
    ]  # fmt: skip
    presenter.ask(Filter(period="all"), "platform", "2026-06-01")
    presenter.take(groups(Filter(period="all"), "platform", cells, prices))
    row = [model.index(0, column).data() for column in range(6)]
    assert row[:3] == ["Facebook", "5", "4"]
    assert row[3].endswith("EUR")
    assert " to " in row[4]
    assert model.index(1, 2).data() == "9 points"
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Group"
    assert tester is not None
