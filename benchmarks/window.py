"""How fast the window opens, with a ledger of a million acts and with an empty one.

    python -m benchmarks.window [ACTS] [SECONDS]

Prints the median start to the first painted figure of both and their ratio (met at 1.3), and for
the big ledger how late an act shows, what the window costs while nothing happens, the memory, how
long drawing takes while a chart of ten years is moved, and how long the window's loop is held up
while 500 acts a second are appended for SECONDS (10; the issue asks for 60).
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import psutil

from labormeter.home import Home
from labormeter.ledger.log import Log
from labormeter.testing import act

if TYPE_CHECKING:
    from collections.abc import Callable

    from labormeter.model import Act

ACTS: Final = 1_000_000
DAYS: Final = 3650
RUNS: Final = 7
LIMIT: Final = 1.3
"""Start with the big ledger against start with an empty one."""
IDLE: Final = 20.0
"""Seconds for which the idle window is watched, once it has come to rest."""
BUSY: Final = 10.0
"""Seconds of 500 acts each."""
BATCH: Final = 25
STALL: Final = 0.05
"""Seconds that the window's loop may be held up at most."""


def main(given: list[str]) -> int:
    """Measure, print, and say whether the limit is met."""
    count = int(given[0]) if given else ACTS
    with tempfile.TemporaryDirectory() as folder:
        empty, big = (Home(Path(folder) / name).create() for name in ("empty", "big"))
        Log.open(empty, now=_now()).close()
        _fill(big, count)
        starts: dict[str, list[float]] = {"empty": [], "big": []}
        for _ in range(RUNS):
            for name, home in (("empty", empty), ("big", big)):
                starts[name].append(_child(home, "start")["first_figure"])
        worn = _child(big, "wear") | _child(big, "busy", given[1] if len(given) > 1 else str(BUSY))
    small, large = (statistics.median(starts[name]) for name in ("empty", "big"))
    print(f"start to first painted figure, empty ledger   {small:6.2f} s")
    print(f"start to first painted figure, {count:>9,} acts {large:6.2f} s")
    print(f"ratio                                         {large / small:6.2f}    limit {LIMIT}")
    for name, value in worn.items():
        print(f"{name:45} {value}")
    return 0 if large / small <= LIMIT else 1


def _now() -> int:
    return time.time_ns() // 1000


