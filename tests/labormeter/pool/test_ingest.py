from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pyrage
import pytest

from labormeter import lock
from labormeter.errors import KnownError
from labormeter.exports.document import Count
from labormeter.pool import ingest, simulate, store
from labormeter.pool.store import Pool
from labormeter.study import contribution, seal, sent, signing

LIKE = Count("2025-03", "x", "like", n=10)


def name(lab: Any, number: int) -> str:
    return simulate.person(lab.field, 1, number).participant


def rows(pool: Pool) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    assert set(pool.cells.iterdir()) == set(pool.counting(store.index(pool.root)))
    for path in sorted(pool.cells.iterdir()):
        found += [(one["participant"], one["n"]) for one in pq.read_table(path).to_pylist()]
    return sorted(found)


def everything(pool: Pool) -> bytes:
    return b"".join(path.read_bytes() for path in pool.root.rglob("*") if path.is_file())


def test_a_file_counts_once(lab: Any, pool: Pool, take: Any) -> None:
    data = lab.give(1, LIKE)
    assert take(data, data).outcomes == {"taken": 1, "seen": 1}
    assert take(data).outcomes == {"seen": 1}
    assert rows(pool) == [(name(lab, 1), 10)]


def test_a_higher_revision_replaces_all_lower_ones(lab: Any, pool: Pool, take: Any) -> None:
    take(lab.give(1, LIKE), lab.give(2, LIKE))
    run = take(lab.give(1, LIKE._replace(n=20), revision=2))
    assert run.outcomes == {"replaced": 1}
    assert rows(pool) == sorted([(name(lab, 1), 20), (name(lab, 2), 10)])
    assert len(list(pool.raw.iterdir())) == 2
    late = take(lab.give(1, LIKE._replace(n=30), revision=1))
    assert late.reasons == {"old-revision": 1}


def test_two_revisions_in_one_run(lab: Any, pool: Pool, take: Any) -> None:
    run = take(lab.give(1, LIKE), lab.give(1, LIKE._replace(n=20), revision=2))
    assert run.outcomes == {"taken": 1, "replaced": 1}
    assert rows(pool) == [(name(lab, 1), 20)]


def test_what_is_taken_back_is_gone_and_cannot_come_again(lab: Any, pool: Pool, take: Any) -> None:
    first, second = lab.give(1, LIKE), lab.give(2, LIKE)
    take(first, second, lab.give(1, LIKE._replace(n=505), revision=2))
    assert take(lab.back(1, 3)).outcomes == {"withdrawn": 1}
    assert rows(pool) == [(name(lab, 2), 10)]
    assert name(lab, 1).encode() not in everything(pool)
    assert len(list(pool.raw.iterdir())) == 1
    assert not list(pool.quarantine.iterdir())
    assert take(first).reasons == {"withdrawn": 1}
    assert take(lab.back(1, 3)).outcomes["withdrawn"] == 0


def test_whoever_took_back_may_give_again(lab: Any, pool: Pool, take: Any) -> None:
    take(lab.give(1, LIKE), lab.back(1, 2))
    assert rows(pool) == []
    assert take(lab.give(1, LIKE, revision=3)).outcomes == {"taken": 1}


def test_a_withdrawal_before_anything_came_keeps_what_comes_later_out(lab: Any, take: Any) -> None:
    assert take(lab.back(1, 2)).outcomes == {"withdrawn": 1}
    assert take(lab.give(1, LIKE)).reasons == {"withdrawn": 1}


def test_the_same_rows_under_two_names_are_flagged_and_stay(
    lab: Any, pool: Pool, take: Any
) -> None:
    run = take(lab.give(1, LIKE), lab.give(2, LIKE), lab.give(3))
    assert run.outcomes == {"taken": 3}
    assert run.flags == {"same-rows": 1}
    assert len(rows(pool)) == 2


@pytest.mark.parametrize("data", [b"", b"age-encryption.org/v1\n", b"x" * 10_000])
def test_what_is_no_contribution_lies_in_quarantine(pool: Pool, take: Any, data: bytes) -> None:
    assert take(data).reasons == {"unreadable": 1}
    assert [path.read_bytes() for path in pool.quarantine.iterdir()] == [data]
    assert take(data).outcomes == {"seen": 1}


def test_tampered_foreign_and_padded_ones_are_refused(lab: Any, take: Any) -> None:
    good = lab.give(1, LIKE)
    flipped = good[:-20] + bytes([good[-20] ^ 1]) + good[-19:]
    assert take(flipped).reasons == {"unreadable": 1}
    other = simulate.study(name="another-study", platforms=("x",), activities=("like",))
    keys = [str(one.to_public()) for one in lab.field.readers]
    person = simulate.person(lab.field, 1, 1)
    draft = contribution.withdrawal(other.study, other.signed.hash, 1)
    size = contribution.size(lab.field.study)
    foreign = seal.seal(draft.consent, b"", person, keys, size, patience=0)
    assert take(foreign).reasons == {"foreign-study": 1}
    longer = seal.seal(draft.consent, b"{}", person, keys, size + 4096, patience=0)
    assert take(longer).reasons == {"wrong-size": 1}
    broken = seal.seal(draft.consent[:-1], b"", person, keys, size, patience=0)
    assert take(broken).reasons == {"malformed": 1}


