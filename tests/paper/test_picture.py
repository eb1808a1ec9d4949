from families import family
from golden import pixels

from surveytool.paper.picture import Picture
from surveytool.paper.plan_page import plan_page
from surveytool.paper.press import set_sheet
from surveytool.paper.preview import Preview


def test_a_page_is_drawn_at_the_resolution_asked_for(typesetter, imprint, today):
    pdf = set_sheet(
        typesetter, "plan_sheet", pages=[plan_page(family(), on=today)], imprint=imprint
    )
    with Preview(pdf) as preview:
        small, large = preview.picture(0, 50), preview.picture(0, 101)
    assert (small.width, small.height) == (414, 585)
    assert (large.width, large.height) == (836, 1181)
    assert len(large.rgb) == large.width * large.height * 3
    assert min(small.rgb) < 100 < max(small.rgb)


def test_the_png_holds_every_pixel():
    picture = Picture(2, 2, bytes(range(12)))
    png = picture.png()
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    assert png.endswith(b"IEND\xaeB`\x82")
    assert pixels(png) == b"\0" + bytes(range(6)) + b"\0" + bytes(range(6, 12))
