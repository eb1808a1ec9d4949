import shutil
from pathlib import Path

import pytest
import soak_template
from soak_history import memory


@pytest.fixture(scope="session")
def templates():
    """Empty workspaces of five offices: with all villages, and with two each."""
    folder = Path(memory())
    yield [
        soak_template.make(folder / name, overlap=overlap)
        for name, overlap in (("all", False), ("some", True))
    ]
    shutil.rmtree(folder)
