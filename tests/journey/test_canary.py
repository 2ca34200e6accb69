"""What was said, to whom and where is found in nothing that we keep, print or export."""

import dataclasses
import datetime as dt
import gzip
import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from conftest import Running, labormeter
from page import perform, play
from photograph import CANARIES
from script import PLATFORMS, Step
from standin import Answer, Standin
from test_browser import page  # noqa: F401 - a fixture

from labormeter.browser.devtools import Page
from labormeter.exports.registry import FORMS
from labormeter.home import Home
from labormeter.pool import ingest, simulate, store
from labormeter.study import giving, seal, sheet, signing
from labormeter.study.rows import Choice
from labormeter_ui.clock import moment, today

pytestmark = pytest.mark.journey

HOSTS = {
    "instagram": "https://www.instagram.com",
    "facebook": "https://www.facebook.com",
    "x": "https://x.com",
    "reddit": "https://www.reddit.com",
}
SECRET_STEPS = (
    (
        "instagram",
        "/api/v1/web/accounts/login/ajax/",
        {"username": "CANARYUSER", "enc": "CANARYPW"},
    ),
    ("instagram", "/api/v1/direct_v2/threads/broadcast/text/", {"text": "CANARYMESSAGE"}),
    ("instagram", "/api/v1/CANARYPATH/17841400000000017/", {"q": "CANARYVALUE"}),
    ("facebook", "/CANARYPROFILE/posts/create/", {"CANARYKEY": "CANARYVALUE"}),
    ("x", "/i/api/1.1/dm/new2.json", {"text": "CANARYMESSAGE"}),
    ("x", "/i/api/1.1/CANARYPATH/update.json", {"text": "CANARYVALUE"}),
    ("reddit", "/api/v1/CANARYPATH", {"text": "CANARYVALUE"}),
    ("reddit", "/r/CANARYSUB/comments/canarypost/x", {"text": "CANARYVALUE"}),
)


def secret_steps(platform: str) -> Iterator[Step]:
    """Writes that no rule knows, log-ins and direct messages, all answered with success."""
    for name, path, form in SECRET_STEPS:
        if name == platform:
            answer = Answer(
                {"status": "ok", "CANARYKEY": "CANARYANSWER"}, headers={"x-c": "CANARYANSWER"}
            )
            yield Step("secret", HOSTS[platform] + path, answer, form=form)


def planted(step: Step) -> Step:
    """The same step with a canary in the query, a header, the form or the document."""
    mark = "&" if "?" in step.url else "?"
    changes: dict[str, Any] = {
        "url": f"{step.url}{mark}canary=CANARYQUERY",
        "headers": step.headers | {"x-canary": "CANARYHEADER"},
    }
    if step.form is not None:
        changes["form"] = step.form | {"canary": "CANARYFORM"}
    if isinstance(step.json, dict):
        changes["json"] = step.json | {"canary": "CANARYJSON"}
    if step.parts:
        changes["parts"] = (("canary", "", "CANARYPART"), *step.parts)
    return dataclasses.replace(step, **changes)


def identities(steps: tuple[Step, ...]) -> set[str]:
    """Ids and tokens of the script that would tell who and what: long, with a digit."""
    text = json.dumps([dataclasses.asdict(step) for step in steps], default=str)
    return {
        word
        for word in re.findall(r"[0-9]{12,}|[A-Za-z0-9+/]{24,}", text)
        if re.search(r"\d", word)
    }


def spellings(word: str) -> Iterator[bytes]:
    yield word.encode()
    yield word.encode("utf-16-le")
    yield word.lower().encode()


DISCORD = "canary.discord.com"
"""A host of Discord's own: no canary of ours."""


def opened(content: bytes) -> bytes:
    """What is in a file that is packed, names of its members too."""
    if content[:2] == b"\x1f\x8b":
        return gzip.decompress(content)
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = package.namelist()
            return "\n".join(names).encode() + b"".join(map(package.read, names))
    return content


def holders(folder: Path, words: set[str]) -> list[str]:
    """Files in which a word is found, compressed ones opened."""
    found = []
    for path in (path for path in folder.rglob("*") if path.is_file()):
        content = opened(path.read_bytes())
        content = content.replace(DISCORD.encode(), b"")
        found += [
            f"{path.relative_to(folder)}: {word}"
            for word in words
            if any(spelling in content for spelling in spellings(word))
        ]
    return found


