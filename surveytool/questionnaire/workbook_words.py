"""What pyxform says of a workbook, as problems with sheet, row and column."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from surveytool.domain.problem import Problem, Severity

# What its sentences are known by; what is not here is said in its own words.
KINDS: Mapping[str, str] = MappingProxyType(
    {
        r"must (?:be )?unique within|Repeat names must unique": "double_name",
        r"Could not find the name '(?P<name>[^']*)'": "unknown_name",
        r"The name '(?P<name>[^']*)' appears more than once": "ambiguous_name",
        r"Reference variable(?:s| lists) must": "bad_reference",
        r"Choices must have a name": "choice_without_name",
        r"Choice names must be unique": "double_choice",
        r"Choices should have a label": "choice_without_label",
        r"should be a choices sheet": "no_choices_sheet",
        r"List name not in (?:external )?choices sheet: (?P<name>\S+)": "unknown_list",
        r"Unmatched '(?P<name>[^']*)'": "unmatched",
        r"Question with no type": "no_type",
        r"Question or group with no name": "no_name",
        r"Missing calculation": "no_calculation",
        r"Unknown question type '(?P<name>[^']*)'": "unknown_type",
        r"Names must begin with|Names used here must": "bad_name",
        r"required column headers were not found: (?P<name>[^.]*)": "no_header",
        r"names for the same column were found: (?P<name>[^.]*)": "two_headers",
        r"has no label": "no_label",
        r"max-pixels": "large_pictures",
        r"valid machine-readable codes: (?P<name>.*?)\. Learn": "language_code",
        r"'parameters' value is invalid": "bad_parameters",
        r"'save_to' value is invalid": "bad_save_to",
        r"entity declaration is invalid": "bad_entity",
        r"Audits must always": "bad_audit",
        r"Choice names with spaces .* See \[(?P<name>[^\]]*)\]": "choice_with_blanks",
        r"not supported with or_other": "filtered_other",
        r"survey element named '(?P<name>[^']*)'": "unknown_name",
        r"reference - parsing failed": "bad_reference",
        r"Language '[^']*' is missing": "language_columns",
        r"skipped|is being skipped": "row_skipped",
    }
)
# Where it does not say the column, or names another sheet than it means.
_PLACES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "no_choices_sheet": ("choices", "list_name"),
        "no_calculation": ("survey", "calculation"),
        "no_name": ("survey", "name"),
        "no_type": ("survey", "type"),
        "no_label": ("survey", "label"),
        "unknown_type": ("survey", "type"),
        "unknown_list": ("survey", "type"),
        "unmatched": ("survey", "type"),
        "large_pictures": ("survey", "parameters"),
        "language_code": ("survey", "label"),
        "bad_audit": ("survey", "name"),
        "choice_with_blanks": ("choices", "name"),
        "filtered_other": ("survey", "choice_filter"),
    }
)
_ROW = re.compile(r"\[row : (\d+)\]")
_SHEET = re.compile(r"(?:On the|for sheet:|the) '(\w+)'(?: sheet)?")
_COLUMN = re.compile(r"the '([^']+)' (?:value|column)")
_SHEETS = frozenset({"survey", "choices", "settings", "entities", "external_choices"})


def workbook_problem(message: str, severity: Severity) -> Problem:
    """Return a message of pyxform as a problem that both languages can say."""
    row, column = _ROW.search(message), _COLUMN.search(message)
    sheets = [name for name in _SHEET.findall(message) if name in _SHEETS]
    facts = {
        "sheet": sheets[0] if sheets else "survey",
        "row": row[1] if row else "—",
        "column": column[1] if column else "—",
        "reason": " ".join(_ROW.sub("", message).split()),
        "name": "",
    }
    for pattern, kind in KINDS.items():
        found = re.search(pattern, message)
        if found:
            facts |= {key: text for key, text in found.groupdict().items() if text}
            if kind in _PLACES:
                facts["sheet"], facts["column"] = _PLACES[kind]
            return Problem(f"questionnaire.book_{kind}", "", facts, severity)
    code = "book_refused" if severity is Severity.ERROR else "warned"
    return Problem(f"questionnaire.{code}", "", facts, severity)
