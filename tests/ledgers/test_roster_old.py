import shutil

import pytest
from make_roster_faults import DATA
from roster_book import codes, id_number

from surveytool.ledgers.roster import read_roster

OLD = DATA / "roster-old.xls"  # made once with xlwt: a title line, dates, numbers


@pytest.mark.parametrize("name", ["花名册.xls", "花名册.et", "花名册.xlsx", "花名册"])
def test_an_old_workbook_is_read_whatever_it_is_called(tmp_path, name):
    path = tmp_path / name
    shutil.copy(OLD, path)
    roster = read_roster(path)
    [household] = roster.households
    head, other = household.persons
    assert head.get("id_number") == id_number(1)
    assert head.get("birth") == "1982-09-04"
    assert other.get("id_original") == "621202198209040000"
    assert household.get("phone") == "13800000001"
    assert codes(roster) == {"roster.digits_lost"}
