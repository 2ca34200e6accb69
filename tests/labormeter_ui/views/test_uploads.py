from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from labormeter.metadata import Fact
from labormeter_ui.presenters.uploads import Inspected, Told, UploadsPresenter
from labormeter_ui.views.uploads import UploadsView


def test_it_says_how_many_told_where_they_were_taken(qtbot: QtBot) -> None:
    view = UploadsView(UploadsPresenter())
    qtbot.addWidget(view)
    empty = view.sentences.text()
    view.presenter.take(Told(uploads=52, kinds=(("datetime", 40), ("gps", 37))))
    assert empty.startswith("No upload was counted yet. Drop a photo here")
    assert view.figure.accessibleName() == "37 of 52 uploads told where they were taken"
    assert [line.rank.name for line in view.kinds.lines] == ["Date and time", "Coordinates"]


def test_what_a_file_tells_is_shown_as_plain_text_and_put_away(qtbot: QtBot) -> None:
    view = UploadsView(UploadsPresenter())
    qtbot.addWidget(view)
    facts = (
        Fact("gps", "GPSLatitude", "48.85 <b>N</b>"),
        Fact("serial", "Serial", "", "seen-partly"),
    )
    view.presenter.show_file(Inspected("a\u202ephoto.jpg", facts))
    texts = [one.text() for one in view.findChildren(QLabel)]
    assert "48.85 <b>N</b>" in texts
    assert "announced, in a part that is not read" in texts
    assert view.title.text() == "aphoto.jpg"
    view.clear_button.click()
    assert view.presenter.file is None
    view.presenter.show_file(Inspected("b.txt", ()))
    assert "nothing that this program can read" in view.hint.text()
