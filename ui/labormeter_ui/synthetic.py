"""Made-up ledgers for pictures, tests and measurements: nobody's acts, the same ones every time."""

from __future__ import annotations

import hashlib
import random
from typing import TYPE_CHECKING, Final

from labormeter.ledger.log import Log
from labormeter.model import SECOND, Act, Disclosure, Notice, Visit
from labormeter_ui.picture import DAY, day, midnight

if TYPE_CHECKING:
    from collections.abc import Iterator

    from labormeter.home import Home
    from labormeter_ui.presenters.history import Past

PLATFORMS: Final = {
    "instagram": (("like", 30), ("comment", 4), ("follow", 2), ("upload", 2), ("post", 2)),
    "youtube": (("like", 8), ("comment", 3), ("follow", 1)),
    "tiktok": (("like", 18), ("share", 3), ("save", 2)),
    "facebook": (("like", 9), ("comment", 5), ("share", 2), ("report", 1)),
    "x": (("like", 14), ("share", 4), ("post", 3), ("vote", 1)),
    "reddit": (("like", 11), ("dislike", 3), ("comment", 4)),
    "recaptcha": (("captcha", 4),),
    "hcaptcha": (("captcha", 2),),
}
"""How often which act happens where, in some weight."""
WEIGHTS: Final = {
    "instagram": 9,
    "tiktok": 6,
    "x": 5,
    "youtube": 4,
    "facebook": 3,
    "reddit": 4,
    "recaptcha": 1,
    "hcaptcha": 1,
}
KINDS: Final = ("gps", "datetime", "camera_make", "camera_model", "software")
MINUTE: Final = 60 * SECOND
BATCH: Final = 5000


def acts(now: int, offset: int, days: int, *, a_day: int = 60, seed: int = 7) -> Iterator[Act]:
    """Yield the acts of the last `days` days, oldest first, today's up to `now`."""
    chance = random.Random(seed)  # noqa: S311 - a made-up person, not a secret
    today = midnight(day(now, offset), offset)
    for back in range(days - 1, -1, -1):
        began = today - back * DAY
        if off(back):
            continue
        swing = 0.55 + 0.9 * chance.random() + 0.35 * (back % 7 in {0, 1})
        latest = min(now - 40 * SECOND, began + 23 * 60 * MINUTE)
        earliest = began + 7 * 60 * MINUTE
        if latest <= earliest:
            continue
        moments = sorted(chance.randrange(earliest, latest) for _ in range(round(a_day * swing)))
        yield from (_act(chance, at, offset) for at in moments)


def off(back: int) -> bool:
    """Whether that many days ago was a day without a shift."""
    return back > 0 and back * 37 % 23 == 0


def _act(chance: random.Random, at: int, offset: int) -> Act:
    platform = chance.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]
    kinds = PLATFORMS[platform]
    activity = chance.choices([name for name, _ in kinds], [weight for _, weight in kinds])[0]
    undone = activity in {"like", "follow"} and chance.random() < 0.05  # noqa: PLR2004 - some
    captcha = activity == "captcha"
    told = chance.sample(KINDS, chance.randrange(1, 5)) if activity == "upload" else []
    return Act(
        id=_mark(chance),
        occurred_at=at,
        utc_offset=offset,
        platform=platform,
        activity=activity,
        effect="undo" if undone else "do",
        rule=f"{platform}:{'un' if undone else ''}{activity}",
        pack="2026.11.24",
        target=_mark(chance),
        net=-1 if undone else 1,
        rounds=chance.randrange(1, 4) if captcha else None,
        tiles=9 if captcha else None,
        seconds=chance.randrange(6, 30) * SECOND if captcha else None,
        disclosures=tuple(Disclosure(kind) for kind in told),
    )


def _mark(chance: random.Random) -> str:
    return hashlib.sha256(str(chance.random()).encode()).hexdigest()[:32]


