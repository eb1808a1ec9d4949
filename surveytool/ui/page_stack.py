"""The pages of the window: made when first shown, others opened over them."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QWidget

Make = Callable[[], QWidget]


class PageStack(QStackedWidget):
    """One page is seen at a time; a page opened over another leads back to it."""

    def __init__(self, makers: Mapping[str, Make]) -> None:
        super().__init__()
        self.setMinimumSize(1, 1)
        self._makers = dict(makers)
        self._made: dict[str, Any] = {}
        self._home = next(iter(self._makers))

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the pages in their order."""
        return tuple(self._makers)

    @property
    def shown(self) -> Any:  # noqa: ANN401 - any page
        """The page that is seen."""
        return self.currentWidget()

    @property
    def home(self) -> str:
        """The name of the rail's page that is seen, or lies below."""
        return self._home

    def page(self, name: str) -> Any:  # noqa: ANN401 - any page
        """Return a page by its name; it is made when first asked for."""
        if name not in self._made:
            self._made[name] = self._makers[name]()
            self.addWidget(self._made[name])
        return self._made[name]

    def is_shown(self, name: str) -> bool:
        """Tell whether a page is the one that is seen."""
        return self._made.get(name) is self.shown and self.shown is not None

    def focus_first(self) -> None:
        """Put the keyboard where the work of the page that is seen begins."""
        getattr(self.shown, "first", self.shown).setFocus()

    def may_leave(self) -> bool:
        """Ask a page that is being filled in whether it can be left."""
        asked = getattr(self.shown, "may_leave", None)
        return asked is None or bool(asked())

    def show_page(self, name: str) -> None:
        """Show a page of the rail; one that was opened over it goes away."""
        before = self.shown
        self._home = name
        self.setCurrentWidget(self.page(name))
        if before is not None and before not in self._made.values():
            self._remove(before)

    def open_over(self, page: Any) -> None:  # noqa: ANN401 - any page that closes
        """Show a page that leads back when it is closed."""
        page.closed.connect(partial(self._leave, page))
        before = self.shown
        self.addWidget(page)
        self.setCurrentWidget(page)
        self.focus_first()
        if before is not None and before not in self._made.values():
            self._remove(before)

    def is_own(self, page: QWidget | None) -> bool:
        """Tell whether a page is one of the rail's."""
        return page in self._made.values()

    def _leave(self, page: QWidget) -> None:
        home = self.page(self._home)
        self.setCurrentWidget(home)
        self._remove(page)
        home.refresh()
        self.focus_first()

    def _remove(self, page: QWidget) -> None:
        self.removeWidget(page)
        page.deleteLater()
