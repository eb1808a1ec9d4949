import subprocess
import sys

PROGRAM = """
from surveytool.ui.constants import keep_constants
keep_constants()
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

class Bell(QObject):
    rung = Signal(bool)

application = QApplication([])
bell, widget = Bell(), QWidget()
for _ in range(30_000):
    bell.rung.emit(True)
    widget.setEnabled(False)
print("alive")
"""


def test_the_interpreter_outlives_many_calls_of_qt():
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == "alive", done.stderr
    assert done.returncode == 0
