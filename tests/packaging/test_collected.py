import ast
import importlib.util
import re
import tomllib
from pathlib import Path

import collected
import pytest

from labormeter import frozen
from labormeter_ui.language import LANGUAGES

ROOT = Path(__file__).parent.parent.parent
FREEZE = ROOT / "packaging/freeze"
SPECS = sorted(FREEZE.glob("*.spec"))
FOLDERS = ("src/labormeter", "addons/labormeter_addon", "ui/labormeter_ui")


def imported(folder: str) -> set[str]:
    """Return the full names of all modules that a package imports."""
    found = set()
    for path in (ROOT / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                found |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
            if isinstance(node, ast.Import):
                found |= {name.name for name in node.names}
    return found


def called(node: ast.AST) -> str:
    """Return the plain name of what a node calls."""
    function = node.func if isinstance(node, ast.Call) else None
    return function.id if isinstance(function, ast.Name) else ""


def test_there_is_a_spec_for_each_system() -> None:
    assert [path.stem for path in SPECS] == ["linux", "macos", "windows"]


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.stem)
def test_a_spec_can_be_read_and_names_what_exists(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    made = {"EXE", "PYZ", "COLLECT", "Analysis"} | ({"BUNDLE"} if path.stem == "macos" else set())
    assert made <= names
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and getattr(node.value, "id", "") == "collected":
            assert hasattr(collected, node.attr), node.attr
    # One folder: an EXE with everything in it would unpack itself at each start.
    program = next(node for node in ast.walk(tree) if called(node) == "EXE")
    assert isinstance(program, ast.Call)
    words = [word for word in program.keywords if word.arg not in {"name", "icon"}]
    said = {word.arg: ast.literal_eval(word.value) for word in words}
    assert said["exclude_binaries"] is True
    assert said["upx"] is False


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.stem)
def test_a_spec_runs_with_the_words_that_pyinstaller_gives_it(path: Path) -> None:
    calls: list[tuple[str, dict[str, object]]] = []

    class Made:
        pure, scripts, binaries, datas = ["p"], ["s"], ["b"], ["d"]

    def made(word: str) -> object:
        def call(*_: object, **named: object) -> Made:
            calls.append((word, named))
            return Made()

        return call

    words = {word: made(word) for word in ("Analysis", "EXE", "PYZ", "COLLECT", "BUNDLE")}
    source = re.sub(r"from analysis import .*\n", "", path.read_text(encoding="utf-8"))
    exec(  # noqa: S102 - the spec itself, as PyInstaller runs it
        compile(source, path.name, "exec"),
        {
            **words,
            "analysed": made("analysed"),
            "icon": lambda _: "labormeter.png",
            "SPECPATH": str(FREEZE),
            "WORKPATH": "work",
        },
    )
    named = dict(calls)
    assert named["EXE"]["name"] == named["COLLECT"]["name"] == "labormeter"
    assert ("BUNDLE" in named) is (path.stem == "macos")
    pictured = {word for word, said in calls if said.get("icon") == "labormeter.png"}
    assert pictured == {"linux": set(), "macos": {"BUNDLE"}, "windows": {"EXE"}}[path.stem]


def test_what_is_started_exists() -> None:
    assert (FREEZE / collected.START).exists()
    for name in (*collected.PACKAGES, *collected.HIDDEN):
        assert importlib.util.find_spec(name) is not None, name


def test_qts_modules_are_those_that_the_window_uses() -> None:
    used = {
        name.split(".")[1]
        for folder in FOLDERS
        for name in imported(folder)
        if name.startswith("PySide6.Qt")
    }
    assert used <= set(collected.QT)
    assert set(collected.QT) - used == {"QtDBus", "QtOpenGL", "QtOpenGLWidgets"}
    assert not {f"PySide6.{name}" for name in collected.QT} & set(collected.EXCLUDED)


def test_nothing_is_left_out_that_we_import() -> None:
    for folder in FOLDERS:
        for name in imported(folder):
            for left in {*collected.EXCLUDED} - {*collected.RESEARCH}:
                assert name != left, name
                assert not name.startswith(f"{left}."), name


def test_what_is_left_to_research_is_that_extra() -> None:
    said = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extra = {re.split(r"[\[<>=-]", line)[0] for line in said["optional-dependencies"]["research"]}
    assert extra == set(collected.RESEARCH) - {"pyspark"}
    shipped = [*said["dependencies"], *said["optional-dependencies"]["capture"]]
    assert not extra & {re.split(r"[\[<>=-]", line)[0] for line in shipped}


def test_no_redirector_is_carried() -> None:
    assert set(frozen.REDIRECTORS.values()) == set(collected.REDIRECTORS)
    assert set(collected.REDIRECTORS) <= set(collected.EXCLUDED)
    for place in (
        "mitmproxy_windows\\WinDivert64.sys",
        "mitmproxy_windows/windows-redirector.exe",
        "WinDivert.dll",
        "mitmproxy_macos/Mitmproxy Redirector.app.tar",
        "mitmproxy-linux-redirector",
    ):
        assert not collected.kept_binary(place), place
        assert not collected.kept_data(place), place


@pytest.mark.parametrize(
    ("place", "kept"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6\\plugins\\platforms\\qwindows.dll", True),
        ("PySide6/Qt/plugins/platforms/libqcocoa.dylib", True),
        ("PySide6/Qt/plugins/iconengines/libqsvgicon.so", True),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("PySide6/Qt/plugins/sqldrivers/libqsqlite.so", False),
        ("PySide6/Qt/lib/libQt6Core.so.6", True),
        ("PySide6/Qt/lib/libQt6EglFSDeviceIntegration.so.6", False),
        ("numpy/_core/_multiarray_umath.so", True),
    ],
)
def test_of_qts_plugins_those_named_are_kept(place: str, *, kept: bool) -> None:
    assert collected.kept_binary(place) is kept


@pytest.mark.parametrize(
    ("place", "source", "kept"),
    [
        ("libssl.so.3", "/usr/lib/x86_64-linux-gnu/libssl.so.3", True),
        ("libX11.so.6", "/usr/lib/x86_64-linux-gnu/libX11.so.6", False),
        ("libstdc++.so.6", "/lib/x86_64-linux-gnu/libstdc++.so.6", False),
        ("libglib-2.0.so.0", "/lib/x86_64-linux-gnu/libglib-2.0.so.0", False),
        ("libpython3.13.so.1.0", "/opt/python/lib/libpython3.13.so.1.0", True),
        ("libQt6Core.so.6", "/x/lib/python3.13/site-packages/PySide6/Qt/lib/libQt6Core.so.6", True),
        ("python3.13/lib-dynload/_ssl.so", "/usr/lib/python3.13/lib-dynload/_ssl.so", True),
    ],
)
def test_of_the_systems_libraries_the_interpreters_are_carried(
    place: str, source: str, *, kept: bool
) -> None:
    assert collected.kept_library(place, source) is kept


def test_translations_of_qt_are_those_of_our_languages() -> None:
    assert collected.LANGUAGES == LANGUAGES
    folder = "PySide6/Qt/translations"
    assert collected.kept_data(f"{folder}/qtbase_fr.qm")
    assert not collected.kept_data(f"{folder}/qtbase_de.qm")
    assert not collected.kept_data(f"{folder}/assistant_fr.qm")
    assert collected.kept_data("labormeter_ui/translations/labormeter_fr.qm")
