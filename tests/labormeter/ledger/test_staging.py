import pytest
from staging_made import mark, told

from labormeter.home import Home
from labormeter.ledger import staging
from labormeter.ledger.log import Log
from labormeter.ledger.staging import Staging, Told
from labormeter.model import SECOND, Link
from labormeter.testing import NOON, act


def ids(home: Home, *each: Told) -> list[str]:
    with Staging(home) as staged:
        staged.next_export()
        staged.next_file()
        staged.add(each)
        staged.settled()
        return [str(number) for (number,) in staged.rows("SELECT id FROM staged ORDER BY n")]


def test_acts_of_one_second_are_numbered(home: Home) -> None:
    found = ids(home, told(), told(), told(at=NOON + SECOND))
    assert len(set(found)) == 3
    assert found[0] == ids(home, told(at=NOON + 5))[0]  # of the same second


def test_ids_do_not_depend_on_targets_nor_on_what_else_is_there(home: Home) -> None:
    assert ids(home, told(target=mark(1))) == ids(home, told(target=mark(2)))
    assert ids(home, told(at=NOON + 9 * SECOND), told())[1] == ids(home, told())[0]


def test_the_same_target_in_the_same_second_is_one_act(home: Home) -> None:
    assert len(ids(home, told(target=mark(1)), told(target=mark(1)), told(target=mark(2)))) == 2


def test_layouts_overlap_and_what_is_in_one_layout_adds_up(home: Home) -> None:
    newer = [told(target=mark(n), layout="new") for n in range(2)]
    older = [told(layout="old", tell=n) for n in (1, 2, 3)]
    assert len(ids(home, *newer, *older)) == 3
    assert len(ids(home, *newer, *older[:1])) == 2
    assert len(ids(home, *older, told(layout="new", target=mark(7)))) == 3


def test_kinds_are_never_the_same_act(home: Home) -> None:
    assert len(set(ids(home, told(), told(kind="others")))) == 2


def test_once_keeps_the_earliest(home: Home) -> None:
    acts = [
        told(once=True, target=mark(1), at=None, kind="b"),
        told(once=True, target=mark(1), at=NOON + SECOND, kind="a"),
        told(once=True, target=mark(1), at=NOON),
    ]
    assert ids(home, *acts) == ids(home, told())


def test_without_a_date_each_target_counts_once(home: Home) -> None:
    acts = [told(at=None, target=mark(n % 3)) for n in range(9)] + [told(at=None), told(at=None)]
    assert len(set(ids(home, *acts))) == 5


def test_a_file_is_taken_back_as_a_whole(home: Home) -> None:
    with Staging(home) as staged:
        staged.next_export()
        staged.next_file()
        staged.add([told()])
        staged.next_file()
        staged.add([told(at=NOON + SECOND)])
        staged.append([act(), act()], [Link("a" * 32, "b" * 32)])
        staged.drop_file()
        assert staged.rows("SELECT count(*) FROM staged") == [(1,)]
        assert staged.links == []


def test_an_undo_finds_its_do_in_the_ledger_and_beside_it(home: Home, log: Log) -> None:
    log.append([act(platform="x", target="a" * 32)])
    with Staging(home) as staged:
        staged.append([act(platform="x", target="b" * 32, made="c" * 32, source="har")])
        for target in ("a" * 32, "b" * 32):
            assert staged.partner("x", ["like"], [target], (), None).open == (("like", 1),)
        assert staged.partner("x", ["like"], ["d" * 32], (), None).open == ()
        upload = act(activity="upload", made="e" * 32)
        staged.append([upload])
        assert staged.uploads_made(["e" * 32]) == {"e" * 32: (upload.id,)}


def test_nothing_of_it_is_in_the_home(home: Home) -> None:
    before = {path for path in home.root.rglob("*") if path.is_file()}
    with Staging(home) as staged:
        staged.add([told(target=mark(n), at=NOON + n * SECOND) for n in range(20_000)])
        now = {path for path in home.root.rglob("*") if path.is_file()}
    assert {path.name for path in now - before} <= {"ledger.db-wal", "ledger.db-shm"}


@pytest.mark.parametrize("parts", [("x",), ("x", 1), ("x", None)])
def test_an_id_is_one(parts: tuple[object, ...]) -> None:
    assert len(staging.act_id(*parts)) == 32
