from pytestqt.qtbot import QtBot

from labormeter.testing import NOON, act
from labormeter_ui.presenters.acts import ActsPresenter, Filter, Page, dated

TODAY, NOW = "2026-06-01", NOON + 3_600_000_000


def test_periods_have_dates() -> None:
    assert dated(Filter(period="today"), TODAY).since == TODAY
    assert dated(Filter(period="week"), TODAY).since == "2026-05-26"
    assert dated(Filter(period="all"), TODAY).since == ""
    chosen = Filter(period="days", since="2026-01-01", until="2026-01-31")
    assert dated(chosen, TODAY) == chosen


def test_nothing_is_read_before_the_day_is_known(qtbot: QtBot) -> None:
    presenter = ActsPresenter()
    with qtbot.assertNotEmitted(presenter.needed):
        presenter.choose(Filter(period="all"))
    with qtbot.waitSignal(presenter.needed):
        presenter.see_day(TODAY)


def ready() -> ActsPresenter:
    presenter = ActsPresenter()
    presenter.see_day(TODAY, NOW)
    return presenter


def page(presenter: ActsPresenter, count: int, *, more: bool = False, platform: str = "x") -> Page:
    acts = tuple(act(platform=platform) for _ in range(count))
    return Page(dated(presenter.filter, TODAY), acts, acts[-1] if more else None, presenter._after)


def test_pages_follow_each_other_until_there_is_none(qtbot: QtBot) -> None:
    presenter = ready()
    first = page(presenter, 3, more=True)
    presenter.take(first)
    before = presenter.complete
    with qtbot.waitSignal(presenter.needed) as told:
        presenter.more()
    assert told.args is not None
    assert told.args[1] == first.acts[-1]
    with qtbot.waitSignal(presenter.grown) as grown:
        presenter.take(page(presenter, 2))
    assert grown.args == [3, 2]
    assert (before, presenter.complete) == (False, True)
    with qtbot.assertNotEmitted(presenter.needed):
        presenter.more()


def test_what_is_there_stays_until_it_was_read_again(qtbot: QtBot) -> None:
    presenter = ready()
    presenter.take(page(presenter, 3))
    before = list(presenter.acts)
    with qtbot.waitSignal(presenter.needed) as told:
        presenter.freshen()
    assert told.args is not None
    assert (told.args[1], presenter.acts) == (None, before)
    with qtbot.assertNotEmitted(presenter.needed):
        presenter.freshen()
    with qtbot.waitSignals([presenter.reset, presenter.grown]):
        presenter.take(page(presenter, 4, more=True))
    assert len(presenter.acts) == 4


def test_a_page_that_was_asked_for_twice_is_listed_once() -> None:
    presenter = ready()
    first = page(presenter, 3, more=True)
    presenter.renew()
    presenter.renew()
    presenter.take(first)
    presenter.take(first)
    presenter.more()
    presenter.take(first)
    assert len(presenter.acts) == 3


def test_one_page_is_asked_for_at_a_time(qtbot: QtBot) -> None:
    presenter = ready()
    with qtbot.assertNotEmitted(presenter.needed):
        presenter.more()


def test_a_page_of_an_older_filter_is_dropped() -> None:
    presenter = ready()
    late = page(presenter, 4)
    presenter.choose(Filter(platform="reddit"))
    presenter.take(late)
    assert presenter.acts == []
    presenter.take(page(presenter, 1, platform="reddit"))
    assert [one.platform for one in presenter.acts] == ["reddit"]
    presenter.take(page(presenter, 1, platform="reddit"))
    assert len(presenter.acts) == 1


def test_a_page_of_practice_alone_leads_to_the_next(qtbot: QtBot) -> None:
    presenter = ready()
    with qtbot.waitSignal(presenter.needed):
        presenter.take(page(presenter, 2, more=True, platform="practice"))
    assert presenter.acts == []
    presenter.choose(Filter(practice=True))
    presenter.take(page(presenter, 2, platform="practice"))
    assert len(presenter.acts) == 2


def test_a_new_day_reads_again(qtbot: QtBot) -> None:
    presenter = ready()
    presenter.take(page(presenter, 1))
    with qtbot.assertNotEmitted(presenter.reset):
        presenter.see_day(TODAY)
    with qtbot.waitSignal(presenter.reset):
        presenter.see_day("2026-06-02")
    assert presenter.acts == []


def test_what_is_put_away_is_gone_from_sight_and_comes_back_by_undo(qtbot: QtBot) -> None:
    presenter = ready()
    found = page(presenter, 3)
    presenter.take(found)
    presenter.put_away([0, 2])
    presenter.take(found)
    away = [one.id for one in presenter.acts]
    assert presenter.going == 2
    presenter.undo()
    presenter.take(found)
    with qtbot.assertNotEmitted(presenter.left):
        presenter.leave()
    assert (away, len(presenter.acts), presenter.going) == ([found.acts[1].id], 3, 0)


def test_leaving_the_page_forgets_once(qtbot: QtBot) -> None:
    presenter = ready()
    presenter.take(page(presenter, 2))
    presenter.put_away([1])
    with qtbot.waitSignal(presenter.left) as told:
        presenter.leave()
    assert told.args is not None
    assert len(told.args[0][0].ids) == 1
    with qtbot.assertNotEmitted(presenter.left):
        presenter.leave()


def test_all_of_a_filter_go_and_no_others() -> None:
    presenter = ready()
    presenter.choose(Filter(period="all", platform="x", flag="instrument"))
    marked = [act(platform="x", flags=("instrument",)) for _ in range(2)]
    presenter.take(Page(dated(presenter.filter, TODAY), tuple(marked), None))
    presenter.put_all_away()
    presenter.choose(Filter(period="all"))
    others = (act(platform="x"), act(platform="reddit", flags=("instrument",)))
    presenter.take(Page(dated(presenter.filter, TODAY), (*marked, *others), None))
    assert presenter.acts == list(others)
    uncounted = presenter.going
    presenter.count(presenter.leaving[0], 2)
    presenter.put_away([1])
    assert (uncounted, presenter.going) == (None, 3)


def test_practice_and_what_comes_later_stay_where_all_of_a_filter_go() -> None:
    presenter = ready()
    presenter.choose(Filter(period="all", platform="x"))
    presenter.take(page(presenter, 2))
    presenter.put_all_away()
    going = presenter.leaving[0]
    practised = act(platform="x", source="practice")
    later = act(platform="x", occurred_at=NOW + 1)
    assert [going.takes(one) for one in (act(platform="x"), practised, later)] == [
        True,
        False,
        False,
    ]
    presenter.see_day(TODAY, NOW + 2)
    presenter.choose(Filter(period="all", platform="x", practice=True))
    presenter.take(Page(dated(presenter.filter, TODAY), (later, practised), None))
    assert presenter.acts == [later, practised]


def test_a_filter_takes_what_it_says() -> None:
    one = act(platform="x", activity="like", source="manual")
    for wanted, taken in (
        (Filter(), True),
        (Filter(source="manual"), True),
        (Filter(source="wire"), False),
        (Filter(flag="unmatched"), False),
        (Filter(since="2026-06-02"), False),
        (Filter(until="2026-05-31"), False),
        (Filter(hour=12), True),
        (Filter(hour=13), False),
        (Filter(since="2026-06-01", until="2026-06-01", activity="like"), True),
    ):
        assert wanted.takes(one) is taken, wanted
