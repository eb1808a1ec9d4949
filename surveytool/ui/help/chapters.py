"""The chapters of the manual, in the order of its first page."""

import re
from dataclasses import dataclass
from pathlib import Path

from surveytool.domain.resources import MANUAL

_LINK = re.compile(r"\[([^\]]+)\]\(([a-z_]+)\.md\)")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A page of the manual; ``topic`` is the name of its file."""

    topic: str
    title: str

    @property
    def path(self) -> Path:
        """The file of the chapter."""
        return MANUAL / f"{self.topic}.md"

    def read(self) -> str:
        """Return the chapter as it is written, in Markdown."""
        return self.path.read_text("utf-8")

    def mentions(self, wanted: str) -> bool:
        """Tell whether the title or the text has some words."""
        return wanted.casefold() in f"{self.title}\n{self.read()}".casefold()


def chapters() -> list[Chapter]:
    """Return what the first page of the manual links to."""
    first = (MANUAL / "README.md").read_text("utf-8")
    return [Chapter(topic, title) for title, topic in _LINK.findall(first)]
