import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from labormeter import roles
from labormeter.ledger import file, migrating

LOADED = """
import sys
from labormeter.ledger import migrating
sys.argv = ["", sys.argv[1]]
code = migrating.main()
print(code, sorted({"pandas", "numpy"} & {name for name, found in sys.modules.items() if found}))
"""


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def test_the_role_makes_a_ledger_and_says_nothing(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    for _ in range(2):
        child = run(*roles.command("schema", str(path)))
        assert (child.returncode, child.stdout, child.stderr) == (0, "", "")
    with closing(file.read_only(path)) as connection:
        assert file.recorded(connection) == file.MIGRATIONS


def test_it_loads_no_pandas(tmp_path: Path) -> None:
    found = run(sys.executable, "-c", LOADED, str(tmp_path / "ledger.db"))
    assert found.stdout.split(maxsplit=1) == ["0", "[]\n"], found.stderr


@pytest.mark.parametrize(
    ("content", "reason"), [(None, "gone"), (b"rubbish" * 999, "damaged")], ids=["none", "rubbish"]
)
def test_it_says_why_it_could_not(tmp_path: Path, content: bytes | None, reason: str) -> None:
    path = tmp_path / ("ledger.db" if content else "none/ledger.db")
    if content:
        path.write_bytes(content)
    child = run(*roles.command("schema", str(path)))
    assert (child.returncode, child.stdout) == (migrating.EXIT, reason)
