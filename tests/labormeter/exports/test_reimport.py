"""Reading back: the same acts, each once; and zips from anywhere, none of which does harm."""

import io
import json
import re
import struct
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from labormeter import importing
from labormeter.errors import KnownError
from labormeter.exports import asides, reimport, seal
from labormeter.exports.choice import Choice
from labormeter.exports.reimport import SealedError, is_export, offset
from labormeter.home import Home
from labormeter.ledger import imports, posted, query
from labormeter.ledger.log import Log
from labormeter.model import Act
from labormeter.testing import NOON, act

from .sample import beside, ledger
from .test_full import package

GOLDEN = Path(__file__).parents[2] / "golden/exports"


@dataclass(frozen=True)
class Brought:
    acts: int
    added: int


def bring(home: Home, path: Path, *, passphrase: str | None = None) -> Brought:
    with importing.opened(home, [path], secret=lambda _path: passphrase) as job:
        found = sum(one.found for one in job.survey.tallies)
        added = job.survey.new
        assert (job.commit() is None) == (added == 0)
    return Brought(found, added)


def written(home: Home, path: Path) -> Path:
    found = package(home)
    assert found.fp is not None
    found.fp.seek(0)
    path.write_bytes(found.fp.read())
    return path


def acts(home: Home) -> list[Act]:
    with query.open(home) as kept:
        return list(kept.acts(newest_first=False))


def bare(act: Act) -> Act:
    """An act without what is not carried: hashes, and the offset from UTC."""
    kinds = tuple(sorted(act.disclosures, key=lambda one: one.kind))
    return replace(act, actor=None, target=None, made=None, utc_offset=0, disclosures=kinds)


def test_the_same_acts_come_back_and_each_once(tmp_path: Path) -> None:
    home, other = ledger(tmp_path / "one"), Home(tmp_path / "two").create()
    path = written(home, tmp_path / "full.zip")
    done = bring(other, path)
    assert (done.acts, done.added) == (13, 13)
    assert [bare(one) for one in acts(other)] == [bare(one) for one in acts(home)]
    again = bring(other, path)
    assert (again.acts, again.added) == (13, 0)
    with query.open(home) as one, query.open(other) as two:
        assert posted.looked_up(other, two.cells()) == posted.looked_up(home, one.cells())
        assert two.disclosures() == one.disclosures()


def test_a_second_export_is_the_first(tmp_path: Path) -> None:
    home, other = ledger(tmp_path / "one"), Home(tmp_path / "two").create()
    bring(other, written(home, tmp_path / "full.zip"))
    first, second = package(home), package(other)
    for name in ("acts.csv", "links.csv", "weekly.csv", "disclosures.csv", "rates.csv"):
        assert second.read(name) == first.read(name)


def test_the_first_version_is_readable_for_ever(tmp_path: Path) -> None:
    """This file is never changed: a new version of the export gets one beside it."""
    home = Home(tmp_path).create()
    assert bring(home, GOLDEN / "full-1.0.zip").added == 13
    assert {act.platform for act in acts(home)} >= {"instagram", "x", "recaptcha", "bing"}


def test_a_package_with_a_row_in_every_table_comes_back_whole_for_ever(tmp_path: Path) -> None:
    """This file is never changed either: it has what lies beside the dated acts as well."""
    home, golden = Home(tmp_path).create(), zipfile.ZipFile(GOLDEN / "full-1.0-beside.zip")
    tables = [name for name in golden.namelist() if name.endswith(".csv")]
    assert {f"{name}.csv" for name in asides.TABLES} < set(tables)
    assert all(golden.read(name).count(b"\n") > 1 for name in tables)
    assert bring(home, GOLDEN / "full-1.0-beside.zip").added == 15
    again = package(home)
    # Rates are the book's of the day; of imports there is the one that brought this.
    for name in set(tables) - {"rates.csv", "imports.csv"}:
        assert again.read(name) == golden.read(name), name


def test_what_is_exported_now_is_as_the_golden_file_has_it(tmp_path: Path) -> None:
    home, golden = ledger(tmp_path), zipfile.ZipFile(GOLDEN / "full-1.0-beside.zip")
    beside(home)
    made = package(home)
    assert set(made.namelist()) == set(golden.namelist())
    ids = re.compile(rb"[0-9a-f]{32}")  # drawn anew for every sample
    for name in {f"{one}.csv" for one in asides.TABLES}:
        assert ids.sub(b"", made.read(name)) == ids.sub(b"", golden.read(name)), name
    old, new = (json.loads(one.read("datapackage.json")) for one in (golden, made))
    assert old["labormeter"]["version"] == new["labormeter"]["version"]
    assert {one["name"] for one in old["resources"]} == {one["name"] for one in new["resources"]}


