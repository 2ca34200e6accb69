"""`make bench`: every figure of docs/benchmarks.md, measured anew, each against something usual.

python -m benchmarks             all of them, one after the other
python -m benchmarks match proxy some of them
"""

import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent


def names() -> list[str]:
    """Return the benchmarks there are: a module each."""
    return sorted(path.stem for path in HERE.glob("*.py") if not path.stem.startswith("_"))


def main(chosen: list[str]) -> int:
    """Run the chosen ones in processes of their own, so that none warms another up."""
    worst = 0
    for name in chosen or names():
        began = time.monotonic()
        print(f"== {name}", flush=True)
        done = subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], check=False)
        print(f"== {name}: {time.monotonic() - began:.0f} s, exit {done.returncode}\n", flush=True)
        worst = max(worst, done.returncode)
    return worst


sys.exit(main(sys.argv[1:]))
