import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.model import ACTIVITIES, SOURCES
from labormeter.testing import NOON, act
from labormeter_ui import language, words

HOUR = words.HOUR


def test_every_activity_has_its_own_words_in_every_language() -> None:
    said: dict[str, set[str]] = {}
    for code in language.LANGUAGES:
        language.use(code)
        nouns = [words.activity(slug) for slug in ACTIVITIES]
        done = [words.done(act(activity=slug, platform="x")) for slug in ACTIVITIES]
        assert len(set(nouns)) == len(set(done)) == len(ACTIVITIES)
        assert all(sentence.endswith(" X") for sentence in done)
        said[code] = set(done)
    assert not said["en"] & said["fr"]


def test_every_source_has_words() -> None:
    assert all(words.source(source) for source in SOURCES)


def test_an_undo_says_that_it_is_one() -> None:
    undone = act(platform="instagram", activity="like", effect="undo", net=-1)
    assert words.done(undone) == "Took back a like on Instagram"


def test_an_act_says_why_it_was_counted() -> None:
    counted = act(platform="x", rule="x:like", flags=("instrument",))
    assert words.why(counted) == (
        "rule x:like, seen on the wire, probably caused by metering itself"
    )


@given(st.text())
def test_text_from_elsewhere_is_one_short_plain_line(text: str) -> None:
    found = words.plain(text)
    assert len(found) <= words.LONGEST
    assert not set(found) & set("\n\r\t\u202e\u2066\u200f\x00\x1b\u2028")


def test_direction_and_control_signs_are_taken_out() -> None:
    assert words.plain("a\u202eb\u2066c\x1b[31m\td") == "abc[31m d"


@pytest.mark.parametrize(
    ("micros", "said"),
    [
        (59 * 1_000_000, "59 s"),
        (61 * 1_000_000, "1 min"),
        (HOUR + 120 * 1_000_000, "1 h 2 min"),
        (50 * HOUR, "2 d 2 h"),
    ],
)
def test_a_length_of_time_is_told_in_its_largest_units(micros: int, said: str) -> None:
    assert words.duration(micros) == said


def test_an_act_keeps_the_clock_of_where_it_was_done() -> None:
    language.use("fr")
    assert words.clock(NOON, 0) == "12:00"
    assert words.clock(NOON, 330) == "17:30"


def test_numbers_and_money_are_written_by_the_locale() -> None:
    language.use("en")
    assert words.number(1234567) == "1,234,567"
    assert words.acts(1) == "1 act"
    assert words.acts(2) == "2 acts"
    assert words.money(1_500_000, "EUR") == "1.50\u00a0EUR"
    language.use("fr")
    assert words.number(1234567) == "1\u202f234\u202f567"
    assert words.acts(0) == "0 acte"
    assert words.money(1_500_000, "EUR") == "1,50\u00a0EUR"


def test_dates_are_written_by_the_locale() -> None:
    language.use("fr")
    assert words.date("2026-06-01") == "lundi 1 juin 2026"
    assert words.month("2026-06-01") == "juin 2026"
    assert words.between("2026-06-01", "2026-06-01") == words.date("2026-06-01", short=True)
    assert " - " in words.between("2026-06-01", "2026-06-02")


def test_a_moment_in_the_future_is_just_now() -> None:
    assert words.ago(NOON + HOUR, NOON) == "just now"
    assert words.ago(NOON - HOUR, NOON) == "1 h 0 min ago"


def test_a_platform_nobody_knows_is_called_by_its_slug_made_plain() -> None:
    assert words.platform("my\u202eown") == "myown"
    assert words.reason("") == "for a reason that is not known"
    assert words.activity("juggling") == "juggling"
    assert words.done(act(platform="x", activity="juggling")) == "juggling - X"
