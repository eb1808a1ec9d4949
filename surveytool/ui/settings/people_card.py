"""Settings: who works at the workspace, passphrases, rest, the audit."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QButtonGroup, QFileDialog, QVBoxLayout, QWidget

from surveytool.domain.seat import Operator
from surveytool.tasks import audit, operators, passphrases
from surveytool.ui.roles import role_words
from surveytool.ui.screen import Screen
from surveytool.ui.settings.people_dialogs import AddDialog, KeyDialog, PassphraseDialog
from surveytool.ui.widgets.boxes import column, empty, plain, row
from surveytool.ui.widgets.button import button, chip
from surveytool.ui.widgets.text import text

MINUTES = (5, 10, 20, 30, 0)
Found = tuple[Sequence[Operator], str, bool, int]


class PeopleCard(QWidget):
    """Reads anew after each change; what only administrators do is greyed out."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        look = screen.look
        self._list: QVBoxLayout = column(look, gap=6)
        self._add = button(look, self.tr("Add a person…"), self._add_person)
        self._key = button(look, self.tr("New recovery key…"), self._new_key)
        self._audit = button(look, self.tr("Save the audit…"), self._save_audit)
        own = button(look, self.tr("Change my passphrase…"), self._change_own)
        self._minutes, rest = self._rests()
        self.setLayout(
            column(
                look,
                plain(self._list),
                row(look, self._add, own, None),
                4,
                text(self.tr("Lock the window after a rest of"), "strong"),
                rest,
                4,
                text(self.tr("Safety"), "strong"),
                row(look, self._key, self._audit, None),
            )
        )
        self._read()

    def _rests(self) -> tuple[QButtonGroup, QWidget]:
        group, layout = QButtonGroup(self), row(self._screen.look, gap=8)
        for minutes in MINUTES:
            words = self.tr("{0} min").format(minutes) if minutes else self.tr("Never")
            one = chip(self._screen.look, words)
            one.clicked.connect(partial(self._set_minutes, minutes))
            group.addButton(one, minutes)
            layout.addWidget(one)
        layout.addStretch(1)
        return group, plain(layout)

    def _read(self) -> None:
        desk = self._screen.desk
        self._screen.jobs.ask(
            lambda: (
                operators.operators(desk),
                desk.seat.operator,
                operators.may_manage(desk),
                passphrases.idle_minutes(desk),
            ),
            self._show,
            only=(self, "people"),
        )

    def _show(self, found: Found) -> None:
        people, me, may_manage, minutes = found
        empty(self._list)
        for one in people:
            may_remove = may_manage and one.name != me
            self._list.addLayout(row(self._screen.look, *self._line(one, may_remove)))
        for part in (self._add, self._key, self._audit, *self._minutes.buttons()):
            part.setEnabled(may_manage)
        chosen = self._minutes.button(minutes)
        if chosen is not None:
            chosen.setChecked(True)

    def _line(self, one: Operator, may_remove: bool) -> list[QWidget | None]:  # noqa: FBT001 - a value that was read
        where = self.tr("{0} villages").format(len(one.villages))
        role = role_words()[one.role]
        everywhere = self.tr("all villages")
        said = f"{role} · {where if one.villages else everywhere}"
        name = text(one.name, "strong")
        parts: list[QWidget | None] = [name, text(said, "soft"), None]
        if may_remove:
            look = self._screen.look
            then = partial(self._remove, one.name)
            remove = button(look, self.tr("Remove"), then, kind="quiet")
            remove.setAccessibleName(f"{self.tr('Remove')} {one.name}")
            parts.append(remove)
        return parts

    def _add_person(self) -> None:
        dialog = AddDialog(self._screen, self)
        dialog.accepted.connect(self._read)
        dialog.open()

    def _change_own(self) -> None:
        dialog = PassphraseDialog(self._screen, self)
        dialog.accepted.connect(
            lambda: self._screen.ways.tell(self.tr("The passphrase is changed."))
        )
        dialog.open()

    def _remove(self, name: str) -> None:
        work = partial(operators.remove, self._screen.desk, name)
        self._screen.jobs.do(work, self._reread)

    def _set_minutes(self, minutes: int, *_: object) -> None:
        work = partial(passphrases.set_idle_minutes, self._screen.desk, minutes)
        self._screen.jobs.do(work, self._reread)

    def _new_key(self) -> None:
        self._screen.jobs.ask(
            partial(passphrases.new_recovery_key, self._screen.desk), self._show_key
        )

    def _show_key(self, code: str) -> None:
        KeyDialog(self._screen, self, code).open()

    def _save_audit(self) -> None:
        name = self.tr("audit.xlsx")
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the audit"), str(Path.home() / name)
        )
        if chosen:
            self.write_audit(Path(chosen))

    def write_audit(self, out: Path) -> None:
        """Write the audit to a file and say so."""
        self._screen.jobs.ask(
            partial(audit.write, self._screen.desk, out), self._say_written
        )

    def _say_written(self, lines: int) -> None:
        self._screen.ways.tell(self.tr("{0} lines written.").format(lines))

    def _reread(self, _: object) -> None:
        self._read()
