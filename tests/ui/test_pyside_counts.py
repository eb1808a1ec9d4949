import sys

import pytest
from PySide6.QtWidgets import QWidget

CALLS = 1000


@pytest.mark.parametrize("constant", [None, True, False])
def test_qt_counts_references_to_constants(qtbot, constant):
    """Decision 0004: PySide6 6.12 on Python 3.11 loses one a call."""
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(constant)
    for _ in range(CALLS):
        widget.setVisible(False)
    assert before - sys.getrefcount(constant) < CALLS // 2
