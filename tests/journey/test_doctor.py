"""The doctor looks at a real meter, and a report made beside it tells nothing of a person."""

import json
from pathlib import Path

import pytest
from conftest import Running, labormeter
from standin import Standin

pytestmark = pytest.mark.journey


def test_a_meter_that_runs_is_in_order_and_a_report_of_it_tells_nothing_of_a_person(
    meter: Running, standin: Standin, tmp_path: Path
) -> None:
    found = {
        one["part"]: one
        for one in json.loads(labormeter(tmp_path, standin, "doctor", "--format", "json"))
    }
    assert [one for one in found.values() if one["state"] == "bad"] == []
    assert "lets nobody into this computer" in found["front door"]["sentence"]
    assert found["engine"]["sentence"] == "It meters."
    assert found["trust"]["state"] == found["PAC"]["state"] == "good"
    assert str(meter.port) in found["PAC"]["sentence"]
    labormeter(tmp_path, standin, "platforms", "add-host", "x", "canaryhost.example", "--yes")
    out = tmp_path / "report.json"
    labormeter(tmp_path, standin, "doctor", "--bundle", str(out))
    text = out.read_text(encoding="utf-8")
    assert "canary" not in text.lower()
    assert str(tmp_path) not in text
    assert str(meter.home.root) not in text
