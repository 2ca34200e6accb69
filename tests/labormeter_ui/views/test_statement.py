from pytestqt.qtbot import QtBot

from labormeter_ui.presenters.statement import Drawn, StatementPresenter
from labormeter_ui.views.statement import StatementView


def test_what_is_chosen_is_drawn_up_and_shown(qtbot: QtBot) -> None:
    view = StatementView(StatementPresenter())
    qtbot.addWidget(view)
    view.know(["x"])
    view.presenter.open(True)
    view.show()
    waiting = (view.page.isVisible(), view.keep_button.isEnabled())
    with qtbot.waitSignal(view.presenter.needed) as told:
        view.platform.setCurrentIndex(1)
    assert told.args is not None
    assert (told.args[0].platform, told.args[0].language) == ("x", "en")
    view.presenter.take(Drawn(view.presenter.order, "<h1>Wage statement</h1>", 3))
    assert waiting == (False, False)
    assert "Wage statement" in view.page.toPlainText()
    with qtbot.waitSignal(view.keeping):
        view.keep_button.click()
    view.presenter.take(Drawn(view.presenter.order, "<h1>None</h1>", 0))
    assert "Choose a longer one" in view.note.text()
    assert not view.page.isVisible()
