"""What stands behind --."""

from __future__ import annotations

import pytest

from labormeter.errors import KnownError
from labormeter_addon.door import arguments


def test_reads_scripts_and_options_and_writes_them_again() -> None:
    words = ["-s", "a.py", "--set", "ssl_insecure=true", "--set=x=1", "--scripts=b.py"]
    extra = arguments.read(words)
    assert extra.scripts == ("a.py", "b.py")
    assert extra.sets == ("ssl_insecure=true", "x=1")
    assert arguments.read(extra.line()) == extra


@pytest.mark.parametrize(
    "words",
    [
        ["--mode", "transparent"],
        ["-s"],
        ["--set"],
        ["stray"],
        ["--set", "listen_host=0.0.0.0"],
        ["--set", "confdir=/x"],
        ["--set", "mode=socks5"],
        ["--set", "onboarding=true"],
    ],
)
def test_refuses_with_a_sentence(words: list[str]) -> None:
    with pytest.raises(KnownError):
        arguments.read(words)


@pytest.mark.parametrize(
    ("sets", "private"),
    [
        ([], False),
        (["labormeter_private_upstream=true"], True),
        (["labormeter_private_upstream"], True),
        (["labormeter_private_upstream=false"], False),
        (["labormeter_private_upstream=true", "labormeter_private_upstream=false"], False),
    ],
)
def test_local_upstreams_are_for_tests_alone(sets: list[str], private: bool) -> None:  # noqa: FBT001 - a table
    words = [word for one in sets for word in ("--set", one)]
    assert arguments.read(words).private is private
