"""What is said beside the answers of a draft: comments, and what nobody knows.

Each is a field of the submission of its own, so that it is kept, sent and shown in
the history like an answer: "/data/x#comment" with the words, "/data/x#unknown" with
"yes". A # stands in no reference of a form, so neither can meet an answer, and the
form's own entities never see them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

COMMENT, UNKNOWN = "#comment", "#unknown"


@dataclass(slots=True)
class Aside:
    """Comments by reference, and the references that are not known."""

    comments: dict[str, str] = field(default_factory=dict)
    unknown: set[str] = field(default_factory=set)

    @classmethod
    def read(cls, fields: Mapping[str, str]) -> Self:
        """Return what stands beside the answers among a submission's fields."""
        return cls(
            {
                name.removesuffix(COMMENT): said
                for name, said in fields.items()
                if name.endswith(COMMENT)
            },
            {name.removesuffix(UNKNOWN) for name in fields if name.endswith(UNKNOWN)},
        )

    def fields(self) -> dict[str, str]:
        """Return the fields of the submission that keep it."""
        said = {f"{ref}{COMMENT}": words for ref, words in self.comments.items()}
        return said | {f"{ref}{UNKNOWN}": "yes" for ref in sorted(self.unknown)}

    def comment(self, ref: str, words: str) -> None:
        """Keep a comment on an answer; "" takes it away."""
        if words:
            self.comments[ref] = words
        else:
            self.comments.pop(ref, None)

    def mark_unknown(self, ref: str, *, is_so: bool) -> None:
        """Say that an answer is not known, or that it is after all."""
        (self.unknown.add if is_so else self.unknown.discard)(ref)


def is_aside(name: str) -> bool:
    """Tell whether a submission's field stands beside an answer."""
    return "#" in name
