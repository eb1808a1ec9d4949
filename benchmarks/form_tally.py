"""Counts facts that hold and fail, and prints them."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from statistics import median

KINDS = ("relevant", "required", "readonly", "value", "violation", "message", "label",
         "hint", "options", "count", "type")  # fmt: skip
Key = tuple[str, bool]


@dataclass
class Tally:
    """What was counted so far."""

    held: Counter[Key] = field(default_factory=Counter)
    all: Counter[Key] = field(default_factory=Counter)
    failing: dict[Key, list[tuple[str, object, object]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    not_loaded: list[tuple[str, str]] = field(default_factory=list)
    times: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    def fact(
        self, kind: str, where: str, *, expected: object, found: object, agreed: bool
    ) -> None:
        """Count one fact."""
        key = (kind, agreed)
        self.all[key] += 1
        if expected == found:
            self.held[key] += 1
        else:
            self.failing[key].append((where, expected, found))


def report(tally: Tally, show: str, most: int) -> None:
    """Print what was counted."""
    print(f"{'fact':12} {'agreed by two engines':>32} {'recorded by one':>32}")
    kinds = [*KINDS, "node", "final XML", "result"]
    for kind in kinds:
        print(
            f"{kind:12} {rate(tally, [kind], agreed=True):>32} "
            f"{rate(tally, [kind], agreed=False):>32}"
        )
    print(
        f"{'all':12} {rate(tally, kinds, agreed=True):>32} "
        f"{rate(tally, kinds, agreed=False):>32}"
    )
    for name, error in tally.not_loaded:
        print("NOT LOADED", name, error)
    for name, times in tally.times.items():
        times.sort()
        print(
            f"{name}: median {median(times) * 1e3:.1f} ms, "
            f"p95 {times[int(len(times) * 0.95)] * 1e3:.1f} ms, n {len(times)}"
        )
    for (kind, agreed), failures in tally.failing.items():
        if show in ("", kind):
            for where, expected, found in failures[:most]:
                print(
                    f"- {kind}{'' if agreed else ' (one)'} {where}\n"
                    f"    expected {str(expected)[:300]!r}\n"
                    f"    found    {str(found)[:300]!r}"
                )


def rate(tally: Tally, kinds: list[str], *, agreed: bool) -> str:
    """Return how many facts of some kinds hold."""
    held = sum(tally.held[kind, agreed] for kind in kinds)
    total = sum(tally.all[kind, agreed] for kind in kinds)
    return f"{held}/{total} {100 * held / total:.2f}%" if total else "-"
