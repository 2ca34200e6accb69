from pytestqt.qtbot import QtBot

from labormeter.drift import Drift, State, Write
from labormeter_ui.presenters.drift import DriftPresenter


def write(platform: str, count: int = 1) -> Write:
    return Write(
        platform=platform, reason="unknown-write", method="POST", host="x.com", name="/a/*",
        since="2026-05-01", last="2026-06-01", days=2, count=count,
    )  # fmt: skip


def drift(platform: str, state: State, *writes: Write) -> Drift:
    return Drift(
        platform=platform, state=state, since=None, last_act=None, last_traffic=None, writes=writes
    )


def test_the_ledger_is_looked_at_only_while_it_is_seen(qtbot: QtBot) -> None:
    presenter = DriftPresenter()
    with qtbot.assertNotEmitted(presenter.needed):
        presenter.open(False)
    with qtbot.waitSignal(presenter.needed):
        presenter.open(True)
    assert not presenter.state.read


def test_changed_platforms_and_their_writes_come_first(qtbot: QtBot) -> None:
    presenter = DriftPresenter()
    found = (
        drift("x", "changed", write("x", 3)),
        drift("reddit", "unrecognised", write("reddit")),
        drift("tiktok", "well"),
    )
    with qtbot.waitSignal(presenter.changed):
        presenter.take(found)
    state = presenter.state
    assert [one.platform for one in state.changed] == ["x"]
    assert [one.platform for one in state.writes] == ["x", "reddit"]
    assert [one.platform for one in state.of("well")] == ["tiktok"]
    with qtbot.assertNotEmitted(presenter.changed):
        presenter.take(found)
