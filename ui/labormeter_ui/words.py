"""The words of the window: every term of the domain as a person reads it, in their language.

All sentences go through Qt Linguist. Numbers, dates and times are written by the locale.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QCoreApplication,
    QDate,
    QDateTime,
    QLocale,
    QTimeZone,
)

from labormeter.model import SECOND
from labormeter.valuation.money import shown
from labormeter_ui.hues import REST

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from labormeter.model import Act

translate = QCoreApplication.translate

MINUTE: Final = 60 * SECOND
HOUR: Final = 60 * MINUTE
DAY: Final = 24 * HOUR

NAME: Final = 32
"""Characters of a name from elsewhere that are shown: no slug is longer."""
LONGEST: Final = 80
"""Characters of a text from elsewhere that are shown."""

PLATFORMS: Final = {
    "facebook": "Facebook",
    "instagram": "Instagram",
    "threads": "Threads",
    "x": "X",
    "youtube": "YouTube",
    "google": "Google",
    "snapchat": "Snapchat",
    "tiktok": "TikTok",
    "reddit": "Reddit",
    "linkedin": "LinkedIn",
    "pinterest": "Pinterest",
    "twitch": "Twitch",
    "discord": "Discord",
    "amazon": "Amazon",
    "bing": "Bing",
    "bluesky": "Bluesky",
    "mastodon": "Mastodon",
    "tumblr": "Tumblr",
    "vk": "VK",
    "quora": "Quora",
    "stackexchange": "Stack Exchange",
    "wikipedia": "Wikipedia",
    "openstreetmap": "OpenStreetMap",
    "uber": "Uber",
    "airbnb": "Airbnb",
    "tripadvisor": "Tripadvisor",
    "yelp": "Yelp",
    "recaptcha": "reCAPTCHA",
    "recaptcha-google": "reCAPTCHA (Google)",
    "hcaptcha": "hCaptcha",
    "arkose": "Arkose",
    "geetest": "GeeTest",
    "awswaf": "AWS WAF",
    "yandex": "Yandex",
}
"""Names that are the same in every language."""


def plain(text: str, longest: int = LONGEST) -> str:
    """Return text from elsewhere as one short line without control and direction characters."""
    kept = "".join(
        " " if unicodedata.category(sign) in {"Zl", "Zp"} or sign in "\t\r\n" else sign
        for sign in text
        if unicodedata.category(sign) not in {"Cc", "Cf", "Cs", "Co"} or sign in "\t\r\n"
    )
    line = " ".join(kept.split())
    return line if len(line) <= longest else line[: longest - 1] + "…"


ACTIVITIES: Final = {
    "like": QT_TRANSLATE_NOOP("Words", "Likes"),
    "dislike": QT_TRANSLATE_NOOP("Words", "Dislikes"),
    "vote": QT_TRANSLATE_NOOP("Words", "Votes"),
    "post": QT_TRANSLATE_NOOP("Words", "Posts"),
    "comment": QT_TRANSLATE_NOOP("Words", "Comments"),
    "share": QT_TRANSLATE_NOOP("Words", "Shares"),
    "save": QT_TRANSLATE_NOOP("Words", "Saves"),
    "follow": QT_TRANSLATE_NOOP("Words", "Follows"),
    "review": QT_TRANSLATE_NOOP("Words", "Reviews"),
    "rate": QT_TRANSLATE_NOOP("Words", "Ratings"),
    "report": QT_TRANSLATE_NOOP("Words", "Reports"),
    "captcha": QT_TRANSLATE_NOOP("Words", "Captchas"),
    "upload": QT_TRANSLATE_NOOP("Words", "Uploads"),
    "view": QT_TRANSLATE_NOOP("Words", "Views"),
    "reward": QT_TRANSLATE_NOOP("Words", "Rewards"),
}

DONE: Final = {
    "like": QT_TRANSLATE_NOOP("Words", "Liked on %1"),
    "dislike": QT_TRANSLATE_NOOP("Words", "Disliked on %1"),
    "vote": QT_TRANSLATE_NOOP("Words", "Voted on %1"),
    "post": QT_TRANSLATE_NOOP("Words", "Posted on %1"),
    "comment": QT_TRANSLATE_NOOP("Words", "Commented on %1"),
    "share": QT_TRANSLATE_NOOP("Words", "Shared on %1"),
    "save": QT_TRANSLATE_NOOP("Words", "Saved on %1"),
    "follow": QT_TRANSLATE_NOOP("Words", "Followed on %1"),
    "review": QT_TRANSLATE_NOOP("Words", "Reviewed on %1"),
    "rate": QT_TRANSLATE_NOOP("Words", "Rated on %1"),
    "report": QT_TRANSLATE_NOOP("Words", "Reported on %1"),
    "captcha": QT_TRANSLATE_NOOP("Words", "Solved a captcha for %1"),
    "upload": QT_TRANSLATE_NOOP("Words", "Uploaded to %1"),
    "view": QT_TRANSLATE_NOOP("Words", "Watched on %1"),
    "reward": QT_TRANSLATE_NOOP("Words", "Rewarded by %1"),
}

UNDONE: Final = {
    "like": QT_TRANSLATE_NOOP("Words", "Took back a like on %1"),
    "dislike": QT_TRANSLATE_NOOP("Words", "Took back a dislike on %1"),
    "vote": QT_TRANSLATE_NOOP("Words", "Took back a vote on %1"),
    "post": QT_TRANSLATE_NOOP("Words", "Deleted a post on %1"),
    "comment": QT_TRANSLATE_NOOP("Words", "Deleted a comment on %1"),
    "share": QT_TRANSLATE_NOOP("Words", "Took back a share on %1"),
    "save": QT_TRANSLATE_NOOP("Words", "Unsaved on %1"),
    "follow": QT_TRANSLATE_NOOP("Words", "Unfollowed on %1"),
    "review": QT_TRANSLATE_NOOP("Words", "Deleted a review on %1"),
    "rate": QT_TRANSLATE_NOOP("Words", "Took back a rating on %1"),
    "report": QT_TRANSLATE_NOOP("Words", "Took back a report on %1"),
}

SOURCES: Final = {
    "wire": QT_TRANSLATE_NOOP("Words", "seen on the wire"),
    "practice": QT_TRANSLATE_NOOP("Words", "practice"),
    "archive": QT_TRANSLATE_NOOP("Words", "from an archive"),
    "har": QT_TRANSLATE_NOOP("Words", "from a recording"),
    "manual": QT_TRANSLATE_NOOP("Words", "added by hand"),
}

FLAGS: Final = {
    "instrument": QT_TRANSLATE_NOOP("Words", "probably caused by metering itself"),
    "unmatched": QT_TRANSLATE_NOOP("Words", "takes back nothing in this ledger"),
}


DISCLOSURES: Final = {
    "gps": QT_TRANSLATE_NOOP("Words", "coordinates"),
    "place": QT_TRANSLATE_NOOP("Words", "place"),
    "identifier": QT_TRANSLATE_NOOP("Words", "unique number"),
    "description": QT_TRANSLATE_NOOP("Words", "description"),
    "datetime": QT_TRANSLATE_NOOP("Words", "date and time"),
    "camera_make": QT_TRANSLATE_NOOP("Words", "camera make"),
    "camera_model": QT_TRANSLATE_NOOP("Words", "camera model"),
    "lens": QT_TRANSLATE_NOOP("Words", "lens"),
    "serial": QT_TRANSLATE_NOOP("Words", "serial number"),
    "owner": QT_TRANSLATE_NOOP("Words", "owner"),
    "software": QT_TRANSLATE_NOOP("Words", "software"),
    "orientation": QT_TRANSLATE_NOOP("Words", "orientation"),
    "thumbnail": QT_TRANSLATE_NOOP("Words", "thumbnail"),
    "faces": QT_TRANSLATE_NOOP("Words", "faces"),
    "title": QT_TRANSLATE_NOOP("Words", "title"),
    "keywords": QT_TRANSLATE_NOOP("Words", "keywords"),
    "copyright": QT_TRANSLATE_NOOP("Words", "copyright"),
    "device_name": QT_TRANSLATE_NOOP("Words", "device name"),
    "filename": QT_TRANSLATE_NOOP("Words", "file name"),
    "duration": QT_TRANSLATE_NOOP("Words", "duration"),
    "edit_history": QT_TRANSLATE_NOOP("Words", "edit history"),
    "author": QT_TRANSLATE_NOOP("Words", "author"),
    "organisation": QT_TRANSLATE_NOOP("Words", "organisation"),
}

LENSES: Final = {
    "worker": QT_TRANSLATE_NOOP("Words", "what workers got"),
    "buyer": QT_TRANSLATE_NOOP("Words", "what buyers paid"),
    "time": QT_TRANSLATE_NOOP("Words", "by the hour"),
    "platform": QT_TRANSLATE_NOOP("Words", "what the platform earned"),
}

REASONS: Final = {
    "ledger-busy": QT_TRANSLATE_NOOP("Words", "another program kept the ledger busy"),
    "ledger-full": QT_TRANSLATE_NOOP("Words", "the disk is full"),
    "ledger-read-only": QT_TRANSLATE_NOOP("Words", "the ledger cannot be written"),
    "ledger-damaged": QT_TRANSLATE_NOOP("Words", "the ledger was damaged"),
    "ledger-gone": QT_TRANSLATE_NOOP("Words", "the file of the ledger cannot be reached"),
    "engine-ended": QT_TRANSLATE_NOOP("Words", "the engine ended and is being restarted"),
    "engine-hung": QT_TRANSLATE_NOOP("Words", "the engine did not answer and is being restarted"),
    "engine-declined": QT_TRANSLATE_NOOP("Words", "the engine found no way to the platform"),
    "hosts-changed": QT_TRANSLATE_NOOP(
        "Words", "other hosts are metered now, and the engine began anew"
    ),
    "suspended": QT_TRANSLATE_NOOP("Words", "the computer was suspended"),
    "stopped-unexpectedly": QT_TRANSLATE_NOOP("Words", "the meter stopped unexpectedly"),
}


def platform(slug: str) -> str:
    """Return the name of a platform, of a person's own pack its slug made plain."""
    if slug == "practice":
        return translate("Words", "Plaza (practice)")
    if slug == REST:
        return translate("Words", "Others")
    if slug == "youtube-watching":
        return translate("Words", "YouTube (time watched)")
    return PLATFORMS.get(slug) or plain(slug, NAME)


