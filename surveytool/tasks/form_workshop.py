"""Check, compile and try forms."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from surveytool.domain.problem import Problem
from surveytool.questionnaire.check import check_workbook
from surveytool.questionnaire.compile import compile_form
from surveytool.questionnaire.form import load_form
from surveytool.questionnaire.media import Media
from surveytool.questionnaire.session import Setting
from surveytool.questionnaire.trace import trace
from surveytool.tasks.desk import local_now
from surveytool.tasks.known import LISTS

NO_MEDIA = "questionnaire.no_media"


def check(workbook: Path, media: Path | None = None) -> list[Problem]:
    """Return what is wrong with a form, by sheet, row and column.

    Its files lie in a folder; without one, in "<name>-media" beside the workbook.
    """
    folder = media or workbook.with_name(f"{workbook.stem}-media")
    given = [f"/{name}.csv" for name in LISTS]
    return [
        one
        for one in check_workbook(workbook, Media(folder))
        # The workspace provides these lists; no file is missing.
        if one.code != NO_MEDIA or not one.facts["name"].endswith(tuple(given))
    ]


def compile_beside(workbook: Path) -> Path:
    """Write the compiled form beside its workbook."""
    out = workbook.with_suffix(".xml")
    out.write_bytes(compile_form(workbook).xml)
    return out


def trace_form(
    file: Path,
    actions: Sequence[Mapping[str, Any]],
    *,
    media: Path | None,
    now: datetime | None,
    seed: int,
    states: str,
) -> dict[str, Any]:
    """Return every state of a form as actions are done to it."""
    xml = file.read_bytes() if file.suffix == ".xml" else compile_form(file).xml
    clock = (lambda: now) if now else local_now
    setting = Setting(now=clock, seed=seed)
    return trace(load_form(xml, media), setting, actions, states=states)
