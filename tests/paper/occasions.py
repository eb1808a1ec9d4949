"""Made-up occasions: one household, a village's list, words that a task gives."""

from datetime import date

from families import HOUSEHOLD, MEASURES, MEMBERS, entity, family, village

from surveytool.paper.family import Family
from surveytool.paper.layout import Layout
from surveytool.paper.occasion import Occasion

ON = date(2026, 11, 23)
GIVEN = {
    "sender": "西岭镇　王芳",
    "receiver": "湄山县农业农村局",
    "file": "西岭镇-20261123.stpack",
    "at": "2026年11月23日 18:05",
    "result": "已接收",
    "new": "118",
    "repeated": "0",
    "villages": "西坪村 21户、东坪村 3户",
    "conflicts": "2处",
    "gaps": "无",
    "workspace": "西岭镇 2026.survey",
    "office": "湄山县西岭镇人民政府",
    "operator": "王芳",
    "made": "2026年11月23日",
    "key": "7QK4-M2XP-9VTD-H3RN-C8WF-6JYB",
}
HEADS = ("吉𬭸祥", "欧阳明德", "王兰", "周㛃䶮", "赵志强", "古丽娜尔·买买提")
STEP = {
    "name": "inclusion_approval",
    "result": "passed",
    "reason": "同意纳入监测",
    "by": "孙立",
    "on": "2026-04-02",
}
LEAKS = (
    "520321197504120011",
    "52032119750412001X",
    "13900002762",
    "6228480402564890018",
    "高血压",
    "糖尿病",
    "因病",
    "残疾",
)


def decided() -> Family:
    """Return the usual household with the county's decision."""
    home = family()
    step = entity("step", "s1", STEP)
    every = [home.household, *home.members, home.plan, *home.measures, step]
    return Family.gather(every, home.village)


def neighbours() -> tuple[Family, ...]:
    """Return six households of a village under watch."""
    return tuple(
        family(
            members=({**MEMBERS[0], "full_name": name}, *MEMBERS[1:]),
            code=f"{n:04}",
            group=f"第{n}组",
        )
        for n, name in enumerate(HEADS, 1)
    )


def hostile() -> Family:
    """Return a household with private numbers and illness in every free text."""
    private = "；".join(LEAKS)
    texts = ("address", "bank", "conclusion_reason", "event_note", "helper_unit")
    fields = dict.fromkeys(texts, private)
    fields |= {"bank_account": LEAKS[3], "phone": LEAKS[2], "group": f"三组{LEAKS[2]}"}
    head = MEMBERS[0] | {"phone": LEAKS[2], "full_name": f"吉祥{LEAKS[0]}"}
    return family(
        members=(head, *MEMBERS[1:]),
        plan={"year": "2026", "analysis": private, "goal": private, "wish": private},
        measures=[one | {"content": private} for one in MEASURES],
        **HOUSEHOLD | fields,
    )


def occasion(layout: Layout) -> Occasion:
    """Return what a sheet is usually made for."""
    homes = {"household": (decided(),), "list": neighbours(), "once": ()}
    return Occasion(ON, homes[layout.per], village(), given=GIVEN)
