"""A small ledger's cells and the documents that are drawn up from it, the same each time."""

import tempfile
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

from labormeter.exports.build import Wanted, build
from labormeter.exports.document import Document
from labormeter.exports.form import Kind
from labormeter.home import Home
from labormeter.ledger import file
from labormeter.ledger.backup import backup
from labormeter.ledger.log import Log
from labormeter.model import SECOND, Cell, Disclosure, Link, Source
from labormeter.testing import NOON, act

TODAY = "2026-11-25"
BOOK = "2026-11 0123456789abcdef"
OWN: dict[Kind, dict[str, Any]] = {
    "full": {"book": BOOK},
    "room": {"handle": "amber-otter", "room": "0123456789abcdef"},
    "study": {"study": "likes-2026", "country": "FR", "age_band": "25-34"},
}


def cell(day: str, platform: str, activity: str, net: int, **more: Any) -> Cell:
    source: Source = more.pop("source", "wire")
    usual = {"gestures": net, "acts": net, "net": net}
    return Cell(day=day, platform=platform, activity=activity, source=source, **(usual | more))


CELLS = (
    cell("2026-10-26", "x", "like", 12, gestures=14, acts=16),
    cell("2026-10-27", "x", "like", 3),
    cell("2026-11-02", "x", "like", -2, gestures=1, acts=4),
    cell("2026-11-02", "recaptcha", "captcha", 2, seconds=31 * SECOND, timed=2),
    cell("2026-11-03", "instagram", "upload", 4, finer="picture", posted=3),
    cell("2026-11-04", "facebook", "follow", 2, finer="request"),
    cell("2026-11-04", "bing", "reward", 150, unit="POINT"),
    cell("2026-11-04", "my-own-forum", "post", 5),
    cell("2026-11-05", "reddit", "post", 9, source="archive"),
    cell("2026-11-05", "practice", "like", 7, source="practice"),
    cell("2026-11-09", "x", "comment", 1),
)
DISCLOSED = (
    cell("2026-11-03", "instagram", "upload", 3, disclosure="gps"),
    cell("2026-11-03", "instagram", "upload", 4, disclosure="datetime"),
)
MINUTES = (("2026-10-26", 61), ("2026-10-27", 0), ("2026-11-02", 120), ("2026-11-03", 30))
WEEKS = Wanted(first="2026-W44", last="2026-W46")


def document(kind: Kind, wanted: Wanted = WEEKS, **own: Any) -> Document:
    sources = frozenset({"wire", "archive"}) if kind == "full" else wanted.sources
    chosen = Wanted(
        **{name: getattr(wanted, name) for name in Wanted.__slots__} | {"sources": sources}
    )
    return build(
        kind,
        CELLS,
        chosen,
        disclosures=DISCLOSED,
        minutes=MINUTES,
        program="0.1.0",
        said=OWN[kind] | own,
    )


NOW = 1_795_600_000_000_000
"""25 November 2026, in microseconds since 1970."""
MINUTE = 60 * SECOND
HASH = {name: f"{number:032x}" for number, name in enumerate(("actor", "target", "made"), 1)}


def ledger(root: Path) -> Home:
    """A home whose ledger has one of everything that an export can meet."""
    home = Home(root).create()
    home.ledger.write_bytes(_kept())
    return home


BESIDE = """
INSERT INTO imports VALUES (1, 1795600000000000, 'reddit', 4, 1, 2, 0, 1, 1);
INSERT INTO imported SELECT seq, 1 FROM acts WHERE source = 'archive';
INSERT INTO undated VALUES (1, printf('%032x', 11), 1, 'reddit', 'like', 'reddit:archive-votes',
    '2026.11.01', 'ffffffffffffffffffffffffffffffff', 1, '');
INSERT INTO undated VALUES (2, printf('%032x', 12), 1, 'reddit', 'upload', 'reddit:archive-media',
    '2026.11.01', NULL, 3, 'picture');
INSERT INTO returned SELECT seq, 'gps', 'seen' FROM acts WHERE source = 'archive';
INSERT INTO returned SELECT seq, 'lens', 'seen-partly' FROM acts WHERE source = 'archive';
INSERT INTO confirmations SELECT printf('%032x', 13), seq, 1, 'time' FROM acts
    WHERE platform = 'recaptcha';
INSERT INTO confirmations SELECT printf('%032x', 14), seq, 1, 'target' FROM acts
    WHERE platform = 'bing';
INSERT INTO reaches VALUES (1, 'reddit', 'post', 1, 1780315200000000, 1780315200000007);
INSERT INTO reaches VALUES (1, 'reddit', 'like', 1, NULL, NULL);
INSERT INTO visits VALUES ('2026-10-26', 'x', 'metered', 30, 12, 1);
INSERT INTO visits VALUES ('2026-10-26', 'reddit', 'passed', 7, 4, 0);
"""
"""Rows of every table beside the dated acts of that ledger."""


def beside(home: Home) -> None:
    """Add them, as imports and the meter would have."""
    with closing(file.connect(home.ledger)) as connection:
        connection.executescript(BESIDE)


@cache
def _kept() -> bytes:
    """The ledger's file; making one takes a process of its own, so it is made once."""
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder)).create()
        _fill(home)
        backup(home, Path(folder) / "copy.db")
        return (Path(folder) / "copy.db").read_bytes()


def _fill(home: Home) -> None:
    noon = NOON + 147 * 86_400 * SECOND  # 26 October 2026
    upload = act(
        platform="instagram",
        activity="upload",
        finer="picture",
        occurred_at=noon + MINUTE,
        disclosures=(Disclosure("gps"), Disclosure("datetime", "seen-partly")),
        made=HASH["made"],
    )
    post = act(platform="instagram", activity="post", occurred_at=noon + 2 * MINUTE)
    dropped = act(
        platform="instagram", activity="post", occurred_at=noon + 3 * MINUTE, made="d" * 32
    )
    deleted = act(
        platform="instagram",
        activity="post",
        effect="undo",
        net=-1,
        occurred_at=noon + 4 * MINUTE,
        target="d" * 32,
    )
    photo = act(platform="instagram", activity="upload", finer="picture", occurred_at=noon)
    acts = (
        upload,
        post,
        photo,
        dropped,
        deleted,
        act(platform="x", occurred_at=noon, actor=HASH["actor"], target=HASH["target"]),
        act(platform="x", occurred_at=noon + SECOND, effect="undo", net=-1, target=HASH["target"]),
        act(platform="x", effect="undo", net=0, flags=("unmatched", "instrument")),
        act(
            platform="recaptcha",
            activity="captcha",
            quantity=2,
            net=2,
            rounds=3,
            tiles=27,
            seconds=31_250_001,
            occurred_at=noon + 1,
        ),
        act(platform="bing", activity="reward", unit="POINT", quantity=150, net=150),
        act(platform="my-own-forum", activity="comment", source="har", utc_offset=120),
        act(platform="reddit", activity="post", source="archive", pack=""),
        act(platform="practice", source="practice"),
    )
    with Log.open(home, now=NOW) as log:
        log.append(acts, [Link(post.id, upload.id), Link(dropped.id, photo.id)])
        log.span("shift", noon - 60 * MINUTE)
        log.end_span("shift", noon + 90 * MINUTE)
        log.gap(noon + 10 * MINUTE, noon + 40 * MINUTE, "stopped-unexpectedly", late=2, lost=1)
