from collections.abc import Iterator

import pytest
from stores import Bench

from surveytool.store import Store


@pytest.fixture
def bench(tmp_path) -> Bench:
    return Bench(tmp_path)


@pytest.fixture
def store(bench) -> Iterator[Store]:
    with bench.create() as store:
        yield store
