"""Where in a workbook something was found."""

from dataclasses import dataclass

from surveytool.domain.problem import Problem, Severity
from surveytool.ledgers.archive import column_letters


@dataclass(frozen=True, slots=True)
class Place:
    """A cell or a row; ``column`` counts from 1, 0 means the whole row."""

    sheet: str
    row: int
    column: int = 0
    title: str = ""

    def __str__(self) -> str:
        return f"{self.sheet}!{column_letters(self.column)}{self.row or ''}"

    def problem(
        self,
        code: str,
        value: str = "",
        *,
        severity: Severity = Severity.WARNING,
        **facts: str,
    ) -> Problem:
        """Return a finding at this place; its facts name the cell for the list."""
        place = {
            "sheet": self.sheet,
            "row": str(self.row or ""),
            "column": column_letters(self.column),
            "title": self.title,
            "value": value,
        }
        return Problem(code, str(self), place | facts, severity)
