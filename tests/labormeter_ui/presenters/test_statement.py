from pytestqt.qtbot import QtBot

from labormeter_ui.presenters.statement import Drawn, Order, StatementPresenter, span


def test_periods_are_whole_months_and_years() -> None:
    assert span("month", "2026-03-02") == ("2026-03-01", "2026-03-02")
    assert span("last-month", "2026-03-02") == ("2026-02-01", "2026-02-28")
    assert span("last-month", "2026-01-02") == ("2025-12-01", "2025-12-31")
    assert span("last-year", "2026-03-02") == ("2025-01-01", "2025-12-31")
    assert span("all", "2026-03-02") == (None, None)


def test_a_statement_is_drawn_up_only_where_it_is_seen(qtbot: QtBot) -> None:
    presenter = StatementPresenter()
    with qtbot.assertNotEmitted(presenter.needed):
        presenter.choose(Order(platform="x"))
    with qtbot.waitSignal(presenter.needed):
        presenter.open(True)
    presenter.take(Drawn(Order(platform="reddit"), "<p>", 1))
    assert presenter.state is None
    presenter.take(Drawn(Order(platform="x"), "<p>", 1))
    assert presenter.state is not None
