"""In which order the rules of a form are worked out, and what depends on what."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from surveytool.domain.refusal import Refusal
from surveytool.formula.expression import Expression
from surveytool.questionnaire.cycles import components
from surveytool.questionnaire.field import Field
from surveytool.questionnaire.looking import Looker, Looking, lineage


class CircularFormError(Refusal):
    """Answers of a form are worked out from each other in a circle."""

    code: ClassVar[str] = "questionnaire.circular"


class Rule(StrEnum):
    """What a cell works out."""

    RELEVANT = "relevant"
    COUNT = "count"
    CALCULATE = "calculate"
    CHOICES = "choices"


@dataclass(frozen=True, slots=True)
class Cell:
    """One rule of one path, where it is worked out, and what it looks at.

    ``place`` is the field itself, or the field above a repeat that is counted.
    """

    rule: Rule
    field: Field
    place: Field
    expression: Expression
    looking: Looking

    @property
    def looks_inside(self) -> bool:
        """Whether a relevance looks at what it would hide."""
        path = self.field.path
        return self.rule is Rule.RELEVANT and any(
            one == path or one.startswith(f"{path}/") for one in self.looking.paths
        )


@dataclass(frozen=True, slots=True)
class Dependent:
    """A cell to work out again, in all repeat instances if ``is_wide``."""

    rank: int
    is_wide: bool


@dataclass(frozen=True, slots=True)
class Order:
    """The cells in working order, and who depends on a path's value or shape.

    ``speaking`` are the cells that depend on the language.
    """

    cells: tuple[Cell, ...]
    by_value: Mapping[str, tuple[Dependent, ...]]
    by_shape: Mapping[str, tuple[int, ...]]
    by_place: Mapping[str, tuple[int, ...]]
    speaking: tuple[int, ...]


def order_of(fields: Mapping[str, Field], outputs: Iterable[Expression]) -> Order:
    """Return the order of a form's rules; raises CircularFormError.

    A rule that looks at its own answer is no circle (XForms 1.1, section 4.3.6).
    """
    looker = Looker(fields, outputs)
    cells = [
        Cell(
            rule=rule,
            field=field,
            place=fields[field.parent] if rule is Rule.COUNT else field,
            expression=expression,
            looking=looker.look(expression, field.path),
        )
        for field in fields.values()
        for rule, expression in _rules(field)
    ]
    groups = components(_Needs(cells, fields).all())
    for group in groups:
        if len(group) > 1:
            _refuse_circle([cells[i] for i in group])
    return _order([cells[i] for group in groups for i in group], fields)


def _rules(field: Field) -> Iterator[tuple[Rule, Expression]]:
    if field.bind.relevant is not None:
        yield Rule.RELEVANT, field.bind.relevant
    control = field.control
    if control is not None and control.count is not None:
        yield Rule.COUNT, control.count
    if field.bind.calculate is not None and field.is_leaf:
        yield Rule.CALCULATE, field.bind.calculate
    if control is not None and control.itemset is not None and field.has_choices:
        yield Rule.CHOICES, control.itemset.nodeset


class _Needs:
    """Which cells must be worked out before each cell."""

    def __init__(self, cells: Sequence[Cell], fields: Mapping[str, Field]) -> None:
        self._cells = cells
        self._at: dict[str, list[int]] = defaultdict(list)
        for index, cell in enumerate(cells):
            self._at[cell.field.path].append(index)
        self._reading = {path: self._of_reading(path) for path in fields}

    def all(self) -> list[set[int]]:
        return [self._of(index, cell) for index, cell in enumerate(self._cells)]

    def _of(self, index: int, cell: Cell) -> set[int]:
        found = {i for path in cell.looking.paths for i in self._reading[path]}
        return (found | self._above(cell)) - {index}

    def _of_reading(self, path: str) -> set[int]:
        """Return the cells that decide what reading a path gives."""
        found = set(self._at[path]) if path in self._at else set()
        for above in lineage(path.rpartition("/")[0]):
            found |= {
                i
                for i in self._at.get(above, ())
                if self._cells[i].rule in (Rule.RELEVANT, Rule.COUNT)
            }
        return found

    def _above(self, cell: Cell) -> set[int]:
        found = {
            i
            for i in self._at[cell.field.path]
            if self._rank_within(self._cells[i]) < self._rank_within(cell)
        }
        for above in lineage(cell.field.parent):
            found |= {
                i
                for i in self._at.get(above, ())
                if self._cells[i].rule in (Rule.RELEVANT, Rule.COUNT)
            }
        return found

    @staticmethod
    def _rank_within(cell: Cell) -> int:
        return (Rule.COUNT, Rule.RELEVANT, Rule.CALCULATE, Rule.CHOICES).index(
            cell.rule
        )


def _refuse_circle(cells: Sequence[Cell]) -> None:
    """Refuse a circle, unless it goes over other instances of a repeat."""
    if any(c.rule in (Rule.COUNT, Rule.CHOICES) for c in cells):
        return
    if any(c.looking.is_across and c.field.repeats for c in cells):
        return
    paths = dict.fromkeys(cell.field.path for cell in cells)
    raise CircularFormError(names=" → ".join((*paths, cells[0].field.path)))


def _order(cells: list[Cell], fields: Mapping[str, Field]) -> Order:
    by_value: dict[str, list[Dependent]] = defaultdict(list)
    by_shape: dict[str, list[int]] = defaultdict(list)
    by_place: dict[str, list[int]] = defaultdict(list)
    for rank, cell in enumerate(cells):
        by_place[cell.place.path].append(rank)
        shapes: set[str] = set()
        for path in cell.looking.paths:
            is_wide = not cell.looking.stays(cell.field, fields[path])
            by_value[path].append(Dependent(rank, is_wide))
            own = () if is_wide else cell.field.repeats
            shapes.update(r for r in fields[path].repeats if r not in own)
        for path in cell.looking.said:
            by_value[path].append(Dependent(rank, is_wide=True))
        if cell.looking.is_positional:
            shapes.update(cell.field.repeats)
        for repeat in shapes:
            by_shape[repeat].append(rank)
    return Order(
        tuple(cells),
        {path: tuple(found) for path, found in by_value.items()},
        {path: tuple(found) for path, found in by_shape.items()},
        {path: tuple(found) for path, found in by_place.items()},
        tuple(rank for rank, cell in enumerate(cells) if cell.looking.speaks),
    )
