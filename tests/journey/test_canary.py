"""What was said, to whom and where is found in nothing that we keep, print or export."""

import dataclasses
import gzip
import json
import re
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


def holders(folder: Path, words: set[str]) -> list[str]:
    """Files in which a word is found, compressed ones opened."""
    found = []
    for path in (path for path in folder.rglob("*") if path.is_file()):
        content = path.read_bytes()
        if content[:2] == b"\x1f\x8b":
            content = gzip.decompress(content)
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
            ("statement",),
            ("packs", "drift"),
            ("platforms", "list"),
        )
    ]
    meter.stop()
    words = identities(steps) | set(CANARIES) | {"CANARY", "CANARYCOOKIE9"}
    assert holders(meter.home.root, words) == []
    for text in (*shown, *meter.said):
        plain = text.lower().replace(DISCORD, "")
        assert not [word for word in words if word.lower() in plain]


def test_the_canaries_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "leak.gz").write_bytes(gzip.compress("CANARYTEXT".encode("utf-16-le")))
    assert holders(tmp_path, {"CANARY"}) == ["leak.gz: CANARY"]
    assert "900000000000001" in identities(PLATFORMS["facebook"])
