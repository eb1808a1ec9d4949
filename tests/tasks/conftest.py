import pytest
from offices import Region


@pytest.fixture
def region(tmp_path):
    region = Region(tmp_path)
    yield region
    region.close()
