import importlib.metadata
import re
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

import parts
import pytest
from hypothesis import given
from hypothesis import strategies as st
from packaging.requirements import Requirement
from parts import Part


def test_every_part_of_the_program_may_go_along() -> None:
    found = parts.found()
    assert {one.name for one in found} > {"mitmproxy", "pyside6-essentials", "pandas", "cffi"}
    assert [one.name for one in found if one.ours] == ["labormeter"]
    assert not parts.refused(found)
    assert all(one.version for one in found)


@pytest.mark.parametrize(
    ("expression", "good"),
    [
        ("MIT", True),
        ("Apache-2.0 OR BSD-3-Clause", True),
        ("LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", True),
        ("GPL-3.0-or-later WITH GCC-exception-3.1", True),
        ("(MIT OR Nonsense-1.0) AND ISC", True),
        ("GPL-2.0-only", False),
        ("MIT AND GPL-2.0-only", False),
        ("MIT AND (BSD-3-Clause", False),
        ("MIT MIT", False),
        ("MIT OR", True),  # the half that can be read is enough of a choice
        ("MIT AND", False),
        ("Proprietary", False),
        ("SSPL-1.0", False),
        ("AGPL-3.0-only", False),
        ("", False),
        ("()", False),
        (")", False),
    ],
)
def test_what_goes_along_and_what_does_not(expression: str, *, good: bool) -> None:
    assert parts.compatible(expression) is good


@given(st.text(alphabet="MITBSDORANWH()- ", max_size=40))
def test_no_expression_breaks_the_reader(expression: str) -> None:
    assert parts.compatible(expression) in {True, False}


names = st.sampled_from([*sorted(parts.COMPATIBLE), "GPL-2.0-only", "SSPL-1.0"])


@given(st.lists(names, min_size=1, max_size=4))
def test_and_binds_to_all_and_or_leaves_a_choice(chosen: list[str]) -> None:
    good = [name in parts.COMPATIBLE for name in chosen]
    assert parts.compatible(" AND ".join(chosen)) is all(good)
    assert parts.compatible(" OR ".join(chosen)) is any(good)


class Foreign(importlib.metadata.Distribution):
    """A distribution with the metadata that a test names."""

    def __init__(self, *lines: tuple[str, str], text: str = "") -> None:
        self.said = Message()
        for name, value in (("Name", "Foreign"), ("Version", "1"), *lines):
            self.said[name] = value
        self.text = text

    def read_text(self, filename: str) -> str | None:
        return self.said.as_string() if filename == "METADATA" else None

    def locate_file(self, path: object) -> Path:
        return Path(str(path))

    @property
    def files(self) -> None:
        return None


@pytest.mark.parametrize(
    ("lines", "licence"),
    [
        ([("License-Expression", "MIT"), ("License", "x")], "MIT"),
        # An expression binds, whatever else is said.
        (
            [
                ("License-Expression", "SSPL-1.0"),
                ("Classifier", "License :: OSI Approved :: MIT License"),
            ],
            "SSPL-1.0",
        ),
        ([("License", "BSD-3-Clause")], "BSD-3-Clause"),
        ([("License", "LGPL v3")], "LGPL-3.0-only"),
        ([("License", "MIT and MPL-2.0")], "MIT AND MPL-2.0"),
        (
            [
                ("License", "see file"),
                ("Classifier", "License :: OSI Approved :: Apache Software License"),
            ],
            "Apache-2.0",
        ),
        (
            [
                ("Classifier", "License :: OSI Approved :: MIT License"),
                ("Classifier", "License :: OSI Approved :: BSD License"),
            ],
            "MIT AND BSD-3-Clause",
        ),
        ([("License", "GPL-2.0-only")], ""),
        ([("Classifier", "License :: Other/Proprietary License")], ""),
        ([("License", "free for friends, MIT on Sundays")], ""),
        ([], ""),
    ],
)
def test_a_licence_is_read_from_what_a_part_says(
    lines: list[tuple[str, str]], licence: str
) -> None:
    assert parts.part(Foreign(*lines)) == Part("foreign", "1", licence)


def test_a_part_that_is_missing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "ROOT", Requirement("no-such-part-of-anything"))
    with pytest.raises(importlib.metadata.PackageNotFoundError):
        parts.found()


def test_an_unknown_licence_fails_the_build(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(parts, "found", lambda: [Part("a", "1", "MIT"), Part("b", "1", "")])
    assert parts.main() == 1
    assert capsys.readouterr().err == (
        "b is under an unknown licence: it cannot be part of labormeter.\n"
    )


def ours() -> Iterator[str]:
    yield from (name for name, _ in parts.texts(importlib.metadata.distribution("click")))


def test_the_texts_come_along() -> None:
    assert any("LICENSE" in name for name in ours())


def pins(name: str) -> dict[str, str]:
    text = (Path(__file__).parent.parent.parent / "packaging" / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([\w.-]+)==([^ ;\\]+)", text, re.MULTILINE))


def test_packages_hold_what_the_tests_ran_with() -> None:
    tested, packed = pins("constraints.txt"), pins("constraints-package.txt")
    assert len(packed) > 60
    assert {n: v for n, v in packed.items() if tested.get(n, v) != v} == {}
    # What only builds is not among what is tested; all the rest is.
    for one in parts.found():
        assert one.ours or tested.get(one.name) == packed.get(one.name), one.name
