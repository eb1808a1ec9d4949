import pytest

from surveytool.ui.theme.palette import DARK, LIGHT, Palette, Tone

READABLE = 4.5


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_every_tone_is_readable_on_its_ground_and_on_a_card(palette: Palette):
    for name, tone in palette.tones.items():
        assert contrast(tone.ink, tone.ground) >= READABLE, name
        assert contrast(tone.ink, palette.card) >= READABLE, name


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_texts_are_readable_wherever_they_stand(palette: Palette):
    grounds = (palette.card, palette.ground, palette.head, palette.selection)
    for ink in (palette.ink, palette.soft):
        assert all(contrast(ink, ground) >= READABLE for ground in grounds), ink
    assert contrast(palette.accent_ink, palette.accent) >= READABLE
    assert contrast(palette.rail_ink, palette.rail) >= READABLE


def test_an_unknown_tone_is_plain():
    assert LIGHT.tone("no such tone") == LIGHT.tones["plain"]
    assert isinstance(LIGHT.tone(""), Tone)
