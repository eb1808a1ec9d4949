"""What the list of today's work shows."""

from PySide6.QtCore import QCoreApplication

from surveytool.tasks.dues import Due
from surveytool.ui.widgets.cell import Cell, Column, Mark
from surveytool.ui.widgets.collation import by_sound
from surveytool.ui.widgets.tag_tones import kind_mark
from surveytool.ui.words import Words

TONES = {
    "due.finish_draft": "amber",
    "due.make_plan": "blue",
    "due.redo_plan": "red",
    "due.check": "green",
    "due.work": "blue",
    "due.late_work": "red",
    "due.disputed_work": "purple",
    "due.approve_plan": "blue",
}


def due_words() -> dict[str, str]:
    """Return what each kind of work is called."""
    translate = QCoreApplication.translate
    return {
        "due.finish_draft": translate("Dues", "Finish the draft"),
        "due.redo_plan": translate("Dues", "Correct the plan"),
        "due.make_plan": translate("Dues", "Make the plan"),
        "due.check": translate("Dues", "Visit the household"),
        "due.late_work": translate("Dues", "Step overdue"),
        "due.work": translate("Dues", "Step to take"),
        "due.approve_plan": translate("Dues", "Approve the plan"),
    }


def due_columns(words: Words) -> tuple[Column, ...]:
    """Return the columns of the list of work."""
    translate = QCoreApplication.translate
    said = due_words()
    return (
        Column(
            translate("Dues", "To do"),
            lambda due: Cell(
                marks=(Mark(_said(words, said, due), TONES.get(due.code, "")),)
            ),
            width=120,
            key=lambda due: due.code,
        ),
        Column(
            translate("Dues", "Head"),
            lambda due: Cell(due.row.head_name, bold=True),
            width=100,
            grow=1,
            key=by_sound(lambda due: due.row.head_name),
        ),
        Column(
            translate("Dues", "Village"),
            lambda due: Cell(due.row.village_title),
            width=110,
            grow=1,
            key=lambda due: due.row.village,
        ),
        Column(
            translate("Dues", "Kind"),
            lambda due: Cell(marks=(kind_mark(words, due.row),)),
            width=132,
            spare=2,
        ),
        Column(translate("Dues", "Was due"), _by, width=104, key=lambda due: due.by),
    )


def _said(words: Words, said: dict[str, str], due: Due) -> str:
    """Return what is to be done: the step or the duty itself where it is one."""
    own = due.what(words.language) if due.code.endswith("work") else ""
    return own or said.get(due.code, due.code)


def _by(due: Due) -> Cell:
    late = due.work is None or due.work.mood == "overdue"
    tone = "red" if late else "plain"
    return Cell(due.by, tone=tone) if due.by else Cell("—", tone="plain")
