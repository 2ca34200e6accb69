"""The card: whole weeks, two words, and nothing that was not asked for."""

from pathlib import Path

import pytest

from labormeter.errors import KnownError
from labormeter.exports import qr
from labormeter.exports.card import Seat, card, weeks
from labormeter.exports.document import read, write
from labormeter.exports.gather import gathered
from labormeter.ledger.dump import Part

from .sample import HASH, NOW, TODAY, ledger
from .test_job import job


def test_the_weeks_before_this_one() -> None:
    assert weeks("2026-11-25") == ("2026-W44", "2026-W47")
    assert weeks("2026-11-23", number=1) == ("2026-W47", "2026-W47")
    assert weeks("2026-11-22", number=1) == ("2026-W46", "2026-W46")
    assert weeks("2027-01-05", number=2) == ("2026-W52", "2026-W53")


def test_the_weeks_of_days_that_are_named() -> None:
    assert weeks("2026-11-25", "2026-11-25", "2026-11-25") == ("2026-W48", "2026-W48")
    assert weeks("2026-11-25", "2026-11-25") == ("2026-W48", "2026-W48")
    assert weeks("2026-11-25", "2026-10-28") == ("2026-W44", "2026-W48")
    assert weeks("2026-11-25", None, "2026-10-28") == ("2026-W41", "2026-W44")
    assert weeks("2026-11-25", None, "2019-12-31") == ("2019-W50", "2020-W01")
    assert weeks("2026-11-25", "2027-06-01") == ("2027-W22", "2027-W22")


def test_a_card_has_what_the_room_asks_for_and_no_more(tmp_path: Path) -> None:
    found = gathered(ledger(tmp_path), Part(practice=False), now=NOW)
    made = card(found, Seat(handle="oak-ash"), first="2026-W22", last="2026-W44")
    data = write(made)
    assert read(data, today=TODAY) == made
    assert {row.platform for row in made.counts} == {"x", "recaptcha", "instagram", "bing"}
    assert {row.kind for row in made.disclosures} == {"gps", "datetime"}
    for secret in (*HASH.values(), "my-own-forum", "stopped", "utc_offset", "practice:like"):
        assert secret.encode() not in data
    one = card(found, Seat(handle="oak-ash"), first="2026-W44", last="2026-W44", platforms=("x",))
    assert {row.platform for row in one.counts} == {"x"}


def test_a_seat_has_words_of_the_list() -> None:
    with pytest.raises(KnownError, match="two words"):
        Seat(handle="marie-curie").said()
    assert Seat(handle="oak-ash", total_only=True).said()["total_only"] is True


def test_a_job_writes_a_card_as_file_and_as_code(tmp_path: Path) -> None:
    home = ledger(tmp_path / "home")
    made = job(home, "card", since="2026-10-28", until="2026-10-28")
    seated = type(made)(
        **{name: getattr(made, name) for name in type(made).__slots__}
        | {"seat": Seat(handle="oak-ash")}
    )
    seated.write(tmp_path / "card.json")
    data = (tmp_path / "card.json").read_bytes()
    found = read(data, today=TODAY)
    # A day stands for its week: what was done on Monday is there.
    assert found.counts != ()
    assert (found.first, found.last, found.handle) == ("2026-W44", "2026-W44", "oak-ash")
    seated.write(tmp_path / "card.png")
    assert qr.read(tmp_path / "card.png") == data
    seated.write(tmp_path / "card.svg")
    assert b"<svg" in (tmp_path / "card.svg").read_bytes()
    assert [shown.name for shown in seated.preview()] == ["weekly", "disclosures", "coverage"]
