"""Watches over an open window: locks it after a rest, backs up every half hour."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from surveytool.tasks import keeping, passphrases
from surveytool.ui.changed import Changed
from surveytool.ui.screen import Screen
from surveytool.ui.unlock.lock_screen import LockScreen

HALF_HOUR_MS = 30 * 60 * 1000
MINUTE_MS = 60 * 1000
INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class Watch(QObject):
    """Lives as long as its window."""

    def __init__(self, screen: Screen, window: QWidget) -> None:
        super().__init__(window)
        self._screen, self._window = screen, window
        self._is_dirty = False
        self.lock: LockScreen | None = None
        self.rest = QTimer(self, singleShot=True)
        self.rest.timeout.connect(self.lock_now)
        self.half_hour = QTimer(self, interval=HALF_HOUR_MS)
        self.half_hour.timeout.connect(self.back_up)
        self.half_hour.start()
        screen.jobs.changed.connect(self._note_change)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._follow)
        self._read_minutes()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin the rest anew with every key and move."""
        if event.type() in INPUT and self.rest.interval():
            self.rest.start()
        return super().eventFilter(watched, event)

    def lock_now(self) -> None:
        """Cover every window and ask for the passphrase."""
        if self.lock is not None:
            return
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        above = QApplication.activeModalWidget() or self._window
        self.lock = LockScreen(self._screen, above)
        self.lock.unlocked.connect(self._open)
        self.lock.show()

    def back_up(self) -> None:
        """Make a dated copy where anything changed since the last one."""
        if self._is_dirty and self._screen.desk.read_only is None:
            self._is_dirty = False
            self._screen.jobs.ask(
                partial(keeping.backup, self._screen.desk), self._backed_up
            )

    def _backed_up(self, _: object) -> None:
        """Nothing needs to be said: the status line names the last backup."""

    def _open(self) -> None:
        self.lock = None
        if self.rest.interval():
            self.rest.start()

    def _note_change(self, changed: Changed, by: object) -> None:
        del changed, by
        self._is_dirty = True
        self._read_minutes()

    def _read_minutes(self) -> None:
        ask = partial(passphrases.idle_minutes, self._screen.desk)
        self._screen.jobs.ask(ask, self._set_minutes, only=(self, "minutes"))

    def _set_minutes(self, minutes: int) -> None:
        if minutes * MINUTE_MS != self.rest.interval() or not self.rest.isActive():
            self.rest.setInterval(minutes * MINUTE_MS)
            if minutes and self.lock is None:
                self.rest.start()
            else:
                self.rest.stop()

    def _follow(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)
