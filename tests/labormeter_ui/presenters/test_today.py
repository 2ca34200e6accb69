from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from labormeter.model import ACTIVITIES, Cell, Source, Span
from labormeter.testing import NOON
from labormeter_ui.picture import Picture, midnight
from labormeter_ui.presenters.today import TodayPresenter, today

TODAY = "2026-06-01"
MINUTE = 60_000_000


def cell(
    platform: str,
    activity: str,
    net: int,
    *,
    day: str = TODAY,
    source: Source = "wire",
    unit: str = "",
) -> Cell:
    return Cell(
        day=day, platform=platform, activity=activity, source=source, unit=unit,
        gestures=abs(net) + 1, net=net, acts=abs(net) + 1,
    )  # fmt: skip


def picture(*cells: Cell, spans: tuple[Span, ...] = ()) -> Picture:
    return Picture(now=NOON, cells=cells, spans=spans, begun=bool(cells))


def test_units_come_first_by_platform_and_by_activity() -> None:
    state = today(
        picture(cell("x", "like", 3), cell("x", "post", 1), cell("reddit", "like", 5)),
        practice=False,
    )
    assert (state.net, state.gestures) == (9, 12)
    assert [(line.platform, line.net) for line in state.lines] == [("reddit", 5), ("x", 4)]
    assert state.lines[1].parts == (("like", 3), ("post", 1))
    assert state.activities == (("like", 8), ("post", 1))


def test_yesterday_is_not_today() -> None:
    state = today(picture(cell("x", "like", 3, day="2026-05-31")), practice=False)
    assert (state.net, state.lines, state.begun) == (0, (), True)


def test_practice_stays_out_unless_it_is_shown() -> None:
    seen = picture(cell("x", "like", 3), cell("practice", "like", 40, source="practice"))
    assert today(seen, practice=False).net == 3
    assert today(seen, practice=False).practised == 41
    assert today(seen, practice=True).net == 43


def test_rewards_are_no_work() -> None:
    state = today(picture(cell("bing", "reward", 300, unit="POINT")), practice=False)
    assert (state.net, state.lines, state.activities) == (0, (), ())
    assert [(one.unit, one.net) for one in state.rewards] == [("POINT", 300)]


def test_only_todays_part_of_a_gap_is_missing_today() -> None:
    began = midnight(TODAY, 0)
    night = Span("gap", began - 60 * MINUTE, began + 10 * MINUTE, late=2)
    open_gap = Span("gap", NOON - 5 * MINUTE, None, lost=1)
    old = Span("gap", began - 90 * MINUTE, began - 80 * MINUTE)
    private = Span("private", NOON - 50 * MINUTE, NOON)
    state = today(
        picture(cell("x", "like", 1), spans=(old, night, private, open_gap)), practice=False
    )
    assert state.missing == 15 * MINUTE
    assert (state.late, state.lost) == (2, 1)


@given(
    st.lists(
        st.builds(
            cell,
            st.sampled_from(["x", "reddit", "practice", "own", "vk", "hcaptcha", "bing"]),
            st.sampled_from([one for one in ACTIVITIES if one != "reward"]),
            st.integers(-5, 50),
        ),
        max_size=30,
    )
)
def test_the_parts_make_the_whole(cells: list[Cell]) -> None:
    state = today(picture(*cells), practice=True)
    assert state.net == sum(one.net for one in cells)
    assert state.net == sum(line.net for line in state.lines)
    assert state.net == sum(net for _, net in state.activities)
    assert all(line.net == sum(net for _, net in line.parts) for line in state.lines)


def test_a_change_is_told_and_sameness_is_not(qtbot: QtBot) -> None:
    presenter = TodayPresenter()
    with qtbot.waitSignal(presenter.changed):
        presenter.see(picture(cell("x", "like", 1)))
    with qtbot.assertNotEmitted(presenter.changed):
        presenter.see(picture(cell("x", "like", 1)))
    with qtbot.waitSignal(presenter.changed):
        presenter.see(picture(cell("x", "like", 2)))


def test_the_switch_works_before_anything_was_read(qtbot: QtBot) -> None:
    presenter = TodayPresenter()
    with qtbot.waitSignal(presenter.changed):
        presenter.show_practice(True)
    presenter.see(picture(cell("practice", "like", 2, source="practice")))
    assert presenter.state.net == 2
