from pytestqt.qtbot import QtBot

from labormeter.valuation import shelf
from labormeter_ui.views.rating import RateDialog


def test_an_override_begins_with_what_it_stands_before(qtbot: QtBot) -> None:
    rate = next(iter(shelf.shipped().rates.values()))
    dialog = RateDialog(rate, shelf.shipped().currencies.known, "2026-06-01")
    qtbot.addWidget(dialog)
    dialog.source.setText("a friend")
    with qtbot.waitSignal(dialog.given) as told:
        dialog.save.click()
    assert told.args is not None
    entry = told.args[0]
    assert (entry["activity"], entry["side"], entry["unit"]) == (
        rate.activity, rate.side, rate.unit
    )  # fmt: skip
    assert (entry["observed_on"], entry["source"]) == ("2026-06-01", "a friend")
    dialog.say_fault("No.")
    assert dialog.fault.isVisibleTo(dialog)
