import io
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from collections import Counter
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner
from exports_made import BEGUN, CANARY, Made, at, code, labelled, liked_post, tweet
from exports_more import ARCHIVES

from labormeter import importing
from labormeter.archives.found import CancelledError
from labormeter.archives.survey import Survey
from labormeter.cli.main import cli
from labormeter.errors import KnownError
from labormeter.home import Home
from labormeter.ledger import archived, imports, query, takeback
from labormeter.ledger.keys import Keys
from labormeter.ledger.log import Log
from labormeter.model import SECOND
from labormeter.testing import NOON, act


@pytest.fixture(params=ARCHIVES)
def made(request: pytest.FixtureRequest) -> Made:
    return ARCHIVES[request.param]()


def counted(survey: Survey) -> Counter[tuple[str, str, str]]:
    found: Counter[tuple[str, str, str]] = Counter()
    for one in survey.tallies:
        found[one.platform, one.activity, "dated" if one.year else "undated"] += one.found
    return found


def bring(home: Home, *paths: Path) -> tuple[Survey, int | None]:
    with importing.opened(home, paths) as job:
        return job.survey, job.commit()


def dump(home: Home) -> list[str]:
    """Everything that a ledger holds, but for how often tables were counted up."""
    with closing(sqlite3.connect(home.ledger)) as connection:
        return sorted(line for line in connection.iterdump() if "sqlite_sequence" not in line)


@pytest.mark.parametrize("folder", [False, True], ids=["zip", "folder"])
def test_what_an_export_holds_is_what_is_found(
    made: Made, home: Home, tmp_path: Path, *, folder: bool
) -> None:
    path = made.unfolded(tmp_path / "export") if folder else made.zipped(tmp_path / "export.zip")
    before = dump(home)
    with importing.opened(home, [path]) as job:
        assert counted(job.survey) == made.truth
        assert not any(one.trouble or "broken" in str(one.passed) for one in job.survey.sources)
    assert dump(home) == before  # nothing before a yes


def held(home: Home) -> Counter[tuple[str, str, str]]:
    found: Counter[tuple[str, str, str]] = Counter()
    with query.open(home) as ledger:
        for cell in ledger.cells():
            if cell.source == "archive":
                found[cell.platform, cell.activity, "dated"] += cell.acts
        assert sum(cell.acts for cell in ledger.hours()) == len(list(ledger.acts()))
    for cell in archived.undated(home):
        found[cell.platform, cell.activity, "undated"] += cell.acts
    return found


def test_the_life_of_an_import(made: Made, home: Home, tmp_path: Path) -> None:
    """Brought, brought again, again when the keys are gone, undone, and brought anew."""
    with Log.open(home, now=NOON) as log:
        log.append([act(platform="bluesky", source="wire"), act(platform="vk", source="wire")])
    empty = without_tombstones(home)
    path = made.zipped(tmp_path / "export.zip")
    survey, number = bring(home, path)
    assert number == 1
    assert held(home) == made.truth
    (kept,) = imports.listed(home)
    assert kept.added == kept.left == kept.found == made.truth.total() == survey.new
    full = dump(home)
    survey, number = bring(home, path)
    assert number is None
    assert not survey.changes
    for key in home.keys.glob("*"):
        key.unlink()
    assert bring(home, path)[1] is None
    assert dump(home) == full
    takeback.take_back(home, 1, now=NOON)
    assert without_tombstones(home) == empty
    survey, _ = bring(home, path)
    assert survey.new == made.truth.total()


def without_tombstones(home: Home) -> list[str]:
    return [line for line in dump(home) if "tombstones" not in line]


def test_an_import_that_is_not_there_cannot_be_undone(home: Home) -> None:
    with pytest.raises(KnownError, match="no import 7"):
        takeback.take_back(home, 7, now=NOON)


def likes(*numbers: int) -> Made:
    made = Made()
    items = [labelled(n, liked_post(n)) for n in numbers]
    made.write("your_instagram_activity/likes/liked_posts.json", items)
    return made


def media(number: int) -> str:
    from labormeter.archives import ids  # noqa: PLC0415 - what is tested elsewhere

    return ids.media(liked_post(number))


