from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from labormeter.metadata import Fact
from labormeter_ui.presenters.uploads import Inspected, Platform, Told, UploadsPresenter
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
    assert [text for text in texts if text in {"Where", "Which device", "Who"}] == [
        "Where",
        "Which device",
    ]
    assert not view.drop.isVisibleTo(view)
    view.clear_button.click()
    assert view.presenter.file is None
    view.presenter.show_file(Inspected("b.txt", ()))
    assert "nothing that this program can read" in view.hint.text()


def test_each_platform_is_told_with_what_it_learned_and_leads_to_the_chart(qtbot: QtBot) -> None:
    view = UploadsView(UploadsPresenter())
    qtbot.addWidget(view)
    assert not view.platforms.isVisibleTo(view)
    told = Platform(name="facebook", uploads=9, where=7, when=8, device=6)
    view.presenter.take(Told(uploads=9, kinds=(("gps", 7),), platforms=(told,)))
    (line,) = view.platforms.lines
    assert (line.rank.name, line.rank.value) == ("Facebook: 7 of 9 told where", 7)
    assert line.rank.detail == "where: 7, when: 8, device: 6"
    with qtbot.waitSignal(view.over_time):
        view.time_button.click()
