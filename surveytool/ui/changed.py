"""What a change touched, told to every page at once."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Changed:
    """The households touched; none named means that anything may differ."""

    households: frozenset[str] = frozenset()

    def touches(self, household: str) -> bool:
        """Tell whether a page that shows this household must look again."""
        return not self.households or household in self.households


EVERYTHING = Changed()
