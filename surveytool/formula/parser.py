"""Reads an expression into its parts (XPath 1.0), by precedence climbing."""

from typing import ClassVar, cast

from surveytool.domain.refusal import Refusal
from surveytool.formula.syntax import (
    AXES,
    DEEP,
    HERE,
    KINDS,
    UP,
    AxisName,
    Call,
    Chain,
    Filtered,
    KindName,
    KindTest,
    Literal,
    NameTest,
    Negation,
    Number,
    Part,
    Path,
    Step,
)
from surveytool.formula.tokens import BadFormulaError, Token, shown, tokens

MAX_NESTING = 250

LEVELS: tuple[frozenset[str], ...] = (
    frozenset({"or"}),
    frozenset({"and"}),
    frozenset({"=", "!="}),
    frozenset({"<", "<=", ">", ">="}),
    frozenset({"+", "-"}),
    frozenset({"*", "div", "mod"}),
    frozenset({"|"}),
)
_LEVEL_OF = {sign: level for level, signs in enumerate(LEVELS) for sign in signs}
_UNION = 6


class FormulaTooDeepError(Refusal):
    """Brackets or functions are nested deeper than the limit."""

    code: ClassVar[str] = "formula.too_deep"


def read(text: str) -> Part:
    """Return the parts of an expression.

    Raises BadFormulaError, FormulaTooDeepError, FormulaTooLongError.
    """
    reader = _Reader(text)
    part = reader.expression(0)
    if reader.here.kind != "end":
        raise reader.refused()
    return part


class _Reader:
    """The tokens of one expression and how far they are read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._tokens = list(tokens(text))
        self._at = 0
        self._depth = 0

    @property
    def here(self) -> Token:
        return self._tokens[self._at]

    def refused(self) -> BadFormulaError:
        found = self.here.text or "∎"
        return BadFormulaError(
            formula=shown(self.text), place=self.here.place, found=shown(found)
        )

    def _next(self) -> Token:
        token = self.here
        self._at += 1
        return token

    def _follows(self, text: str) -> bool:
        """Whether the token after this one is a mark."""
        after = self._tokens[self._at + 1] if self.here.kind != "end" else self.here
        return after.kind == "mark" and after.text == text

    def _sees(self, *marks: str) -> bool:
        return self.here.kind == "mark" and self.here.text in marks

    def _took(self, mark: str) -> bool:
        if not self._sees(mark):
            return False
        self._at += 1
        return True

    def _need(self, mark: str) -> None:
        if not self._took(mark):
            raise self.refused()

    def expression(self, level: int) -> Part:
        """Read operands and the operators between them, from a level upwards."""
        self._depth += 1
        if self._depth > MAX_NESTING:
            raise FormulaTooDeepError(formula=shown(self.text), limit=MAX_NESTING)
        left = self._operand()
        while (found := self._operator_level()) >= level:
            left = self._chain(left, found)
        self._depth -= 1
        return left

    def _operator_level(self) -> int:
        if self.here.kind not in ("mark", "word"):
            return -1
        return _LEVEL_OF.get(self.here.text, -1)

    def _chain(self, left: Part, level: int) -> Part:
        rest: list[tuple[str, Part]] = []
        while self._operator_level() == level:
            sign = self._next().text
            right = self._operand()
            while self._operator_level() > level:
                right = self._chain(right, self._operator_level())
            rest.append((sign, right))
        return Chain(left, tuple(rest))

    def _operand(self) -> Part:
        minuses = 0
        while self._took("-"):
            minuses += 1
        if self._depth + minuses > MAX_NESTING:
            raise FormulaTooDeepError(formula=shown(self.text), limit=MAX_NESTING)
        part = self._path()
        while minuses and self._operator_level() == _UNION:
            part = self._chain(part, _UNION)
        for _ in range(minuses):
            part = Negation(part)
        return part

    def _path(self) -> Part:
        if self._took("/"):
            return Path("/", self._steps() if self._begins_step() else ())
        if self._took("//"):
            return Path("/", (DEEP, *self._steps()))
        if self._begins_step() and not self._begins_call():
            return Path("", self._steps())
        base = self._primary()
        predicates = self._predicates()
        if predicates:
            base = Filtered(base, predicates)
        if self._took("/"):
            return Path(base, self._steps())
        if self._took("//"):
            return Path(base, (DEEP, *self._steps()))
        return base

    def _begins_step(self) -> bool:
        return self.here.kind == "name" or self._sees(".", "..", "@")

    def _begins_call(self) -> bool:
        return (
            self.here.kind == "name"
            and self._follows("(")
            and self.here.text not in KINDS
        )

    def _primary(self) -> Part:
        if self.here.kind == "number":
            return Number(float(self._next().text))
        if self.here.kind == "literal":
            return Literal(self._next().text[1:-1])
        if self._begins_call():
            return self._call()
        self._need("(")
        part = self.expression(0)
        self._need(")")
        return part

    def _call(self) -> Call:
        name = self._next().text
        self._need("(")
        arguments: list[Part] = []
        while not self._sees(")"):
            if arguments:
                self._need(",")
            arguments.append(self.expression(0))
        self._need(")")
        return Call(name, tuple(arguments))

    def _predicates(self) -> tuple[Part, ...]:
        found: list[Part] = []
        while self._took("["):
            found.append(self.expression(0))
            self._need("]")
        return tuple(found)

    def _steps(self) -> tuple[Step, ...]:
        steps = [self._step()]
        while self._sees("/", "//"):
            if self._next().text == "//":
                steps.append(DEEP)
            steps.append(self._step())
        return tuple(steps)

    def _step(self) -> Step:
        if self._took("."):
            return HERE
        if self._took(".."):
            return UP
        axis: AxisName = "attribute" if self._took("@") else "child"
        if self._follows("::") and self.here.text in AXES and axis == "child":
            axis = cast("AxisName", self._next().text)
            self._need("::")
        return Step(axis, self._test(), self._predicates())

    def _test(self) -> NameTest | KindTest:
        if self.here.kind != "name":
            raise self.refused()
        name = self._next().text
        if name not in KINDS or not self._took("("):
            return NameTest(name)
        target = ""
        if name == "processing-instruction" and self.here.kind == "literal":
            target = self._next().text[1:-1]
        self._need(")")
        return KindTest(cast("KindName", name), target)