def _fill(home: Home, count: int) -> None:
    from labormeter_ui import synthetic, tail  # noqa: PLC0415 - needs Qt, as only this part does

    now = _now()
    synthetic.fill(home, now=now, offset=tail.offset(now), days=DAYS, a_day=count // DAYS)


def _child(home: Home, what: str, *more: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.window", what, str(home.root), *more],
        env=os.environ | {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")},
        capture_output=True,
        check=True,
        text=True,
    )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def child(what: str, folder: str, seconds: str = "0") -> None:
    """Open the window of a home, measure from the inside, and print what was found."""
    from PySide6.QtTest import QTest  # noqa: PLC0415 - only the child needs Qt

    from labormeter_ui import app, rest  # noqa: PLC0415

    began = psutil.Process().create_time()
    program = app.application()
    opened, resting = app.opened(program, Home(Path(folder)), meters=False, tray=False)
    seen: list[float] = []
    opened.tail.seen.connect(lambda _picture: seen.append(time.time()))
    opened.start()
    _until(program, lambda: bool(seen))
    opened.window.repaint()
    program.processEvents()
    first = time.time() - began
    found: dict[str, Any] = {"first_figure": first}
    if what == "wear":
        QTest.qWait(rest.AWAKE + 1500)
        found = _worn(program, opened)
    if what == "busy":
        QTest.qWait(rest.AWAKE + 1500)
        found = _busy(opened, float(seconds))
    print(json.dumps(found))
    opened.close()
    resting.close()


def _worn(program: Any, opened: Any) -> dict[str, Any]:  # noqa: ANN401 - Qt is imported late
    from PySide6.QtCore import QEventLoop, QTimer  # noqa: PLC0415

    late = sorted(_shown(program, opened) for _ in range(40))
    process = psutil.Process()
    loop = QEventLoop()
    QTimer.singleShot(int(IDLE * 1000), loop.quit)
    process.cpu_percent()
    loop.exec()
    idle = process.cpu_percent()
    frames = _frames(program, opened)
    return {
        "an act shows after, median": f"{1000 * statistics.median(late):6.0f} ms",
        "an act shows after, p95": f"{1000 * late[int(0.95 * len(late))]:6.0f} ms",
        "idle CPU of one core": f"{idle:6.1f} %",
        "memory": f"{process.memory_info().rss / 2**20:6.0f} MB",
        "ten years moved, one frame, median": f"{1000 * statistics.median(frames):6.1f} ms",
        "ten years moved, one frame, worst": f"{1000 * max(frames):6.1f} ms",
    }


def _busy(opened: Any, seconds: float) -> dict[str, Any]:  # noqa: ANN401 - Qt is imported late
    """Append 500 acts a second from another process and see how late a timer of 5 ms is."""
    from PySide6.QtCore import QEventLoop, Qt, QTimer  # noqa: PLC0415

    home = str(opened.home.root)
    line = [sys.executable, "-m", "benchmarks.window", "append", home, str(seconds)]
    late: list[float] = []
    last = [time.perf_counter()]

    def tick() -> None:
        now = time.perf_counter()
        late.append(now - last[0] - 0.005)
        last[0] = now

    timer, loop = QTimer(), QEventLoop()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    timer.start(5)
    QTimer.singleShot(int(1000 * (seconds + 1)), loop.quit)
    with subprocess.Popen(line):
        loop.exec()
    late.sort()
    return {
        "500 acts a second, loop held up, p99": f"{1000 * late[int(0.99 * len(late))]:6.0f} ms",
        "500 acts a second, loop held up, worst": f"{1000 * late[-1]:6.0f} ms",
        f"held up longer than {1000 * STALL:.0f} ms": f"{sum(one > STALL for one in late):6} times",
    }


def append(folder: str, seconds: str) -> None:
    """Append 500 acts a second to a home, evenly."""
    end = due = time.monotonic()
    end += float(seconds)
    with Log.open(Home(Path(folder)), now=_now()) as log:
        while due < end:
            log.append([_act(place) for place in range(BATCH)])
            due += BATCH / 500
            time.sleep(max(0.0, due - time.monotonic()))


def _act(place: int) -> Act:
    name = ("x", "reddit", "instagram")[place % 3]
    return act(id=uuid.uuid4().hex, platform=name, rule=f"{name}:like", occurred_at=_now())


def _shown(program: Any, opened: Any) -> float:  # noqa: ANN401 - Qt is imported late
    """Append an act by another connection and return how long it took to be on the page."""
    page = opened.window.today_page.feed
    with Log.open(opened.home, now=_now()) as log:
        new = act(platform="x", rule="x:like", occurred_at=_now() + 3_600_000_000)
        began = time.perf_counter()
        log.append([new])
        _until(program, lambda: page.presenter.acts[:1] and new in page.presenter.acts)
        page.list.repaint()
    return time.perf_counter() - began


def _frames(program: Any, opened: Any) -> list[float]:  # noqa: ANN401 - Qt is imported late
    from labormeter_ui.presenters.charts import Choice  # noqa: PLC0415

    charts = opened.presenters.charts
    opened.window.shell.turn("charts")
    charts.choose(Choice(reach="all", bucket="week"))
    _until(program, lambda: not charts.reading)
    view = opened.window.charts.chart.plot
    first = charts.days.state.bars[0].start
    frames = []
    for step in range(60):
        began = time.perf_counter()
        view.setXRange(first + step * 20, first + 1200 + step * 20, padding=0)
        view.viewport().repaint()
        program.processEvents()
        frames.append(time.perf_counter() - began)
    return frames


def _until(program: Any, ready: Callable[[], object], patience: float = 30.0) -> None:  # noqa: ANN401 - Qt is imported late
    """Let the window work until something is so."""
    until = time.monotonic() + patience
    while not ready():
        program.processEvents()
        time.sleep(0.001)
        if time.monotonic() > until:
            raise TimeoutError


if __name__ == "__main__":
    if sys.argv[1:2] in (["start"], ["wear"], ["busy"]):
        child(*sys.argv[1:4])
    elif sys.argv[1:2] == ["append"]:
        append(*sys.argv[2:4])
    else:
        sys.exit(main(sys.argv[1:]))
