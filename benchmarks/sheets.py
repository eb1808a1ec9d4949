"""Measure the plan sheet: one for a preview, 500 in one PDF, the memory taken.

Run from the clone: python -m benchmarks.sheets
"""

import resource
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from surveytool.domain.entity import Entity, Ref
from surveytool.paper.family import Family
from surveytool.paper.plan_page import plan_page
from surveytool.paper.press import print_sheet, set_sheet
from surveytool.paper.preview import Preview
from surveytool.paper.sheet_data import Imprint, SheetData
from surveytool.paper.typesetter import Typesetter

HOUSEHOLDS = 500
MEMBERS, MEASURES = 5, 6
ON = date(2026, 11, 23)
IMPRINT = Imprint("王芳", "2026年11月23日 09:30")
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"


def entity(kind: str, name: str, /, **fields: str) -> Entity:
    """Return a made-up entity of one household."""
    return Entity(Ref(kind, name), Ref("household", "h"), fields)


def page(number: int) -> SheetData:
    """Return the sheet of a made-up household, different from every other."""
    surname = SURNAMES[number % len(SURNAMES)]
    entities = [
        entity(
            "household",
            "h",
            code=f"52031100409{number:05}",
            kind="lifted",
            monitor_type="unstable",
            risks="illness schooling",
            net_income=f"{30000 + number}.00",
        ),
        entity("plan", "p", year="2026", analysis=f"第{number}户，户主患慢性病。" * 4),
        *(
            entity(
                "person",
                f"m{n}",
                order=str(n),
                full_name=f"{surname}{number}{n}",
                relation="head" if n == 0 else "son",
                id_number=f"5203211975041{number:04}{n}",
                health="chronic",
                labour="weak",
            )
            for n in range(MEMBERS)
        ),
        *(
            entity(
                "measure",
                f"a{n}",
                plan="p",
                order=str(n),
                content=f"第{number}户第{n}项，种植辣椒，村合作社统一供苗、订单回收",
                amount=str(1000 + number),
                unit="西岭镇农业服务中心",
                effect="年增收3,000元",
            )
            for n in range(MEASURES)
        ),
    ]
    village = entity("village", "v", county="湄山县", township="西岭镇", title="西坪村")
    return plan_page(Family.gather(entities, village), on=ON)


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Return the seconds on the clock and of all processors that work takes."""
    start, busy = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - start, time.process_time() - busy


def preview(typesetter: Typesetter, number: int) -> None:
    """Do what a preview does: set one sheet and draw its first page."""
    pdf = set_sheet(typesetter, "plan_sheet", pages=[page(number)], imprint=IMPRINT)
    with Preview(pdf) as shown:
        shown.picture(0, 96)


def main() -> None:
    """Print a table of what was measured."""
    typesetter = Typesetter()
    say("first preview, cold", timed(lambda: preview(typesetter, 0)))
    warm = sorted(timed(lambda n=n: preview(typesetter, n)) for n in range(1, 12))
    say("next previews, median", warm[5])
    pages = [page(number) for number in range(HOUSEHOLDS)]
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "all.pdf"
        seconds = timed(
            lambda: print_sheet(
                typesetter, "plan_sheet", pages=pages, out=out, imprint=IMPRINT
            )
        )
        say(f"{HOUSEHOLDS} sheets in one PDF", seconds)
        print(f"size of the PDF         {out.stat().st_size / 1e6:7.1f} MB")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"memory at the most      {peak:7.0f} MB")


def say(what: str, seconds: tuple[float, float]) -> None:
    """Print one line of the table."""
    clock, busy = seconds
    print(f"{what:24}{clock:7.3f} s   processors {busy:7.3f} s")


if __name__ == "__main__":
    main()
