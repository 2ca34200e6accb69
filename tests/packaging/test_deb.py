import gzip
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import deb
import pytest

from labormeter import __version__, autostart

AT = datetime(2026, 11, 25, tzinfo=UTC)
HERE = Path(__file__).parent.parent.parent / "packaging"

pytestmark = pytest.mark.skipif(bool(deb.missing()), reason=deb.missing())


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package of a frozen build that is one small program."""
    work = tmp_path_factory.mktemp("deb")
    frozen, bill = work / "frozen", work / "bill"
    (frozen / "_internal").mkdir(parents=True)
    program = shutil.which("true")
    assert program
    shutil.copy(program, frozen / "labormeter")
    (frozen / "_internal/libx.so").write_bytes(b"no library")
    (frozen / "_internal/liby.so").symlink_to("libx.so")
    (bill / "licences/click").mkdir(parents=True)
    (bill / "licences/click/LICENSE").write_text("MIT", encoding="utf-8")
    (bill / "LICENCES").write_text("click", encoding="utf-8")
    (bill / "labormeter.cdx.json").write_text("{}", encoding="utf-8")
    return deb.build(frozen, bill, work / "out", AT)


@pytest.fixture(scope="module")
def laid_out(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("root")
    subprocess.run(["dpkg-deb", "-x", str(package), str(root)], check=True)
    return root


def control(package: Path) -> dict[str, str]:
    said = subprocess.run(
        ["dpkg-deb", "-f", str(package)], capture_output=True, text=True, check=True
    )
    return dict(re.findall(r"^([A-Z][\w-]+): (.*)$", said.stdout, re.MULTILINE))


def test_its_control_file_says_what_it_needs(package: Path) -> None:
    said = control(package)
    assert said["Package"] == "labormeter"
    assert re.match(r"\d+\.\d+\.\d+-1$", said["Version"])
    needs = said["Depends"].split(", ")
    assert any(re.match(r"libc6 \(>= 2\.\d+\)$", one) for one in needs)
    assert "libegl1" in needs
    assert "python" not in said["Depends"]


def test_each_file_lies_where_a_desktop_looks(laid_out: Path) -> None:
    link = laid_out / "usr/bin/labormeter"
    assert link.is_symlink()
    assert link.resolve() == (laid_out / "usr/lib/labormeter/labormeter").resolve()
    for place in (
        "applications/labormeter.desktop",
        "metainfo/org.labormeter.labormeter.metainfo.xml",
        "man/man1/labormeter.1.gz",
        "icons/hicolor/scalable/apps/labormeter.svg",
        "icons/hicolor/256x256/apps/labormeter.png",
        "doc/labormeter/copyright",
        "doc/labormeter/changelog.Debian.gz",
        "doc/labormeter/LICENCES",
        "doc/labormeter/labormeter.cdx.json",
        "doc/labormeter/licences/click/LICENSE",
    ):
        assert (laid_out / "usr/share" / place).stat().st_size > 0, place


def test_the_unit_is_there_and_not_enabled(laid_out: Path) -> None:
    unit = (laid_out / "usr/lib/systemd/user/labormeter.service").read_text(encoding="utf-8")
    assert 'ExecStart="/usr/bin/labormeter" "meter"' in unit
    plain = unit.replace("Documentation=man:labormeter(1)\n", "")
    assert plain == autostart.unit(["/usr/bin/labormeter", "meter"])
    assert not [path for path in laid_out.rglob("*") if "wants" in path.name]
    assert not (laid_out / "etc").exists()


def test_it_does_nothing_when_it_is_installed_or_taken_away(package: Path) -> None:
    said = subprocess.run(
        ["dpkg-deb", "-I", str(package)], capture_output=True, text=True, check=True
    )
    assert not re.search(r"\b(?:pre|post)(?:inst|rm)\b", said.stdout)


def test_only_root_writes_and_everybody_reads(package: Path) -> None:
    listed = subprocess.run(
        ["dpkg-deb", "-c", str(package)], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    for line in listed:
        mode, owner = line.split()[:2]
        assert owner == "root/root", line
        assert re.match(r"drwxr-xr-x|-rw-r--r--|-rwxr-xr-x|lrwxrwxrwx", mode), line
    programs = [line for line in listed if line.startswith("-rwx")]
    assert len(programs) == 1
    assert programs[0].endswith("usr/lib/labormeter/labormeter")


def test_checksums_are_those_of_the_files(package: Path, laid_out: Path, tmp_path: Path) -> None:
    subprocess.run(["dpkg-deb", "-e", str(package), str(tmp_path)], check=True)
    listed = (tmp_path / "md5sums").read_text(encoding="utf-8")
    assert "usr/lib/labormeter/labormeter" in listed
    subprocess.run(["md5sum", "--check", "--quiet", tmp_path / "md5sums"], cwd=laid_out, check=True)


def test_the_change_log_of_the_program_comes_along(laid_out: Path) -> None:
    packed = (laid_out / "usr/share/doc/labormeter/changelog.gz").read_bytes()
    assert gzip.decompress(packed).startswith(b"# Changelog")


@pytest.mark.parametrize("name", ["control", "org.labormeter.labormeter.metainfo.xml"])
def test_a_word_that_nobody_fills_in_stops_the_build(name: str) -> None:
    with pytest.raises(ValueError, match="nobody fills in"):
        deb.filled(name, {})


def test_a_library_that_no_package_owns_stops_the_build(tmp_path: Path) -> None:
    stray = tmp_path / "libstray.so.1"
    stray.touch()
    with pytest.raises(KeyError):
        deb.owner(str(stray))


@pytest.mark.skipif(sys.platform != "linux", reason="ELF")
def test_what_a_folder_carries_is_not_asked_of_the_system(tmp_path: Path) -> None:
    program = shutil.which("true")
    assert program
    shutil.copy(program, tmp_path / "true")
    assert deb.needed(tmp_path) == {"libc.so.6"}
    (tmp_path / "libc.so.6").touch()
    assert deb.needed(tmp_path) == set()


@pytest.mark.skipif(shutil.which("appstreamcli") is None, reason="no appstreamcli here")
def test_the_software_centre_can_read_about_it(laid_out: Path) -> None:
    path = laid_out / "usr/share/metainfo/org.labormeter.labormeter.metainfo.xml"
    line = ["appstreamcli", "validate", "--no-net", str(path)]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="not installed here")
def test_the_menu_can_read_its_entry() -> None:
    subprocess.run(["desktop-file-validate", HERE / "debian/labormeter.desktop"], check=True)


def test_the_readme_names_the_files_of_this_version() -> None:
    text = (HERE.parent / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"labormeter[-_](\d+\.\d+\.\d+)", text))
    assert named == {__version__}
