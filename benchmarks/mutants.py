"""Which mutants of the shipped packs survive their cases: all of them, one after the other.

    python -m benchmarks.mutants            every pack
    python -m benchmarks.mutants x reddit   some

Exits with 1 where one survives. The tests try the same mutants, pack by pack.
"""

from __future__ import annotations

import sys
import time

from labormeter.rules.load import shipped
from labormeter.rules.mutate import mutants, survives


def main(chosen: list[str]) -> int:
    """Try every mutant and print those that survive."""
    alive = tried = 0
    began = time.perf_counter()
    for pack in shipped().platforms:
        if chosen and pack.platform not in chosen:
            continue
        for mutant in mutants(pack):
            tried += 1
            if survives(mutant):
                alive += 1
                print(f"survives: {mutant.label}", flush=True)
    print(f"{tried} mutants, {alive} survive, {time.perf_counter() - began:.0f} s")
    return 1 if alive else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
