from pytestqt.qtbot import QtBot

from labormeter.cli.acts import WRITERS
from labormeter.cli.main import VERBS
from labormeter.exports.registry import JOURNALS
from labormeter_ui.presenters.share import FORMS, SharePresenter


def test_every_form_is_one_that_the_command_line_writes() -> None:
    known = {"acts": set(WRITERS), "export": set(JOURNALS)}
    for form in FORMS:
        assert form.verb[0] in VERBS
        assert form.verb[-1] in known[form.verb[0]]
    assert len({form.suffix for form in FORMS}) == len(FORMS)


def test_one_file_at_a_time_and_none_without_a_name(qtbot: QtBot) -> None:
    presenter = SharePresenter()
    with qtbot.assertNotEmitted(presenter.wanted):
        presenter.write(FORMS[0], "")
    with qtbot.assertNotEmitted(presenter.unwanted):
        presenter.cancel()
    with qtbot.waitSignal(presenter.wanted) as told:
        presenter.write(FORMS[0], "a.csv")
    assert told.args == [FORMS[0], "a.csv"]
    with qtbot.assertNotEmitted(presenter.wanted):
        presenter.write(FORMS[1], "b.jsonl")
    with qtbot.waitSignal(presenter.unwanted):
        presenter.cancel()
    presenter.failed("")
    assert not presenter.state.running
    presenter.write(FORMS[1], "b.jsonl")
    presenter.done("b.jsonl", 12)
    assert (presenter.state.written, presenter.state.bytes) == ("b.jsonl", 12)
