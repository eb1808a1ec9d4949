"""The mistakes of SYNC.md that the store could make, each by one changed line.

Those of the exchange (receipts, wants, echoes) are in tests/sync/mutants.py.
"""

import inspect
import sys
from contextlib import contextmanager

from surveytool.domain import merge
from surveytool.store import batch, entering, feed, opened, sight, standing, writing


@contextmanager
def mutated(function, old, new):
    """Let one line of a function read otherwise, for everyone who calls it."""
    function = getattr(function, "fget", getattr(function, "__func__", function))
    module = sys.modules[function.__module__]
    source = inspect.getsource(module)
    body = inspect.getsource(function)
    assert body.count(old) == 1, f"{old!r} is not in {function.__qualname__} once"
    changed = source.replace(body, body.replace(old, new))
    code = _code(compile(changed, module.__file__, "exec"), function.__qualname__)
    before = function.__code__
    function.__code__ = code
    try:
        yield
    finally:
        function.__code__ = before


def _code(code, path):
    for name in path.split("."):
        code = next(
            one for one in code.co_consts if inspect.iscode(one) and one.co_name == name
        )
    return code


MISTAKES = {
    "what was seen is kept as a head": (
        standing.Standing.settle,
        "if one not in seen",
        "if True",
    ),
    "another head stands on each computer": (
        merge.standing,
        "values[min(values)]",
        "values[next(iter(values))]",
    ),
    "the same value twice is a conflict": (
        merge.is_conflict,
        "len(set(values)) > 1",
        "len(list(values)) > 1",
    ),
    "deleting against editing is no conflict": (
        standing.Standing.unseen_by_deletion,
        "if change not in known",
        "if False",
    ),
    "a household moves without its history": (
        feed.append_to_feeds,
        "whole = old | {after for _, after in batch.moved}",
        "whole = {after for _, after in batch.moved}",
    ),
    "rows that are there already are not looked at": (
        entering.read_batch,
        "    batch.add_family(reading.families(db, packing, batch.loaded))\n",
        "",
    ),
    "untouched fields are written too": (
        sight.Sight.change,
        "if keep_same or self.value(ref, name) != (value or None)",
        "if True",
    ),
    "a removal has seen its own field alone": (
        sight.Sight._seen,  # noqa: SLF001 - the very line
        "(self.heads.get(ref, {}) if GONE in values else values)",
        "values",
    ),
    "identifiers pass through a float": (
        standing.Standing.new,
        "fields=dict(values)",
        "fields={k: v and v[9:] and str(float(v)) or v for k, v in values.items()}",
    ),
    "conflicts are not written when heads change": (
        writing._write_conflicts,  # noqa: SLF001 - the very line
        "for name in sorted(one.conflicts(seen_by))",
        "for name in ()",
    ),
}

HARD_TO_FIND = {
    "a person moves without the history": (
        feed.append_to_feeds,
        "whole = old | {after for _, after in batch.moved}",
        "whole = old",
    ),
    "a late parent re-enters": (
        batch.Batch.decide,
        "later = self.awaiting.get(one.id, ())",
        "later = ()",
    ),
    "a village is not told of a dispute": (
        batch.Batch._settle,  # noqa: SLF001 - the very line
        "self.between[ref] = places | after",
        "pass",
    ),
    "a copied workspace remains the device": (
        opened.Opened.is_elsewhere,
        "!= self.host.place(self.path)",
        "is None",
    ),
}
