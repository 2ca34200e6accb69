"""The catalogue of what is counted, made from the packs: `docs/platforms.md`.

python -m labormeter.rules.catalogue > docs/platforms.md
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from labormeter.model import ACTIVITIES
from labormeter.rules.load import shipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from labormeter.rules.pack import Pack, Rule

_KINDS: Final = {
    "commercial": "",
    "commons": " Commons: counted apart, and never billed.",
    "captcha": " Its acts carry the vendor's name; the site that showed it is not kept.",
    "practice": " The practice site on this computer; it stays out of all totals.",
}

HEAD: Final = """# Platforms: what is counted, and what it rests on

Made from the packs by `make catalogue`; a test holds this page against them. [packs.md](packs.md) explains the words.

**Confidence**: A, request and answer were seen on the wire; B, read in code or documentation. What rests on memory
alone is a *candidate*: it is shipped, counts nothing, and the last column says what a capture must show.
**Evidence** counts the sources that the rules name. **Undo**: taking it back is counted too.
"""

UNCOUNTABLE: Final = """## What cannot be counted, and why

Nothing of these is counted, whatever a page looked like; they are listed so that nobody looks for them in vain.

| what | why |
|---|---|
| Cloudflare Turnstile and its challenge pages | Its requests and answers are encrypted, and the one click that it may ask for is told to the page alone (`postMessage`). By its makers' word there is nothing to decipher. |
| reCAPTCHA v3, and v2 or hCaptcha that pass by themselves | A score is given for having been watched: no board is shown and nothing is answered. A board that is shown counts (`recaptcha`, `hcaptcha`). |
| FriendlyCaptcha, ALTCHA, mCaptcha, Cap, Anubis, and the tokens of AWS WAF without a board | Proof of work: the computer reckons, and no person does anything. |
| HUMAN (PerimeterX) press and hold | The collector is encrypted in both directions; that somebody pressed cannot be told from that somebody was watched. |
| Whether a person or a program solved a captcha | On the wire both look the same. What is counted is a board that was answered and found right in the metered browser. |
| Direct messages, e-mail, sign-in and payment | They are never read. |
"""
"""Beside the packs: what no pack can know. From the wire notes, section 13."""


def catalogue(packs: Iterable[Pack]) -> str:
    """Return the page, in Markdown."""
    ordered = sorted(packs, key=lambda pack: (pack.kind == "practice", pack.title.lower()))
    parts = [
        HEAD,
        *_overview(ordered),
        *(line for pack in ordered for line in _chapter(pack)),
        UNCOUNTABLE,
    ]
    return "\n".join(parts).rstrip() + "\n"


def _overview(packs: list[Pack]) -> Iterator[str]:
    yield "| platform | activities | rules | candidates | cases | reviewed |"
    yield "|---|---|---:|---:|---:|---|"
    for pack in packs:
        enabled = [rule for rule in pack.rules if rule.enabled]
        activities = [one for one in ACTIVITIES if any(rule.activity == one for rule in enabled)]
        cases = sum(len(rule.cases) for rule in pack.rules)
        yield (
            f"| {pack.title} (`{pack.platform}`) | {', '.join(activities)} | {len(enabled)} "
            f"| {len(pack.rules) - len(enabled)} | {cases} | {pack.reviewed} |"
        )
    yield ""


def _chapter(pack: Pack) -> Iterator[str]:
    yield f"## {pack.title}"
    yield ""
    hosts = ", ".join(f"`{host}`" for host in pack.hosts) or "the hosts that you add"
    asks = f" Off until you say yes: *{pack.ask}*" if pack.ask else ""
    yield f"Version {pack.version}, reviewed {pack.reviewed}. Opens {hosts}.{_KINDS[pack.kind]}{asks}"
    yield ""
    yield "| activity | confidence | undo | evidence | rules | candidates, and what a capture must show |"
    yield "|---|---|---|---:|---|---|"
    for activity in ACTIVITIES:
        rules = [rule for rule in pack.rules if rule.activity == activity]
        if rules:
            yield _row(activity, rules)
    yield ""


def _row(activity: str, rules: list[Rule]) -> str:
    enabled = [rule for rule in rules if rule.enabled]
    counting = [rule for rule in enabled if rule.counts]
    confidence = "/".join(sorted({rule.confidence for rule in counting})) or "-"
    undo = "yes" if any(rule.effect == "undo" for rule in enabled) else "-"
    evidence = len({text for rule in enabled for text in rule.evidence})
    names = ", ".join(f"`{rule.id}`" for rule in enabled) or "-"
    waiting = "<br>".join(
        f"`{rule.id}`: {_cell(rule.wanted)}" for rule in rules if not rule.enabled
    )
    return f"| {activity} | {confidence} | {undo} | {evidence} | {names} | {waiting or '-'} |"


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())


if __name__ == "__main__":
    sys.stdout.write(catalogue(shipped().platforms))
