"""Time a form of 500 questions with a member repeat of 20, and 50,000 choices.

python benchmarks/form_speed.py [--answers N]
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import form_memory
from surveytool.questionnaire.form import load_form
from surveytool.questionnaire.media import Media
from surveytool.questionnaire.session import Session
from surveytool.questionnaire.setting import Setting

T = TypeVar("T")
MEMBER = 25
HEAD = """<h:html xmlns="http://www.w3.org/2002/xforms"
 xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa">
<h:head><h:title>Speed</h:title><model><instance><data id="speed" version="1">"""


def form_xml(questions: int) -> bytes:
    """Return an XForm: sections of questions with rules, and a member repeat."""
    names = [f"q{n}" for n in range(questions - MEMBER)]
    member = [f"m{n}" for n in range(MEMBER)]
    inner = "".join(f"<{name}/>" for name in member)
    parts = [HEAD, *(f"<{name}/>" for name in names),
             f'<person jr:template="">{inner}</person><total/><grown/>',
             "<meta><instanceID/></meta></data></instance>",
             *binds(names, member), "</model></h:head><h:body>",
             *(f'<input ref="/data/{n}"><label>Question {n}</label></input>'
               for n in names),
             '<group ref="/data/person"><label>Person</label>',
             '<repeat nodeset="/data/person">',
             *(f'<input ref="/data/person/{n}"><label>Member {n}</label></input>'
               for n in member),
             "</repeat></group></h:body></h:html>"]  # fmt: skip
    return "".join(parts).encode()


def binds(names: list[str], member: list[str]) -> Iterator[str]:
    """Go through the binds: every fifth question hides, every fifth computes."""
    for at, name in enumerate(names):
        rules = 'type="int" constraint=". &lt; 1000"'
        if at % 5 == 1:
            rules += f' relevant=" /data/{names[at - 1]}  &gt; 3"'
        if at % 5 == 3:  # noqa: PLR2004 - every fifth, later
            rules = (f'calculate=" /data/{names[at - 1]}  + coalesce( '
                     f'/data/{names[at - 3]} , 0)"')  # fmt: skip
        yield f'<bind nodeset="/data/{name}" {rules}/>'
    for at, name in enumerate(member):
        rules = 'type="int"'
        if at % 5 == 1:
            rules += f' relevant=" ../{member[at - 1]}  &gt; 3"'
        if at % 5 == 3:  # noqa: PLR2004 - every fifth, later
            rules = f'calculate=" ../{member[at - 3]}  * 2 + position(..)"'
        yield f'<bind nodeset="/data/person/{name}" {rules}/>'
    yield '<bind nodeset="/data/total" calculate="sum( /data/person/m3 )"/>'
    yield '<bind nodeset="/data/grown" calculate="count( /data/person [m0 &gt; 17])"/>'


def choices_xml() -> bytes:
    """Return an XForm with a select from 50,000 external choices and a filter."""
    return (
        HEAD
        + """<town/><village/></data></instance>
<instance id="villages" src="jr://file-csv/villages.csv"/>
<bind nodeset="/data/town"/><bind nodeset="/data/village"/></model></h:head><h:body>
<input ref="/data/town"><label>Town</label></input>
<select1 ref="/data/village"><label>Village</label>
<itemset nodeset="instance('villages')/root/item[town= /data/town ]">
<value ref="name"/><label ref="label"/></itemset></select1></h:body></h:html>"""
    ).encode()


def villages(count: int) -> bytes:
    """Return a table of villages in 500 towns as CSV."""
    lines = (f"v{n},Village {n},t{n % 500}" for n in range(count))
    return ("name,label,town\n" + "\n".join(lines)).encode()


def timed(work: Callable[[], T], times: list[float]) -> T:
    """Do some work and note how long it took, in milliseconds."""
    start = time.perf_counter()
    found = work()
    times.append((time.perf_counter() - start) * 1e3)
    return found


def show(name: str, times: list[float], goal: float) -> None:
    """Print the median and the p95 beside the goal."""
    times = sorted(times)
    middle, high = times[len(times) // 2], times[int(len(times) * 0.95)]
    print(f"{name:38} median {middle:8.2f} ms   p95 {high:8.2f} ms   goal {goal:g} ms")


def big_form(answers: int) -> None:
    """Time the form of 500 questions."""
    xml = form_xml(500)
    load, begin, adding, answering, looking = [], [], [], [], []
    for _ in range(3):
        form = timed(lambda: load_form(xml), load)
    for _ in range(3):
        session = timed(lambda: Session(form, Setting(seed=1)), begin)
    for _ in range(20):
        timed(lambda: session.add_repeat("/data/person"), adding)
    random = Random(1)  # noqa: S311 - a benchmark
    open_refs = [v.ref for v in session.nodes() if v.kind == "input"]
    for _ in range(answers):
        ref, value = random.choice(open_refs), str(random.randrange(60))
        timed(lambda ref=ref, value=value: session.answer(ref, value), answering)
    timed(session.nodes, looking)
    show("load a form of 500 questions", load, 300)
    show("open a session", begin, 300)
    show("add a member (up to 20)", adding, 15)
    show("one answer", answering, 5)
    show("view all nodes", looking, 100)


def many_choices() -> None:
    """Time a select from 50,000 choices."""
    xml, media = choices_xml(), Media(files={"villages.csv": villages(50_000)})
    load, listing = [], []
    form = timed(lambda: load_form(xml, media), load)
    session = timed(lambda: Session(form, Setting(seed=1)), load)
    for town in range(20):
        session.answer("/data/town", f"t{town}")
        found = timed(lambda: session.node("/data/village"), listing)
    print(f"choices listed: {len(found.options)}")
    show("open with 50,000 choices", [sum(load)], 500)
    show("filter 50,000 choices, the first time", listing[:1], 20)
    show("filter 50,000 choices", listing[1:], 20)


def main() -> None:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--answers", type=int, default=300)
    big_form(parser.parse_args().answers)
    many_choices()
    form_memory.show()


if __name__ == "__main__":
    main()
