"""What taking a package in came to, file by file and village by village."""

from PySide6.QtCore import QCoreApplication

from surveytool.tasks.packages import TakenIn
from surveytool.ui.widgets.cell import Cell, Column, Mark
from surveytool.ui.words import Words


def taken_columns(words: Words) -> tuple[Column, ...]:
    """Return the columns of the results."""
    translate = QCoreApplication.translate
    return (
        Column(
            translate("Taken", "Package"),
            lambda one: Cell(one.path.name, bold=True),
            width=190,
            grow=1,
        ),
        Column(translate("Taken", "Result"), _result, width=100),
        Column(
            translate("Taken", "New"),
            lambda one: Cell("—" if one.refusal else f"{one.new:,}"),
            width=76,
            right=True,
        ),
        Column(
            translate("Taken", "Known"),
            lambda one: Cell("—" if one.refusal else f"{one.repeated:,}"),
            width=76,
            right=True,
            spare=3,
        ),
        Column(
            translate("Taken", "Quarantine"),
            lambda one: Cell(f"{one.held:,}" if one.held else "—"),
            width=76,
            right=True,
            spare=2,
        ),
        Column(
            translate("Taken", "By village, or why not"),
            lambda one: _villages(words, one),
            width=230,
            grow=2,
        ),
    )


def _result(one: TakenIn) -> Cell:
    translate = QCoreApplication.translate
    if one.refusal:
        return Cell(marks=(Mark(translate("Taken", "Refused"), "red"),))
    if one.new:
        return Cell(marks=(Mark(translate("Taken", "Taken in"), "green"),))
    return Cell(marks=(Mark(translate("Taken", "Nothing new"), "plain"),))


def _villages(words: Words, one: TakenIn) -> Cell:
    if one.refusal:
        return Cell(one.refusal.say(words.language), tone="red")
    said = [f"{title} {new:,}" for title, new in one.villages.items()]
    return Cell("，".join(said) if words.language == "zh" else ", ".join(said))
