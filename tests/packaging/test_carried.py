import json
from pathlib import Path

import carried
import collected
import parts
import pytest
from carried import Carried
from parts import Part


@pytest.fixture(autouse=True)
def loader(monkeypatch: pytest.MonkeyPatch) -> Part:
    """PyInstaller is only where packages are built."""
    made = Part("pyinstaller-loader", "6", "GPL-2.0-or-later WITH Bootloader-exception")
    monkeypatch.setattr(carried, "loader", lambda: made)
    return made


def test_each_library_that_is_carried_is_known_and_may_go_along() -> None:
    for beginning in collected.CARRIED:
        assert beginning in carried.LIBRARIES, beginning
    for _, licence, _ in [*carried.LIBRARIES.values(), *carried.INSIDE.values()]:
        assert parts.compatible(licence), licence


def test_of_the_python_parts_those_that_are_imported_are_listed(loader: Part) -> None:
    python = [
        Part("click", "8", "MIT"),
        Part("urwid", "3", "MIT"),
        Part("l", "1", "MIT", ours=True),
    ]
    build = Carried(frozenset({"click", "labormeter_ui", "sys"}), ())
    assert {one.name for one in carried.of(build, python)} >= {"click", "l", loader.name}
    assert "urwid" not in {one.name for one in carried.of(build, python)}


def test_what_is_collected_without_being_required_is_listed_all_the_same() -> None:
    build = Carried(frozenset({"hypothesis"}), ())
    assert "hypothesis" in {one.name for one in carried.of(build, [])}


def test_libraries_are_known_by_their_names() -> None:
    libraries = (
        ("libssl.so.3", "/usr/lib/libssl.so.3"),
        ("libpython3.13.so.1.0", "/opt/lib/libpython3.13.so.1.0"),
        ("libQt6Core.so.6", "/x/site-packages/PySide6/Qt/lib/libQt6Core.so.6"),
        ("_ssl.so", "/usr/lib/python3.13/lib-dynload/_ssl.so"),
    )
    names = {one.name for one in carried.of(Carried(frozenset(), libraries), [])}
    assert names == {"openssl", "python", "qt", "pyinstaller-loader"}


@pytest.mark.parametrize(
    "where", ["/usr/lib/{}", "/x/site-packages/odd.libs/{}", "/x/site-packages/PySide6/Qt/lib/{}"]
)
def test_a_library_that_nobody_knows_is_refused(where: str) -> None:
    name = "libsecret-sauce.so.1"
    build = Carried(frozenset(), ((name, where.format(name)),))
    assert [one.name for one in parts.refused(carried.of(build, []))] == [name]


def test_a_module_of_a_wheel_belongs_to_that_wheel() -> None:
    place = "/x/site-packages/numpy/_core/_multiarray_umath.so"
    build = Carried(frozenset(), (("_multiarray_umath.so", place),))
    assert [one.name for one in carried.of(build, [])] == ["pyinstaller-loader"]


def test_what_comes_twice_is_listed_once_with_the_version_that_is_known() -> None:
    licence = "BSD-3-Clause OR GPL-2.0-only"
    twice = [Part("zstd", "", licence), Part("zstd", "1.5", licence), Part("a", "", "")]
    assert carried._once(twice) == [Part("a", "", ""), Part("zstd", "1.5", licence)]


def test_what_was_written_down_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "carried.json"
    path.write_text(json.dumps({"modules": ["a"], "libraries": [["b", "/c"]]}), encoding="utf-8")
    assert carried.read(path) == Carried(frozenset({"a"}), (("b", "/c"),))
