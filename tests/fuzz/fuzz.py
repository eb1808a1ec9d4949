"""Fuzz one target, guided by coverage; what is new is kept among the seeds.

    python tests/fuzz/fuzz.py TARGET SECONDS [--corpus DIR]

Needs atheris, which is no part of the requirements: without it this says so.
"""

import argparse
import importlib
import sys
from pathlib import Path

ROOMS = ("surveytool.sync", "surveytool.domain", "fuzz_targets")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("target")
    arguments.add_argument("seconds", type=int)
    arguments.add_argument("--corpus", type=Path)
    given = arguments.parse_args()
    here = Path(__file__).parent
    sys.path[:0] = [str(here), str(here.parents[1])]
    try:
        atheris = importlib.import_module("atheris")
    except ImportError:
        print("atheris is not installed: only the kept seeds are replayed")  # noqa: T201
        return
    with atheris.instrument_imports(include=list(ROOMS)):
        targets = importlib.import_module("fuzz_targets")
    target = targets.TARGETS[given.target]
    seeds = targets.SEEDS / given.target
    corpus = given.corpus or seeds
    for folder in (corpus, seeds):
        folder.mkdir(parents=True, exist_ok=True)

    def one(data):
        targets.refused(target, data)

    options = [f"-max_total_time={given.seconds}", "-max_len=8192", "-timeout=20"]
    options += [f"-dict={here / 'words.dict'}"]
    atheris.Setup([sys.argv[0], str(corpus), str(seeds), *options], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
