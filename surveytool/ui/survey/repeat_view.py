"""The page of a repeat: its instances and the way to add one."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from surveytool.ui.survey.contents import Section
from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.banner import Banner
from surveytool.ui.widgets.boxes import column, frame, row
from surveytool.ui.widgets.button import button


class RepeatView(QWidget):
    """Lists members or measures; tells which is to be opened, or a new one."""

    opened = Signal(str)
    wanted = Signal()

    def __init__(
        self, look: Look, section: Section, inner: Sequence[Section], wrong: str
    ) -> None:
        super().__init__()
        words = self._add_words(section.ref)
        self.first: QPushButton = button(
            look, words, self.wanted.emit, icon="plus", kind="primary"
        )
        cards = column(look, gap=6)
        for one in inner:
            made = button(look, one.title, partial(self.opened.emit, one.ref))
            made.setProperty("kind", "choice")
            cards.addWidget(made)
        card = frame("card", cards)
        cards.setContentsMargins(*[look.u(n) for n in (14, 12, 14, 12)])
        card.setHidden(not inner)
        layout = column(look, gap=12)
        layout.setContentsMargins(*[look.u(n) for n in (22, 14, 22, 22)])
        if wrong:
            layout.addWidget(Banner(look, wrong, "red"))
        layout.addWidget(card)
        layout.addLayout(row(look, self.first, None))
        layout.addStretch(1)
        layout.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setLayout(layout)

    def _add_words(self, ref: str) -> str:
        known = {
            "member": self.tr("Add a member"),
            "measure": self.tr("Add a measure"),
        }
        return known.get(ref.rsplit("/", 1)[-1], self.tr("Add another"))
