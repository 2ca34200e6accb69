from dataclasses import replace

from pytestqt.qtbot import QtBot

from labormeter.study.sent import Entry
from labormeter_ui.presenters.study import StudyPresenter
from labormeter_ui.views.study_record import COLUMNS, HINT, RecordView
from labormeter_ui.views.tables import DISPLAY

MADE = Entry(
    at="2026-11-25T10:00:00+01:00",
    event="made",
    study="one",
    key="RWA",
    file="f",
    what="contribution",
    revision=1,
    rows=12,
    way="file",
    sha256="ab" * 32,
)


def test_what_left_is_listed_newest_first(qtbot: QtBot) -> None:
    presenter = StudyPresenter()
    view = RecordView(presenter)
    qtbot.addWidget(view)
    view.show()
    assert not view.table.isVisible()
    assert "Nothing ever left" in view.note.text()
    back = replace(MADE, what="withdrawal", rows=0, way="host.example")
    entries = (
        replace(MADE, event="opened", what=""),
        MADE,
        replace(MADE, event="receipt"),
        replace(MADE, event="card", study="", what="", rows=0),
        replace(MADE, event="refused", study="two", what=""),
        back,
    )
    presenter.take_record(entries, "2026-11-25")
    model = view.model
    assert view.table.isVisible()
    said = [model.cell(one, "what") for one in model.entries]
    assert said == [
        "Withdrawal: not sent yet",
        "Not taken part; nothing left",
        "Room card, as a file",
        "Rows handed in",
        "Rows made",
    ]
    place = COLUMNS.index("sha256")
    assert model.data(model.index(0, place), DISPLAY) == "ab" * 8
    assert model.data(model.index(0, place), HINT) == "ab" * 32
    assert model.cell(back, "way") == "host.example"
    assert model.cell(MADE, "way") == "a file"
    assert model.cell(MADE, "rows") == "12"
