"""The middle of the page: one section, scrolled, and the keyboard in it."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from surveytool.tasks.survey import Survey
from surveytool.ui.survey.adding import may_add, may_remove
from surveytool.ui.survey.contents import Section
from surveytool.ui.survey.instances import Instance, columns_of
from surveytool.ui.survey.question import Question
from surveytool.ui.survey.repeat_view import RepeatView
from surveytool.ui.survey.section_view import SectionView
from surveytool.ui.theme.look import Look

NARROW = 600


class Sheet(QScrollArea):
    """Shows a section or a repeat; tells of the rows that it makes."""

    made = Signal(object)
    added = Signal()
    opened = Signal(str)
    removed = Signal(str)

    def __init__(self, look: Look, survey: Survey) -> None:
        super().__init__()
        self._look, self._survey = look, survey
        self.view: SectionView | RepeatView | None = None
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def questions(self) -> SectionView | None:
        """The section's questions; None on the page of a repeat."""
        return self.view if isinstance(self.view, SectionView) else None

    @property
    def first(self) -> QWidget | None:
        """What takes the keyboard."""
        return self.view.first if self.view is not None else None

    def show_section(self, section: Section, *, strict: bool) -> None:
        """Show the questions of a section."""
        view = SectionView(self._look, self._survey, section, strict=strict)
        view.made.connect(self.made)
        view.stack(is_narrow=self._is_narrow())
        view.begin()
        self._put(view)

    def show_repeat(self, section: Section, instances: list[Instance]) -> RepeatView:
        """Show the instances of a repeat."""
        session = self._survey.session
        named = instances[0].ref if instances else ""
        columns = columns_of(session, named, name=self.tr("Name")) if named else []
        view = RepeatView(self._look, columns, section.title)
        view.show_instances(instances)
        view.allow(
            self._add_words(section.ref),
            adding=may_add(session, section.ref),
            removing=may_remove(session, section.ref),
        )
        view.wanted.connect(self.added)
        view.opened.connect(self.opened)
        view.removed.connect(self.removed)
        self._put(view)
        return view

    def flush(self) -> None:
        """Tell of what is typed but not told yet."""
        for one in list(self.questions.rows) if self.questions else []:
            one.flush()

    @property
    def is_wrong(self) -> bool:
        """Whether something is typed that could not be taken."""
        rows = self.questions.rows if self.questions else []
        return any(one.is_wrong for one in rows)

    def question(self, ref: str) -> Question | None:
        """Return the row of a question that can be answered."""
        found = self.questions.row(ref) if self.questions else None
        return found if isinstance(found, Question) else None

    def focused(self) -> Question | None:
        """Return the question in which the keyboard is."""
        if self.questions is None:
            return None
        found = self.questions.row_around(QApplication.focusWidget())
        return found if isinstance(found, Question) else None

    def put_keyboard(self, widget: QWidget) -> None:
        """Give a widget the keyboard and scroll to it once it has its place."""
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if self.isAncestorOf(widget):
            room = self._look.u(70)
            show = partial(self.ensureWidgetVisible, widget, 0, room)
            QTimer.singleShot(0, widget, show)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put words above answers where the text is large or the window small."""
        super().resizeEvent(event)
        if self.questions is not None:
            self.questions.stack(is_narrow=self._is_narrow())

    def _is_narrow(self) -> bool:
        return self.width() < self._look.u(NARROW)

    def _put(self, view: SectionView | RepeatView) -> None:
        view.setObjectName("scrolled")
        self.view = view
        self.setWidget(view)

    def _add_words(self, ref: str) -> str:
        known = {
            "member": self.tr("Add a member"),
            "measure": self.tr("Add a measure"),
        }
        return known.get(ref.rsplit("/", 1)[-1], self.tr("Add another"))
