from labormeter.model import Cell
from labormeter.testing import NOON, act
from labormeter_ui.picture import Meter, Picture
from labormeter_ui.presenters.pages import Presenters


def figures(presenters: Presenters) -> tuple[int, int, int]:
    today, recent = presenters.today.state, presenters.recent.state
    return today.net, recent.total, len(presenters.feed.acts)


def test_one_picture_reaches_every_presenter_and_one_switch_moves_all(qapp: object) -> None:
    presenters = Presenters()
    usual = Cell(day="2026-06-01", platform="x", activity="like", source="wire", net=2, gestures=2)
    cells = (usual, usual._replace(platform="practice", source="practice"))
    acts = (act(platform="x"), act(platform="practice", source="practice"))
    seen = Picture(
        now=NOON, cells=cells, acts=acts, watched=("x",), meter=Meter(mode="metering"), begun=True
    )
    presenters.see(seen)
    assert presenters.shift.state.mode == "metering"
    assert presenters.acts.today == "2026-06-01"
    assert [pulse.platform for pulse in presenters.health.pulses] == ["x"]
    before = figures(presenters)
    presenters.today.show_practice(True)
    assert (before, figures(presenters)) == ((2, 2, 1), (4, 4, 2))
    assert qapp is not None
