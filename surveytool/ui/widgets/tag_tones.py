"""Which tone and icon a kind of household, a risk or a state has."""

from PySide6.QtCore import QCoreApplication

from surveytool.domain.rows import HouseholdRow
from surveytool.ui.widgets.cell import Mark
from surveytool.ui.words import Words

KIND_TONES = {
    "unstable": "amber",
    "marginal": "orange",
    "sudden": "red",
    "lifted": "blue",
    "ordinary": "plain",
}
RISK_ICONS = {
    "illness": ("heartbeat", "red"),
    "schooling": ("school", "blue"),
    "disability": ("disabled", "purple"),
    "disaster": ("cloud-rain", "blue"),
    "accident": ("car-crash", "orange"),
    "business": ("seedling", "green"),
    "work": ("briefcase", "amber"),
    "labour": ("users", "plain"),
    "housing": ("home", "orange"),
    "water": ("droplet", "blue"),
    "other": ("dots", "plain"),
}


def kind_mark(words: Words, row: HouseholdRow) -> Mark:
    """Return the badge of a household's kind: under watch first, else its kind."""
    if row.monitor_type:
        label = words.code("monitor_type", row.monitor_type)
        tone = "plain" if row.risk_eliminated else KIND_TONES[row.monitor_type]
        return Mark(label, tone)
    return Mark(words.code("household_kind", row.kind), KIND_TONES.get(row.kind, ""))


def risk_marks(words: Words, risks: tuple[str, ...]) -> tuple[Mark, ...]:
    """Return a badge with an icon for every risk."""
    marks = []
    for risk in risks:
        icon, tone = RISK_ICONS.get(risk, RISK_ICONS["other"])
        marks.append(Mark(short_risk(risk) or words.code("risk", risk), tone, icon))
    return tuple(marks)


def short_risk(risk: str) -> str:
    """Return a risk in the few characters that a table has room for."""
    translate = QCoreApplication.translate
    return {
        "illness": translate("Risks", "Illness"),
        "schooling": translate("Risks", "Schooling"),
        "disability": translate("Risks", "Disability"),
        "disaster": translate("Risks", "Disaster"),
        "accident": translate("Risks", "Accident"),
        "business": translate("Risks", "Business"),
        "work": translate("Risks", "Work"),
        "labour": translate("Risks", "Labour"),
        "housing": translate("Risks", "Housing"),
        "water": translate("Risks", "Water"),
        "other": translate("Risks", "Other"),
    }.get(risk, "")
