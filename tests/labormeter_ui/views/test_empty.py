from functools import partial

from pytestqt.qtbot import QtBot

from labormeter_ui import language
from labormeter_ui.views.empty import Choice, EmptyView


def test_it_says_what_to_do_and_does_it(qtbot: QtBot) -> None:
    view = EmptyView()
    qtbot.addWidget(view)
    view.show()
    with qtbot.waitSignal(view.practice):
        view.practice_button.click()
    with qtbot.waitSignal(view.browse):
        view.choices[1].button.click()
    assert not view.choices[2].button.isVisible()


def test_a_shift_that_goes_on_is_not_started_twice(qtbot: QtBot) -> None:
    view = EmptyView()
    qtbot.addWidget(view)
    view.practising(True)
    during = (view.practice_button.isEnabled(), view.choices[0].text.text())
    view.practising(False)
    assert during[0] is False
    assert "is open in a browser" in during[1]
    assert view.practice_button.isEnabled()


def test_no_text_is_cut_off_in_any_language(qtbot: QtBot) -> None:
    view = EmptyView()
    qtbot.addWidget(view)
    view.resize(760, 500)
    view.show()
    for code in language.LANGUAGES:
        language.use(code)
        for choice in view.choices:
            qtbot.waitUntil(partial(uncut, choice), timeout=1000)


def uncut(choice: Choice) -> bool:
    return choice.text.height() >= choice.text.heightForWidth(choice.text.width())
