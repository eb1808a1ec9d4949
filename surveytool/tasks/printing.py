"""Print sheets: to PDF, to the preview, to the printer."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from surveytool.domain.entity import Ref
from surveytool.domain.rows import Filter
from surveytool.paper import press
from surveytool.paper.check_page import check_page
from surveytool.paper.family import Family
from surveytool.paper.picture import Picture
from surveytool.paper.plan_page import plan_page
from surveytool.paper.press import Printed
from surveytool.paper.preview import Preview
from surveytool.paper.sheet import sheet as sheet_named
from surveytool.paper.sheet_data import Imprint, SheetData
from surveytool.tasks.desk import Desk
from surveytool.tasks.villages import village_id

PAGES = {"plan_sheet": plan_page, "check_sheet": check_page}
__all__ = ["Printed", "page_count", "picture", "plan_sheets", "print_sheet"]


def print_sheet(
    desk: Desk, sheet: str, household_ids: Sequence[str], out: Path
) -> Printed:
    """Print a sheet for households to one PDF, in their order."""
    sheet_named(sheet)
    pages = [_page(desk, sheet, one) for one in household_ids]
    done = press.print_sheet(
        desk.typesetter, sheet, pages=pages, out=out, imprint=imprint(desk)
    )
    for one in household_ids:
        desk.store.audit("printed", f"household/{one}", sheet)
    return done


def plan_sheets(desk: Desk, household_ids: Sequence[str]) -> Printed:
    """Print plan sheets to a temporary file, to be looked at first."""
    out = Path(tempfile.mkdtemp(prefix="surveytool-")) / "plan_sheet.pdf"
    return print_sheet(desk, "plan_sheet", household_ids, out)


def page_count(pdf: Path) -> int:
    """Return how many pages a PDF has."""
    with Preview(pdf) as seen:
        return seen.page_count


def picture(pdf: Path, page: int, dpi: float) -> Picture:
    """Return a page, counted from 0, as a picture."""
    with Preview(pdf) as seen:
        return seen.picture(page, dpi)


def village_households(desk: Desk, village: str) -> list[str]:
    """Return a village's households in the order of the printout: 组, 户编号."""
    chosen = Filter(village=village_id(desk, village))
    return [row.id for row in desk.store.households(chosen)]


def imprint(desk: Desk) -> Imprint:
    """Return who prints and when."""
    return Imprint(desk.seat.operator, f"{desk.clock():%Y-%m-%d %H:%M}")


def _page(desk: Desk, sheet: str, household_id: str) -> SheetData:
    family = desk.store.family(Ref("household", household_id))
    home = next(one for one in family if one.ref.kind == "household")
    village = desk.store.entity(Ref("village", home.get("village")))
    return PAGES[sheet](Family.gather(family, village), on=desk.today)
