import re

import pytest

from surveytool.domain.resources import RESOURCES
from surveytool.ui.theme.look import Look
from surveytool.ui.theme.palette import DARK, LIGHT
from surveytool.ui.theme.sheet import stylesheet


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_the_stylesheet_has_no_token_left(palette):
    made = stylesheet(Look(palette))
    assert "$" not in made
    assert not re.search(r"\d+u\b", made)


def test_sizes_follow_the_size_of_the_text():
    once, twice = stylesheet(Look()), stylesheet(Look(scale=2.0))
    assert "* { font-size: 14px; }" in once
    assert "* { font-size: 28px; }" in twice


def test_every_icon_in_the_folder_can_be_drawn_in_any_colour(look):
    for file in (RESOURCES / "icons").glob("*.svg"):
        image = look.pixmap(file.stem, 20, "#ff0000").toImage()
        colours = {
            image.pixelColor(x, y).name()
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y).alpha() > 60
        }
        assert colours, file.stem
        assert all(one.startswith("#f") for one in colours), file.stem


def test_the_bundled_font_is_the_one_that_is_used(family):
    assert family == "Noto Sans CJK SC"
