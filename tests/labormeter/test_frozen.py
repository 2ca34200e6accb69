import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from labormeter import frozen, roles

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize("role", roles.MODULES)
def test_each_role_is_known_again_by_the_program_that_starts_itself(
    role: roles.Role, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    line = roles.command(role, "--home", "x", "--", "-s", "y")
    assert line[0] == sys.executable
    assert frozen.chosen(line[1:]) == (roles.MODULES[role], ["--home", "x", "--", "-s", "y"])


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["doctor"],
        ["--home", "x", "meter"],
        ["--role"],
        ["--role", "nobody"],
        ["acts", "--role"],
    ],
)
def test_what_names_no_role_is_a_verb_with_its_words(words: list[str]) -> None:
    assert frozen.chosen(words) == ("labormeter.cli.main", words)


def test_a_browser_gets_the_environment_of_the_person_back() -> None:
    folder = "/opt/x/_internal"
    environment = {
        "LD_LIBRARY_PATH": f"{folder}:/mine",
        "LD_LIBRARY_PATH_ORIG": "/mine",
        "QT_PLUGIN_PATH": f"{folder}/PySide6/Qt/plugins",
        "QML2_IMPORT_PATH": os.pathsep.join([f"{folder}/qml", "/theirs"]),
        "_PYI_ARCHIVE_FILE": "/opt/x/labormeter",
        "_PYI_PARENT_PROCESS_LEVEL": "1",
        "HOME": folder,
    }
    frozen.tidy(environment, folder)
    assert environment == {
        "LD_LIBRARY_PATH": "/mine",
        "QML2_IMPORT_PATH": "/theirs",
        "HOME": folder,
    }


def test_where_the_person_had_set_nothing_nothing_is_left() -> None:
    environment = {"LD_LIBRARY_PATH": "/opt/x/_internal"}
    frozen.tidy(environment, "/opt/x/_internal")
    assert environment == {}


def test_a_folder_that_only_begins_alike_is_the_persons() -> None:
    environment = {"LD_LIBRARY_PATH": "/opt/x/_internal-of-mine", "QT_PLUGIN_PATH": "/opt/x"}
    before = dict(environment)
    frozen.tidy(environment, "/opt/x/_internal")
    assert environment == before


@pytest.mark.parametrize(("system", "name"), frozen.REDIRECTORS.items())
def test_no_redirector_is_needed(system: str, name: str) -> None:
    modules: dict[str, ModuleType] = {}
    frozen.stand_in(modules, system)
    assert list(modules) == [name]
    assert not [word for word in vars(modules[name]) if not word.startswith("__")]


def test_a_module_that_is_there_is_left_alone() -> None:
    there = ModuleType("mitmproxy_linux")
    modules = {"mitmproxy_linux": there}
    frozen.stand_in(modules, "linux")
    frozen.stand_in(modules, "haiku")
    assert modules == {"mitmproxy_linux": there}


def started(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the frozen program's first script with this interpreter."""
    return subprocess.run(
        [sys.executable, str(ROOT / "packaging/freeze/start.py"), *words],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={**os.environ, **environment},
    )


def test_the_program_starts_as_a_verb_and_as_a_role(tmp_path: Path) -> None:
    said = started("--version")
    assert (said.returncode, said.stdout.split()[0]) == (0, "labormeter,"), said.stderr
    ledger = tmp_path / "ledger.db"
    made = started("--role", "schema", str(ledger))
    assert (made.returncode, made.stdout) == (0, ""), made.stderr
    assert ledger.exists()


def test_exit_codes_pass_through(tmp_path: Path) -> None:
    assert started("no-such-verb").returncode == 2
    assert started("--role", "trust", "show", str(tmp_path), "", "libnowhere.so").returncode == 1


def test_nothing_else_starts_an_interpreter() -> None:
    # A frozen program has none: whoever starts a process of ours asks `roles`.
    for folder in ("src", "addons", "ui"):
        for path in (ROOT / folder).rglob("*.py"):
            if path.name not in {"roles.py", "screenshots.py"}:
                assert "sys.executable" not in path.read_text(encoding="utf-8"), path.name
