from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveytool.domain.money import plain


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("12000.0", "12000"),
        ("8189.940", "8189.94"),
        ("0.00", "0"),
        ("-0.0", "0"),
        ("100", "100"),
        ("1E3", "1000"),
        ("", ""),
        ("面议", "面议"),
    ],
)
def test_amounts_are_stored_without_needless_zeros(text, stored):
    assert plain(text) == stored


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2))
def test_no_amount_changes_its_value(number):
    assert Decimal(plain(str(number))) == number
    assert plain(plain(str(number))) == plain(str(number))
