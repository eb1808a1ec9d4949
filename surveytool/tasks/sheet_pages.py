"""What a sheet says of households of the workspace, before it is set."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from surveytool.domain.entity import Entity, Ref
from surveytool.paper.check_page import check_page
from surveytool.paper.family import Family
from surveytool.paper.form_page import form_page
from surveytool.paper.layout import Layout
from surveytool.paper.occasion import Occasion
from surveytool.paper.plan_page import blank_plan_page, plan_page
from surveytool.paper.sheet import SHEETS
from surveytool.paper.sheet import sheet as sheet_named
from surveytool.paper.sheet import sheets as all_sheets
from surveytool.paper.sheet_data import SheetData
from surveytool.tasks.desk import Desk

PRIVATE = frozenset({"id_number", "phone"})


@dataclass(frozen=True, slots=True)
class Order:
    """What shall be printed: a sheet, of whom, and how.

    ``village`` is the place of a sheet without households. ``paper`` and
    ``across`` other than the sheet's own are "" and None. ``watermark`` words
    stand across each page.
    """

    sheet: str
    households: tuple[str, ...] = ()
    village: str = ""
    blank: bool = False
    masked: bool = False
    watermark: str = ""
    paper: str = ""
    given: Mapping[str, str] = field(default_factory=dict)


def folders(desk: Desk) -> tuple[Path, ...]:
    """Return where sheets are: the program's, then the county's own."""
    own = desk.path.parent / "sheets"
    return (SHEETS, own) if own.is_dir() else (SHEETS,)


def offered(desk: Desk) -> list[Layout]:
    """Return the sheets that a person can choose, in their order."""
    return [one for one in all_sheets(folders(desk)).values() if not one.hidden]


def layout_of(desk: Desk, order: Order) -> Layout:
    """Return the sheet of an order; raises UnknownSheetError."""
    found = sheet_named(order.sheet, folders(desk))
    return replace(found, paper=order.paper) if order.paper else found


def pages_of(desk: Desk, order: Order, layout: Layout) -> list[SheetData]:
    """Return the sheets: one a household, one a village, or one in all."""
    place = _village(desk, order)
    usual = Occasion(
        desk.today,
        village=place,
        masks=PRIVATE if order.masked else frozenset(),
        given=order.given or {"county": desk.seat.county},
    )
    if order.blank or layout.per == "once":
        return [_page(layout, usual)]
    families = (family_of(desk, one) for one in order.households)
    if layout.per == "household":
        marks = _printed_before(desk, layout.name)
        return [
            _marked(_page(layout, usual.of((one,))), one, marks) for one in families
        ]
    return [_page(layout, usual.of(group)) for group in _by_village(families)]


def family_of(desk: Desk, household_id: str) -> Family:
    """Return one household with everything a sheet prints of it."""
    entities = desk.store.family(Ref("household", household_id))
    home = next(one for one in entities if one.ref.kind == "household")
    village = desk.store.entity(Ref("village", home.get("village")))
    return Family.gather(entities, village)


def _page(layout: Layout, occasion: Occasion) -> SheetData:
    family = occasion.family
    if layout.template == "plan_sheet.typ":
        return (
            plan_page(family, on=occasion.on, masks=occasion.masks)
            if family
            else blank_plan_page(_place(occasion.village))
        )
    if layout.template == "check_sheet.typ":
        place = _place(occasion.village)
        return check_page(family, on=occasion.on, masks=occasion.masks, place=place)
    return form_page(layout, occasion)


def _place(village: Entity | None) -> str:
    names = ("county", "township", "title")
    return "".join(map(village.get, names)) if village else ""


def _village(desk: Desk, order: Order) -> Entity | None:
    if order.village:
        return desk.store.entity(Ref("village", order.village))
    known = desk.store.villages()
    only = known[0].id if len(known) == 1 else ""
    return desk.store.entity(Ref("village", only)) if only else None


def _by_village(families: Iterator[Family]) -> list[tuple[Family, ...]]:
    groups: dict[str, list[Family]] = {}
    for one in families:
        groups.setdefault(one.village.id if one.village else "", []).append(one)
    return [tuple(group) for group in groups.values()]


def _printed_before(desk: Desk, sheet: str) -> Mapping[str, int]:
    """Count how often each household's sheet went to a printer or a file."""
    times: dict[str, int] = {}
    for line in desk.store.audit_lines():
        if line.action == "printed" and line.detail == sheet:
            times[line.subject] = times.get(line.subject, 0) + 1
    return times


def _marked(page: SheetData, family: Family, times: Mapping[str, int]) -> SheetData:
    before = times.get(str(family.household.ref), 0)
    return replace(page, note=f"补打（第{before + 1}次）") if before else page


def subjects(order: Order, pages: Sequence[SheetData]) -> list[str]:
    """Return what the audit names: the households, else the sheet's bookmark."""
    named = [f"household/{one}" for one in order.households]
    return named if named and not order.blank else [one.bookmark for one in pages]
