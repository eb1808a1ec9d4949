"""Print sheets: to PDF, to Word, to the preview, to the printer."""

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from surveytool.domain.refusal import Refusal
from surveytool.domain.rows import Filter
from surveytool.paper import press
from surveytool.paper.layout import FORM, Layout
from surveytool.paper.picture import Picture
from surveytool.paper.press import NothingToPrintError, Printed
from surveytool.paper.preview import POINTS_PER_INCH, Preview
from surveytool.paper.sheet_data import Imprint, SheetData
from surveytool.paper.word import write_word
from surveytool.tasks.desk import Desk
from surveytool.tasks.sheet_pages import (
    Order,
    layout_of,
    offered,
    pages_of,
    subjects,
)
from surveytool.tasks.villages import village_id

__all__ = ["Layout", "Order", "Printed", "offered", "pages_of"]


class NoWordVersionError(Refusal):
    """A sheet with a layout of its own cannot be written as Word."""

    code = "paper.no_word"


def print_sheet(
    desk: Desk, sheet: str, household_ids: Sequence[str], out: Path
) -> Printed:
    """Print a sheet for households to one PDF, in their order."""
    return carry_out(desk, Order(sheet, tuple(household_ids)), out)


def carry_out(desk: Desk, order: Order, out: Path) -> Printed:
    """Print an order to one PDF and note it in the audit.

    Raises UnknownSheetError, NothingToPrintError, CannotWritePaperError, or
    what is wrong with the sheet's own file.
    """
    done = prepare(desk, order, out)
    note_printed(desk, order)
    return done


def prepare(desk: Desk, order: Order, out: Path | None = None) -> Printed:
    """Set an order to be looked at first; its pages are counted, no audit yet."""
    layout = layout_of(desk, order)
    target = out or _temporary(f"{layout.name}.pdf")
    return press.print_sheet(
        desk.typesetter,
        layout,
        pages=pages_of(desk, order, layout),
        out=target,
        imprint=imprint(desk, order.watermark),
    )


def note_printed(desk: Desk, order: Order) -> None:
    """Note in the audit that an order went to the printer or to a file."""
    layout = layout_of(desk, order)
    pages = [] if order.households else pages_of(desk, order, layout)
    for one in subjects(order, pages):
        desk.store.audit("printed", one, layout.name)


def word(desk: Desk, order: Order, out: Path) -> Path:
    """Write an order as a Word document to be edited by hand.

    Raises NoWordVersionError for a sheet that has a layout of its own.
    """
    layout = layout_of(desk, order)
    if not layout.blocks:
        raise NoWordVersionError(sheet=layout.zh)
    pages = word_pages(desk, order, layout)
    if not pages:
        raise NothingToPrintError
    write_word(out, pages)
    for one in subjects(order, pages):
        desk.store.audit("exported", one, f"{layout.name} {out.name}")
    return out


def word_pages(desk: Desk, order: Order, layout: Layout) -> list[SheetData]:
    """Return a sheet's blocks, though it may have a layout of its own on paper."""
    return pages_of(desk, order, replace(layout, template=FORM))


def receipt(desk: Desk, facts: Mapping[str, str], out: Path | None = None) -> Printed:
    """Print the receipt of a package; the facts are named in package_receipt.toml."""
    given = {"at": f"{desk.clock():%Y年%m月%d日 %H:%M}", "receiver": desk.seat.title}
    return _given(desk, "package_receipt", given | dict(facts), out)


def recovery_key(desk: Desk, key: str, out: Path | None = None) -> Printed:
    """Print the recovery key; the audit names the sheet, never the key."""
    given = {
        "key": key,
        "workspace": desk.path.name,
        "office": f"{desk.seat.county}{desk.seat.title}",
        "operator": desk.seat.operator,
        "made": f"{desk.clock():%Y年%m月%d日}",
    }
    return _given(desk, "recovery_key", given, out)


def _given(
    desk: Desk, sheet: str, given: Mapping[str, str], out: Path | None
) -> Printed:
    target = out or _temporary(f"{sheet}.pdf")
    return carry_out(desk, Order(sheet, given=given), target)


def plan_sheets(desk: Desk, household_ids: Sequence[str]) -> Printed:
    """Print plan sheets to a temporary file, to be looked at first."""
    return carry_out(
        desk, Order("plan_sheet", tuple(household_ids)), _temporary("plan_sheet.pdf")
    )


def page_count(pdf: Path) -> int:
    """Return how many pages a PDF has."""
    with Preview(pdf) as seen:
        return seen.page_count


def measure(pdf: Path) -> tuple[int, float]:
    """Return how many pages a PDF has, and how wide the first is in inches."""
    with Preview(pdf) as seen:
        return seen.page_count, seen.size(0)[0] / POINTS_PER_INCH


def picture(pdf: Path, page: int, dpi: float) -> Picture:
    """Return a page, counted from 0, as a picture."""
    with Preview(pdf) as seen:
        return seen.picture(page, dpi)


def village_households(desk: Desk, village: str) -> list[str]:
    """Return a village's households in the order of the printout: 组, 户编号."""
    chosen = Filter(village=village_id(desk, village))
    return [row.id for row in desk.store.households(chosen)]


def imprint(desk: Desk, watermark: str = "") -> Imprint:
    """Return who prints and when; a watermark names them as well."""
    at = f"{desk.clock():%Y-%m-%d %H:%M}"
    who = desk.seat.operator
    across = f"{watermark}　{who}　{at}" if watermark else ""
    return Imprint(who, at, watermark=across)


def _temporary(name: str) -> Path:
    return Path(tempfile.mkdtemp(prefix="surveytool-")) / name
