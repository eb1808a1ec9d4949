"""Measure what the form of 500 questions takes beside the interpreter itself.

python -m benchmarks.form_memory
"""

import subprocess
import sys
from pathlib import Path

GOAL = 80  # megabytes over the interpreter's
RESIDENT = """
def resident():
    for line in open("/proc/self/status"):
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
before = resident()
"""
FILLED = """
from benchmarks.form_speed import form_xml
from surveytool.questionnaire.form import load_form
from surveytool.questionnaire.session import Session
session = Session(load_form(form_xml(500)))
for _ in range(20):
    session.add_repeat("/data/person")
session.nodes(), session.answers(), session.submission()
print(before, resident())
"""


def show() -> None:
    """Print the most memory that a new process ever held."""
    if not Path("/proc/self/status").is_file():
        print("memory: this system does not tell it by /proc")
        return
    root = Path(__file__).resolve().parent.parent
    code = RESIDENT + FILLED
    done = subprocess.run([sys.executable, "-c", code], cwd=root, check=True,
                          capture_output=True, text=True)  # fmt: skip
    before, after = map(float, done.stdout.split())
    print(
        f"{'memory of the form with 20 members':38} {after - before:8.1f} MB over the "
        f"interpreter's {before:.1f} MB   goal {GOAL} MB"
    )


if __name__ == "__main__":
    show()
