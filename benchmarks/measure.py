"""CPU seconds and memory of one step, each in a process of its own."""

import multiprocessing
import resource
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any


@dataclass(frozen=True)
class Cost:
    """What a step gave and took: CPU seconds, and its memory at the peak in MB.

    The memory is that above the imported program, which alone is 160 MB.
    """

    gave: Any
    seconds: float
    memory: float


def apart(work: Callable[..., Any], *given: object) -> Cost:
    """Do work in a process of its own, so that its peak memory is its own."""
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_do, args=(theirs, work, given))
    process.start()
    theirs.close()
    cost = ours.recv()
    process.join()
    return Cost(*cost)


def cpu(work: Callable[[], Any]) -> tuple[float, Any]:
    """Return the CPU seconds of some work, and what it gave."""
    began = time.process_time()
    gave = work()
    return time.process_time() - began, gave


def line(name: str, value: float, limit: float, unit: str, floor: float = 0) -> None:
    """Print a row of a table: what was measured, its limit, the ratio to a floor."""
    told = f"   {value / floor:6.2f} × floor {floor:.2f}" if floor else ""
    mark = "" if value <= limit else "   OVER"
    print(f"{name:44}{value:10.2f} {unit:4} limit {limit:7.2f}{told}{mark}", flush=True)


def _do(pipe: Connection, work: Callable[..., Any], given: tuple[object, ...]) -> None:
    began = _peak()
    seconds, gave = cpu(lambda: work(*given))
    pipe.send((gave, seconds, _peak() - began))
    pipe.close()


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
