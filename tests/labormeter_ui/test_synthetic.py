from labormeter.home import Home
from labormeter.ledger import query
from labormeter.testing import NOON
from labormeter_ui import synthetic
from labormeter_ui.picture import day


def test_the_same_person_comes_every_time() -> None:
    first = list(synthetic.acts(NOON, 60, 5))
    assert first == list(synthetic.acts(NOON, 60, 5))
    assert first != list(synthetic.acts(NOON, 60, 5, seed=8))
    moments = [act.occurred_at for act in first]
    assert moments == sorted(moments)
    assert max(moments) < NOON
    assert day(moments[0], 60) >= "2026-05-28"


def test_a_home_is_filled_with_all_of_it(home: Home) -> None:
    count = synthetic.fill(home, now=NOON, offset=0, days=3, a_day=40)
    with query.open(home) as ledger:
        assert ledger.count() == count == len(list(synthetic.acts(NOON, 0, 3, a_day=40)))
        kinds = {span.kind for span in ledger.spans()}
        assert {"shift", "gap"} <= kinds
        assert ledger.health("2026-06-01")
