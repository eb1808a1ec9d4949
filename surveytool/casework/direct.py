"""Yes-or-no expressions taken apart: and, or, not; each part remembered by its value.

A county has 92,408 households but few different values of, say, housing grade. What
looks at one field is worked out by the formula once for each value, and is then one
look into a dictionary.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time

from surveytool.casework.formulas import HOUSEHOLD, PERSON, FieldsUsed, fields_used
from surveytool.casework.residents import Values, age_text
from surveytool.formula.expression import Expression
from surveytool.formula.operators import COMPARISONS
from surveytool.formula.syntax import Call, Chain, NameTest, Number, Part, Path, Step
from surveytool.formula.tree import Node, document
from surveytool.formula.values import text_number
from surveytool.formula.world import Scope, World

MOST = 20_000  # answers kept of one part, so that memory stays bounded
JOINTS = frozenset({"and", "or"})
TRUTHS = JOINTS | {"=", "!=", "<", "<=", ">", ">="}
TRUE_CALLS = frozenset({"selected", "not", "boolean", "regex", "contains"})

Test = Callable[[Mapping[str, str]], bool]


def is_truth(part: Part) -> bool:
    """Whether an expression says yes or no: a number would be a position."""
    match part:
        case Chain(_, rest):
            return all(joint in TRUTHS for joint, _ in rest)
        case Call(name, _):
            return name in TRUE_CALLS
    return False


def direct(part: Part, context: str, on: date) -> Test:
    """Return a test of the fields of one household or person on a day."""
    if only_field(part, context):
        return _atom(Expression(part), context, on)
    match part:
        case Chain(first, rest) if {joint for joint, _ in rest} in ({"and"}, {"or"}):
            tests = [direct(one, context, on) for one in (first, *(x for _, x in rest))]
            return _all(tests) if rest[0][0] == "and" else _any(tests)
        case Call("not", (inner,)) if is_truth(inner):
            test = direct(inner, context, on)
            return lambda fields: not test(fields)
    return _atom(Expression(part), context, on)


def only_field(part: Part, context: str) -> str:
    """Return the one field that a part looks at, "" where it looks at more or none."""
    used = fields_used(Expression(part), context)
    names = used.person if context == PERSON else used.household
    return names[0] if len(names) == 1 and not used.strange else ""


def _all(tests: list[Test]) -> Test:
    if len(tests) == 2:  # noqa: PLR2004 - most have two, and a loop takes longer
        one, two = tests
        return lambda fields: one(fields) and two(fields)

    def every(fields: Mapping[str, str]) -> bool:
        for test in tests:  # noqa: SIM110 - a generator takes three times as long
            if not test(fields):
                return False
        return True

    return every


def _any(tests: list[Test]) -> Test:
    def some(fields: Mapping[str, str]) -> bool:
        for test in tests:  # noqa: SIM110 - a generator takes three times as long
            if test(fields):
                return True
        return False

    return some


def _atom(expression: Expression, context: str, on: date) -> Test:
    """Return a part that is worked out by the formula, once for each value."""
    used = fields_used(expression, context)
    names = used.person if context == PERSON else used.household
    tree = Tree(used)

    def work_out(fields: Mapping[str, str]) -> bool:
        values = values_of(fields, names, on)
        key = ((), (values,)) if context == PERSON else (values, ())
        scope = tree.scope(key, on)
        if context == PERSON:
            scope = Scope(scope.node.named("person")[0], scope.world)
        return expression.as_boolean(scope)

    if names == ("age",):
        return _by_age(work_out, on)
    if len(names) == 1:
        return _by_one(names[0], _of_number(expression.part, names[0]) or work_out)
    return _by_many(names, work_out, on)


def _of_number(part: Part, name: str) -> Test | None:
    """Return a field's comparison with a number, quick where all values differ."""
    match part:
        case Chain(
            Path("", (Step("child", NameTest(_), ()),)), ((sign, Number(limit)),)
        ) if sign in COMPARISONS:
            compare = COMPARISONS[sign]
            world = World(root=document(Node("household")))
            return lambda fields: compare(
                text_number(fields.get(name, ""), world), limit, world
            )
    return None


def _by_age(work_out: Test, on: date) -> Test:
    known: dict[str, bool] = {}
    remembered = known.get

    def test(fields: Mapping[str, str]) -> bool:
        age = age_text(fields.get("birth", ""), on)
        found = remembered(age)
        if found is None:
            found = known[age] = work_out(fields)
        return found

    return test


def _by_one(name: str, work_out: Test) -> Test:
    known: dict[str, bool] = {}
    remembered = known.get

    def test(fields: Mapping[str, str]) -> bool:
        value = fields.get(name, "")
        found = remembered(value)
        if found is None:
            if len(known) >= MOST:
                known.clear()
            found = known[value] = work_out(fields)
        return found

    return test


def _by_many(names: Values, work_out: Test, on: date) -> Test:
    known: dict[Values, bool] = {}

    def test(fields: Mapping[str, str]) -> bool:
        values = values_of(fields, names, on)
        found = known.get(values)
        if found is None:
            if len(known) >= MOST:
                known.clear()
            found = known[values] = work_out(fields)
        return found

    return test


def values_of(fields: Mapping[str, str], names: Values, on: date) -> Values:
    """Return the values of fields; the age is worked out for the day."""
    if "age" not in names:
        return tuple([fields.get(name, "") for name in names])
    return tuple(
        [
            age_text(fields.get("birth", ""), on)
            if name == "age"
            else fields.get(name, "")
            for name in names
        ]
    )


class Tree:
    """The household's node with what an expression looks at, nothing else."""

    def __init__(self, used: FieldsUsed) -> None:
        self.used = used
        self._world = World(root=document(Node("household")))

    def scope(self, key: tuple[Values, tuple[Values, ...]], on: date) -> Scope:
        """Return the scope of a household with these values on a day."""
        household = Node(HOUSEHOLD.removeprefix("/"))
        for name, value in zip(self.used.household, key[0], strict=False):
            household.append(Node(name, value))
        for values in key[1]:
            person = household.append(Node("person"))
            for name, value in zip(self.used.person, values, strict=True):
                person.append(Node(name, value))
        noon = datetime.combine(on, time(12), UTC)
        self._world.root = document(household)
        self._world.now = lambda: noon
        return Scope(household, self._world)


def is_everybody(part: Part) -> bool:
    """Whether an expression is plainly all members."""
    return part == Path("", (Step("child", NameTest("person")),))