def test_a_sealed_export_wants_its_passphrase(tmp_path: Path) -> None:
    home, other = ledger(tmp_path / "one"), Home(tmp_path / "two").create()
    plain = written(home, tmp_path / "full.zip")
    sealed = tmp_path / "full.zip.age"
    sealed.write_bytes(seal.sealed(plain.read_bytes(), "correct horse"))
    assert is_export(sealed)
    assert reimport.is_sealed(sealed)
    assert not reimport.is_sealed(plain)
    with pytest.raises(SealedError):
        bring(other, sealed)
    with pytest.raises(KnownError, match="does not open"):
        bring(other, sealed, passphrase="wrong horse")
    assert bring(other, sealed, passphrase="correct horse").added == 13


def altered(source: Path, path: Path, change: Callable[[dict[str, bytes]], object]) -> Path:
    with zipfile.ZipFile(source) as package:
        members = {name: package.read(name) for name in package.namelist()}
    change(members)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return path


def swap(name: str, old: bytes, new: bytes) -> Callable[[dict[str, bytes]], object]:
    def change(members: dict[str, bytes]) -> None:
        assert old in members[name]
        members[name] = members[name].replace(old, new)

    return change


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (swap("acts.csv", b"wire", b"=cmd"), "source has a value"),
        (swap("acts.csv", b",do,", b",done,"), "effect has a value"),
        (swap("acts.csv", b",150,POINT", b",15a,POINT"), "a number must be"),
        (swap("acts.csv", b",150,POINT", b",-150,POINT"), "quantity is negative"),
        (swap("acts.csv", b"2026-06-01", b"2026-13-01"), "none of those of the format"),
        (swap("acts.csv", b",2026-10-26,", b",2026-10-29,"), "act can have been"),
        (swap("acts.csv", b"occurred_at", b"happened_at"), "has not the columns"),
        (swap("acts.csv", b"gps", b"<script>"), "disclosures has a value"),
        (lambda m: m.update({"acts.csv": m["acts.csv"] + b"x" * 10_000}), "without an end"),
        (lambda m: m.update({"acts.csv": m["acts.csv"] + b"\xff\n"}), "no table|more or fewer"),
        (
            lambda m: m.update({"acts.csv": m["acts.csv"] + b'"\n'}),
            "no table|more or fewer|without",
        ),
        (lambda m: m.update({"acts.csv": b""}), "has not the columns"),
        (lambda m: m.pop("links.csv"), "no full export"),
        (swap("datapackage.json", b'"version": "1.0"', b'"version": "2.0"'), "newer version"),
        (swap("datapackage.json", b'"kind": "full"', b'"kind": "room"'), "no full export"),
        (lambda m: m.update({"datapackage.json": b"{"}), "no JSON"),
        (lambda m: m.update({"datapackage.json": b"[" * 9_999_9}), "no JSON"),
        (lambda m: m.update({f"{n}.csv": b"" for n in range(99)}), "list of files"),
        (lambda m: m.update({"links.csv": m["links.csv"] + b"x,y\n"}), "act has a value"),
    ],
)
def test_a_wrong_file_brings_nothing(
    tmp_path: Path, change: Callable[[dict[str, bytes]], object], said: str
) -> None:
    home, other = ledger(tmp_path / "one"), Home(tmp_path / "two").create()
    path = altered(written(home, tmp_path / "full.zip"), tmp_path / "wrong.zip", change)
    with pytest.raises(KnownError, match=f"(?i){said}"):
        bring(other, path)
    assert not other.ledger.exists() or acts(other) == []


def test_names_twice_lying_sizes_and_no_zip_are_refused(tmp_path: Path) -> None:
    home, other = ledger(tmp_path / "one"), Home(tmp_path / "two").create()
    good = written(home, tmp_path / "full.zip")
    twice = tmp_path / "twice.zip"
    twice.write_bytes(good.read_bytes())
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(twice, "a") as package:
        package.writestr("acts.csv", "id\n")
    lying = bytearray(good.read_bytes())
    place = lying.rindex(b"acts.csv") - 46
    lying[place + 24 : place + 28] = struct.pack("<I", 10)
    (tmp_path / "lying.zip").write_bytes(bytes(lying))
    strange = bytearray(good.read_bytes())
    strange[strange.rindex(b"acts.csv") - 46 + 6] = 200  # a version of zip that nobody has
    (tmp_path / "strange.zip").write_bytes(bytes(strange))
    assert not is_export(tmp_path / "strange.zip")
    garbled = bytearray(good.read_bytes())
    first = garbled.index(b"datapackage.json")  # its name in its own head, said to be UTF-8
    garbled[first] = 0xBA
    garbled[first - 30 + 7] |= 0x08
    (tmp_path / "garbled.zip").write_bytes(bytes(garbled))
    (tmp_path / "text.zip").write_bytes(b"no zip")
    (tmp_path / "cut.zip").write_bytes(good.read_bytes()[:-200])
    for name in ("twice", "lying", "strange", "garbled", "text", "cut"):
        with pytest.raises(KnownError):
            bring(other, tmp_path / f"{name}.zip")
    with pytest.raises(KnownError):
        bring(other, tmp_path / "missing.zip")
    assert not other.ledger.exists() or acts(other) == []


