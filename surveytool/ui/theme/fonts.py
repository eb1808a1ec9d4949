"""The bundled fonts, so that every machine shows every character."""

from PySide6.QtGui import QFontDatabase

from surveytool.domain.resources import RESOURCES

PREFERRED = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
)


def load_fonts() -> str:
    """Make the bundled fonts known; return the family to write with."""
    for file in sorted((RESOURCES / "fonts").glob("*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(file))
    known = set(QFontDatabase.families())
    return next((family for family in PREFERRED if family in known), "")
