"""Load a profile from its TOML file, checked key by key."""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from surveytool.casework.checked_table import CheckedTable, Findings, finished
from surveytool.casework.profile import Profile
from surveytool.casework.profile_sections import read_profile
from surveytool.casework.work_calendar import WorkCalendar
from surveytool.domain.problem import Problem
from surveytool.domain.refusal import Refusal
from surveytool.domain.resources import RESOURCES

T = TypeVar("T")
PROFILES = RESOURCES / "profiles"


class UnknownProfileError(Refusal):
    """There is no profile of this name."""

    code = "casework.unknown_profile"
    exit_code = 2


class ProfileSyntaxError(Refusal):
    """The file is not TOML."""

    code = "casework.profile_syntax"


class BadProfileError(Refusal):
    """The file is TOML, but keys are missing, unknown or wrong."""

    code = "casework.bad_profile"

    def __init__(self, file: Path, problems: list[Problem]) -> None:
        self.problems = tuple(problems)
        said = "\n".join(one.say("zh") for one in problems)
        super().__init__(file=file.name, problems=said)


def profile_files() -> dict[str, Path]:
    """Return the profiles that come with the program, by code."""
    return {file.stem: file for file in sorted(PROFILES.glob("*.toml"))}


def load_profile(name: str | Path) -> Profile:
    """Return a profile by code or file, laid over the one it is based on.

    Raises UnknownProfileError, ProfileSyntaxError, BadProfileError.
    """
    return _load(_found(name), ())


def _found(name: str | Path, beside: Path | None = None) -> Path:
    own = (beside / f"{name}.toml") if beside else Path(name)
    file = own if own.is_file() else PROFILES / f"{name}.toml"
    if not file.is_file():
        raise UnknownProfileError(profile=name)
    return file


def _load(file: Path, above: tuple[Path, ...]) -> Profile:
    if file in above:
        raise UnknownProfileError(profile=file.stem)
    text = file.read_text("utf-8-sig")
    notes = Findings(text)
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ProfileSyntaxError(file=file.name, why=error) from error
    draft = finished(CheckedTable(values, "", notes), read_profile)
    if notes.problems:
        raise BadProfileError(file, notes.problems)
    profile = draft.profile
    if draft.based_on:
        base = _load(_found(draft.based_on, file.parent), (*above, file))
        profile = laid_over(base, profile, draft.leaves_out)
    if not draft.follows:
        return profile
    before = _load(_found(draft.follows, file.parent), (*above, file))
    return replace(profile, follows=before)


def laid_over(base: Profile, own: Profile, leaves_out: tuple[str, ...]) -> Profile:
    """Return a profile with everything of its base that it does not say itself."""
    rules = {one.code: one for one in (*base.rules, *own.rules)}
    offers = {one.code: one for one in (*base.offers, *own.offers)}
    checks = dict(base.checks) | dict(own.checks)
    return replace(
        own,
        thresholds=dict(base.thresholds) | dict(own.thresholds),
        rules=tuple(one for code, one in rules.items() if code not in leaves_out),
        checks={code: one for code, one in checks.items() if code not in leaves_out},
        matches=dict(base.matches) | dict(own.matches),
        development=own.development or base.development,
        offers=tuple(one for code, one in offers.items() if code not in leaves_out),
        procedures=_laid(base.procedures, own.procedures, leaves_out),
        duties=_laid(base.duties, own.duties, leaves_out),
        channels=_laid(base.channels, own.channels, leaves_out),
        lists=_laid(base.lists, own.lists, leaves_out),
        calendar=WorkCalendar(
            base.calendar.holidays | own.calendar.holidays - own.calendar.workdays,
            base.calendar.workdays | own.calendar.workdays - own.calendar.holidays,
        ),
    )


def _laid(
    base: Mapping[str, T], own: Mapping[str, T], leaves_out: tuple[str, ...]
) -> Mapping[str, T]:
    found = dict(base) | dict(own)
    return {code: one for code, one in found.items() if code not in leaves_out}
