"""What every page is handed: look, language, work and the ways elsewhere."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from surveytool.tasks.desk import Desk
from surveytool.ui.jobs import Jobs
from surveytool.ui.theme.look import Look
from surveytool.ui.words import Words


class Ways(Protocol):
    """Where a page can lead; the window knows how to get there."""

    def show_page(self, name: str) -> None:
        """Show one of the pages of the rail."""

    def show_household(self, household: str) -> None:
        """Show a household in the list of its village."""

    def show_households(self, *, kind: str = "", state: str = "") -> None:
        """Show the households of all villages that are in a state."""

    def survey(self, household: str, form: str) -> None:
        """Open a form for a household: household_check or assistance_plan."""

    def preview(self, pdf: Path, title: str) -> None:
        """Show a PDF that can be saved and printed."""

    def sheets(self, households: tuple[str, ...], title: str) -> None:
        """Choose a sheet for households, look at it, print it."""

    def show_conflicts(self) -> None:
        """Show the conflict desk."""

    def tell(self, text: str, tone: str = "green") -> None:
        """Show a short message that goes away by itself."""


@dataclass(frozen=True)
class Screen:
    """The surroundings of a page."""

    look: Look
    words: Words
    jobs: Jobs
    desk: Desk
    ways: Ways
