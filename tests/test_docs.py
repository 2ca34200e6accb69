"""Documentation is checked like code."""

import re
from pathlib import Path

import click
import pytest

from labormeter.cli.main import VERBS, cli
from labormeter.settings import SETTINGS
from labormeter.study import fields

ROOT = Path(__file__).parent.parent
PAGES = [
    *(ROOT / name for name in ("README.md", "ARCHITECTURE.md", "CHANGELOG.md")),
    *sorted((ROOT / "docs").glob("*.md")),
]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def command(verb: str) -> click.Command:
    found = cli.get_command(click.Context(cli), verb)
    assert found is not None
    return found


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_each_verb_is_in_the_readme_and_explains_itself(verb: str) -> None:
    assert f"`labormeter {verb}" in README
    assert command(verb).help


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_each_part_of_a_group_is_in_the_readme(verb: str) -> None:
    found = command(verb)
    row = next(line for line in README.splitlines() if line.startswith(f"| `labormeter {verb}"))
    for part in found.commands if isinstance(found, click.Group) else ():
        assert re.search(rf"\b{part}\b", row), f"{verb} {part}"


def test_no_verb_is_in_the_readme_that_is_not_there() -> None:
    assert set(re.findall(r"^\| `labormeter ([a-z]+)", README, re.MULTILINE)) == set(VERBS)


def settings_table() -> str:
    rows = ["| setting | default | what it is |", "|---|---|---|"]
    for setting in SETTINGS:
        default = setting.default if setting.default not in ("", []) else "-"
        text = str(default).lower() if isinstance(default, bool) else str(default)
        choices = f" One of {', '.join(setting.choices)}." if setting.choices else ""
        rows.append(f"| `{setting.name}` | {text} | {setting.help}{choices} |")
    return "\n".join(rows)


def test_the_settings_are_in_the_readme_as_declared() -> None:
    between = README.split("<!-- settings -->\n")[1].split("\n<!-- /settings -->")[0]
    assert between == settings_table()


def fields_table() -> str:
    rows = ["| field | what it is |", "|---|---|"]
    for field in fields.FIELDS:
        choices = f" One of {', '.join(field.choices)}." if field.kind == "choice" else ""
        free = "" if field.required else " *May be left out.*"
        rows.append(f"| `{field.name}` | {field.says}{choices}{free} |")
    return "\n".join(rows)


def test_the_fields_of_a_study_are_in_its_page_as_declared() -> None:
    page = (ROOT / "docs" / "studies.md").read_text(encoding="utf-8")
    between = page.split("<!-- fields -->\n")[1].split("\n<!-- /fields -->")[0]
    assert between == fields_table()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        if not target.startswith(("http://", "https://", "#")):
            assert (page.parent / target.split("#")[0]).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_tests_that_a_page_names_exist(page: Path) -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", page.read_text(encoding="utf-8"))
    for path, test in named:
        source = (ROOT / path).read_text(encoding="utf-8")
        assert re.search(rf"^(?:async )?def {test}\(", source, re.MULTILINE), f"{path}::{test}"


def test_each_claim_against_an_attacker_names_its_proof() -> None:
    page = (ROOT / "docs/threat-model.md").read_text(encoding="utf-8")
    for section in page.split("\n## ")[2:]:
        title = section.split("\n")[0]
        assert "::test_" in section, title
