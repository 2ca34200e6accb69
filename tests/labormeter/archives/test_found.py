from labormeter.archives.found import CancelledError, Found, UnreadableError, whole


def test_an_act_has_no_more_than_it_must() -> None:
    found = Found("like", None)
    assert (found.effect, found.quantity, found.once, found.joined) == ("do", 1, False, False)


def test_an_act_of_its_first_fields_is_the_one_that_names_them() -> None:
    first = ("like", 1, "target", "made", "tell", "layout", "kind")
    assert whole(first) == Found(*first)
    assert type(whole(first)) is Found


def test_stopping_says_that_nothing_was_kept() -> None:
    assert "nothing was imported" in str(CancelledError())
    assert not isinstance(UnreadableError(), CancelledError)
