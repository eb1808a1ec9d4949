"""What is counted while rows are read."""

from dataclasses import dataclass


@dataclass(slots=True)
class Tally:
    """Running counts; what each one means stands in ``people.Counts``."""

    lost_digits: int = 0
    false_check_digits: int = 0
    normalised: int = 0
    short: int = 0
    dots: int = 0
    rare: int = 0
    footers: int = 0
    repeated: int = 0
