from typing import Any

import pytest
from roster_book import TITLES, Book, member

from surveytool.ledgers.people import Roster


@pytest.fixture
def book(tmp_path):
    return Book(tmp_path / "花名册 副本.xlsx")


@pytest.fixture
def read_one(book):
    """Read a file with one person whose cells are given."""

    def read(**cells: Any) -> Roster:
        titles = [*TITLES, *(title for title in cells if title not in TITLES)]
        book.sheet([member(**cells)], titles=titles)
        return book.read()

    return read
