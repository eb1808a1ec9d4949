"""Collects Python's cyclic garbage on the screen's thread and nowhere else."""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 200


class Collector(QObject):
    """Takes the collecting over from Python, as long as the process lives.

    Python collects on whichever thread happens to allocate. A window in a cycle
    would then be destroyed by the worker, and Qt ends the program for it (seen as
    "Segmentation fault ... Garbage-collecting" under a screening job).
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.timeout.connect(collect_due)
        timer.start(EVERY_MS)


def collect_due() -> None:
    """Collect the oldest generation that is due, by Python's own thresholds."""
    for generation in (2, 1, 0):
        threshold = gc.get_threshold()[generation]
        if threshold and gc.get_count()[generation] > threshold:
            gc.collect(generation)
            return
