"""Made-up households for the tests of paper; no real person is meant."""

from surveytool.domain.entity import Entity, Ref
from surveytool.paper.family import Family

VILLAGE = {"county": "湄山县", "township": "西岭镇", "title": "西坪村"}
HOUSEHOLD = {
    "code": "5203110040900017",
    "address": "西岭镇西坪村第九组17号",
    "phone": "13900002762",
    "kind": "lifted",
    "monitor_type": "unstable",
    "identified": "202603",
    "risks": "illness schooling",
    "risk_eliminated": "no",
    "size": "5",
    "resettled": "no",
    "floor_area": "98",
    "housing_grade": "B",
    "water_quantity": "yes",
    "water_quality": "yes",
    "water_access": "yes",
    "water_reliability": "yes",
    "farmland": "4.6",
    "wage_income": "24000.00",
    "business_income": "11400.00",
    "property_income": "800.00",
    "transfer_income": "6420.00",
    "business_cost": "4200.00",
    "net_income": "38420.00",
    "income_per_head": "7684.00",
    "out_of_pocket": "6310.55",
    "income_from": "202503",
    "income_to": "202602",
    "helper_name": "赵志远",
    "helper_unit": "湄山县教育局",
    "helper_phone": "13800005678",
}
MEMBERS = (
    {
        "full_name": "吉𬭸祥",
        "relation": "head",
        "sex": "1",
        "id_number": "520321197504120011",
        "education": "junior",
        "health": "chronic",
        "labour": "weak",
        "minimum_living": "rural",
    },
    {
        "full_name": "周㛃䶮",
        "relation": "spouse",
        "sex": "2",
        "birth": "1978-10-11",
        "id_number": "52032119781011002X",
        "education": "primary",
        "health": "healthy",
        "labour": "normal",
    },
    {
        "full_name": "吉𠅤泽",
        "relation": "son",
        "sex": "1",
        "birth": "2001-02-11",
        "id_number": "520321200102110039",
        "education": "senior",
        "health": "healthy",
        "labour": "skilled",
        "work_place": "广东东莞",
        "work_employer": "电子厂",
        "work_months": "10",
    },
    {
        "full_name": "吉子涵",
        "relation": "daughter",
        "sex": "2",
        "birth": "2009-12-31",
        "id_number": "520321200912310048",
        "schooling": "senior_1",
        "health": "healthy",
    },
    {
        "full_name": "吉德贵",
        "relation": "father",
        "sex": "1",
        "birth": "1947-08-13",
        "id_number": "520321194708130056",
        "education": "none",
        "health": "disabled chronic",
        "disability_kind": "4",
        "disability_grade": "3",
        "labour": "none",
    },
)
PLAN = {
    "year": "2026",
    "made": "2026-11-23",
    "analysis": "户主长期患慢性病，每年政策范围内自付医药费较多；之女在县二中读高中，"
    "教育支出较大。家庭收入主要依靠之子在广东东莞务工，一旦停工即有返贫风险。",
    "wish": "希望继续种植辣椒，盼解决之女上学费用。",
    "goal": "2026年底人均纯收入稳定在8,800元以上，医疗、教育刚性支出有保障，"
    "风险稳定消除。",
    "income_goal": "8800",
}
MEASURES = (
    {
        "class": "business",
        "content": "种植辣椒3亩，村合作社统一供苗、订单回收",
        "amount": "1800",
        "unit": "西岭镇农业服务中心",
        "responsible": "赵志远",
        "starts": "2026-03-01",
        "ends": "2026-10-31",
        "effect": "年增收3,000元",
        "progress": "running",
    },
    {
        "class": "work",
        "person": "p3",
        "content": "续签东莞电子厂劳动合同；申报一次性交通补助",
        "amount": "800",
        "unit": "县人力资源和社会保障局",
        "responsible": "李敏",
        "starts": "2026-02-15",
        "effect": "稳定务工10个月以上",
        "progress": "done",
    },
    {
        "class": "health",
        "person": "p1",
        "content": "高血压纳入家庭医生签约，慢性病卡年审；门诊费用救助",
        "standard": "据实报销",
        "unit": "西岭镇卫生院",
        "responsible": "刘洋",
        "starts": "2026-01-01",
        "ends": "2026-12-31",
        "effect": "自付费用降至10%以内",
        "progress": "running",
    },
    {
        "class": "education",
        "person": "p4",
        "content": "申请普通高中助学金，免学杂费",
        "amount": "2000",
        "standard": "每学年",
        "unit": "县教育局",
        "responsible": "陈晓",
        "starts": "2026-09-01",
        "effect": "不因贫失学",
        "progress": "planned",
    },
    {
        "class": "safety_net",
        "person": "p5",
        "content": "残疾人两项补贴复核",
        "amount": "130",
        "standard": "每月",
        "unit": "县民政局",
        "responsible": "马骏",
        "starts": "2026-04-01",
        "effect": "补贴按时发放",
        "progress": "done",
    },
)
ROOT = Ref("household", "h1")


def entity(kind: str, name: str, fields: dict[str, str]) -> Entity:
    return Entity(Ref(kind, name), ROOT, fields)


def village(**fields: str) -> Entity:
    ref = Ref("village", "520311004009")
    return Entity(ref, ref, VILLAGE | fields)


def family(
    *, members=MEMBERS, measures=MEASURES, plan=PLAN, title="西坪村", **household
) -> Family:
    entities = [entity("household", "h1", HOUSEHOLD | household)]
    entities += [
        entity("person", f"p{n}", one | {"order": str(n)})
        for n, one in enumerate(members, 1)
    ]
    if plan is not None:
        entities.append(entity("plan", "plan", plan))
    entities += [
        entity("measure", f"m{n:03}", one | {"order": str(n), "plan": "plan"})
        for n, one in enumerate(measures, 1)
    ]
    return Family.gather(entities, village(title=title))
