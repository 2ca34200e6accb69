from pytestqt.qtbot import QtBot

from labormeter_ui.views.study_paper import Paper


def test_a_page_is_shown_printed_or_kept(qtbot: QtBot) -> None:
    paper = Paper("<h1>Withdrawal code</h1><p>one two</p>", "Withdrawal code")
    qtbot.addWidget(paper)
    paper.show()
    assert "one two" in paper.page.toPlainText()
    with qtbot.waitSignals([paper.printing, paper.keeping]):
        paper.print_button.click()
        paper.keep_button.click()
    paper.close_button.click()
    assert not paper.isVisible()
    assert all(
        made.accessibleName() for made in (paper.print_button, paper.keep_button, paper.page)
    )
