"""What stands for another room's page, and how a test waits for the worker."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget


class SurveyDouble(QWidget):
    """A page of the survey room: it closes, and may ask to stay."""

    closed = Signal()

    def __init__(self, screen, household, form):
        super().__init__()
        self.screen, self.household, self.form, self.stays = (
            screen,
            household,
            form,
            False,
        )
        layout = QVBoxLayout()
        layout.addWidget(QLabel(form))
        self.setLayout(layout)

    def may_leave(self):
        return not self.stays


def rest(qtbot, jobs):
    """Wait until the worker and the pauses of the screen are over."""
    for _ in range(3):
        qtbot.wait(70)
        qtbot.waitUntil(lambda: not jobs.is_busy, timeout=15000)
