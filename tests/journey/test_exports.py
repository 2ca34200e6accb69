"""Programs that no one here wrote take what we export: frictionless, pandas, hledger, Beancount, Datasette."""

import json
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from pathlib import Path

import pandas as pd
import pytest
from conftest import CLIENTS
from exports_made import CANARY, at
from exports_more import ARCHIVES
from test_canary import holders

from labormeter.exports.asides import TABLES
from labormeter.exports.registry import FORMS
from labormeter.home import Home
from labormeter.ledger.log import Log
from labormeter.model import SECOND, Disclosure, Link, Visit
from labormeter.testing import NOON, act

pytestmark = pytest.mark.journey

DAY = 86_400_000_000
TOTAL = 40 * 6 + 3


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty days of acts of every sort."""
    root: Path = tmp_path_factory.mktemp("home")
    acts = [
        act(platform=platform, activity=activity, occurred_at=NOON + day * DAY, **more)
        for day in range(40)
        for platform, activity, more in (
            ("x", "like", {}),
            ("x", "like", {"effect": "undo", "net": -1}),
            ("reddit", "comment", {"utc_offset": 120}),
            ("recaptcha", "captcha", {"rounds": 2, "seconds": 9_100_000}),
            ("bing", "reward", {"unit": "POINT", "quantity": 30, "net": 30}),
            ("practice", "post", {"source": "practice"}),
        )
    ]
    upload = act(
        platform="instagram",
        activity="upload",
        finer="picture",
        disclosures=(Disclosure("gps"), Disclosure("lens", "seen-partly")),
    )
    post = act(platform="instagram", activity="post", flags=("instrument",))
    with Log.open(Home(root).create(), now=NOON) as log:
        log.append([*acts, upload, post, act(platform="my-own-forum")], [Link(post.id, upload.id)])
        log.span("shift", NOON)
        log.end_span("shift", NOON + 3_600_000_000)
        log.gap(NOON, NOON + 60_000_000, "stopped-unexpectedly", late=1)
    return root


def export(home: Path, path: Path, *words: str) -> Path:
    line = [sys.executable, "-m", "labormeter.cli.main", "--home", str(home), "export", *words]
    done = subprocess.run([*line, "-o", str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return path


def frictionless(path: Path) -> None:
    line = [str(CLIENTS), "-m", "frictionless", "validate", "--json", path.name]
    done = subprocess.run(line, capture_output=True, text=True, check=False, cwd=path.parent)
    report = json.loads(done.stdout)
    assert report["valid"], done.stdout
    assert done.returncode == 0
    assert report["stats"]["errors"] == report["stats"]["warnings"] == 0


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--hashes", "rekeyed"),
        ("--platform", "x", "--since", "2026-06-10"),
        ("--platform", "nowhere"),
    ],
)
def test_frictionless_validates_a_full_export(
    home: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    frictionless(export(home, tmp_path / "full.zip", *words))


@pytest.fixture
def lived(home: Path, tmp_path: Path) -> Path:
    """The same ledger after its owner imported archives, and with what the meter counts of pages."""
    root = tmp_path / "lived"
    shutil.copytree(home, root)
    with Log.open(Home(root), now=NOON) as log:
        log.append([act(platform="snapchat", activity="follow", occurred_at=at(0) * SECOND)])
        log.visits([Visit(day="2026-06-01", platform="x", state="metered", pages=30, captchas=1)])
    for name in ("reddit-2025", "snapchat-2025", "google-2025"):
        brought(root, ARCHIVES[name]().zipped(tmp_path / f"{name}.zip"))
    return root


def brought(home: Path, path: Path) -> None:
    said(home, "import", str(path), "--yes")


def test_an_export_with_a_row_in_every_table_validates_and_restores_everything(
    lived: Path, tmp_path: Path
) -> None:
    frictionless(first := export(lived, tmp_path / "first.zip"))
    brought(tmp_path / "other", first)
    frictionless(second := export(tmp_path / "other", tmp_path / "second.zip"))
    with zipfile.ZipFile(first) as one, zipfile.ZipFile(second) as two:
        tables = [name for name in one.namelist() if name.endswith(".csv")]
        assert {f"{name}.csv" for name in TABLES} < set(tables)
        assert [name for name in tables if one.read(name).count(b"\n") < 2] == []
        # Of the imports that there were, the one is left that brought everything.
        assert [name for name in tables if one.read(name) != two.read(name)] == ["imports.csv"]


def said(home: Path, *words: str) -> str:
    line = [sys.executable, "-m", "labormeter.cli.main", "--home", str(home), *words]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_nothing_said_in_an_archive_is_in_any_export_or_on_any_paper(
    lived: Path, tmp_path: Path
) -> None:
    """Every text and name of the archives holds a canary; so does the name of every file here."""
    out = tmp_path / "out"
    out.mkdir()
    with zipfile.ZipFile(ARCHIVES["reddit-2025"]().zipped(tmp_path / "a.zip")) as package:
        (tmp_path / "planted").write_bytes(b"".join(map(package.read, package.namelist())))
    assert holders(tmp_path, {CANARY}), "nothing was planted, so nothing is proved"
    told = []
    for form in FORMS:
        path = out / f"{form}.{'zip' if form == 'full' else 'out'}"
        told.append(said(lived, "export", "--format", form, "-o", str(path)))
        told.append(said(lived, "export", "--format", form, "--preview", "--practice"))
    room, cards = out / "room.toml", out / "cards"
    said(lived, "room", "--sample", "4", str(cards))
    shutil.move(cards / "room.toml", room)
    said(lived, "export", "--format", "card", "--room", str(room), "-o", str(cards / "me.json"))
    of_room = ("--room", str(room))
    made = {
        **dict.fromkeys(("me.png", "me.svg"), ("export", "--format", "card", *of_room)),
        **dict.fromkeys(("sheet.pdf", "sheet.html", "sheet.json"), ("room", *of_room, str(cards))),
        **dict.fromkeys(("statement.pdf", "statement.html"), ("statement",)),
        "hand.pdf": ("room", "--hand-out", *of_room),
    }
    told += [said(lived, *words, "-o", str(out / name)) for name, words in made.items()]
    told += [said(lived, *words) for words in (("import", "--list"), ("coverage",))]
    reader = shutil.which("pdftotext")
    assert reader is not None, "packaging/system.sh installs it"
    for path in out.glob("*.pdf"):
        subprocess.run([reader, str(path), str(path.with_suffix(".text"))], check=True)
        assert path.with_suffix(".text").stat().st_size > 100
    assert holders(out, {CANARY, "CANARY", "Zoe"}) == []
    assert holders(lived, {CANARY, "CANARY", "Zoe"}) == []
    assert [one for one in told if "canary" in one.lower()] == []


@pytest.mark.parametrize("form", ["json", "card"])
def test_frictionless_validates_a_document(home: Path, tmp_path: Path, form: str) -> None:
    words = ("--format", form, "--since", "2026-06-01", "--until", "2026-07-05")
    frictionless(export(home, tmp_path / "datapackage.json", *words))


def test_a_row_that_is_not_as_the_package_says_is_found(home: Path, tmp_path: Path) -> None:
    """The judge judges: otherwise its yes would prove nothing."""
    with zipfile.ZipFile(export(home, tmp_path / "full.zip")) as package:
        package.extractall(tmp_path / "open")
    table = tmp_path / "open/weekly.csv"
    table.write_text(table.read_text().replace(",like,", ",hug,"))
    with pytest.raises(AssertionError):
        frictionless(tmp_path / "open/datapackage.json")


def test_pandas_reads_acts_and_weeks(home: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(export(home, tmp_path / "full.zip")) as package:
        acts = pd.read_csv(package.open("acts.csv"), parse_dates=["occurred_at", "day"])
        weeks = pd.read_csv(package.open("weekly.csv"))
    assert len(acts) == TOTAL
    assert str(acts["occurred_at"].dtype).startswith("datetime64")
    assert acts["net"].sum() == weeks["n"].sum()
    lines = pd.read_json(export(home, tmp_path / "acts.jsonl", "--format", "jsonl"), lines=True)
    assert list(lines["id"]) == list(acts["id"])
    assert lines["seconds"].dropna().unique().tolist() == [9.1]


def test_pandas_reads_parquet(home: Path, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    path = export(home, tmp_path / "acts.parquet", "--format", "parquet")
    assert len(pd.read_parquet(path)) == TOTAL


def test_hledger_and_beancount_take_the_journals(home: Path, tmp_path: Path) -> None:
    hledger = shutil.which("hledger")
    assert hledger is not None, "packaging/system.sh installs it"
    path = export(home, tmp_path / "acts.journal", "--format", "hledger")
    subprocess.run([hledger, "-f", str(path), "check"], check=True)
    path = export(home, tmp_path / "acts.beancount", "--format", "beancount")
    checker = Path(sys.executable).with_name("bean-check")
    done = subprocess.run([str(checker), str(path)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_datasette_opens_a_backup_and_inspects_it(home: Path, tmp_path: Path) -> None:
    path = export(home, tmp_path / "backup.db", "--format", "sqlite")
    line = [
        str(CLIENTS),
        "-m",
        "datasette",
        str(path),
        "--get",
        "/backup/acts.json?_shape=array&_size=max",
    ]
    done = subprocess.run(line, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert len(json.loads(done.stdout)) == TOTAL
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (0x6C6D7472,)


def test_datasette_serves_a_table_of_csv(home: Path, tmp_path: Path) -> None:
    """By way of SQLite's own import, as docs of Datasette say."""
    sqlite = shutil.which("sqlite3")
    if sqlite is None:
        pytest.skip("the program of SQLite is not installed")
    table = export(home, tmp_path / "weeks.csv", "--format", "csv", "--grain", "week")
    made = tmp_path / "weeks.db"
    subprocess.run([sqlite, str(made), "-cmd", ".mode csv", f".import {table} weeks"], check=True)
    line = [str(CLIENTS), "-m", "datasette", str(made), "--get", "/weeks/weeks.json?_shape=array"]
    done = subprocess.run(line, capture_output=True, text=True, check=True, cwd=tmp_path)
    assert {row["platform"] for row in json.loads(done.stdout)} >= {"x", "reddit", "instagram"}


def test_every_format_has_been_opened_here() -> None:
    opened = {"full", "json", "card", "jsonl", "parquet", "hledger", "beancount", "sqlite", "csv"}
    assert set(FORMS) == opened