def fill(home: Home, *, now: int, offset: int, days: int, a_day: int = 60) -> int:
    """Write such a person's ledger into a home and say how many acts it holds."""
    count, batch = 0, []
    with Log.open(home, now=now) as log:
        for act in acts(now, offset, days, a_day=a_day):
            batch.append(act)
            if len(batch) == BATCH:
                count += log.append(batch)
                batch = []
        count += log.append(batch)
        _metering(log, now=now, offset=offset, days=days)
    return count


def _metering(log: Log, *, now: int, offset: int, days: int) -> None:
    """Write a shift a day, some gaps and a private hour; today's shift is still open."""
    chance = random.Random(3)  # noqa: S311 - a made-up person, not a secret
    today = midnight(day(now, offset), offset)
    for back in range(days - 1, 0, -1):
        began = today - back * DAY
        if off(back):
            continue
        log.span("shift", began + 7 * 60 * MINUTE)
        log.end_span("shift", began + 23 * 60 * MINUTE)
        if chance.random() < (0.08 if back < 400 else 0.01):  # noqa: PLR2004 - now and then something breaks
            start = began + chance.randrange(9, 18) * 60 * MINUTE
            log.gap(start, start + chance.randrange(20, 200) * MINUTE, "engine-ended", late=1)
    log.span("shift", max(now - 6 * 60 * MINUTE, today))
    log.gap(now - 130 * MINUTE, now - 118 * MINUTE, "engine-hung")
    log.health({"recaptcha": now - 9 * MINUTE})
    fresh = ("instagram", "x", "tiktok", "youtube", "facebook")
    log.health({name: now - place * 2 * MINUTE for place, name in enumerate(fresh)})
    log.health({"reddit": now - 80 * MINUTE, "hcaptcha": now - 50 * MINUTE})
    notice = Notice(
        platform="tiktok",
        reason="unknown-name",
        method="POST",
        host="www.tiktok.com",
        name="commit_item_sticker",
        at=now,
    )
    log.append((), notices=[notice, notice, notice])
    recent = day(now - 20 * DAY, offset)
    for platform, pages in (("instagram", 310), ("x", 420), ("reddit", 190)):
        connections = pages // 6
        log.visits(
            [
                Visit(
                    day=recent,
                    platform=platform,
                    state="metered",
                    pages=pages,
                    connections=connections,
                    captchas=pages // 100,
                ),
                Visit(day=recent, platform=platform, state="passed", connections=connections // 9),
            ]
        )
    log.pulse(now)


def past() -> Past:
    """Return two imports that never were, and what a meter saw of them."""
    from labormeter.ledger.imports import Import  # noqa: PLC0415 - for pictures alone
    from labormeter.valuation.seen import Share  # noqa: PLC0415 - for pictures alone
    from labormeter_ui.presenters.history import Past  # noqa: PLC0415 - for pictures alone

    chance = random.Random(5)  # noqa: S311 - a made-up person, not a secret
    weeks = []
    for week in range(29, 48):
        told = chance.randrange(30, 60)
        both = round(told * (0.55 + 0.3 * chance.random()))
        key = (f"2026-W{week}",)
        weeks.append(Share(key=key, weeks=1, live=both + 6, both=both, archived=told - both))
    sums = {name: sum(getattr(one, name) for one in weeks) for name in ("live", "both", "archived")}
    whole = Share(key=(), weeks=len(weeks), near=41, **sums)
    kinds = Share(key=("facebook", "like"), weeks=len(weeks), **sums)
    made = [
        Import(
            number=number, imported_at=0, reader=reader, found=found, added=found, undated=0, same=0,
            met=0, near=0, first_day=first, last_day="2026-11-20", left=found,
        )
        for number, reader, found, first in ((1, "instagram", 6204, "2014-05-02"), (2, "facebook", 8977, "2009-11-30"))
    ]  # fmt: skip
    return Past(imports=tuple(made), whole=whole, shares=(kinds,), weeks=tuple(weeks))
