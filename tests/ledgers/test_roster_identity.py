import pytest
from hypothesis import given
from hypothesis import strategies as st
from roster_book import codes, first_person, id_number

from surveytool.domain.id_number import check_digit
from surveytool.ledgers.identity import read_identity

GOOD = id_number(15)
WITH_X = next(
    number for number in (id_number(n) for n in range(1, 200)) if number[-1] == "X"
)
FULL_WIDTH = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")


@pytest.mark.parametrize(
    "written",
    [
        f" {GOOD}",
        f"{GOOD}\u00a0",
        f"'{GOOD}",
        f"’{GOOD}",
        GOOD.translate(FULL_WIDTH),
        f"{GOOD[:6]} {GOOD[6:14]} {GOOD[14:]}",
        f"{GOOD}\u200b",
        f"{GOOD}\n",
        f'="{GOOD}"',
        f"{GOOD[:6]}-{GOOD[6:]}",
    ],
)
def test_any_writing_gives_the_number_and_keeps_the_text(read_one, written):
    roster = read_one(证件号码=written)
    person = first_person(roster)
    assert person["id_number"] == GOOD
    assert person["id_original"].strip() == written.strip()
    assert roster.counts.id_normalised == 1
    assert not codes(roster)


def test_lower_case_x_is_brought_to_x(read_one):
    roster = read_one(证件号码=WITH_X.lower(), 性别="")
    assert first_person(roster)["id_number"] == WITH_X
    assert roster.counts.id_normalised == 1


def test_a_plain_number_has_no_original(read_one):
    roster = read_one()
    assert "id_original" not in first_person(roster)
    assert roster.counts.id_normalised == 0


def test_fifteen_digits_are_shown_in_eighteen(read_one):
    roster = read_one(证件号码="621202820904015")
    person = first_person(roster)
    assert person["id_number"] == GOOD
    assert person["id_original"] == "621202820904015"
    counts = roster.counts
    assert (counts.id_15, counts.id_normalised) == (1, 0)
    [note] = [one for one in roster.problems if one.code == "roster.id_15"]
    assert GOOD in note.say("zh")


def test_fifteen_digits_in_a_numeric_cell_are_intact(read_one):
    roster = read_one(证件号码=621202820904015)
    assert first_person(roster)["id_number"] == GOOD
    assert roster.counts.bad_id_lost_digits == 0
    assert roster.counts.id_15 == 1


@pytest.mark.parametrize(
    "written", [621202198209040155, 6.21202e17, "6.21202E+17", "6.2e17"]
)
def test_lost_digits_are_refused_and_listed(read_one, written):
    roster = read_one(证件号码=written)
    person = first_person(roster)
    assert "id_number" not in person
    assert person["id_original"]
    assert roster.counts.bad_id_lost_digits == 1
    [found] = [one for one in roster.problems if one.code == "roster.digits_lost"]
    assert found.where == "人员信息!K2"
    assert found.severity == "error"


def test_a_text_that_was_a_number_once_has_lost_its_digits(read_one):
    first = "62120219820905000"
    assert check_digit(first) != "0"
    roster = read_one(证件号码=first + "0")
    assert "id_number" not in first_person(roster)
    assert roster.counts.bad_id_lost_digits == 1


def test_a_text_ending_000_with_a_true_check_digit_is_kept(read_one):
    good = next(
        n
        for n in (
            f"6212021982{md}{s}000"
            for md in ("0904", "0905", "0906", "0911")
            for s in range(10)
        )
        if check_digit(n[:17]) == "0"
    )
    roster = read_one(证件号码=good, 出生日期="", 性别="")
    assert first_person(roster)["id_number"] == good


def test_a_false_check_digit_is_kept_and_listed(read_one):
    wrong = GOOD[:17] + ("1" if GOOD[17] != "1" else "2")
    roster = read_one(证件号码=wrong)
    assert first_person(roster)["id_number"] == wrong
    assert roster.counts.bad_id_checksum == 1
    assert "roster.id_check_digit" in codes(roster)


def test_a_wrong_length_is_kept_and_listed(read_one):
    roster = read_one(证件号码=GOOD[:17])
    assert first_person(roster)["id_number"] == GOOD[:17]
    assert codes(roster) == {"roster.id_shape"}


def test_a_passport_is_no_fault(read_one):
    roster = read_one(证件号码="E12345678", 证件类型="其他")
    assert first_person(roster)["id_number"] == "E12345678"
    assert not codes(roster)


@pytest.mark.parametrize("county", ["620524", "610902", "410621", "621202", "810000"])
def test_old_county_codes_and_residence_permits_are_no_fault(county):
    assert not read_identity(id_number(3, "19510203", county)).fault


@pytest.mark.parametrize("suffix", ["43", "43B1", "4302"])
def test_a_disability_card_is_put_in_its_place(read_one, suffix):
    roster = read_one(证件号码=GOOD + suffix, 证件类型="残疾人证")
    person = first_person(roster)
    assert person["disability_card"] == GOOD + suffix
    assert person["id_number"] == GOOD
    assert not codes(roster)


def test_a_disability_card_column_is_checked_for_length(read_one):
    roster = read_one(残疾人证号=GOOD + "4")
    assert first_person(roster)["disability_card"] == GOOD + "4"
    assert "roster.disability_card" in codes(roster)


@pytest.mark.parametrize("written", ["", "无", "/", " "])
def test_nobody_is_given_a_number(read_one, written):
    roster = read_one(证件号码=written)
    assert "id_number" not in first_person(roster)
    assert codes(roster) == {"roster.no_id"}


BLANKS = st.sampled_from(["", " ", "\u00a0", "\u3000", "\u200b", "\ufeff", "\t"])


@given(
    serial=st.integers(1, 999),
    year=st.integers(1920, 2020),
    wide=st.booleans(),
    small=st.booleans(),
    blanks=st.lists(BLANKS, min_size=3, max_size=3),
    mark=st.sampled_from(["", "'", "‘", "`"]),
)
def test_writings_never_change_the_person(serial, year, wide, small, blanks, mark):
    number = id_number(serial, f"{year}0228")
    text = number.lower() if small else number
    text = text.translate(FULL_WIDTH) if wide else text
    before, inside, after = blanks
    found = read_identity(f"{before}{mark}{text[:9]}{inside}{text[9:]}{after}")
    assert found.number == number
    assert not found.fault


@given(st.text(max_size=30) | st.floats() | st.integers() | st.booleans())
def test_no_cell_breaks_the_reading(cell):
    found = read_identity(cell)
    assert found.number == found.number.strip()