def test_without_a_key_nothing_is_taken(lab: Any, pool: Pool, tmp_path: Path) -> None:
    path = tmp_path / "one.age"
    path.write_bytes(lab.give(1, LIKE))
    stranger = [pyrage.x25519.Identity.generate()]
    run = ingest.ingest(pool, [path], stranger, today=date(2026, 11, 25))
    assert run.reasons == {"unreadable": 1}


def test_either_reader_opens_it(lab: Any, pool: Pool, tmp_path: Path) -> None:
    for number, reader in enumerate(lab.field.readers):
        path = tmp_path / f"{number}.age"
        path.write_bytes(lab.give(number, LIKE))
        run = ingest.ingest(pool, [path], [reader], today=date(2026, 11, 25))
        assert run.outcomes == {"taken": 1}


def test_a_run_that_broke_off_is_taken_up_again(
    lab: Any, pool: Pool, take: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(lab.give(1, LIKE))
    with monkeypatch.context() as broken:
        broken.setattr(store, "keep", _raise)
        with pytest.raises(OSError, match="power"):
            take(lab.give(2, LIKE), lab.give(1, LIKE._replace(n=20), revision=2))
    assert (
        take(lab.give(2, LIKE), lab.give(1, LIKE._replace(n=20), revision=2)).outcomes["refused"]
        == 0
    )
    assert rows(pool) == sorted([(name(lab, 1), 20), (name(lab, 2), 10)])


def _raise(*_: object) -> None:
    raise OSError("power")


def test_a_file_that_is_not_there_is_a_sentence(pool: Pool) -> None:
    with pytest.raises(KnownError, match="cannot be read"):
        ingest.ingest(pool, [Path("nowhere.age")], [], today=date(2026, 11, 25))


def test_other_files_of_a_folder_are_counted_and_left_where_they_are(
    lab: Any, pool: Pool, tmp_path: Path
) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    for other in ("README.txt", ".DS_Store", "study.labormeter"):
        (inbox / other).write_bytes(b"something else")
    (inbox / "0123").write_bytes(lab.give(1, LIKE))
    run = ingest.ingest(pool, sorted(inbox.iterdir()), lab.field.readers, today=date(2026, 11, 25))
    assert run.outcomes == {"other": 3, "taken": 1}
    assert not list(pool.quarantine.iterdir())
    assert store.index(pool.root).refused == {}


def test_what_was_taken_back_is_not_kept_in_quarantine_either(
    lab: Any, pool: Pool, take: Any
) -> None:
    first = lab.give(1, LIKE)
    take(first, lab.back(1, 2))
    assert take(lab.give(1, LIKE._replace(n=20))).reasons == {"withdrawn": 1}
    assert not list(pool.quarantine.iterdir())


def test_beyond_its_quota_quarantine_keeps_reasons_alone(
    pool: Pool, take: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "QUOTA", 10)
    run = take(b"age-encryption.org/v1", b"bad")
    assert run.reasons == {"unreadable": 2}
    assert [path.read_bytes() for path in pool.quarantine.iterdir()] == [b"bad"]
    assert len(store.index(pool.root).refused) == 2


def test_an_answer_to_an_older_file_is_judged_by_that_file(
    lab: Any, pool: Pool, tmp_path: Path
) -> None:
    text = lab.field.signed.text.replace(b"version = 1", b"version = 2")
    text = text.replace(b'from = "2025-01"', b'from = "2025-06"')
    newer = store.create(pool.root, signing.write(signing.sign(text, lab.field.secret)))
    assert newer.study.asked.periods[0] == "2025-06"
    path = tmp_path / "old.age"
    path.write_bytes(lab.give(1, LIKE))
    run = ingest.ingest(newer, [path], lab.field.readers, today=date(2026, 11, 25))
    assert run.outcomes == {"taken": 1}


def test_a_withdrawal_counts_whichever_file_of_the_study_it_answers(
    lab: Any, pool: Pool, take: Any
) -> None:
    take(lab.give(1, LIKE))
    draft = contribution.withdrawal(lab.field.study, "0" * 64, 2)
    keys = [str(one.to_public()) for one in lab.field.readers]
    person = simulate.person(lab.field, 1, 1)
    size = contribution.size(lab.field.study) + 8192
    assert take(seal.seal(draft.consent, b"", person, keys, size, patience=0)).outcomes == {
        "withdrawn": 1
    }
    assert rows(pool) == []


def test_two_runs_at_once_are_told_apart(lab: Any, pool: Pool, take: Any) -> None:
    with (
        lock.hold(pool.root / "pool.lock"),
        pytest.raises(KnownError, match="Another run works"),
    ):
        take(lab.give(1, LIKE))
    assert take(lab.give(1, LIKE)).outcomes == {"taken": 1}


def test_numbers_that_begin_with_the_day_are_taken_and_taken_back(
    lab: Any, pool: Pool, take: Any
) -> None:
    today = date(2026, 11, 25)
    first = sent.revision([], lab.field.study.id, "key", today)
    take(lab.give(1, LIKE, revision=first))
    assert take(lab.back(1, sent.last_of_tomorrow(today))).outcomes == {"withdrawn": 1}
    later = sent.revision([], lab.field.study.id, "key", date(2026, 11, 27))
    assert take(lab.give(1, LIKE, revision=later)).outcomes == {"taken": 1}
    assert len(rows(pool)) == 1
