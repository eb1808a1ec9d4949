"""The page on which a form is filled in for one household."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from surveytool.tasks import survey as task
from surveytool.tasks.survey import Survey
from surveytool.ui.screen import Screen
from surveytool.ui.survey.body import Body
from surveytool.ui.widgets.text import text


class SurveyPage(QWidget):
    """Opens the form on the worker, then shows its body."""

    closed = Signal()

    def __init__(self, screen: Screen, household_id: str, form: str) -> None:
        super().__init__()
        self.setObjectName("page")
        self._screen = screen
        self.body: Body | None = None
        self._layout = QVBoxLayout()
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._waiting = text(self.tr("Opening the form …"), "soft")
        self._waiting.setContentsMargins(*[screen.look.u(24)] * 4)
        self._layout.addWidget(self._waiting)
        self.setLayout(self._layout)
        work = partial(task.begin, screen.desk, household_id, form)
        screen.jobs.ask(work, self._show)

    @property
    def first(self) -> QWidget:
        """What takes the keyboard."""
        return self.body.first if self.body is not None else self

    def may_leave(self) -> bool:
        """Save what is typed; what cannot be an answer keeps the page open once."""
        return self.body is None or self.body.may_leave()

    def _show(self, survey: Survey) -> None:
        self._waiting.hide()
        self.body = Body(self._screen, survey)
        self.body.closed.connect(self.closed)
        self._layout.addWidget(self.body)
        self.body.show()  # or the keyboard could not be put into it
        self.body.begin()


def survey_page(screen: Screen, household_id: str, form: str) -> QWidget:
    """Return the page of a form for a household; it tells when it is closed."""
    return SurveyPage(screen, household_id, form)
