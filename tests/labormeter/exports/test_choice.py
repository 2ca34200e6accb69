"""What is chosen: practice one by one always, in sums by wish; hashes anew each time."""

from labormeter.exports.choice import Choice, Rekeyed


def test_practice_is_told_apart_one_by_one_and_left_out_of_sums() -> None:
    assert Choice().part.practice
    assert not Choice(grain="week").part.practice
    assert Choice(grain="week", practice=True).part.practice


def test_hashes_are_left_out_unless_asked_for() -> None:
    assert Choice().marks() is None


def test_new_hashes_are_the_same_within_an_export_and_never_across_two() -> None:
    first, second = Choice(hashes="rekeyed").marks(), Choice(hashes="rekeyed").marks()
    assert first is not None
    assert second is not None
    old = "a" * 32
    assert first(old) == first(old) != second(old)
    assert first(old) != old
    assert first(None) is None
    assert len(first(old) or "") == 32
    assert Rekeyed(b"k" * 32).mark(old) == Rekeyed(b"k" * 32).mark(old)
