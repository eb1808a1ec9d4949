from dataclasses import replace

from surveytool.questionnaire.compile import compile_form
from surveytool.questionnaire.form import load_form
from surveytool.questionnaire.resumption import answers_in, edit_of
from surveytool.questionnaire.scenario import SETTING, Scenario

FORM = """
| survey   |           |       |       |             |
|          | type      | name  | label | relevant    |
|          | audit     | audit |       |             |
|          | text      | town  | Town  |             |
|          | text      | more  | More  | ${town} != '' |
| settings |           |       |       |             |
|          | form_id   | version | instance_name |   |
|          | towns     | 7     | ${town} |           |
"""


def test_the_submission_names_form_version_instance_and_leaves_out_the_hidden():
    s = Scenario(FORM)
    s.answer("town", "北 <&>")
    s.answer("more", "x")
    s.answer("town", "")
    sent = s.session.submission().decode()
    assert 'id="towns"' in sent
    assert 'version="7"' in sent
    assert "<more>" not in sent
    assert f"<instanceID>{s.value('instanceID')}</instanceID>" in sent
    assert "audit" in sent
    s.answer("town", "北 <&>")
    assert "<town>北 &lt;&amp;&gt;</town>" in s.session.submission().decode()
    assert s.value("instanceName") == "北 <&>"


def test_an_audit_is_ignored_politely():
    s = Scenario(FORM)
    assert s.value("audit") == ""
    assert s.session.faults == ()
    assert s.session.problems() == []


def test_a_submission_read_back_is_the_same_submission():
    s = Scenario(FORM)
    s.answer("town", "North")
    sent = s.session.submission()
    again = Scenario(s.form, replace(SETTING, answers=answers_in(sent, s.form)))
    assert again.session.submission() == sent


def test_an_edit_names_what_it_replaces():
    s = Scenario(FORM)
    s.answer("town", "North")
    form = load_form(compile_form(FORM.strip()).xml, edits=True)
    edit = Scenario(
        form, replace(SETTING, seed=2, answers=edit_of(s.session.submission(), form))
    )
    assert edit.value("deprecatedID") == s.value("instanceID")
    assert edit.value("instanceID") not in ("", s.value("instanceID"))
    assert edit.value("town") == "North"
    assert edit.again().value("instanceID") == edit.value("instanceID")
    assert b"<deprecatedID>uuid:" in edit.session.submission()
