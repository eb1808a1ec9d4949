"""The engine alone: no screen, no database, no other library, and little of it."""

import json
import subprocess
import sys

CODE = """
import json, sys
from surveytool.questionnaire import (
    check, entities, migration, resumption, scenario, session, submission, trace
)
form = scenario.load_form(open(0, "rb").read())
done = session.Session(form)
done.answer("/data/a", "x")
names = {name.partition(".")[0] for name in sys.modules}
ours = [name for name in sys.modules if name.startswith("surveytool.")]
print(json.dumps([sorted(names), ours, done.submission().decode()]))
"""
FORM = b"""<h:html xmlns="http://www.w3.org/2002/xforms"
 xmlns:h="http://www.w3.org/1999/xhtml"><h:head><model><instance>
<data id="t"><a/></data></instance></model></h:head>
<h:body><input ref="/data/a"/></h:body></h:html>"""
ROOMS = ("domain", "formula", "questionnaire")


def test_the_engine_needs_python_only():
    done = subprocess.run([sys.executable, "-c", CODE], input=FORM,
                          capture_output=True, check=True)  # fmt: skip
    names, ours, sent = json.loads(done.stdout)
    assert "<a>x</a>" in sent
    allowed = {*sys.stdlib_module_names, "surveytool", "__main__"}
    assert {n for n in names if n not in allowed and not n.startswith("_")} == set()
    assert not {"sqlite3", "tkinter", "asyncio"} & set(names)
    assert {name.split(".")[1] for name in ours} == set(ROOMS)
