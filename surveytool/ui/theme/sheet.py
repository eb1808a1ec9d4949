"""The one stylesheet: tokens in resources/theme/shell.qss become values."""

import dataclasses
import re
from string import Template

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from surveytool.domain.resources import RESOURCES
from surveytool.ui.theme.look import BODY, Look

UNIT = re.compile(r"(?<![\w#.-])(\d+(?:\.\d+)?)u\b")


def stylesheet(look: Look) -> str:
    """Return the stylesheet with colours and sizes filled in."""
    text = (RESOURCES / "theme" / "shell.qss").read_text("utf-8")
    sized = UNIT.sub(lambda found: f"{look.u(float(found[1]))}px", text)
    return Template(sized).substitute(_tokens(look))


def dress(application: QApplication, look: Look) -> None:
    """Give the whole application one look."""
    application.setStyle(QStyleFactory.create("Fusion"))
    application.setPalette(_colours(look))
    application.setFont(look.font(BODY))
    application.setStyleSheet(stylesheet(look))


def _tokens(look: Look) -> dict[str, str]:
    palette = look.palette
    tokens = {
        field.name: getattr(palette, field.name)
        for field in dataclasses.fields(palette)
        if field.name != "tones"
    }
    for name, tone in palette.tones.items():
        tokens[f"{name}_ink"], tokens[f"{name}_ground"] = tone.ink, tone.ground
    icons = (RESOURCES / "theme").as_posix()
    return tokens | {"icons": icons, "family": look.family or "sans-serif"}


def _colours(look: Look) -> QPalette:
    palette, roles = look.palette, QPalette.ColorRole
    colours = QPalette()
    for role, colour in (
        (roles.Window, palette.ground),
        (roles.WindowText, palette.ink),
        (roles.Base, palette.card),
        (roles.AlternateBase, palette.head),
        (roles.Text, palette.ink),
        (roles.Button, palette.card),
        (roles.ButtonText, palette.ink),
        (roles.ToolTipBase, palette.ink),
        (roles.ToolTipText, palette.card),
        (roles.PlaceholderText, palette.faint),
        (roles.Highlight, palette.accent),
        (roles.HighlightedText, palette.accent_ink),
        (roles.Link, palette.accent),
    ):
        colours.setColor(role, QColor(colour))
    return colours
