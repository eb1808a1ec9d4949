"""Answers that are moments: a day, a month, a year, a time of day, both."""

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtWidgets import QCalendarWidget

from surveytool.questionnaire.session import NodeView
from surveytool.ui.survey.appearance import wants
from surveytool.ui.survey.moments import (
    read_day,
    read_month,
    read_time,
    read_year,
    time_shown,
    zone_on,
)
from surveytool.ui.survey.written import LineEditor
from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.button import button

READERS = {"year": read_year, "month-year": read_month, "": read_day}
LENGTHS = {"year": 4, "month-year": 7, "": 10}


class DayEditor(LineEditor):
    """A day, typed in any usual way or picked from a calendar (Alt+↓)."""

    def __init__(self, look: Look, node: NodeView) -> None:
        self._part = next(
            (one for one in ("year", "month-year") if wants(node, one)), ""
        )
        hint = "2026-01-31"[: LENGTHS[self._part]]
        super().__init__(look, node, hint)
        if not self._part and not wants(node, "no-calendar"):
            pick = button(look, "", self._open, icon="calendar-event", kind="quiet")
            pick.setProperty("room", "tight")
            pick.setAccessibleName(self.tr("Pick from a calendar"))
            pick.setToolTip(self.tr("Pick from a calendar"))
            pick.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self._pick = pick
            self._line.insertWidget(1, pick)

    def show_node(self, node: NodeView) -> None:
        """Show the day; the calendar opens only where it may be changed."""
        super().show_node(node)
        if hasattr(self, "_pick"):
            self._pick.setEnabled(not node.readonly)

    def written(self, node: NodeView) -> str:
        """Return the day, the month or the year."""
        return node.value[: LENGTHS[self._part]]

    def tell(self, text: str) -> None:
        """Tell of the day that is typed."""
        self.answered.emit(READERS[self._part](text) if text else "")

    def _open(self) -> None:
        calendar = QCalendarWidget(self)
        calendar.setWindowFlag(Qt.WindowType.Popup)
        calendar.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar.setAccessibleName(self._edit.accessibleName())
        calendar.setGridVisible(False)
        day = QDate.fromString(read_day(self._edit.text().strip()), "yyyy-MM-dd")
        calendar.setSelectedDate(day if day.isValid() else _today())
        calendar.activated.connect(lambda picked: self._take(calendar, picked))
        calendar.clicked.connect(lambda picked: self._take(calendar, picked))
        calendar.move(self.mapToGlobal(QPoint(0, self.height())))
        calendar.show()
        calendar.setFocus()

    def _take(self, calendar: QCalendarWidget, picked: QDate) -> None:
        calendar.close()
        self._edit.setText(picked.toString("yyyy-MM-dd"))
        self._edit.setFocus()
        self.flush()


class TimeEditor(LineEditor):
    """A time of day: 8:30, 0830 or 8时30分."""

    def __init__(self, look: Look, node: NodeView) -> None:
        super().__init__(look, node, "08:30")

    def written(self, node: NodeView) -> str:
        """Return hours and minutes."""
        return time_shown(node.value)

    def tell(self, text: str) -> None:
        """Tell of the time with this computer's zone."""
        value = read_time(text, zone=zone_on("")) if text else ""
        if text and not value:
            self.refused.emit(self.tr("Please write the time as 08:30."))
        else:
            self.answered.emit(value)


class MomentEditor(LineEditor):
    """A day and a time of day: 2026-01-31 08:30."""

    def __init__(self, look: Look, node: NodeView) -> None:
        super().__init__(look, node, "2026-01-31 08:30")

    def written(self, node: NodeView) -> str:
        """Return the day and the time."""
        day, _, time = node.value.partition("T")
        return f"{day} {time_shown(time)}".strip()

    def tell(self, text: str) -> None:
        """Tell of the moment with this computer's zone."""
        day, _, time = text.replace("T", " ").partition(" ")
        day = read_day(day)
        value = read_time(time or "0:00", zone=zone_on(day))
        if not text:
            self.answered.emit("")
        elif len(day) != LENGTHS[""] or not value:
            self.refused.emit(self.tr("Please write day and time as 2026-01-31 08:30."))
        else:
            self.answered.emit(f"{day}T{value}")


def _today() -> QDate:
    today = date.today()  # noqa: DTZ011 - where a calendar opens, no more
    return QDate(today.year, today.month, today.day)
