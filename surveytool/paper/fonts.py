"""The typefaces of paper: official ones where installed, else the bundled."""

from functools import cache
from pathlib import Path

import typst

from surveytool.domain.resources import RESOURCES

FONTS = RESOURCES / "fonts"
OFFICIAL = frozenset(
    {
        "fzxiaobiaosong-b05s",
        "fzxiaobiaosong-b05",
        "方正小标宋简体",
        "fangsong_gb2312",
        "kaiti_gb2312",
    }
)


def font_files(folder: Path = FONTS) -> list[Path]:
    """Return the bundled font files."""
    return sorted(path for path in folder.iterdir() if path.suffix in {".otf", ".ttf"})


@cache
def bundled() -> typst.Fonts:
    """Return the bundled fonts only: the same page on every machine."""
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(FONTS)],
    )


@cache
def preferred() -> typst.Fonts:
    """Return the bundled fonts, with the machine's where it has official ones."""
    machine = typst.Fonts(include_embedded_fonts=False, font_paths=[str(FONTS)])
    return machine if OFFICIAL & families(machine) else bundled()


def families(fonts: typst.Fonts) -> frozenset[str]:
    """Return the family names in lower case."""
    return frozenset(name.lower() for name in fonts.families())
