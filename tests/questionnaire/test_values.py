import pytest

from surveytool.questionnaire.values import canonical


@pytest.mark.parametrize(
    ("kind", "written", "kept"),
    [
        ("int", " 007 ", "7"), ("int", "3.9", "3"), ("int", "x", ""),
        ("int", "9" * 9999, ""), ("decimal", "10", "10.0"),
        ("decimal", "8189.940", "8189.94"), ("decimal", "1e3", "1000.0"),
        ("decimal", "-0", "-0.0"), ("decimal", "0.1234567890123456789",
                                    "0.1234567890123456789"),
        ("decimal", "1e999999999", ""), ("decimal", "NaN", ""),
        ("date", "2024-02-29", "2024-02-29"),
        ("date", "2024-02-29T10:00:00.000+08:00", "2024-02-29"),
        ("date", "soon", ""), ("time", "10:30", "10:30"), ("time", "late", ""),
        ("dateTime", "2", ""), ("geopoint", "1 2", "1.0 2.0 0.0 0.0"),
        ("geopoint", "0 0 0 0", ""), ("geopoint", "1", ""),
        ("geotrace", "1 2 0 0; 3 4 0 0", "1.0 2.0 0.0 0.0;3.0 4.0 0.0 0.0"),
        ("string", "  as typed ", "  as typed "),
    ],
)  # fmt: skip
def test_each_type_has_one_written_form(kind, written, kept):
    assert canonical(kind, written) == kept
    assert canonical(kind, kept) == kept
