"""Start the desktop from the words of a command line."""

import argparse
import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication

from surveytool.domain.seat import Office
from surveytool.domain.sentences import sentence
from surveytool.tasks.demo import make
from surveytool.tasks.demo.scale import SCALES
from surveytool.ui.desktop import Desktop
from surveytool.ui.gallery import Gallery
from surveytool.ui.preferences import Preferences
from surveytool.ui.survey.page import survey_page

NAME = "surveytool"


def start(words: Sequence[str]) -> int:
    """Show the desktop until it is closed; words: none, open FILE, demo [DIR]."""
    asked = _asked(words)
    unseen = _goes_unseen()
    application = QApplication([NAME])
    application.setApplicationName(NAME)
    demo = partial(
        make.demo, asked.folder, office=Office(asked.office), scale=asked.scale
    )
    desktop = Desktop(application, Preferences(_kept()), survey_page, demo)
    if asked.command == "demo":
        desktop.show_desk(demo())
    else:
        desktop.show_door(asked.file)
    if asked.command == "demo" and (unseen or asked.screenshot):
        _take_pictures(desktop, application, asked)
    code = application.exec()
    desktop.close()
    return code


def _asked(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(NAME, add_help=False)
    parser.set_defaults(command="", file=None, folder=Path("demo"), screenshot=None)
    parser.set_defaults(office=Office.TOWNSHIP.value, scale="demo")
    commands = parser.add_subparsers(dest="command")
    demo = commands.add_parser("demo")
    demo.add_argument("folder", nargs="?", type=Path, default=Path("demo"))
    demo.add_argument("--screenshot", type=Path)
    demo.add_argument("--scale", choices=tuple(SCALES), default="demo")
    demo.add_argument(
        "--office", choices=[one.value for one in Office], default="township"
    )
    one = commands.add_parser("open")
    one.add_argument("file", type=Path)
    return parser.parse_args(list(words))


def _goes_unseen() -> bool:
    """Draw into memory where there is no screen; tell so."""
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform != "linux" or any(name in os.environ for name in screens):
        return os.environ.get("QT_QPA_PLATFORM") == "offscreen"
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    sys.stderr.write(sentence("ui.no_screen", {}, "zh") + "\n")
    return True


def _kept() -> Path:
    where = QStandardPaths.StandardLocation.AppConfigLocation
    return Path(QStandardPaths.writableLocation(where)) / "screen.ini"


def _take_pictures(
    desktop: Desktop, application: QApplication, asked: argparse.Namespace
) -> None:
    gallery = Gallery(desktop, asked.folder / "screens", only=asked.screenshot)
    gallery.done.connect(application.quit)
    QTimer.singleShot(0, gallery.begin)
