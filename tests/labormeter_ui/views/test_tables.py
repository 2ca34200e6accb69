from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from labormeter.home import Home
from labormeter.model import Cell
from labormeter.valuation import shelf
from labormeter.valuation.lens import Reading
from labormeter_ui.presenters.acts import Filter
from labormeter_ui.presenters.groups import GroupsPresenter, groups
from labormeter_ui.views.tables import GroupsModel, shared


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


@given(st.lists(st.integers(1, 600), min_size=1, max_size=9), st.integers(0, 2000))
def test_the_widest_columns_give_way_first(wanted: list[int], room: int) -> None:
    given_ = shared(wanted, room)
    assert sum(given_) <= max(room, 0)
    assert all(0 <= got <= want for got, want in zip(given_, wanted, strict=True))
    cut = [got for got, want in zip(given_, wanted, strict=True) if got < want]
    if cut:
        assert room - sum(given_) < len(wanted)
        assert max(given_) - min(cut) <= len(wanted)
    else:
        assert given_ == wanted
