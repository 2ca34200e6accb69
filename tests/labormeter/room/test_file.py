"""Room files: written ones are read back, faulty ones refused with everything that is wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labormeter.errors import KnownError
from labormeter.room import file
from labormeter.room.file import Floor

from .seated import room


def test_what_is_written_is_read_back() -> None:
    known = room(smallest=4, language="fr", floor=Floor(amount=13_900_000, country="DE", source='a "b" \\ é', day="2026-01-01"))  # fmt: skip
    assert file.read(file.written(known).encode()) == known


def test_the_file_that_is_offered_is_whole_where_the_book_knows_the_wage() -> None:
    made = file.suggested("2026-11-25", number=4, language="fr", country="FR", currency="EUR")
    assert (made.first, made.last, made.weeks) == ("2026-W44", "2026-W47", 4)
    assert made.floor.amount == 11_880_000
    assert file.read(file.written(made).encode()) == made
    other = file.suggested("2026-11-25", number=4, language="fr", country="FR", currency="EUR")
    assert other.id != made.id


def test_no_wage_that_is_not_known_or_not_in_force_yet_is_offered() -> None:
    made = file.suggested("2026-11-25", number=1, language="en", country="FR", currency="USD")
    assert made.floor.amount == 0
    with pytest.raises(KnownError, match="amount"):
        file.written(made)
    early = file.suggested("2024-10-31", number=1, language="en", country="FR", currency="EUR")
    assert early.floor.amount == 11_650_000


def test_all_faults_are_said_together_and_nothing_of_the_file_is_repeated() -> None:
    with pytest.raises(KnownError) as error:
        file.read(b'schema = 9\nid = "CANARY"\nfirst = "2026-W99"\nCANARY = 1\nsmallest = 2\n')
    said = str(error.value)
    for word in ("schema", "id:", "first", "last", "currency", "book", "smallest", "minimum_wage"):
        assert word in said
    assert "CANARY" not in said


@pytest.mark.parametrize(
    ("line", "other", "word"),
    [
        ('last = "2026-W47"', 'last = "2026-W45"', "weeks"),
        ('first = "2026-W46"', 'first = "1990-W46"', "first"),
        ('first = "2026-W46"', 'first = "2025-W53"', "no such week"),
        ("smallest = 3", "smallest = 2", "smallest"),
        ("smallest = 3", "smallest = true", "smallest"),
        ('amount = "11.88"', 'amount = "1e999"', "amount"),
        ('amount = "11.88"', "amount = nan", "amount"),
        ('amount = "11.88"', 'amount = "0"', "amount"),
        ('source = "Smic"', 'source = "two\\nlines"', "source"),
        ('source = "Smic"', 'source = ""', "source"),
        ("date = 2024-11-01", "date = 2024", "date"),
        ('currency = "EUR"', 'currency = "XXX"', "exchange"),
        ("[minimum_wage]", "[minimum_wage]\nname = 1", "another line"),
    ],
)  # fmt: skip
def test_one_fault_is_found(line: str, other: str, word: str) -> None:
    text = file.written(room())
    assert line in text
    with pytest.raises(KnownError, match=word):
        file.read(text.replace(line, other).encode())


@given(st.binary(max_size=400) | st.text(max_size=200).map(str.encode))
def test_anything_else_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(KnownError):
        file.read(data)


def test_too_large_or_too_deep_is_no_room_file() -> None:
    for data in (b"#" * (file.LARGEST + 1), b"a = " + b"[" * 30_000):
        with pytest.raises(KnownError):
            file.read(data)


def test_a_room_is_pinned_to_the_very_book() -> None:
    assert file.book_of(room()).version == room().version
    with pytest.raises(KnownError, match="not the one"):
        file.book_of(room(book="2026-11 0000000000000000"))
    with pytest.raises(KnownError, match="no book"):
        file.book_of(room(book="2031-01 0000000000000000"))


def test_what_was_typed_makes_a_file_with_the_id_that_was_offered() -> None:
    said = {"first": "2026-W40", "last": "2026-W41", "currency": "EUR", "smallest": 5}
    wage = {"amount": "12.5", "country": "FR", "source": "où", "date": "2026-01-01"}
    made = file.settled(room(), language="fr", **said, **wage)
    assert (made.id, made.first, made.floor.amount) == (room().id, "2026-W40", 12_500_000)
    with pytest.raises(KnownError, match="country"):
        file.settled(room(), language="fr", **said, **(wage | {"country": "France"}))
