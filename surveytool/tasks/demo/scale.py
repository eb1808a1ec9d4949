"""How large a demo county is: townships, villages, households, persons."""

from dataclasses import dataclass
from random import Random

SIZES = (1, 2, 3, 4, 5, 6, 7, 8)
WEIGHTS = (6, 11, 13, 20, 21, 16, 9, 4)


@dataclass(frozen=True, slots=True)
class Scale:
    """The size of a county; persons 0 lets the households decide."""

    townships: int
    villages: int
    households: int
    persons: int = 0
    years: tuple[int, ...] = (2024, 2025, 2026)

    def village_sizes(self, rng: Random) -> list[int]:
        """Return how many households each village has."""
        base = [rng.randrange(70, 131) for _ in range(self.villages)]
        shares = [self.households * one // sum(base) for one in base]
        shares[0] += self.households - sum(shares)
        return shares

    def household_sizes(self, rng: Random) -> list[int]:
        """Return every household's persons, adding up to the persons asked for."""
        sizes = rng.choices(SIZES, WEIGHTS, k=self.households)
        missing = self.persons - sum(sizes) if self.persons else 0
        while missing:
            index = rng.randrange(self.households)
            step = 1 if missing > 0 else -1
            if sizes[index] + step in SIZES:
                sizes[index] += step
                missing -= step
        return sizes


SCALES = {
    "demo": Scale(townships=2, villages=6, households=1500),
    "small": Scale(townships=1, villages=2, households=60),
    # Wushan's sweep of 2019 (DOMAIN §11, S2).
    "wushan": Scale(15, 344, 92_408, 423_850, years=()),
}
