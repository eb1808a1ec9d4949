"""A sheet of blocks: from its layout and an occasion to the words of the page."""

from collections.abc import Callable, Mapping

from surveytool.paper.blocks import BUILDERS
from surveytool.paper.layout import Block, Layout
from surveytool.paper.occasion import Occasion
from surveytool.paper.public import check_public
from surveytool.paper.saying import BLANK_PLACE, Saying
from surveytool.paper.sheet_data import Parts, SheetData

NAME_GAP = "　　　"


def form_page(layout: Layout, occasion: Occasion) -> SheetData:
    """Return one sheet; an occasion without households gives the blank form.

    Raises SheetFieldError and PublicFieldError where the sheet's file asks for
    what there is not, or for what must not hang in public.
    """
    if layout.public:
        check_public(layout)
    say = Saying(layout.name, occasion, is_public=layout.public)
    title = say.fill(layout.title, NAME_GAP)
    return SheetData(
        bookmark=_bookmark(layout, occasion),
        running=_running(layout, occasion),
        values={
            "title": title,
            "place": say.fill("{place}") if "{place}" in layout.title else "",
            "name": title.replace(say.fill("{place}"), "", 1),
            "subtitle": say.fill(layout.subtitle, ""),
            "paper": layout.paper,
            "across": "yes" if layout.across else "",
            "copies": layout.copies,
            "size": layout.size,
            "room": layout.room,
            **{f"font-{name}": "\n".join(all_) for name, all_ in layout.fonts.items()},
        },
        blocks=[_built(block, say, layout) for block in layout.blocks],
    )


def _built(block: Block, say: Saying, layout: Layout) -> Parts:
    build: Callable[[Block, Saying, Mapping[str, str]], Parts] = BUILDERS[block.kind]
    parts = build(block, say, layout.labels)
    return {"kind": block.kind, "title": say.fill(block.title)} | dict(parts)


def _bookmark(layout: Layout, occasion: Occasion) -> str:
    family = occasion.family
    if family and layout.per == "household":
        return family.bookmark
    place = Saying(layout.name, occasion).fill("{place}")
    if place == BLANK_PLACE:
        return layout.zh if layout.per == "once" else "空白表"
    return f"{place} {layout.zh}"


def _running(layout: Layout, occasion: Occasion) -> str:
    family = occasion.family
    if family is None or layout.public:
        return layout.zh
    code = family.household.get("code")
    return f"{layout.zh}　户主：{family.head_name}　户编号：{code}"
