from pytestqt.qtbot import QtBot

from labormeter.model import ACTIVITIES
from labormeter.valuation import shelf
from labormeter.valuation.own import own, written
from labormeter.valuation.rate import Fault
from labormeter_ui.views.rating import AMOUNTS, RateDialog

BOOK = shelf.shipped()
TODAY = "2026-06-01"


def dialog(qtbot: QtBot, number: str = "") -> RateDialog:
    made = RateDialog(BOOK.rates.get(number), BOOK.currencies.known, TODAY)
    qtbot.addWidget(made)
    return made


def given(qtbot: QtBot, made: RateDialog) -> dict[str, str]:
    with qtbot.waitSignal(made.given) as told:
        made.save.click()
    assert told.args is not None
    entry: dict[str, str] = told.args[0]
    return entry


def test_an_override_begins_with_what_it_stands_before(qtbot: QtBot) -> None:
    made = dialog(qtbot, "CF-15")
    made.lines["source"].setText("a friend")
    rate, entry = BOOK.rates["CF-15"], given(qtbot, made)
    same = ("activity", "side", "unit", "currency", "country")
    assert {name: entry[name] for name in same} == {name: getattr(rate, name) for name in same}
    assert (entry["platform"], rate.platform) == ("any", "instagram_tiktok_youtube")
    assert given(qtbot, dialog(qtbot, "CF-01"))["platform"] == "facebook"
    assert [float(entry[name]) for name in AMOUNTS] == [
        float(getattr(rate, name)) for name in AMOUNTS
    ]
    assert (entry["observed_on"], entry["source"]) == (TODAY, "a friend")


def test_before_any_rate_the_form_is_sound_but_for_its_source(qtbot: QtBot) -> None:
    for number in sorted(BOOK.rates)[::7]:
        entry = {name: value for name, value in dialog(qtbot, number).entry.items() if value}
        text = written("", {"id": "own-1", **entry})
        found = own({"a.toml": text}, BOOK, activities=ACTIVITIES, today=TODAY)
        told = {fault.sentence.partition(":")[0] for fault in found.faults}
        assert told == {"source"}, number


def test_every_field_of_the_book_can_be_given(qtbot: QtBot) -> None:
    made = dialog(qtbot)
    for name, text in {
        "low": "0,001", "mid": "0.002", "high": "1.5", "source": "A payslip", "locator": "p. 3",
        "observed_on": "2026-03", "since": "2026-04-06", "notes": "By hand.",
    }.items():  # fmt: skip
        made.lines[name].setText(text)
    made.boxes["platform"].setCurrentIndex(made.boxes["platform"].findData("instagram"))
    made.boxes["country"].setCurrentText("Elbonia")
    entry = given(qtbot, made)
    assert (entry["low"], entry["mid"], entry["high"]) == ("0.001", "0.002", "1.5")
    assert (entry["platform"], entry["country"]) == ("instagram", "Elbonia")
    assert (entry["locator"], entry["since"]) == ("p. 3", "2026-04-06")
    made.boxes["country"].setCurrentText("Madagascar")
    assert given(qtbot, made)["country"] == "MG"


def test_all_faults_are_shown_at_once_each_under_its_field(qtbot: QtBot) -> None:
    made = dialog(qtbot)
    made.show()
    made.say_faults(
        [
            Fault("added.toml", 1, "source: say who was seen to pay this, and where that stands."),
            Fault("added.toml", 1, "low: a plain decimal is wanted, such as 0.001."),
            Fault("added.toml", 1, "mid: a plain decimal is wanted, such as 0.001."),
            Fault("added.toml", 1, "low, mid, high: they must not fall."),
            Fault("added.toml", 1, "observed_on: it lies in the future."),
            Fault("added.toml", 1, "dances: there is no such column."),
        ]
    )
    shown = {name: one.text() for name, one in made.faults.items() if one.isVisible()}
    assert set(shown) == {"source", "amounts", "observed_on", ""}
    assert shown["amounts"].splitlines() == [
        "Write a plain number, such as 0.001.",
        "The least must not be above the usual, nor the usual above the most.",
    ]
    assert shown[""] == "there is no such column."
    made.say_faults([Fault("added.toml", 1, "since: a day is wanted, such as 2026-03-02.")])
    assert [name for name, one in made.faults.items() if one.isVisible()] == ["since"]


def test_every_control_has_a_name(qtbot: QtBot) -> None:
    made = dialog(qtbot)
    for part in (*made.lines.values(), *made.boxes.values(), made.save, made.cancel):
        assert part.accessibleName()
