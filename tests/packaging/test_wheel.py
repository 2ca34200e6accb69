"""The wheel, built and installed outside the tree; the slow way of each installer is
`make package-test`."""

import os
import re
import signal
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import hatch_build
import pytest

ROOT = Path(__file__).parent.parent.parent
PACKAGES = {"labormeter": "src", "labormeter_addon": "addons", "labormeter_ui": "ui"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    line = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)]
    subprocess.run(line, cwd=ROOT, check=True, capture_output=True, timeout=60)
    (found,) = out.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a fresh environment that holds the wheel, and the pinned rest."""
    folder = tmp_path_factory.mktemp("fresh") / "env"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    line = [sys.executable, "-m", "pip", "--python", str(folder / "bin/python"), "install"]
    words = ["--quiet", "--no-deps", "--no-index", str(wheel)]
    subprocess.run([*line, *words], check=True, timeout=60)
    (site,) = folder.glob("lib/python3*/site-packages")
    # The rest comes from the environment of the tests, whose own links Python does not follow from
    # here: the tree stays out of sight.
    rest = next(Path(entry) for entry in sys.path if entry.endswith("site-packages"))
    (site / "rest.pth").write_text(f"{rest}\n", encoding="utf-8")
    return folder


def run(installed: Path, *words: str, home: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(installed / "bin/labormeter"), "--home", str(home), *words],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        cwd=home.parent,
        env=plain(),
    )


def plain() -> dict[str, str]:
    return {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "LABORMETER"))}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def tracked() -> Iterator[str]:
    """Yield what of the tree is to be in a wheel, as it is named there."""
    for package, top in PACKAGES.items():
        for path in (ROOT / top / package).rglob("*"):
            name = str(path.relative_to(ROOT / top))
            skipped = "__pycache__" in name or name.endswith((".ts", "translations/__main__.py"))
            if path.is_file() and not skipped:
                yield name


def test_the_wheel_holds_all_of_the_tree_and_translations_that_are_compiled(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert set(tracked()) == {name for name in names if ".dist-info/" not in name}
    for code in ("en", "fr"):
        assert f"labormeter_ui/translations/labormeter_{code}.qm" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_a_source_archive_needs_no_qt_to_become_a_wheel(tmp_path: Path) -> None:
    line = [sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", str(tmp_path)]
    subprocess.run(line, cwd=ROOT, check=True, capture_output=True, timeout=60)
    (archive,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        opened.extractall(tmp_path, filter="data")
    (root,) = (path for path in tmp_path.iterdir() if path.is_dir())
    assert hatch_build.stale(root) == []
    assert len(list((root / hatch_build.TRANSLATIONS).glob("*.qm"))) == 2
    kept = {path.name for path in root.iterdir()}
    assert kept >= {"LICENSE", "README.md", "packaging", "src", "pyproject.toml"}
    assert not kept & {".venv", ".setup", "dist", ".git"}


def test_it_runs_from_where_it_was_installed(installed: Path, home: Path) -> None:
    line = [str(installed / "bin/python"), "-c", "import labormeter; print(labormeter.__file__)"]
    where = subprocess.run(
        line, capture_output=True, text=True, check=True, cwd=home.parent, env=plain()
    )
    assert where.stdout.startswith(str(installed))
    said = run(installed, "--help", home=home)
    assert said.returncode == 0
    assert "practice" in said.stdout


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("platforms", "list"), r"^youtube "),
        (("packs", "list"), r"^instagram "),
        (("rates", "list"), r"EUR"),
        (("ledger",), r"."),
        (("doctor",), r"^good  packs "),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_a_verb_finds_its_files(
    words: tuple[str, ...], found: str, installed: Path, home: Path
) -> None:
    said = run(installed, *words, home=home)
    assert said.returncode in ({0, 1} if words == ("doctor",) else {0}), said.stderr
    assert re.search(found, said.stdout, re.MULTILINE), said.stdout


def test_a_pack_of_the_wheel_passes_its_cases(installed: Path, home: Path) -> None:
    (pack,) = installed.glob("lib/python3*/site-packages/labormeter/rules/packs/practice.toml")
    said = run(installed, "packs", "check", str(pack), home=home)
    assert said.returncode == 0, said.stdout + said.stderr


def test_it_meters_and_ends_in_good_order(installed: Path, home: Path) -> None:
    line = [str(installed / "bin/labormeter"), "--home", str(home), "meter"]
    with subprocess.Popen(
        line, stdout=subprocess.PIPE, text=True, cwd=home.parent, env=plain()
    ) as meter:
        assert meter.stdout is not None
        try:
            assert re.match(r"metering on 127\.0\.0\.1:\d+$", meter.stdout.readline())
            status = run(installed, "shift", "status", home=home).stdout
        finally:
            meter.send_signal(signal.SIGTERM)
        assert meter.wait(30) == 0
    assert "Metering is on" in status


def test_the_window_speaks_french_from_the_wheel(installed: Path, home: Path) -> None:
    script = (
        "import PySide6.QtCore as q; from labormeter_ui import language; "
        "app = q.QCoreApplication([]); language.use('fr'); "
        "print(language.compiled('fr'), q.QCoreApplication.translate('Words', 'Likes'))"
    )
    said = subprocess.run(
        [str(installed / "bin/python"), "-c", script],
        capture_output=True,
        text=True,
        check=True,
        cwd=home.parent,
        env=plain(),
    )
    assert said.stdout.startswith(str(installed))
    assert said.stdout.strip().endswith("J\u2019aime")
