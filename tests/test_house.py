"""The house rules of ARCHITECTURE.md, held against the tree."""

import ast
import re
import statistics
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = {
    "labormeter": ROOT / "src/labormeter",
    "labormeter_addon": ROOT / "addons/labormeter_addon",
    "labormeter_ui": ROOT / "ui/labormeter_ui",
}
MODULES = sorted(path for folder in PACKAGES.values() for path in folder.rglob("*.py"))
FORBIDDEN_NAMES = {"utils", "helpers", "manager", "base", "misc", "common"}


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def home_of_tests(path: Path) -> Path:
    for package, folder in PACKAGES.items():
        if path.is_relative_to(folder):
            inside = path.relative_to(folder)
            return ROOT / "tests" / package / inside.parent / f"test_{inside.name}"
    raise AssertionError(path)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_each_module_has_its_test_file(path: Path) -> None:
    if path.name in {"__init__.py", "__main__.py"} and not list(functions(path)):
        return
    expected = home_of_tests(path)
    if path.name == "__init__.py":
        expected = expected.with_name(f"test_{path.parent.name}.py")
    if path.name == "__main__.py":
        expected = expected.with_name("test_main.py")
    assert expected.exists(), f"{name(path)} wants {name(expected)}"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_files_and_functions_stay_small(path: Path) -> None:
    assert path.stem not in FORBIDDEN_NAMES
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400
    long = [f"{function}: {lines} lines" for function, lines in functions(path) if lines > 60]
    assert not long


def test_the_median_function_is_short() -> None:
    assert statistics.median(n for path in MODULES for _, n in functions(path)) <= 9


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_only_the_ledger_speaks_sql(path: Path) -> None:
    imported = {
        alias.name.split(".")[0]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import)
        for alias in node.names
    }
    if "ledger" not in path.parts:
        assert not imported & {"sqlite3", "sqlite_utils", "apsw"}


def test_presenters_hold_no_widgets() -> None:
    for path in (PACKAGES["labormeter_ui"] / "presenters").glob("*.py"):
        source = path.read_text(encoding="utf-8")
        assert "QtWidgets" not in source, name(path)
        assert "pyqtgraph" not in source, name(path)


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "-C", str(ROOT), "ls-files", "-z"],
        capture_output=True,
        check=True,
        text=True,
    )
    return [ROOT / line for line in listed.stdout.split("\0") if line]


HOMES = re.compile(rb"/(?:root|Users/[a-z]+)/")
"""Folders of persons on Linux and macOS; the one of this computer is looked for beside it."""
INDEX = re.compile(rb"--(?:extra-)?index-url|files\.pythonhosted\.org")


@pytest.mark.parametrize("person", ["root", "Users/ada"])
def test_a_machine_s_path_would_be_found(person: str) -> None:
    assert HOMES.search(f"file = /{person}/x".encode())


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a clone")
def test_nothing_of_one_machine_is_in_the_tree() -> None:
    own = tuple(str(folder).encode() + b"/" for folder in (ROOT, Path.home()))
    for path in tracked():
        if not path.is_file():
            continue
        content = path.read_bytes()
        assert not any(folder in content for folder in own), name(path)
        assert not HOMES.search(content) or path.suffix == ".png", name(path)
        assert not INDEX.search(content) or path == Path(__file__), name(path)
