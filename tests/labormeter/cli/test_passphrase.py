"""A passphrase is typed twice or read from standard input; it is never an option."""

from typing import Any

import click
from click.testing import CliRunner

from labormeter.cli.passphrase import passphrase_options, typed


def asked(words: list[str], said: str, *, new: bool = True) -> str:
    @click.command()
    @passphrase_options
    def verb(**chosen: Any) -> None:
        click.echo(f"<{typed(chosen, new=new)}>")

    return CliRunner().invoke(verb, words, input=said).output


def test_none_is_asked_for_unless_it_is_wanted() -> None:
    assert "<None>" in asked([], "")


def test_standard_input_is_read_to_the_end_of_the_line() -> None:
    assert "<correct horse >" in asked(["--passphrase-stdin"], "correct horse \r\nmore\n")


def test_a_new_one_is_typed_twice() -> None:
    assert "<a b>" in asked(["--passphrase"], "a b\na b\n")
    assert "do not match" in asked(["--passphrase"], "a b\na c\n")
    assert "<a b>" in asked(["--passphrase"], "a b\n", new=False)


def test_it_can_be_no_word_of_the_command_line() -> None:
    assert "unexpected extra argument" in asked(["--passphrase", "secret"], "")
