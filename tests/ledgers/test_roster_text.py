import pytest
from roster_book import TITLES, first_person, id_number, member

from surveytool.ledgers.delimited import NotAWorkbookError
from surveytool.ledgers.roster import read_roster


def table(persons, mark=","):
    rows = [TITLES, *([str(one.get(t, "")) for t in TITLES] for one in persons)]
    return "\r\n".join(mark.join(row) for row in rows) + "\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
@pytest.mark.parametrize("mark", [",", "\t", ";"])
def test_every_encoding_and_separator(tmp_path, encoding, mark):
    path = tmp_path / "花名册.csv"
    path.write_bytes(table([member(1), member(2)], mark).encode(encoding))
    roster = read_roster(path)
    assert roster.counts.persons == 2
    assert roster.counts.households == 1
    assert first_person(roster)["id_number"] == id_number(1)


def test_rare_characters_survive_gb18030(tmp_path):
    path = tmp_path / "花名册.csv"
    path.write_bytes(table([member(1, 姓名="李𬭸")]).encode("gb18030"))
    assert first_person(read_roster(path))["full_name"] == "李𬭸"


def test_wrapped_numbers(tmp_path):
    number = id_number(1)
    path = tmp_path / "花名册.csv"
    path.write_bytes(
        table([member(1, 证件号码=f'="{number}"', 户编号='="62120000000001"')]).encode()
    )
    roster = read_roster(path)
    assert first_person(roster)["id_number"] == number
    assert roster.households[0].get("code") == "62120000000001"


def test_quoted_wrapped_numbers(tmp_path):
    number = id_number(1)
    path = tmp_path / "花名册.csv"
    written = f'"=""{number}"""'
    path.write_bytes(table([member(1, 证件号码=written)]).encode())
    assert first_person(read_roster(path))["id_number"] == number


def test_short_display_of_a_number_has_lost_its_digits(tmp_path):
    path = tmp_path / "花名册.csv"
    path.write_bytes(table([member(1, 证件号码="6.21202E+17")]).encode())
    assert read_roster(path).counts.bad_id_lost_digits == 1


def test_ragged_rows(tmp_path):
    path = tmp_path / "花名册.csv"
    lines = table([member(1), member(2)]).splitlines()
    lines[2] = ",".join(lines[2].split(",")[:12])
    path.write_text("\n".join(["明细表", *lines, "合计"]), "utf-8")
    roster = read_roster(path)
    assert (roster.counts.persons, roster.counts.footer_rows) == (2, 1)


def test_an_endless_cell_is_refused(tmp_path):
    path = tmp_path / "花名册.csv"
    path.write_text(table([member(1)]) + '"' + "x" * (2 << 20), "utf-8")
    with pytest.raises(NotAWorkbookError):
        read_roster(path)