def activity(slug: str) -> str:
    """Return what an activity is called, as a plural noun."""
    return said(ACTIVITIES, slug)


def source(slug: str) -> str:
    """Return where an act is known from."""
    return said(SOURCES, slug)


def flag(slug: str) -> str:
    """Return what a flag of an act says."""
    return said(FLAGS, slug)


def done(act: Act) -> str:
    """Return an act as a sentence without its time: `Liked on Instagram`."""
    table = UNDONE if act.effect == "undo" else DONE
    sentence = table.get(act.activity)
    where = platform(act.platform)
    if sentence is None:
        return f"{activity(act.activity)} - {where}"
    return translate("Words", str(sentence)).replace("%1", where)


def why(act: Act) -> str:
    """Return why an act was counted: its rule, and where it is known from."""
    rule = translate("Words", "rule %1").replace("%1", plain(act.rule))
    return ", ".join([rule, source(act.source), *map(flag, act.flags)])


def reason(slug: str) -> str:
    """Return why there was a gap."""
    return said(REASONS, slug) or translate("Words", "for a reason that is not known")


def number(value: int) -> str:
    """Return a whole number as the locale writes it."""
    return QLocale().toString(value)


def acts(count: int) -> str:
    """Return a number of acts with its noun."""
    return translate("Words", "%Ln act(s)", "", count)