def live(home: Home, number: int, moment: int, **more: object) -> str:
    """Append a like as the meter would have, and return its id."""
    now = now_at()
    mark = Keys.open(home, now).mark("instagram", "id", media(number), now)
    made = act(platform="instagram", occurred_at=moment, target=mark, source="wire", **more)
    with Log.open(home, now=now) as log:
        log.append([made])
    return made.id


def now_at() -> int:
    return int(time.time()) * SECOND


def test_a_live_act_and_the_archives_of_the_same_target_are_one(home: Home, tmp_path: Path) -> None:
    live(home, 3, at(3) * SECOND + 400 * SECOND)  # its clock was off by minutes
    survey, _ = bring(home, likes(2, 3, 4).zipped(tmp_path / "a.zip"))
    (tally,) = survey.tallies
    assert (tally.new, tally.met, tally.near) == (2, 1, 0)
    with query.open(home) as ledger:
        assert sum(cell.acts for cell in ledger.cells()) == 3


def test_without_comparable_ids_time_decides_and_says_so(home: Home, tmp_path: Path) -> None:
    with Log.open(home, now=NOON) as log:
        log.append(
            [act(platform="facebook", activity="like", occurred_at=(BEGUN + 100) * SECOND),
             act(platform="facebook", activity="like", occurred_at=(BEGUN - 200) * SECOND)]
        )  # fmt: skip
    made = Made()
    made.write(
        "comments_and_reactions/likes_and_reactions_1.json",
        [
            {"timestamp": BEGUN, "title": "a", "data": []},
            {"timestamp": BEGUN, "title": "b", "data": []},
        ],
    )
    survey, _ = bring(home, made.zipped(tmp_path / "a.zip"))
    (tally,) = survey.tallies
    assert (tally.new, tally.met, tally.near) == (1, 0, 1)


