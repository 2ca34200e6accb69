from pytestqt.qtbot import QtBot

from labormeter.model import Cell
from labormeter.valuation.seen import Share
from labormeter_ui.presenters.history import Past
from labormeter_ui.views.compared import ComparedView, WeeksPlot


def share(key: tuple[str, ...], live: int = 60, both: int = 50, archived: int = 25) -> Share:
    return Share(key=key, weeks=2, live=live, both=both, archived=archived, near=3)


def test_figure_sentence_and_rows(qtbot: QtBot) -> None:
    view = ComparedView()
    qtbot.addWidget(view)
    undated = Cell(day="", platform="x", activity="like", source="archive", acts=7)
    view.show_past(
        Past(
            whole=share(()),
            shares=(share(("x", "post")), share(("reddit", "like"), 1, 1, 1)),
            weeks=(share(("2026-W01",)), share(("2026-W02",))),
            undated=(undated,),
            returned=(("gps", 2),),
        )
    )
    assert view.figure.text() == "67 % (55 to 76 %)"
    assert "At least 85 acts" in view.sentence.text()
    assert view.rows.text().startswith("X, ")
    assert "\n" not in view.rows.text()  # two acts say nothing
    assert "7" in view.note.text()
    assert "not counted as sent" in view.note.text()
    assert view.plot.accessibleDescription()


def test_nothing_to_compare_is_said(qtbot: QtBot) -> None:
    view = ComparedView()
    qtbot.addWidget(view)
    view.show_past(Past())
    assert "Nothing can be compared yet" in view.sentence.text()
    assert view.figure.isHidden()
    view.show_past(Past(whole=share((), 2, 1, 1)))
    assert "Too few" in view.sentence.text()


def test_bars_stand_for_what_archives_tell(qtbot: QtBot) -> None:
    plot = WeeksPlot()
    qtbot.addWidget(plot)
    plot.resize(400, 120)
    plot.show_weeks((share(("2026-W01",)), share(("2026-W02",), 5, 5, 10)))
    assert plot.bar(0).height() == 5 * plot.bar(1).height()
    plot.grab()
    plot.show_weeks(tuple(share((f"2026-W{n:02}",)) for n in range(500)))
    assert len(plot.seen()) == 50
    plot.grab()