@pytest.mark.parametrize("platform", PLATFORMS)
def test_nothing_said_is_kept(  # noqa: PLR0917 - fixtures
    platform: str,
    meter: Running,
    standin: Standin,
    page: Page,  # noqa: F811 - the fixture
    photo: Path,
    tmp_path: Path,
) -> None:
    steps = PLATFORMS[platform]
    page.navigate(f"https://{urlsplit(steps[0].url).hostname}/?CANARYPAGE")
    page.evaluate("document.cookie = 'c_user=CANARYCOOKIE9; path=/; secure'")
    for step in (*map(planted, steps), *secret_steps(platform)):
        play(standin, step)
        perform(page, step, photo)
    assert meter.acts(), "nothing was counted, so nothing was proved"
    shown = [
        labormeter(tmp_path, standin, *verb)
        for verb in (
            ("acts", "--format", "jsonl"),
            ("acts", "--format", "csv"),
            ("acts",),
            ("ledger",),
            ("ledger", "--by", "disclosure", "--units"),
            ("export", "--format", "hledger"),
            ("export", "--format", "beancount"),
            ("export", "--preview"),
            ("export", "--preview", "--json", "--format", "card"),
            ("statement",),
            ("packs", "drift"),
            ("platforms", "list"),
        )
    ]
    folder = tmp_path / "exports"
    folder.mkdir()
    for form in FORMS:
        for more in ((), ("--hashes", "rekeyed")) if form in {"full", "csv", "jsonl"} else ((),):
            path = folder / f"{form}{len(more)}"
            labormeter(tmp_path, standin, "export", "--format", form, *more, "-o", str(path))
    studied(meter.home.root, folder)
    meter.stop()
    words = identities(steps) | set(CANARIES) | {"CANARY", "CANARYCOOKIE9"}
    assert holders(meter.home.root, words) == []
    assert holders(folder, words) == []
    # No export but a backup carries a hash of the ledger's either.
    hashes = {one for act in meter.acts() for one in (act.target, act.made, act.actor) if one}
    assert {name.partition(":")[0] for name in holders(folder, hashes)} <= {"sqlite0"}
    for text in (*shown, *meter.said):
        plain = text.lower().replace(DISCORD, "")
        assert not [word for word in words if word.lower() in plain]


def studied(home: Path, folder: Path) -> None:
    """Give to a study that never was, and pool it; what is inside lies open in the folder."""
    field = simulate.study(first="2026-01", last="2026-12")
    found = giving.opened(Home(home), signing.write(field.signed), moment())
    taken = giving.gathered(Home(home), found.study, Choice(), today())
    wanted = giving.consent(Home(home), found, ["research"], today())
    offered = giving.offered(Home(home), found, wanted, taken, today())
    made = giving.made(Home(home), found.study, offered, "file", moment())
    giving.saved(made, folder / "me.age")
    (folder / "inside").write_bytes(seal.decrypt(made.sealed, field.readers[:1]))
    (folder / "page.html").write_text(sheet.html(found.signed, found.study, "en", full=True))
    pool = store.create(folder / "pool", signing.write(field.signed))
    day = dt.date.fromisoformat(today())
    run = ingest.ingest(pool, [folder / "me.age"], field.readers, today=day)
    assert run.outcomes == {"taken": 1}


def test_the_canaries_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "leak.gz").write_bytes(gzip.compress("CANARYTEXT".encode("utf-16-le")))
    assert holders(tmp_path, {"CANARY"}) == ["leak.gz: CANARY"]
    with zipfile.ZipFile(tmp_path / "leak.zip", "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("CANARYNAME", "text")
        package.writestr("name", "CANARYTEXT" * 9)
    assert sorted(holders(tmp_path, {"CANARYNAME", "CANARYTEXT"})) == [
        *("leak.gz: CANARYTEXT", "leak.zip: CANARYNAME", "leak.zip: CANARYTEXT"),
    ]
    assert "900000000000001" in identities(PLATFORMS["facebook"])
