from labormeter.errors import KnownError


def test_an_error_says_what_and_what_to_do() -> None:
    assert (
        str(KnownError("The disk is full.", "Free some room."))
        == "The disk is full. Free some room."
    )
    assert str(KnownError("The disk is full.")) == "The disk is full."
