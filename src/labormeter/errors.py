"""Errors that know whose fault they are."""


class KnownError(Exception):
    """Something that is not labormeter's fault: one sentence, and what to do about it.

    The command line prints both and exits with 1; the window shows them as a bar. Every other
    exception is a bug (exit 70).
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".rstrip()
