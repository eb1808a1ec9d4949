"""Write ledgers: in our columns, in a county's own workbook, or for statistics."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from surveytool.domain.entity import Entity
from surveytool.ledgers.exports import write_as
from surveytool.ledgers.ledger import LEDGERS, Ledger, ledger, ledger_names
from surveytool.ledgers.ledger_out import write_ledger
from surveytool.ledgers.record import Record, rows_of
from surveytool.ledgers.template import Filled, fill_template, known_columns
from surveytool.tasks.desk import Desk
from surveytool.tasks.villages import village_id

__all__ = ["Filled", "export", "export_into", "names", "records"]
ROSTER = ("roster", "全村花名册")


def names(desk: Desk) -> list[tuple[str, str]]:
    """Return the ledgers: name and title, the roster first."""
    return [ROSTER, *ledger_names(_folders(desk))]


def export(desk: Desk, name: str, out: Path, village: str = "") -> int:
    """Write a ledger by the file's ending; returns the rows.

    Raises UnknownLedgerError, UnknownFormatError, LibraryMissingError.
    """
    chosen = ledger(name, _folders(desk))
    rows = list(rows_of(chosen, records(desk, chosen, village)))
    if out.suffix.lower() == ".xlsx":
        place = desk.seat.county or desk.seat.title
        write_ledger(out, chosen, rows, title=place, day=f"{desk.today:%Y年%m月%d日}")
    else:
        write_as(out, chosen.columns, rows)
    desk.store.audit("exported", name, f"{out.name} {len(rows)}")
    return len(rows)


def export_into(
    desk: Desk, name: str, template: Path, *, out: Path, village: str = ""
) -> Filled:
    """Fill a county's own workbook; its titles are bound by name.

    Raises TemplateTitlesError, TemplateUnreadableError, UnknownLedgerError.
    """
    chosen = ledger(name, _folders(desk))
    rows = list(rows_of(chosen, records(desk, chosen, village)))
    words = {
        "county": desk.seat.county,
        "office": desk.seat.title,
        "date": f"{desk.today:%Y年%m月%d日}",
        "year": str(desk.today.year),
        "count": str(len(rows)),
    }
    known = known_columns(chosen.rows)
    filled = fill_template(template, out, rows, known=known, words=words)
    desk.store.audit("exported", name, f"{out.name} {filled.rows}")
    return filled


def records(desk: Desk, chosen: Ledger, village: str = "") -> Iterator[Record]:
    """Go through the rows of a ledger, each with what it belongs to."""
    only = village_id(desk, village) if village else ""
    places = {one.id: one for one in desk.store.entities("village")}
    homes = {one.id: one for one in desk.store.each("household")}
    people = _people(desk, chosen)
    heads = {one.get("household"): one for one in people.values() if _is_head(one)}
    for own in desk.store.each(chosen.rows):
        home = own if chosen.rows == "household" else homes.get(own.get("household"))
        place = home.get("village") if home else own.get("village")
        if only and place != only:
            continue
        above = {
            "village": places.get(place),
            "household": home,
            "head": heads.get(home.id) if home else None,
            "person": people.get(own.get("person").removeprefix("person/")),
            chosen.rows: own,
        }
        yield Record(chosen.rows, {kind: one for kind, one in above.items() if one})


def _people(desk: Desk, chosen: Ledger) -> dict[str, Entity]:
    """Return the persons a ledger needs: the heads, or everybody."""
    wants_all = any(one.kind == "person" for one in chosen.columns)
    found = desk.store.each("person")
    return {one.id: one for one in found if wants_all or _is_head(one)}


def _is_head(person: Entity) -> bool:
    return person.get("relation") == "head"


def _folders(desk: Desk) -> Sequence[Path]:
    own = desk.path.parent / "ledgers"
    return (LEDGERS, own) if own.is_dir() else (LEDGERS,)
