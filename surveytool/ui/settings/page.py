"""Settings: language, size of the text, light or dark, who works here, about."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout, QWidget

from surveytool.domain.version import VERSION
from surveytool.ui.changed import Changed
from surveytool.ui.preferences import SIZES, Preferences
from surveytool.ui.roles import office_words, role_words
from surveytool.ui.screen import Screen
from surveytool.ui.settings.people_card import PeopleCard
from surveytool.ui.widgets.boxes import column, row, scrolled
from surveytool.ui.widgets.button import chip
from surveytool.ui.widgets.labeled import value_grid
from surveytool.ui.widgets.page_head import page_head
from surveytool.ui.widgets.text import text, wrapped

Choice = TypeVar("Choice", str, int, bool)


class SettingsPage(QWidget):
    """Every change is in force at once."""

    looked_different = Signal()

    def __init__(self, screen: Screen, preferences: Preferences) -> None:
        super().__init__()
        self.setObjectName("page")
        self._screen, self._kept = screen, preferences
        look = screen.look
        self.people = PeopleCard(screen)
        content = column(
            look,
            page_head(look, self.tr("Settings")),
            self._card(self.tr("Screen"), self._screen_rows()),
            self._card(self.tr("This workspace"), self._workspace_rows()),
            self._card(self.tr("People and safety"), column(look, self.people)),
            self._card(self.tr("About"), self._about_rows()),
            None,
            gap=14,
        )
        inner = QWidget()
        inner.setLayout(content)
        inner.setMaximumWidth(look.u(860))
        content.setContentsMargins(*[look.u(n) for n in (22, 16, 22, 16)])
        layout = column(look, scrolled(inner))
        self.setLayout(layout)
        self.setMinimumSize(1, 1)

    def refresh(self) -> None:
        """Nothing is read: what is shown is known."""

    def changed(self, changed: Changed, by: object) -> None:
        """Nothing here shows survey data."""
        del changed, by

    def _screen_rows(self) -> QVBoxLayout:
        sizes = {size: f"{size}%" for size in SIZES}
        languages = {"zh": "中文", "en": "English"}
        grounds = {False: self.tr("Light"), True: self.tr("Dark")}
        kept = self._kept
        return column(
            self._screen.look,
            text(self.tr("Language"), "strong"),
            self._choices(languages, kept.language, self._speak),
            4,
            text(self.tr("Size of the text"), "strong"),
            self._choices(sizes, kept.text_size, self._size),
            4,
            text(self.tr("Colours"), "strong"),
            self._choices(grounds, kept.is_dark, self._darken),
        )

    def _workspace_rows(self) -> QVBoxLayout:
        seat = self._screen.desk.seat
        pairs = [
            (self.tr("Operator"), seat.operator),
            (self.tr("Role"), role_words()[seat.role]),
            (self.tr("Office"), seat.title),
            (self.tr("County"), seat.county),
            (self.tr("Kind of office"), office_words()[seat.office]),
            (self.tr("File"), str(self._screen.desk.path)),
        ]
        return column(self._screen.look, value_grid(self._screen.look, pairs))

    def _about_rows(self) -> QVBoxLayout:
        words = self.tr(
            "An offline desk for visiting, planning for and watching over rural "
            "households. It opens no network connection. Icons: Tabler (MIT). "
            "Fonts: Noto Sans CJK, Fandol, Hanazono."
        )
        version = self.tr("Version {0}").format(VERSION)
        return column(
            self._screen.look, text(version, "strong"), wrapped(words, "soft")
        )

    def _choices(
        self,
        options: Mapping[Choice, str],
        chosen: Choice,
        then: Callable[[Choice], None],
    ) -> QWidget:
        group, holder = QButtonGroup(self), QWidget()
        layout = row(self._screen.look, gap=8)
        for value, words in options.items():
            one = chip(self._screen.look, words)
            one.setChecked(value == chosen)
            one.clicked.connect(partial(_choose, then, value))
            group.addButton(one)
            layout.addWidget(one)
        layout.addStretch(1)
        holder.setLayout(layout)
        return holder

    def _card(self, title: str, rows: QVBoxLayout) -> QFrame:
        look = self._screen.look
        card = QFrame()
        card.setProperty("surface", "card")
        layout = column(look, text(title, "heading"), rows, gap=12)
        layout.setContentsMargins(*[look.u(n) for n in (20, 15, 20, 18)])
        card.setLayout(layout)
        return card

    def _speak(self, language: str) -> None:
        self._kept.language = "en" if language == "en" else "zh"
        self.looked_different.emit()

    def _size(self, percent: int) -> None:
        self._kept.text_size = percent
        self.looked_different.emit()

    def _darken(self, dark: bool) -> None:  # noqa: FBT001 - the value that was chosen
        self._kept.is_dark = dark
        self.looked_different.emit()


def _choose(then: Callable[[Choice], None], value: Choice, *_: object) -> None:
    """Take the value; PySide versions differ in whether they add the state."""
    then(value)
