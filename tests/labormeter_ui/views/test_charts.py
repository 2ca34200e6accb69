from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from labormeter.model import Cell
from labormeter.testing import NOON
from labormeter_ui import language
from labormeter_ui.picture import Picture
from labormeter_ui.presenters.charts import ChartsPresenter
from labormeter_ui.views.charts import BUCKETS, REACHES, ChartsView, Segments


def shown(qtbot: QtBot) -> ChartsView:
    presenter = ChartsPresenter()
    view = ChartsView(presenter)
    presenter.setParent(view)
    qtbot.addWidget(view)
    view.show()
    presenter.see(Picture(now=NOON))
    presenter.open(True)
    cell = Cell(day="2026-06-01", platform="x", activity="like", source="wire", net=3, gestures=3)
    presenter.take([cell], [])
    return view


def test_the_total_says_at_least(qtbot: QtBot) -> None:
    view = shown(qtbot)
    assert (view.total.text(), view.note.text()) == (
        "3 acts",
        "since 1 Jun, at least; net of what was undone",
    )


def test_while_it_is_read_nothing_is_said_to_be_zero(qtbot: QtBot) -> None:
    presenter = ChartsPresenter()
    view = ChartsView(presenter)
    presenter.setParent(view)
    qtbot.addWidget(view)
    presenter.see(Picture(now=NOON))
    presenter.open(True)
    reading = view.total.text()
    presenter.take([], [])
    said = (view.total.text(), view.note.text())
    assert reading == "Reading the ledger"
    assert said == ("0 acts", "nothing was counted in this stretch of time")


def test_what_was_given_up_is_not_said_to_be_nothing_and_is_read_when_chosen_again(
    qtbot: QtBot,
) -> None:
    view = shown(qtbot)
    presenter = view.presenter
    presenter.choose(replace(presenter.choice, measure="worth"))
    presenter.stop()
    said = view.total.text(), view.note.text()[:20]
    presenter.see(Picture(now=NOON + 1))
    assert said == ("Not read", "reading was given up")
    with qtbot.waitSignal(presenter.needed):
        presenter.choose(presenter.choice)
    assert view.total.text() != "Not read"


def test_buttons_choose_stretch_bars_and_split(qtbot: QtBot) -> None:
    view = shown(qtbot)
    with qtbot.waitSignal(view.presenter.needed) as told:
        view.reaches.group.button(REACHES.index("year")).click()
    assert told.args is not None
    assert told.args[0] == "2025-06-02"
    view.buckets.group.button(BUCKETS.index("month")).click()
    view.splits.group.button(1).click()
    view.practice.click()
    choice = view.presenter.choice
    assert (choice.reach, choice.bucket, choice.split) == ("year", "month", "activity")
    assert choice.practice
    view.buckets.group.button(0).click()
    assert view.presenter.choice.bucket is None


def test_what_is_chosen_can_be_read_aloud(qtbot: QtBot) -> None:
    view = shown(qtbot)
    assert view.reaches.group.button(0).accessibleName() == "Stretch of time: 30 days"
    language.use("fr")
    qtbot.waitUntil(lambda: view.reaches.group.button(0).text() == "30 jours")
    assert view.reaches.chosen() == "quarter"


def test_one_segment_is_chosen_at_a_time(qtbot: QtBot) -> None:
    made = Segments(("a", "b", "c"))
    qtbot.addWidget(made)
    made.say("Title", ["A", "B", "C"], "b")
    assert made.chosen() == "b"
    made.group.button(2).click()
    assert [one.isChecked() for one in made.group.buttons()] == [False, False, True]


def test_money_and_time_are_told_with_their_unit(qtbot: QtBot) -> None:
    view = shown(qtbot)
    for measure, said in (("worth", "2.50\u00a0EUR"), ("captcha", "2 s")):
        view.measure.setCurrentIndex(view.measure.findData(measure))
        cell = Cell(day="2026-06-01", platform="x", activity="like", source="wire", net=2_500_000)
        view.presenter.take([cell], [], measure, "EUR")  # type: ignore[arg-type]
        assert view.total.text() == said
        assert said in view.chart.figures(len(view.presenter.days.state.bars) - 1)
    view.measure.setCurrentIndex(view.measure.findData("disclosed"))
    assert not view.splits.isEnabled()


def test_a_chart_is_kept_as_a_picture_or_as_figures(qtbot: QtBot, tmp_path: Path) -> None:
    view = shown(qtbot)
    for form, begins in (("png", b"\x89PNG"), ("svg", b"<?xml"), ("csv", b"from,days,x,total\n")):
        path = tmp_path / f"chart.{form}"
        view.save(path)
        assert path.read_bytes().startswith(begins)
    assert path.read_text().endswith("2026-06-01,1,3,3\n")


def test_a_ledger_of_one_day_begins_near_it_and_says_since_when(qtbot: QtBot) -> None:
    view = shown(qtbot)
    presenter = view.presenter
    today = presenter.stretch[1]
    cell = Cell(day=today, platform="x", activity="like", source="wire", net=3, gestures=3)
    presenter.take([cell], [])
    assert view.note.text().startswith("since ")
    assert 5 <= len(presenter.days.state.bars) <= 8
    presenter.choose(replace(presenter.choice, bucket="month"))
    assert len(presenter.days.state.bars) > 1
    presenter.choose(replace(presenter.choice, bucket=None))
    presenter.take([cell._replace(day=presenter.stretch[0]), cell], [])
    assert not view.note.text().startswith("since ")
    assert len(presenter.days.state.bars) == 90
