"""Three years of a household's life, as its workers would have saved it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from random import Random
from uuid import UUID

from surveytool.domain.entity import Ref
from surveytool.tasks.demo.pen import Pen
from surveytool.tasks.demo.welfare import income

WORKER = "赵志远"
COUNTY = "孙敏"
GROWTH = Decimal("1.09")
SURVEYED_SHARE = 0.74
CONTENTS = {
    "illness": ("health", "家庭医生签约服务，办理慢性病门诊待遇", "镇卫生院"),
    "disability": ("safety_net", "落实残疾人两项补贴", "镇民政办"),
    "work": ("work", "推荐县内帮扶车间就业，申报交通补助", "县人社局"),
    "labour": ("safety_net", "按规定纳入农村低保，按月发放", "镇民政办"),
    "schooling": ("education", "申请雨露计划补助", "县教育局"),
    "business": ("business", "发放种苗化肥，合作社订单收购", "县农业农村局"),
    "disaster": ("business", "灾后复种补助和技术指导", "县农业农村局"),
}
AMOUNTS = ("", "800", "1200", "2000", "3600")


def new_id(rng: Random) -> str:
    """Return a UUID that the seed decides."""
    return str(UUID(int=rng.getrandbits(128), version=4))


def live(
    rng: Random, pen: Pen, people: Sequence[dict[str, str]], years: Sequence[int]
) -> None:
    """Write the yearly checks, the plans and their approvals."""
    level = Decimal(rng.randrange(60, 150)) / 100
    for year in years:
        level *= GROWTH
        last = year == max(years)
        if last and rng.random() > SURVEYED_SHARE:
            continue
        day = f"{year}-{rng.choice(('10', '11'))}-{rng.randrange(1, 21):02d}"
        fields = income(rng, people, level) | {"own_capacity": "partly"}
        if last:
            fields["surveyed"] = day
        pen.write(WORKER, f"{day}T15:20:00+08:00", {pen.root: fields})
        if _is_watched(pen, year):
            _plan(rng, pen, year, day, approved=not last or rng.random() < 0.6)  # noqa: PLR2004 - shares are made up


def _is_watched(pen: Pen, year: int) -> bool:
    identified = pen.value(pen.root, "identified")
    eliminated = pen.value(pen.root, "eliminated") or "9999"
    return bool(identified) and str(identified)[:4] <= str(year) <= eliminated[:4]


def _plan(rng: Random, pen: Pen, year: int, day: str, *, approved: bool) -> None:
    home = pen.root.id
    plan = Ref("plan", new_id(rng))
    risks = (pen.value(pen.root, "risks") or "").split()
    entities: dict[Ref, Mapping[str, str]] = {
        plan: {
            "household": home, "year": str(year), "made": day, "maker": WORKER,
            "analysis": "主要劳动力收入不稳，刚性支出较大。",
            "goal": "收入稳定增长，三保障和饮水安全持续达标。",
            "income_goal": str(rng.randrange(90, 140) * 100), "agreed": "yes",
        }
    }  # fmt: skip
    for order, risk in enumerate(risks, 1):
        entities[Ref("measure", new_id(rng))] = {
            "household": home, "plan": plan.id, "order": str(order), "risk": risk,
        } | _measure(rng, risk, year)  # fmt: skip
    pen.write(WORKER, f"{day}T16:05:00+08:00", entities)
    step = {"household": home, "subject": str(plan), "result": "passed"}
    sent = step | {"name": "plan_submitted", "by": WORKER, "on": day, "office": "township"}
    pen.write(WORKER, f"{day}T16:06:00+08:00", {Ref("step", new_id(rng)): sent})
    if approved:
        done = step | {
            "name": "plan_approval", "by": COUNTY, "on": f"{year}-11-22",
            "office": "county", "reason": "同意",
        }  # fmt: skip
        pen.write(COUNTY, f"{year}-11-22T09:00:00+08:00", {Ref("step", new_id(rng)): done})


def _measure(rng: Random, risk: str, year: int) -> dict[str, str]:
    kind, content, unit = CONTENTS[risk]
    amount = rng.choice(AMOUNTS)
    fields = {
        "class": kind, "content": content, "unit": unit, "responsible": WORKER,
        "starts": f"{year}-03-01", "ends": f"{year}-12-31", "effect": "稳定增收、减轻负担",
        "progress": rng.choice(("planned", "running", "done", "done")),
    }  # fmt: skip
    return fields | ({"amount": amount} if amount else {})