def measured(value: int, measure: str, currency: str = "") -> str:
    """Return what a chart measures: acts, money, time, or uploads."""
    match measure:
        case "worth" | "owed":
            return money(value, currency)
        case "captcha":
            return duration(value)
        case "disclosed":
            return number(value)
        case _:
            return acts(value)


def counted(parts: Iterable[tuple[str, int]]) -> str:
    """Return activities with their numbers, as one line."""
    return " · ".join(f"{activity(slug)} {number(count)}" for slug, count in parts)


def money(millionths: int, currency: str = "") -> str:
    """Return an amount as the language writes it, with the currency's code after it."""
    return shown(millionths, plain(currency), QLocale().name()[:2])


def hour_of_week(hour: int) -> str:
    """Return an hour of the week, 0 for Monday from midnight on, as `Monday, 14 to 15 h`."""
    name = QLocale().standaloneDayName(hour // 24 + 1)
    sentence = translate("Words", "%1, %2 to %3 h")
    said = sentence.replace("%1", name[:1].upper() + name[1:])
    return said.replace("%2", str(hour % 24)).replace("%3", str(hour % 24 + 1))


def stretch(low: int, high: int, currency: str = "") -> str:
    """Return two amounts as the ends of a range."""
    ends = translate("Words", "%1 to %2").replace("%1", money(low))
    return ends.replace("%2", money(high, currency))


def quantity(value: int, unit: str) -> str:
    """Return units as they are counted: acts, points, money received, or days of presence."""
    if not unit:
        return number(value)
    if unit == "POINT":
        return translate("Words", "%Ln point(s)", "", value)
    if unit == "DAY":
        return translate("Words", "%Ln day(s)", "", value)
    return money(value, unit)


def presence() -> str:
    """Return what a day on which an act reached a platform is called."""
    return translate("Words", "Days of presence")


def lens(slug: str) -> str:
    """Return whose price a lens takes."""
    return said(LENSES, slug)


def signed(value: int) -> str:
    """Return a whole number with its sign, where it is not zero."""
    return f"+{number(value)}" if value > 0 else number(value)


def disclosure(kind: str) -> str:
    """Return what a kind of metadata is called."""
    return said(DISCLOSURES, kind)


def when(micros: int, offset: int) -> str:
    """Return date and time, as the locale writes them."""
    return QLocale().toString(moment(micros, offset), QLocale.FormatType.ShortFormat)


def between(since: str, until: str) -> str:
    """Return a stretch of days, both ends included, as the locale writes them."""
    ends = dict.fromkeys(date(day, short=True) for day in (since, until) if day)
    return " - ".join(ends)


def moment(micros: int, offset: int) -> QDateTime:
    """Return a time as it stood on the clock `offset` minutes east of UTC."""
    zone = QTimeZone.fromSecondsAheadOfUtc(offset * 60)
    return QDateTime.fromMSecsSinceEpoch(micros // 1000, zone)


def clock(micros: int, offset: int) -> str:
    """Return the time of day, as the locale writes it."""
    return QLocale().toString(moment(micros, offset).time(), QLocale.FormatType.ShortFormat)


def date(day: str, *, short: bool = False) -> str:
    """Return an ISO date as the locale writes it, with its weekday unless `short`."""
    found = QDate.fromString(day, "yyyy-MM-dd")
    if short:
        return QLocale().toString(found, QLocale.FormatType.ShortFormat)
    return QLocale().toString(found, QLocale.FormatType.LongFormat)


def day_of(day: str) -> str:
    """Return an ISO date as day and month: 24 Nov."""
    return QLocale().toString(QDate.fromString(day, "yyyy-MM-dd"), "d MMM")


def month(day: str) -> str:
    """Return the month and year of an ISO date."""
    return QLocale().toString(QDate.fromString(day, "yyyy-MM-dd"), "MMMM yyyy")


def duration(micros: int) -> str:
    """Return a length of time in its one or two largest units."""
    minutes, seconds = divmod(micros // SECOND, 60)
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    if days:
        return translate("Words", "%1 d %2 h").replace("%1", str(days)).replace("%2", str(hours))
    if hours:
        pair = translate("Words", "%1 h %2 min")
        return pair.replace("%1", str(hours)).replace("%2", str(minutes))
    if minutes:
        return translate("Words", "%1 min").replace("%1", str(minutes))
    return translate("Words", "%1 s").replace("%1", str(seconds))


def ago(micros: int, now: int) -> str:
    """Return how long ago a moment was, in words."""
    past = now - micros
    if past < MINUTE:
        return translate("Words", "just now")
    return translate("Words", "%1 ago").replace("%1", duration(past))


def said(table: Mapping[str, object], slug: str) -> str:
    """Return the word of a table for a slug, the slug made plain where there is none."""
    word = table.get(slug)
    return plain(slug, NAME) if word is None else translate("Words", str(word))
