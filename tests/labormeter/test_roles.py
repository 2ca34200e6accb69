import importlib.util
import sys

import pytest

from labormeter import roles


@pytest.mark.parametrize("role", roles.MODULES)
def test_each_role_is_there_to_be_started(role: roles.Role) -> None:
    module = roles.MODULES[role]
    assert importlib.util.find_spec(module) is not None
    assert roles.command(role, "--home", "x") == [sys.executable, "-m", module, "--home", "x"]


def test_a_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert roles.command("engine", "--home", "x") == [
        *(sys.executable, "--role", "engine", "--home", "x")
    ]
