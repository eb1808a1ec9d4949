"""Choose a sheet for some households, see it at once, print it or save it."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFileDialog,
    QFrame,
    QPushButton,
    QWidget,
)

from surveytool.tasks import printing
from surveytool.ui.preview.page import PreviewPage
from surveytool.ui.screen import Screen
from surveytool.ui.widgets.boxes import column, plain, scrolled
from surveytool.ui.widgets.button import button
from surveytool.ui.widgets.field import line_edit
from surveytool.ui.widgets.text import text, wrapped

FIRST = "plan_sheet"
WIDTH = 224


class SheetsPage(PreviewPage):
    """A preview with every sheet beside it; the pages are counted before printing."""

    topic = "print"

    def __init__(self, screen: Screen, households: tuple[str, ...], title: str) -> None:
        self._households, self._of, self._sheet_name = households, title, FIRST
        super().__init__(screen, None, title)
        screen.jobs.ask(partial(printing.offered, screen.desk), self._offer)

    @property
    def order(self) -> printing.Order:
        """What is chosen now."""
        return printing.Order(
            self._sheet_name,
            self._households,
            blank=self._blank.isChecked(),
            masked=self._masked.isChecked(),
            watermark=self._watermark.text().strip(),
        )

    def choose(self, name: str, words: str) -> None:
        """Show another sheet of the same households."""
        self._sheet_name = name
        self.show_title(f"{words} · {self._of}")
        self._make()

    def beside(self) -> tuple[QWidget, ...]:
        """Return the list of sheets and what can be set for them."""
        look = self._screen.look
        self._group = QButtonGroup(self)
        self._list = column(look, gap=4)
        self._blank = self._option(self.tr("Blank form"))
        self._masked = self._option(self.tr("Hide numbers"))
        self._watermark = line_edit(
            look, self.tr("Watermark"), self.tr("Watermark (none)")
        )
        self._watermark.editingFinished.connect(self._make)
        self._missing = wrapped("", "small")
        self._missing.hide()
        self._word = button(look, self.tr("Save Word"), self._save_word, icon="pencil")
        layout = column(
            look,
            text(self.tr("Sheet"), "strong"),
            scrolled(plain(self._list)),
            self._blank,
            self._masked,
            self._watermark,
            self._missing,
            self._word,
            gap=8,
        )
        layout.setStretch(1, 1)
        layout.setContentsMargins(*[look.u(n) for n in (12, 12, 12, 12)])
        card = QFrame()
        card.setProperty("surface", "card")
        card.setFixedWidth(look.u(WIDTH))
        card.setLayout(layout)
        return (card,)

    def _option(self, words: str) -> QCheckBox:
        box = QCheckBox(words)
        box.setAccessibleName(words)
        box.toggled.connect(self._make)
        return box

    def _offer(self, offered: list[printing.Layout]) -> None:
        language = self._screen.words.language
        for one in offered:
            words = one.name_in(language)
            choice = QPushButton(words)
            choice.setProperty("kind", "choice")
            choice.setCheckable(True)
            choice.setAccessibleName(words)
            choice.clicked.connect(partial(self.choose, one.name, words))
            self._group.addButton(choice)
            self._list.addWidget(choice)
            choice.setChecked(one.name == FIRST)
        self._list.addStretch(1)
        first = next(one for one in offered if one.name == FIRST)
        self.choose(FIRST, first.name_in(language))

    def _make(self, *_: object) -> None:
        self._screen.jobs.ask(
            partial(printing.prepare, self._screen.desk, self.order),
            self._made,
            only=(self, "make"),
        )

    def _made(self, printed: printing.Printed) -> None:
        said = [one.say(self._screen.words.language) for one in printed.missing]
        self._missing.setText("\n".join(said[:3]))
        self._missing.setVisible(bool(said))
        self.show_pdf(printed.path)

    def note_printed(self, pages: int) -> None:
        """Note in the audit that the sheets went to paper or to a file."""
        del pages
        self._screen.jobs.ask(
            partial(printing.note_printed, self._screen.desk, self.order),
            lambda _: None,
        )

    def _save_word(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save as Word"), f"{self._title}.docx", "Word (*.docx)"
        )
        if chosen:
            said = self.tr("Saved: {0}").format(chosen)
            self._screen.jobs.ask(
                partial(printing.word, self._screen.desk, self.order, Path(chosen)),
                lambda _: self._screen.ways.tell(said),
            )