def test_ids_that_differ_are_two_acts_however_near(home: Home, tmp_path: Path) -> None:
    moment = now_at() - 3600 * SECOND
    live(home, 3, moment)
    made = Made()
    item = labelled(4, liked_post(4)) | {"timestamp": moment // SECOND}
    made.write("your_instagram_activity/likes/liked_posts.json", [item])
    survey, _ = bring(home, made.zipped(tmp_path / "a.zip"))
    (tally,) = survey.tallies
    assert (tally.new, tally.near) == (1, 0)


def test_what_met_stays_met_when_keys_are_gone(home: Home, tmp_path: Path) -> None:
    live(home, 3, at(3) * SECOND + 400 * SECOND)
    path = likes(2, 3, 4).zipped(tmp_path / "a.zip")
    bring(home, path)
    before = dump(home)
    for key in home.keys.glob("*"):
        key.unlink()
    assert bring(home, path)[1] is None
    assert dump(home) == before


def x_likes(*numbers: int) -> Made:
    made = Made()
    items = [{"like": {"tweetId": str(10**17 + n)}} for n in numbers]
    made.write("data/like.js", items, prefix="window.YTD.like.part0 = ")
    return made


def test_undated_acts_stand_in_no_day(home: Home, tmp_path: Path) -> None:
    bring(home, x_likes(1, 2, 3).zipped(tmp_path / "a.zip"))
    with query.open(home) as ledger:
        assert ledger.cells() == []
        assert list(ledger.acts()) == []
    (cell,) = archived.undated(home)
    assert (cell.platform, cell.activity, cell.acts, cell.day) == ("x", "like", 3, "")


def test_a_later_list_without_dates_adds_what_is_new(home: Home, tmp_path: Path) -> None:
    bring(home, x_likes(1, 2, 3).zipped(tmp_path / "a.zip"))
    survey, _ = bring(home, x_likes(5, 4, 3, 2, 1).zipped(tmp_path / "b.zip"))
    assert survey.new == 2
    assert bring(home, x_likes(3, 2, 1).zipped(tmp_path / "c.zip"))[1] is None


def test_an_undated_like_that_was_live_is_one_act(home: Home, tmp_path: Path) -> None:
    now = now_at()
    mark = Keys.open(home, now).mark("x", "id", str(10**17 + 2), now)
    with Log.open(home, now=now) as log:
        log.append([act(platform="x", occurred_at=now - SECOND, target=mark, source="wire")])
    survey, _ = bring(home, x_likes(1, 2, 3).zipped(tmp_path / "a.zip"))
    (tally,) = survey.tallies
    assert (tally.new, tally.met) == (2, 1)


def test_live_acts_older_than_keys_are_not_counted_again(home: Home, tmp_path: Path) -> None:
    with Log.open(home, now=NOON) as log:
        log.append([act(platform="x", occurred_at=BEGUN * SECOND, target="a" * 32, source="wire")])
    survey, _ = bring(home, x_likes(1, 2, 3).zipped(tmp_path / "a.zip"))
    (tally,) = survey.tallies
    assert (tally.new, tally.met, tally.near) == (2, 0, 1)


def test_a_live_unlike_finds_its_do_without_a_date(home: Home, tmp_path: Path) -> None:
    bring(home, x_likes(1).zipped(tmp_path / "a.zip"))
    now = now_at()
    keys = Keys.open(home, now)
    with Log.open(home, now=now) as log:
        marks = keys.marks("x", "id", str(10**17 + 1), now)
        assert log.partner("x", ["like"], marks, (), None).open == (("like", 1),)


def test_an_unlike_keeps_its_place_when_the_import_is_undone(home: Home, tmp_path: Path) -> None:
    made = likes(1)
    _, number = bring(home, made.zipped(tmp_path / "a.zip"))
    assert number is not None
    undo = live(home, 1, now_at(), effect="undo", net=-1)
    takeback.take_back(home, number, now=NOON)
    with query.open(home) as ledger:
        (left,) = ledger.acts()
    assert (left.id, left.net, left.flags) == (undo, 0, ("unmatched",))
    with query.open(home) as ledger:
        assert [cell.net for cell in ledger.cells()] == [0]


def test_disclosures_of_returned_files_are_kept_apart(home: Home, tmp_path: Path) -> None:
    bring(home, ARCHIVES["x-2024"]().zipped(tmp_path / "a.zip"))
    with query.open(home) as ledger:
        assert ledger.disclosures() == []
        (upload,) = ledger.acts(activity="upload")
    assert upload.flags == ("returned",)
    assert upload.finer == "picture"
    assert upload.disclosures == ()
    returned = {cell.disclosure for cell in archived.returned(home)}
    assert {"gps", "camera_make", "serial"} <= returned


def test_posts_know_their_uploads(home: Home, tmp_path: Path) -> None:
    bring(home, ARCHIVES["facebook-2026"]().zipped(tmp_path / "a.zip"))
    with closing(sqlite3.connect(home.ledger)) as connection:
        links = connection.execute(
            "SELECT p.activity, u.activity, count(*) FROM links JOIN acts p ON p.seq = links.act"
            " JOIN acts u ON u.seq = links.upload GROUP BY 1, 2"
        ).fetchall()
    assert links == [("post", "upload", 3)]


def test_a_deleted_post_is_done_and_undone(home: Home, tmp_path: Path) -> None:
    made = Made()
    gone = [{"tweet": tweet(1, deleted_at="2024-02-01T00:00:00.000Z")}]
    made.write("data/deleted-tweets.js", gone, prefix="window.YTD.deleted_tweets.part0 = ")
    bring(home, made.zipped(tmp_path / "a.zip"))
    with query.open(home) as ledger:
        assert [(one.effect, one.net) for one in ledger.acts()] == [("undo", -1), ("do", 1)]


def test_two_exports_together_hold_an_act_once(home: Home, tmp_path: Path) -> None:
    first, later = likes(1, 2, 3), likes(2, 3, 4)
    survey, _ = bring(home, first.zipped(tmp_path / "a.zip"), later.zipped(tmp_path / "b.zip"))
    assert survey.new == 4


def test_an_older_export_that_overlaps_adds_only_what_the_later_one_left_out(
    home: Home, tmp_path: Path
) -> None:
    later, older = likes(*range(3, 9)), likes(*range(6))
    bring(home, later.zipped(tmp_path / "later.zip"))
    survey, _ = bring(home, older.zipped(tmp_path / "older.zip"))
    assert (survey.new, sum(one.same for one in survey.tallies)) == (3, 3)
    again, number = bring(home, older.zipped(tmp_path / "older.zip"))
    assert (again.new, number) == (0, None)


def test_parts_of_one_export_belong_together(home: Home, tmp_path: Path) -> None:
    whole = ARCHIVES["youtube-2025"]()
    names = sorted(whole.files)
    parts = []
    for number in range(3):
        part = Made({name: whole.files[name] for name in names[number::3]})
        parts.append(part.zipped(tmp_path / f"takeout-20260101T000000Z-{number + 1:03}.zip"))
    survey, _ = bring(home, *parts)
    assert len(survey.sources) == 1
    assert counted(survey) == whole.truth


def test_stopping_leaves_nothing(home: Home, tmp_path: Path) -> None:
    before = dump(home)
    path = likes(*range(5000)).zipped(tmp_path / "a.zip")
    asked = []

    def report(done: int, total: int) -> bool:
        asked.append((done, total))
        return False

    with pytest.raises(CancelledError), importing.opened(home, [path], report):
        pass
    assert asked
    assert dump(home) == before


def test_progress_goes_up_to_all_of_it(home: Home, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    def report(done: int, total: int) -> bool:
        told.append((done, total))
        return True

    path = ARCHIVES["facebook-2026"]().zipped(tmp_path / "a.zip")
    with importing.opened(home, [path], report):
        pass
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1] > 0


KILLED = """
import os, signal, sys
from pathlib import Path
from labormeter import importing
from labormeter.home import Home
from labormeter.ledger import imports
steps = list(imports._STEPS)
at = int(sys.argv[3])
asked = 0
def stop():
    global asked
    asked += 1
    if asked > at:
        os.kill(os.getpid(), signal.SIGKILL)
    return False
with importing.opened(Home(Path(sys.argv[1])), [Path(sys.argv[2])]) as job:
    imports.commit(Home(Path(sys.argv[1])), job._desk.staging, "x", now=1, stop=stop)
"""


@pytest.mark.skipif(os.name == "nt", reason="there is no such kill")
@pytest.mark.parametrize("step", [0, 1, 4, 7])
def test_a_kill_in_the_middle_leaves_nothing(home: Home, tmp_path: Path, step: int) -> None:
    before = dump(home)
    path = likes(*range(300)).zipped(tmp_path / "a.zip")
    ended = subprocess.run(
        [sys.executable, "-c", KILLED, str(home.root), str(path), str(step)],
        check=False,
        timeout=60,
    )
    assert ended.returncode == -signal.SIGKILL
    assert dump(home) == before
    assert bring(home, path)[0].new == 300


def test_the_meter_can_write_while_a_preview_waits(home: Home, tmp_path: Path) -> None:
    path = likes(1, 2).zipped(tmp_path / "a.zip")
    with importing.opened(home, [path]) as job, Log.open(home, now=NOON, wait=0.2) as log:
        assert log.append([act()]) == 1
        assert job.commit() == 1


SAID: Final = (
    CANARY, "CANARYFOLDER", "CANARYARCHIVE", "CANARYNAME", code(1), code(2), media(1), "example.org",
    str(10**18 + 1), "192.0.2.1", "48.85",
)  # fmt: skip
"""Texts, names, ids, addresses, folders and files of the archives that are made up."""


def told(content: bytes, name: str = "") -> list[str]:
    """What of it stands in a file, or in a file packed within it."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return [one for each in packed.namelist() for one in told(packed.read(each), each)]
    return [f"{name}: {word}" for word in SAID if word.encode() in content or word in name]


def kept(folder: Path) -> list[str]:
    files = [one for one in folder.rglob("*") if one.is_file()]
    assert files
    return [one for path in files for one in told(path.read_bytes(), str(path.relative_to(folder)))]


def test_what_is_looked_for_would_be_found(tmp_path: Path) -> None:
    Made({"a/CANARYNAME": b"x", "b": CANARY.encode()}).zipped(tmp_path / "a.zip")
    assert [*kept(tmp_path)] == ["a/CANARYNAME: CANARYNAME", f"b: {CANARY}"]


def test_nothing_said_is_kept(
    made: Made, home: Home, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Not after a look, an import that failed, one that did not, an export, and an undo."""
    caplog.set_level(0)
    files = {f"CANARYFOLDER/{name}": content for name, content in made.files.items()}
    path = Made(files).zipped(tmp_path / "CANARYARCHIVE.zip")
    cut = tmp_path / "CANARYARCHIVE-cut.zip"
    cut.write_bytes(path.read_bytes()[:-60])
    halves = {name: content[: len(content) // 2] for name, content in files.items()}
    broken = Made(halves).zipped(tmp_path / "CANARYARCHIVE-broken.zip")
    with importing.opened(home, [path]) as job:
        survey = job.survey
        assert kept(home.root) == []
    with pytest.raises(KnownError), importing.opened(home, [cut]):
        pass
    with importing.opened(home, [broken]) as job:
        sources = [*survey.sources, *job.survey.sources]
    assert kept(home.root) == []
    number = bring(home, path)[1]
    assert number
    assert kept(home.root) == []
    assert kept(shown(home, tmp_path / "shown")) == []
    importing.take_back(home, number, today="2026-11-25")
    assert kept(home.root) == []
    said = repr([(one.reader, one.layouts, one.passed, one.missing) for one in sources])
    assert "CANARY" not in said + caplog.text


def shown(home: Home, folder: Path) -> Path:
    """Write what the command line prints, and every export that can be had without a question."""
    folder.mkdir()
    lists = (["acts"], ["acts", "--undated"], ["ledger"], ["coverage"], ["import", "--list"])
    for place, verb in enumerate(lists):
        done = CliRunner().invoke(cli, ["--home", str(home.root), *verb, "--format", "json"])
        if "jsonl" in done.output and done.exit_code:
            done = CliRunner().invoke(cli, ["--home", str(home.root), *verb, "--format", "jsonl"])
        assert not done.exit_code, done.output
        (folder / f"printed-{place}").write_text(done.output)
    out = ["--home", str(home.root), "export", "-o", str(folder / "full.zip")]
    done = CliRunner().invoke(cli, out)
    assert not done.exit_code, done.output
    return folder


def har(*numbers: int) -> str:
    entries = [
        {
            "startedDateTime": datetime.fromtimestamp(at(n), UTC).isoformat(),
            "time": 100,
            "connection": "1",
            "request": {
                "method": "POST",
                "url": "https://x.com/i/api/graphql/AAA/FavoriteTweet",
                "headers": [],
                "postData": {
                    "mimeType": "application/json",
                    "text": json.dumps({"variables": {"tweet_id": str(10**17 + n)}}),
                },
            },
            "response": {
                "status": 200,
                "headers": [],
                "content": {
                    "mimeType": "application/json",
                    "text": json.dumps({"data": {"favorite_tweet": "Done"}}),
                },
            },
        }
        for n in numbers
    ]
    return json.dumps({"log": {"version": "1.2", "creator": {}, "entries": entries}})


def test_a_recording_counts_by_the_same_rules(home: Home, tmp_path: Path) -> None:
    path = tmp_path / "a.har"
    path.write_text(har(1, 2, 3), encoding="utf-8")
    survey, _ = bring(home, path)
    assert survey.reader == "har"
    with query.open(home) as ledger:
        acts = list(ledger.acts())
    assert {(one.platform, one.activity, one.source) for one in acts} == {("x", "like", "har")}
    assert len(acts) == 3
    assert bring(home, path)[1] is None


def test_a_recording_of_what_was_metered_adds_nothing(home: Home, tmp_path: Path) -> None:
    with Log.open(home, now=NOON) as log:
        log.append([act(platform="x", occurred_at=at(1) * SECOND + SECOND, source="wire")])
    path = tmp_path / "a.har"
    path.write_text(har(1, 2), encoding="utf-8")
    survey, _ = bring(home, path)
    (tally,) = survey.tallies
    assert (tally.new, tally.near) == (1, 1)


def test_a_recording_that_breaks_off_brings_nothing(home: Home, tmp_path: Path) -> None:
    path = tmp_path / "a.har"
    path.write_text(har(1, 2)[:-40], encoding="utf-8")
    with pytest.raises(KnownError, match="breaks off"):
        bring(home, path)


def test_a_file_that_is_not_there(home: Home, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match=r"no file gone\.zip"):
        bring(home, tmp_path / "gone.zip")


def test_an_export_of_nobody_known(home: Home, tmp_path: Path) -> None:
    path = Made({"a.json": b"{}"}).zipped(tmp_path / "a.zip")
    with pytest.raises(KnownError, match="no export that is known"):
        bring(home, path)


def test_one_that_is_known_goes_on_beside_one_that_is_not(home: Home, tmp_path: Path) -> None:
    known = likes(1).zipped(tmp_path / "a.zip")
    unknown = Made({"a.json": b"{}"}).zipped(tmp_path / "b.zip")
    survey, _ = bring(home, known, unknown)
    assert survey.new == 1
    assert [bool(one.trouble) for one in survey.sources] == [False, True]
