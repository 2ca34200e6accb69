from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.model import ACTIVITIES
from labormeter.valuation import shelf
from labormeter.valuation.calendar import Price, calendar
from labormeter.valuation.lens import Reading
from labormeter.valuation.own import Own, own, written

BOOK = shelf.shipped()
GOOD = """
[[rate]]
id = "mine"
activity = "captcha"
side = "worker"
amount = 0.0025
currency = "EUR"
source = "What a friend was paid"
observed_on = 2026-03-01
"""


def read(text: str, name: str = "mine.toml") -> Own:
    return own({name: text}, BOOK, activities=ACTIVITIES, today="2026-11-24")


def test_a_rate_needs_little_and_takes_the_books_word() -> None:
    found = read(GOOD)
    assert found.faults == ()
    (rate,) = found.rates
    assert (rate.activity, rate.side, rate.unit) == ("captcha_token", "worker", "per_act")
    assert float(rate.mid) == 0.0025
    assert [choice.central.id for choice in found.choices] == ["mine"]


def test_all_faults_of_all_files_come_at_once_by_line() -> None:
    bad = GOOD.replace("0.0025", "-1") + '\n[[rate]]\nid = "CF-01"\nactivity = "dance"\n'
    found = own(
        {"a.toml": bad, "b.csv": "id,activity\nx", "c.toml": "[[rate"},
        BOOK,
        activities=ACTIVITIES,
        today="2026-11-24",
    )
    lines = {(fault.file, fault.line) for fault in found.faults}
    assert lines == {("a.toml", 2), ("a.toml", 11), ("b.csv", 2), ("c.toml", 1)}
    assert any("nothing shipped is overwritten" in fault.sentence for fault in found.faults)
    assert found.rates == ()


def test_one_fault_in_a_file_uses_none_of_it() -> None:
    bad = GOOD.replace('"mine"', '"other"').replace("2026-03-01", "2031-03-01")
    assert read(GOOD + bad).rates == ()


def test_the_same_id_in_two_files_is_a_fault() -> None:
    found = own({"a.toml": GOOD, "b.toml": GOOD}, BOOK, activities=ACTIVITIES, today="2026-11-24")
    assert [str(fault) for fault in found.faults] == [
        "b.toml:2: id: mine stands in another of your files."
    ]


@pytest.mark.parametrize(
    ("since", "monday"), [("2026-06-01", "2026-06-01"), ("2026-06-02", "2026-06-08")]
)
def test_a_rate_takes_effect_on_the_monday_on_or_after(since: str, monday: str) -> None:
    found = read(GOOD + f"since = {since}\n")
    assert found.choices[0].since == monday


def test_whose_side_it_was_must_be_said() -> None:
    assert "side: nothing is not known" in str(read(GOOD.replace('side = "worker"', "")).faults[0])


def test_an_own_rate_can_price_what_nobody_was_seen_to_pay_for() -> None:
    found = read(GOOD.replace('"captcha"', '"save"'))
    book = BOOK.with_own(found.rates, found.choices, found.timings)
    made = calendar(Reading(deflated=False), [("", book)])
    assert made.price("x", "save", "2026-W23") != made.price("x", "vote", "2026-W23")
    assert isinstance(made.price("x", "save", "2026-W23"), Price)


def test_a_claim_is_kept_and_prices_nothing() -> None:
    found = read(GOOD.replace('"worker"', '"claimed"'))
    assert (len(found.rates), found.choices) == (1, ())


def test_csv_is_read_with_its_own_line_numbers() -> None:
    text = "\ufeffid,activity,side,amount,currency,source,observed_on,notes\n"
    text += 'a,like,worker,0.1,EUR,"two\nlines",2026,\nb,like,buyer,0.1,EUR,=1+1,2026,\n'
    found = read(text, "mine.csv")
    assert [str(fault) for fault in found.faults] == [
        "mine.csv:4: source: a spreadsheet would run this as a formula."
    ]


def test_timings_are_overridden_one_by_one() -> None:
    text = '[[timing]]\nactivity = "like"\nlow = 1\ncentral = 2\nhigh = 3\n'
    found = read(text + 'kind = "assumption"\nreason = "my own watch"\n', "timings.toml")
    assert found.faults == ()
    book = BOOK.with_own(found.rates, found.choices, found.timings)
    assert book.timings["like"].central == 2
    assert book.timings["post"] == BOOK.timings["post"]
    assert BOOK.timings["like"].central != 2


@given(st.text(st.characters(codec="utf-8"), min_size=1).filter(str.strip))
def test_whatever_a_source_says_is_written_so_that_it_reads_back(source: str) -> None:
    entry = {"id": "a", "activity": "like", "side": "worker", "mid": "1", "currency": "EUR"}
    text = written(written("", entry | {"source": "x"}), entry | {"id": "b", "source": source})
    found = read(text + 'observed_on = "2026"\n')
    sentences = [fault.sentence for fault in found.faults]
    if source.startswith(("=", "+", "-", "@", "\t", "\r")):
        assert any("formula" in sentence for sentence in sentences)
    assert not any("TOML" in sentence for sentence in sentences)


@given(st.text(max_size=200), st.sampled_from(["a.toml", "a.csv", "timings.toml"]))
def test_no_file_raises(text: str, name: str) -> None:
    found = read(text, name)
    assert found.rates == ()
