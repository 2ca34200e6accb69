from pytestqt.qtbot import QtBot

from labormeter_ui.views.adding import AddDialog


def test_the_form_gives_what_was_written_and_shows_what_fits(qtbot: QtBot) -> None:
    dialog = AddDialog(["x", "facebook"], ["EUR"], "2026-06-01")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.platform.setCurrentIndex(1)
    dialog.count.setValue(4)
    with qtbot.waitSignal(dialog.given) as told:
        dialog.save.click()
    assert told.args is not None
    form = told.args[0]
    assert (form.platform, form.count, form.day) == ("facebook", 4, "2026-06-01")
    plain = dialog.amount.isVisible()
    dialog.activity.setCurrentIndex(dialog.activity.findData("reward"))
    assert (plain, dialog.amount.isVisible(), dialog.count.isVisible()) == (False, True, False)
    dialog.say_fault("No.")
    assert dialog.fault.isVisible()
