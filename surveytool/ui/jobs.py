"""Two verbs: ask (read, then show) and do (change, then tell everyone).

All work runs on one thread, which owns the store's connection; so the order is
kept and no lock is needed. Results come back on the screen's thread.
"""

from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from surveytool.domain.refusal import Refusal
from surveytool.ui.changed import EVERYTHING, Changed
from surveytool.ui.collecting import Collector

Then = Callable[[Any], object]
Refused = Callable[[Refusal], object]


@dataclass(frozen=True, slots=True, eq=False)
class _Job:
    # Kept so that what the work holds (a page, perhaps) never dies on the worker.
    work: Callable[[], Any]
    future: Future[Any]
    then: Then | None
    refused: Refused | None
    by: object
    touches: Changed | None
    only: Hashable


class Jobs(QObject):
    """One worker thread and one signal for everything that changed."""

    changed = Signal(object, object)
    refused = Signal(object)
    failed = Signal(object)
    busy = Signal(bool)
    _back = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        Collector(self)
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="work")
        self._latest: dict[Hashable, _Job] = {}
        self._waiting = 0
        self._back.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def ask(
        self,
        work: Callable[[], Any],
        then: Then,
        *,
        only: Hashable = None,
        refused: Refused | None = None,
    ) -> None:
        """Read on the worker, then show; ``only`` drops older unanswered asks."""
        before = self._latest.get(only) if only is not None else None
        if before is not None:
            before.future.cancel()
        self._start(work, then=then, refused=refused, only=only)

    def do(
        self,
        work: Callable[[], Any],
        then: Then | None = None,
        *,
        by: object = None,
        touches: Changed = EVERYTHING,
        refused: Refused | None = None,
    ) -> None:
        """Change on the worker, then tell everyone what was touched."""
        self._start(work, then=then, refused=refused, by=by, touches=touches)

    @property
    def is_busy(self) -> bool:
        """Whether work is waiting or under way."""
        return self._waiting > 0

    def finish(self) -> None:
        """Wait for the work under way and end the thread."""
        self._worker.shutdown(wait=True)

    def _start(
        self,
        work: Callable[[], Any],
        *,
        then: Then | None,
        refused: Refused | None,
        by: object = None,
        touches: Changed | None = None,
        only: Hashable = None,
    ) -> None:
        future = self._worker.submit(work)
        job = _Job(work, future, then, refused, by, touches, only)
        if only is not None:
            self._latest[only] = job
        self._count(1)
        job.future.add_done_callback(lambda _: self._send(job))

    def _send(self, job: _Job) -> None:
        if isValid(self):
            self._back.emit(job)

    def _show(self, job: _Job) -> None:
        self._count(-1)
        stale = job.only is not None and self._latest.get(job.only) is not job
        if stale or job.future.cancelled():
            return
        error = job.future.exception()
        if error is not None:
            self._tell(job, error)
            return
        if job.then is not None and _is_alive(job.then):
            job.then(job.future.result())
        if job.touches is not None:
            self.changed.emit(job.touches, job.by)

    def _tell(self, job: _Job, error: BaseException) -> None:
        if not isinstance(error, Refusal):
            self.failed.emit(error)
        elif job.refused is not None and _is_alive(job.refused):
            job.refused(error)
        else:
            self.refused.emit(error)

    def _count(self, step: int) -> None:
        self._waiting += step
        self.busy.emit(self._waiting > 0)


def _is_alive(then: Callable[..., object] | None) -> bool:
    """Tell whether the page that asked is still there."""
    bare = then.func if isinstance(then, partial) else then
    owner = getattr(bare, "__self__", None)
    return then is not None and (not isinstance(owner, QObject) or isValid(owner))
