"""How a household fares: house, land, income, risks, monitoring."""

from collections.abc import Sequence
from decimal import Decimal
from random import Random

from surveytool.domain.money import half_up

MONITORED_SHARE = 0.08
ELIMINATED_SHARE = 0.55
Fields = dict[str, str]


def living(rng: Random) -> Fields:
    """Return house, water, land and road."""
    unsafe = rng.random() < 0.01  # noqa: PLR2004 - shares are made up
    dry = "no" if rng.random() < 0.01 else "yes"  # noqa: PLR2004 - shares are made up
    return {
        "housing_grade": rng.choice("CD") if unsafe else rng.choice("AAB"),
        "floor_area": str(rng.randrange(60, 180)),
        "water_quantity": "yes",
        "water_quality": "yes",
        "water_access": "yes",
        "water_reliability": dry,
        "safe_water": dry,
        "toilet": rng.choice(("yes", "yes", "no")),
        "farmland": f"{rng.randrange(20, 120) / 10:.1f}",
        "woodland": f"{rng.randrange(0, 300) / 10:.1f}",
        "road_kind": rng.choice(("cement", "cement", "asphalt", "gravel")),
        "road_distance": f"{rng.randrange(0, 20) / 10:.1f}",
    }


def income(rng: Random, persons: Sequence[Fields], level: Decimal) -> Fields:
    """Return the twelve months' income; level 1 is a household without worries."""
    workers = sum(one.get("labour") in ("normal", "skilled") for one in persons)
    parts = {
        "wage_migrant": _yuan(rng, 14000 * workers, level),
        "wage_post": _yuan(rng, 6000 if rng.random() < 0.1 else 0, level),  # noqa: PLR2004 - shares are made up
        "business_planting": _yuan(rng, 6000, level),
        "business_breeding": _yuan(rng, 5000, level),
        "property_land": _yuan(rng, 500, level),
        "transfer_pension": _yuan(rng, 1800 * _elders(persons), Decimal(1)),
        "transfer_ecology": _yuan(rng, 900, Decimal(1)),
        "cost_planting": _yuan(rng, 1800, level),
        "cost_breeding": _yuan(rng, 1200, level),
    }
    return {name: str(value) for name, value in parts.items()} | totals(
        parts, len(persons)
    )


def totals(parts: dict[str, Decimal], persons: int) -> Fields:
    """Return A, B, C, D, E, N and n (DOMAIN 1.4) from the components."""

    def total(prefix: str) -> Decimal:
        return sum(
            (value for name, value in parts.items() if name.startswith(prefix)),
            Decimal(0),
        )

    sums = {
        "wage_income": total("wage_"),
        "business_income": total("business_"),
        "property_income": total("property_"),
        "transfer_income": total("transfer_"),
    }
    cost = total("cost_")
    net = sum(sums.values(), Decimal(0)) - cost
    head = half_up(net / persons)
    return {name: str(half_up(value)) for name, value in sums.items()} | {
        "business_cost": str(half_up(cost)),
        "net_income": str(half_up(net)),
        "income_per_head": str(head),
        "out_of_pocket": "0.00",
        "insurance_payout": "0.00",
        "reference_per_head": str(head),
    }


def monitoring(rng: Random, kind: str) -> Fields:
    """Return why and since when a household is watched, and if it still is."""
    monitor = rng.choice(("unstable",) if kind == "lifted" else ("marginal", "sudden"))
    year = rng.choice((2023, 2023, 2024, 2024, 2025, 2026))
    risks = rng.sample(("illness", "disability", "work", "labour", "schooling", "business", "disaster"), 2)  # fmt: skip
    fields = {
        "monitor_type": monitor,
        "identified": f"{year}{rng.randrange(1, 10):02d}",
        "risks": " ".join(risks[: rng.choice((1, 1, 2))]),
        "risk_eliminated": "no",
    }
    if year < 2026 and rng.random() < ELIMINATED_SHARE * 1.2:  # noqa: PLR2004 - six months have passed
        fields |= {
            "risk_eliminated": "yes",
            "eliminated": f"{year + 1}{rng.randrange(1, 11):02d}",
            "elimination_way": "helped",
        }
    return fields


def _elders(persons: Sequence[Fields]) -> int:
    return sum(one["birth"] < "1966-11" for one in persons)


def _yuan(rng: Random, about: int, level: Decimal) -> Decimal:
    return half_up(Decimal(rng.randrange(60, 141)) * about * level / 100)
