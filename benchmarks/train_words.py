"""Train what new workspaces compress their changes against.

    python -m benchmarks.train_words

Writes resources/journal/words.zdict from the demo county's changes: fictional
people only. Files keep the words they were made with, so it may be made anew.
"""

import zstandard

from benchmarks.made import county as other_county
from surveytool.store.packing import LEVEL, WORDS, Packing
from surveytool.tasks.demo.county import county
from surveytool.tasks.demo.scale import SCALES

SIZE = 16_384
BIRTH = 1500


def main() -> None:
    """Train, write, and print how small that makes changes it has not seen."""
    bodies = [one.body() for one in county(SCALES["demo"], "6f1c0d5e2b7a4c3d")]
    births = [one for one in bodies if len(one) > BIRTH]
    edits = [one for one in bodies if len(one) <= BIRTH]
    samples = births[:BIRTH] + edits[::2]
    words = zstandard.train_dictionary(SIZE, samples, level=LEVEL)
    WORDS.write_bytes(words.as_bytes())
    packing = Packing(words.as_bytes())
    others = [one.body() for one in other_county(1)]
    for name, some in (("edits", edits[1::2]), ("another county", others)):
        before, after = sum(map(len, some)), sum(len(packing.pack(one)) for one in some)
        print(f"{name:20}{before:12,} bytes to {after:10,}   {after / before:.1%}")


if __name__ == "__main__":
    main()