def test_members_that_lead_elsewhere_are_not_read_and_nothing_is_unpacked(tmp_path: Path) -> None:
    home, other = ledger(tmp_path / "one"), Home(tmp_path / "two").create()
    good = written(home, tmp_path / "full.zip")
    (tmp_path / "in").mkdir()
    path = altered(
        good, tmp_path / "in/odd.zip", lambda members: members.update({"../../evil.csv": b"x"})
    )
    assert bring(other, path).added == 13
    assert not list(tmp_path.rglob("evil.csv"))


def test_a_bomb_is_read_line_by_line_and_refused_at_its_first_row(tmp_path: Path) -> None:
    other = Home(tmp_path / "two").create()
    home = ledger(tmp_path / "one")
    bomb = altered(
        written(home, tmp_path / "full.zip"),
        tmp_path / "bomb.zip",
        lambda members: members.update({"acts.csv": b"0" * 200_000_000}),
    )
    assert bomb.stat().st_size < 1_000_000
    with pytest.raises(KnownError, match="without an end"):
        bring(other, bomb)


def test_what_is_ours_is_recognised(tmp_path: Path) -> None:
    home = ledger(tmp_path / "one")
    good = written(home, tmp_path / "full.zip")
    assert is_export(good)
    foreign = tmp_path / "takeout.zip"
    with zipfile.ZipFile(foreign, "w") as package:
        package.writestr("Takeout/likes.json", "{}")
    assert not is_export(foreign)
    assert not is_export(tmp_path)
    assert not is_export(tmp_path / "missing")
    assert not is_export(home.ledger)


def test_an_offset_is_one_that_shows_the_local_day() -> None:
    noon = 1_780_315_200_000_000  # 1 June 2026, noon UTC
    assert offset(noon, "2026-06-01") in range(-12 * 60, 14 * 60 + 1)
    late = noon + 11 * 3600 * 1_000_000
    assert offset(late, "2026-06-02") >= 60
    assert offset(late, "2026-06-01") <= 59
    with pytest.raises(KnownError, match="can have been"):
        offset(noon, "2026-06-03")


def test_rekeyed_hashes_are_passed_over(tmp_path: Path) -> None:
    home, other = ledger(tmp_path / "one"), Home(tmp_path / "two").create()
    found = package(home, Choice(practice=True, hashes="rekeyed"))
    assert found.fp is not None
    found.fp.seek(0)
    (tmp_path / "marked.zip").write_bytes(found.fp.read())
    assert bring(other, tmp_path / "marked.zip").added == 13
    assert {act.target for act in acts(other)} == {None}


def test_reading_is_bounded_in_memory_by_lines() -> None:
    text = io.TextIOWrapper(io.BytesIO(b"a\n" * 10), "utf-8", newline="")
    assert list(reimport._short(text, "acts")) == ["a\n"] * 10


def test_what_comes_back_is_itself_and_no_live_act_that_an_archive_told_of(tmp_path: Path) -> None:
    home, other = Home(tmp_path / "one").create(), Home(tmp_path / "two").create()
    told = act(platform="x", activity="comment", source="archive", target=None, made=None)
    with Log.open(home, now=NOON) as log:
        log.append([told])
    seen = act(platform="x", activity="comment", occurred_at=told.occurred_at + 30_000_000)
    with Log.open(other, now=NOON) as log:
        log.append([seen])
    assert bring(other, written(home, tmp_path / "full.zip")).added == 1
    assert {one.id for one in acts(other)} == {told.id, seen.id}


def test_one_undo_takes_back_what_an_export_brought(tmp_path: Path) -> None:
    home, other = ledger(tmp_path / "one"), Home(tmp_path / "two").create()
    bring(other, written(home, tmp_path / "full.zip"))
    (made,) = imports.listed(other)
    assert (made.reader, made.left) == ("export", 13)
    importing.take_back(other, made.number, today="2026-11-25")
    assert acts(other) == []
