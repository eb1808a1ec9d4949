"""How the cost of a county grows with its size.

    python -m benchmarks.growth [--percent 10 30 100]

Prints every size's table, then CPU microseconds a household: a flat row is
growth in proportion.
"""

import argparse
import tempfile
from dataclasses import asdict
from pathlib import Path

from benchmarks.county import measure
from benchmarks.made import HOUSEHOLDS

SIZES = (3, 10)


def main() -> None:
    """Measure each size and print the curve."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--percent", type=int, nargs="+", default=SIZES)
    sizes = arguments.parse_args().percent
    curve = {}
    for percent in sizes:
        with tempfile.TemporaryDirectory() as folder:
            curve[percent] = asdict(measure(Path(folder), percent))
        print()
    print("µs a household".ljust(20) + "".join(f"{size:>9} %" for size in sizes))
    for name in next(iter(curve.values())):
        costs = [curve[size][name] / (HOUSEHOLDS * size // 100) * 1e6 for size in sizes]
        print(name.ljust(20) + "".join(f"{cost:11.0f}" for cost in costs))


if __name__ == "__main__":
    main()
