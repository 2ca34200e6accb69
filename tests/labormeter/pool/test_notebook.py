from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import matplotlib as mpl
import pytest

from labormeter.pool import notebook, store
from labormeter.pool.store import Pool

mpl.use("Agg")
WEIGHTS = "country,age_band,share\nFR,,1\n"


def run(pool: Pool, weights: str = "") -> dict[str, Any]:
    """Execute the notebook's code as a kernel does, one namespace for all cells."""
    shown: list[Any] = []
    names: dict[str, Any] = {"display": lambda *values: shown.extend(values), "shown": shown}
    for kind, text in notebook.cells(pool.study.id, str(pool.root), weights):
        if kind == "code":
            exec(compile(text, "cell", "exec"), names)  # noqa: S102 - our own text
    return names


def test_the_figures_are_drawn(filled: Pool) -> None:
    names = run(filled)
    lenses, platforms, activities = names["shown"]
    assert set(lenses["lens"]) == {"worker", "buyer", "time"}
    assert set(platforms["what"]) == set(filled.study.asked.platforms)
    assert set(activities["what"]) == set(filled.study.asked.activities)
    assert (lenses["low"] <= lenses["value"]).all()
    assert (lenses["value"] <= lenses["high"]).all()
    assert len(names["plt"].get_fignums()) == 3
    names["plt"].close("all")


def test_weights_that_fit_nobody_say_so(filled: Pool, tmp_path: Path) -> None:
    (tmp_path / "w.csv").write_text(WEIGHTS)
    with pytest.raises(Exception, match="no participant"):
        run(filled, str(tmp_path / "w.csv"))


def test_the_file_is_a_notebook(filled: Pool) -> None:
    document = json.loads(notebook.write(notebook.cells("s", str(filled.root))))
    assert (document["nbformat"], document["nbformat_minor"]) == (4, 5)
    assert {cell["cell_type"] for cell in document["cells"]} == {"markdown", "code"}
    assert len({cell["id"] for cell in document["cells"]}) == len(document["cells"])
    assert "do not publish" in document["cells"][0]["source"]
    assert store.opened(filled.root).study == filled.study
