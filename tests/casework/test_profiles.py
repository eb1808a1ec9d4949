from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surveytool.casework.load import (
    BadProfileError,
    ProfileSyntaxError,
    UnknownProfileError,
    load_profile,
    profile_files,
)
from surveytool.domain.vocabulary import code_lists

HEAD = '[profile]\ncode = "x"\nzh = "甲"\nen = "X"\n'
RULE = '[[rule]]\ncode = "r"\nzh = "句"\nen = "s"\nsource = "出处"\n'
LINE = '[threshold.income_line]\nzh = "线"\nen = "line"\n'


def written(tmp_path, text):
    file = tmp_path / "x.toml"
    file.write_text(text, "utf-8")
    return file


@pytest.mark.parametrize("code", profile_files())
def test_the_profiles_that_come_with_the_program_are_sound(code):
    profile = load_profile(code)
    assert profile.code == code
    assert all(one.source for one in profile.rules)
    assert all(one.source for one in profile.matches.values())
    assert set(profile.matches) == set(code_lists()["risk"].entries) - {"other"}
    codes = [one.code for one in profile.rules]
    assert len(codes) == len(set(codes))


def test_wudu_is_laid_over_the_general_rule():
    wudu, national = load_profile("wudu-3229"), load_profile("national")
    assert {one.code for one in national.rules} == {one.code for one in wudu.rules}
    visit = wudu.procedures["inclusion"].steps[1]
    assert (visit.limit, visit.days, visit.after) == (5, "working", ("application",))
    assert wudu.procedures["inclusion"].limit == 15
    assert wudu.procedures["elimination"] == national.procedures["elimination"]
    assert wudu.value("income_line", date(2026, 1, 1)) == ""


def test_only_the_demonstration_has_lines_of_its_own_and_says_so():
    for code in profile_files():
        values = load_profile(code).thresholds["income_line"].values
        assert not values or code == "demo"
        assert all("演示" in one.source for one in values)


def test_values_in_force_on_a_day(tmp_path):
    value = '[[threshold.income_line.value]]\nvalue = "{}"\nsource = "s"\nfrom = {}\n'
    text = HEAD + LINE + value.format("8000", "2025-01-01") + "until = 2025-12-31\n"
    text += value.format("9000", "2026-01-01")
    profile = load_profile(written(tmp_path, text))
    assert profile.values_on(date(2024, 12, 31)) == {}
    assert profile.values_on(date(2025, 12, 31)) == {"income_line": "8000"}
    assert profile.values_on(date(2031, 1, 1)) == {"income_line": "9000"}
    assert profile.source_of("income_line", date(2026, 1, 1)) == "s"


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ('[profile]\ncode = "x"\nzh = "甲"\n', 1, "profile_key_missing"),
        (HEAD + 'colour = "red"\n', 5, "profile_key_unknown"),
        (HEAD + "about = 3\n", 5, "profile_wrong_kind"),
        ("match = [1]\n" + HEAD, 1, "profile_wrong_kind"),
        (HEAD + RULE, 5, "profile_key_missing"),
        (HEAD + RULE + 'when = "1 +"\n', 10, "profile_bad_formula"),
        (HEAD + RULE + 'when = "no_such_field = 1"\n', 10, "profile_field_unknown"),
        (HEAD + RULE + 'when = "no_such(1)"\n', 10, "profile_bad_formula"),
        (HEAD + RULE + 'people = "person[colour = 1]"\n', 10, "profile_field_unknown"),
        (HEAD + RULE + 'when = "1"\nrisk = "flood"\n', 11, "profile_value_unknown"),
        (
            HEAD + RULE + 'when = "1"\nshows = ["nonsense"]\n',
            11,
            "profile_value_unknown",
        ),
        (HEAD + RULE.replace("句", "句{x}") + 'when = "1"\n', 7, "profile_bad_place"),
        (HEAD + '[check.nonsense]\nsource = "s"\n', 5, "profile_value_unknown"),
        (
            HEAD + LINE + '[[threshold.income_line.value]]\nvalue = "many"\n'
            'source = "s"\n',
            9,
            "profile_not_a_number",
        ),
        (
            HEAD + LINE + '[[threshold.income_line.value]]\nvalue = "1"\nsource = "s"\n'
            "from = 2026-01-01\nuntil = 2025-01-01\n",
            12,
            "profile_ends_before",
        ),
        (
            HEAD + LINE + '[[threshold.income_line.value]]\nvalue = "1"\nsource = "s"\n'
            '[[threshold.income_line.value]]\nvalue = "1"\nsource = "s"\n',
            11,
            "profile_overlaps",
        ),
    ],
)
def test_a_fault_is_said_with_its_line(tmp_path, text, line, code):
    with pytest.raises(BadProfileError) as refused:
        load_profile(written(tmp_path, text))
    found = {(one.code, one.facts["line"]) for one in refused.value.problems}
    assert (f"casework.{code}", str(line)) in found
    assert str(line) in refused.value.say("en") or line == 1
    assert all(one.say("en") for one in refused.value.problems)


def test_what_is_not_toml_is_refused(tmp_path):
    with pytest.raises(ProfileSyntaxError, match="line 2"):
        load_profile(written(tmp_path, '[profile]\ncode = x"\n'))


def test_a_missing_or_circular_base_is_refused(tmp_path):
    with pytest.raises(UnknownProfileError):
        load_profile("nowhere")
    with pytest.raises(UnknownProfileError):
        load_profile(written(tmp_path, HEAD + 'based_on = "x"\n'))


def test_a_county_leaves_out_a_rule(tmp_path):
    text = HEAD + 'based_on = "national"\nleaves_out = ["lives_alone", "stranger"]\n'
    own = load_profile(written(tmp_path, text))
    assert "lives_alone" not in {one.code for one in own.rules}
    assert "stranger" not in own.checks
    assert "housing" in {one.code for one in own.rules}


VALUES = st.one_of(
    st.text("a1{}${", max_size=5).map(repr),
    st.just("1"),
    st.just("[1]"),
    st.just("{a = 1}"),
    st.just("true"),
    st.just("2026-01-01"),
)
SECTIONS = st.sampled_from(
    [
        "[profile]",
        "[[rule]]",
        "[threshold.x]",
        "[check.no_measure]",
        "[[match]]",
        "[[offer]]",
        "[[procedure]]",
        "[[procedure.step]]",
        "rule = 1",
        "match = [1]",
    ]
)
KEYS = st.sampled_from(
    [
        "code",
        "zh",
        "en",
        "when",
        "people",
        "shows",
        "risk",
        "from",
        "until",
        "source",
        "severity",
        "limit",
        "days",
        "after",
        "classes",
        "value",
        "check",
        "threshold",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(SECTIONS, st.tuples(KEYS, VALUES)), max_size=12))
def test_any_file_is_read_or_refused(tmp_path_factory, parts):
    lines = [p if isinstance(p, str) else f"{p[0]} = {p[1]}" for p in parts]
    file = tmp_path_factory.mktemp("profile") / "x.toml"
    file.write_text("\n".join(lines), "utf-8")
    try:
        load_profile(file)
    except (BadProfileError, ProfileSyntaxError, UnknownProfileError) as refusal:
        said = refusal.say("zh")
    else:
        said = "read"
    assert said
