from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from pytestqt.qtbot import QtBot

from labormeter.cli.main import cli
from labormeter.exports.choice import GRAINS
from labormeter.exports.handle import known
from labormeter.exports.registry import FORMS
from labormeter.room import file
from labormeter_ui.presenters.share import Order, Share, SharePresenter, Table
from labormeter_ui.presenters.statement import PERIODS

TABLE = Table("acts", ("id",), (("1",),), 1)


@pytest.mark.parametrize("form", FORMS)
def test_every_choice_is_one_that_the_command_line_takes(form: str, tmp_path: object) -> None:
    """Whatever is ticked, the words are no usage error: what a form does not have is left out."""
    for grain in ("", *GRAINS):
        order = Order(
            form=form,
            period="last-month",
            platforms=("x", "reddit"),
            grain=grain,
            hashes=True,
            handle="oak-ash",
            total_only=True,
        )
        words = ["--home", str(tmp_path), *order.words("2026-11-25"), "--preview", "--json"]
        done = CliRunner().invoke(cli, words)
        assert done.exit_code == 0, (words, done.output)


def test_the_words_of_an_order() -> None:
    assert Order().words("2026-11-25") == ["export", "--format", "full"]
    assert [len(Order(period=period).words("2026-11-25")) for period in PERIODS] == [7, 7, 7, 7, 3]
    card = Order(form="card", handle="oak-ash")
    assert card.words("2026-11-25")[-2:] == ["--handle", "oak-ash"]
    assert "--grain" not in replace(card, grain="act").words("2026-11-25")
    assert "--hashes" not in Order(form="csv", grain="week", hashes=True).words("2026-11-25")


def test_the_file_of_a_room_says_which_days(tmp_path: Path) -> None:
    """In place of a period, and for a card alone."""
    path = tmp_path / "room.toml"
    path.write_text(
        file.written(
            file.suggested("2026-11-25", number=4, language="en", country="FR", currency="EUR")
        )
    )
    order = Order(form="card", period="last-month", handle="oak-ash", room=str(path), practice=True)
    words = order.words("2026-11-25")
    assert words[:5] == ["export", "--format", "card", "--handle", "oak-ash"]
    assert words[5:] == ["--room", str(path), "--practice"]
    line = ["--home", str(tmp_path / "home"), *words, "--preview", "--json"]
    done = CliRunner().invoke(cli, line)
    assert done.exit_code == 0, done.output
    assert "--room" not in replace(order, form="csv").words("2026-11-25")


def test_an_order_that_is_chosen_is_told_also_where_nothing_is_seen(qtbot: QtBot) -> None:
    presenter = SharePresenter()
    with qtbot.waitSignal(presenter.changed):
        presenter.settle("/a/room.toml", ("2026-W44", "2026-W47"))
    assert presenter.order.weeks == ("2026-W44", "2026-W47")
    presenter.refuse("No room.")
    assert (presenter.state.refused, presenter.state.fault) == ("No room.", "")
    with qtbot.waitSignal(presenter.opened) as told:
        presenter.open_room("/b/room.toml")
    assert told.args == ["/b/room.toml"]
    presenter.open_room("")
    assert presenter.state.refused == ""
    assert (presenter.order.room, presenter.order.weeks) == ("", ("", ""))


def test_it_is_looked_at_only_where_it_is_seen_and_anew_for_every_choice(qtbot: QtBot) -> None:
    presenter = SharePresenter()
    with qtbot.assertNotEmitted(presenter.looked):
        presenter.choose(Order(form="csv"))
    with qtbot.waitSignal(presenter.looked) as told:
        presenter.open(True)
    assert told.args == [Order(form="csv")]
    presenter.see(Order(form="csv"), (TABLE,), b"")
    assert [presenter.state.tables] == [(TABLE,)]
    with qtbot.waitSignal(presenter.looked):
        presenter.choose(Order(form="jsonl"))
    assert [presenter.state.tables] == [None]
    presenter.see(Order(form="csv"), (TABLE,), b"")
    presenter.blind(Order(form="csv"), "late")
    assert presenter.state == Share()
    presenter.blind(Order(form="jsonl"), "No rates.")
    assert (presenter.state.tables, presenter.state.fault) == ((), "No rates.")


def test_handles_are_drawn() -> None:
    presenter = SharePresenter()
    drawn = set()
    for language in ("fr", "en", "de"):
        presenter.draw(language)
        drawn.add(presenter.order.handle)
    assert len(drawn) == 3
    assert all(map(known, drawn))


def test_one_file_at_a_time_and_none_without_a_name(qtbot: QtBot) -> None:
    presenter = SharePresenter()
    with qtbot.assertNotEmitted(presenter.wanted):
        presenter.write("")
    with qtbot.assertNotEmitted(presenter.unwanted):
        presenter.cancel()
    with qtbot.waitSignal(presenter.wanted) as told:
        presenter.write("a.zip", "correct horse")
    assert told.args == [Order(), "a.zip", "correct horse"]
    assert "correct horse" not in repr(presenter.state) + repr(presenter.order)
    with qtbot.assertNotEmitted(presenter.wanted):
        presenter.write("b.zip")
    with qtbot.waitSignal(presenter.unwanted):
        presenter.cancel()
    presenter.failed("")
    assert not presenter.state.running
    presenter.write("b.zip")
    presenter.done("b.zip", 12)
    assert (presenter.state.written, presenter.state.bytes) == ("b.zip", 12)
