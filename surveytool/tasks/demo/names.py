"""Names of fictional people and places."""

from random import Random

SURNAMES = tuple(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
)
MALE = tuple("建国志强德福学军永红海平文斌新民有才宝林大勇长生小龙兴旺")
FEMALE = tuple("秀英桂兰玉梅淑珍春花月娥彩霞红艳小燕巧云晓丽雪芳")
YOUNG = tuple("子涵雨泽梓萱浩然一诺欣怡宇轩思远佳琪俊杰若曦明轩")
RARE = ("王𬭸", "李㛃", "张䶮", "赵𠅤")
MINORITY = ("马·阿卜杜拉", "阿依古丽·买买提")

TOWNSHIPS = tuple(
    "西岭镇 东川乡 南河镇 北坪乡 龙泉镇 石门乡 柳林镇 青山乡 白杨镇 红崖乡"
    " 双河镇 马家乡 杨店镇 柏林乡 温泉镇".split()
)
PLACES = ("坪", "岩", "塘", "沟", "湾", "坡", "岭", "川", "寨", "庄", "原", "滩")
SIDES = ("西", "后", "小", "老", "上", "下", "东", "南", "北", "中", "大", "新")


def person_name(rng: Random, sex: str, age: int, surname: str = "") -> str:
    """Return a name that fits sex and age."""
    given = YOUNG if age < 20 else MALE if sex == "1" else FEMALE  # noqa: PLR2004 - a generation
    count = 1 if rng.random() < 0.2 else 2  # noqa: PLR2004 - a fifth have one character
    start = rng.randrange(0, len(given) - 1, 2)
    pair = given[start] + rng.choice(given) if count > 1 else given[start]
    return (surname or rng.choice(SURNAMES)) + pair


def village_titles() -> list[str]:
    """Return 144 village names, the first of them sounding best."""
    return [f"{side}{place}村" for place in PLACES for side in SIDES]
