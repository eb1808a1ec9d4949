"""Pictures made small and bare: upright, bounded, nothing but what is seen."""

import struct
from io import BytesIO

from PIL import Image, ImageOps

from surveytool.domain.refusal import Refusal

LONG_SIDE = 1600
QUALITY = 80
MOST_PIXELS = 64_000_000
FEW_COLOURS = 256
FORMATS = ("JPEG", "PNG", "WEBP", "BMP", "GIF")
_BROKEN = (OSError, ValueError, SyntaxError, TypeError, LookupError, struct.error)
_BOMBS = (Image.DecompressionBombError, Image.DecompressionBombWarning)


class NotAPictureError(Refusal):
    """The bytes are no picture of a kind that can be kept."""

    code = "store.not_a_picture"


class PictureTooLargeError(Refusal):
    """A picture would unpack to more than a computer can bear; facts: size, most."""

    code = "store.picture_too_large"


def remake(data: bytes) -> tuple[bytes, str]:
    """Return a picture's bytes made anew, and the ending of their kind.

    Drawings and signatures (few colours, or see-through) stay PNG, all else
    becomes JPEG. EXIF, places, names, thumbnails and profiles do not survive.
    Raises NotAPictureError or PictureTooLargeError.
    """
    try:
        with Image.open(BytesIO(data), formats=FORMATS) as picture:
            _check_size(picture)
            # JPEG is read at the scale that is needed: little memory.
            picture.draft(None, (LONG_SIDE, LONG_SIDE))
            return _encode(
                ImageOps.exif_transpose(picture), drawn=picture.format == "PNG"
            )
    except _BOMBS as error:
        raise PictureTooLargeError(size="?", most=f"{MOST_PIXELS:,}") from error
    except _BROKEN as error:
        raise NotAPictureError from error


def _check_size(picture: Image.Image) -> None:
    pixels = picture.width * picture.height
    if pixels > MOST_PIXELS:
        raise PictureTooLargeError(size=f"{pixels:,}", most=f"{MOST_PIXELS:,}")


def _encode(picture: Image.Image, *, drawn: bool) -> tuple[bytes, str]:
    colours = "RGBA" if picture.has_transparency_data else "RGB"
    bare = picture.convert(colours)
    drawn = colours == "RGBA" or (drawn and bool(bare.getcolors(FEW_COLOURS)))
    bare.thumbnail((LONG_SIDE, LONG_SIDE))
    fresh = Image.new(colours, bare.size)
    fresh.paste(bare)
    out = BytesIO()
    if drawn:
        fresh.save(out, "PNG", optimize=True)
        return out.getvalue(), "png"
    fresh.save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue(), "jpg"
