from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from labormeter.model import Span
from labormeter.testing import NOON
from labormeter_ui import language
from labormeter_ui.picture import Picture
from labormeter_ui.presenters.pages import Presenters
from labormeter_ui.presenters.wage import Wage
from labormeter_ui.views.line import Rank
from labormeter_ui.views.today import SHOWN, Ranking, TodayView, fitted

OWED = Wage(low=100_000, central=250_000, high=1_500_000, currency="EUR", lens="worker", unpriced=0)


def shown(qtbot: QtBot, presenters: Presenters) -> TodayView:
    view = TodayView(presenters.today, presenters.wage)
    qtbot.addWidget(view)
    view.show()
    return view


def test_the_figure_says_at_least_and_what_it_counts(qtbot: QtBot, presenters: Presenters) -> None:
    view = shown(qtbot, presenters)
    assert view.figure.text() == "43"
    assert view.figure.accessibleName() == "At least 43 acts of unpaid work today"
    assert "47 gestures in all" in view.beside.text()
    assert "9 practice acts left out" in view.beside.text()
    assert not view.missing.isVisible()


def test_units_stand_alone_until_there_is_a_wage(qtbot: QtBot, presenters: Presenters) -> None:
    view = shown(qtbot, presenters)
    before = view.worth.isVisible()
    presenters.wage.take((OWED, None))
    assert (before, view.worth.isVisible()) == (False, True)
    assert view.worth.text() == "0.25\u00a0EUR"
    assert view.range.text() == "0.10 to 1.50, what workers got"


def test_the_switch_puts_practice_in(qtbot: QtBot, presenters: Presenters) -> None:
    view = shown(qtbot, presenters)
    view.practice.click()
    assert view.figure.text() == "52"
    assert "left out" not in view.beside.text()
    view.practice.click()
    assert view.figure.text() == "43"


def test_a_gap_is_said_beside_the_figure(
    qtbot: QtBot, presenters: Presenters, picture: Picture
) -> None:
    view = shown(qtbot, presenters)
    gap = Span("gap", NOON - 12 * 60_000_000, NOON, lost=1)
    presenters.see(Picture(now=NOON, cells=picture.cells, spans=(gap,), begun=True))
    assert view.missing.isVisible()
    assert "interrupted for 12 min" in view.missing.text()
    assert "1 act could not be kept." in view.missing.text()


def test_pressing_a_line_drills_down(qtbot: QtBot, presenters: Presenters) -> None:
    view = shown(qtbot, presenters)
    with qtbot.waitSignal(view.wanted) as told:
        view.platforms.lines[1].click()
    assert told.args == ["platform", "instagram"]
    with qtbot.waitSignal(view.wanted) as told:
        view.activities.lines[0].click()
    assert told.args == ["activity", "like"]


def test_another_language_is_spoken_at_once(qtbot: QtBot, presenters: Presenters) -> None:
    view = shown(qtbot, presenters)
    language.use("fr")
    qtbot.waitUntil(lambda: view.at_least.text() == "Au moins")
    assert view.activities.lines[0].rank.name == "J\u2019aime"


def test_what_has_no_line_of_its_own_is_in_the_last_one() -> None:
    ranks = [(str(n), Rank(name=f"P{n}", value=n, share=n / 12)) for n in range(12, 0, -1)]
    found = fitted(ranks)
    assert len(found) == SHOWN
    assert sum(rank.value for _, rank in found) == sum(rank.value for _, rank in ranks)
    key, others = found[-1]
    assert (key, others.name, others.share) == ("", "Others (7)", 1)
    assert others.detail.startswith("P7 7 · P6 6")
    assert fitted(ranks[:SHOWN]) == ranks[:SHOWN]


def test_a_ranking_shows_the_first_and_no_line_that_is_over(qtbot: QtBot) -> None:
    ranking = Ranking()
    qtbot.addWidget(ranking)
    ranking.show()
    ranking.show_ranks([(str(n), Rank(name=str(n), value=n, share=0)) for n in range(5)])
    assert sum(line.isVisible() for line in ranking.lines) == 5
    ranking.show_ranks([("a", Rank(name="a", value=1, share=1))])
    assert [line.rank.name for line in ranking.lines if line.isVisible()] == ["a"]


def test_in_french_the_words_beside_the_figure_stand_on_one_line(
    qtbot: QtBot, presenters: Presenters
) -> None:
    language.use("fr")
    view = shown(qtbot, presenters)
    view.resize(592, 500)
    presenters.wage.take((OWED, None))
    qtbot.waitUntil(lambda: view.at_least.text() == "Au moins")
    QApplication.processEvents()
    line = view.unit.fontMetrics().height()
    for part in (view.unit, view.beside):
        assert part.heightForWidth(part.width()) < 2 * line, part.text()
