"""A form with every control and appearance, as its author writes it in a table."""

import shutil
from functools import cache

from surveytool.questionnaire.compile import compile_form
from surveytool.questionnaire.form import load_form
from surveytool.questionnaire.media import Media
from surveytool.questionnaire.session import Session

TOWNS = "name,label\nt1,东坪镇\nt2,西岭镇\nt3,南溪乡\n"
MANY = "".join(
    f"|         | village | v{n:03} | 第{n}村 | Village {n} |\n" for n in range(60)
)
FORM = f"""
| survey |                 |            |              |              |            |                    |                 |               |                  |              |
|        | type            | name       | label::中文 (zh) | label::English (en) | appearance | parameters  | constraint      | constraint_message::中文 (zh) | bind::st:check | body::st:unknown |
|        | text            | loose      | 没有分组的题 | A loose question |        |                    |                 |               |                  |              |
|        | begin_group     | writing    | 填写         | Written      |            |                    |                 |               |                  |              |
|        | integer         | number     | 整数         | Integer      |            |                    |                 |               |                  |              |
|        | decimal         | amount     | 小数         | Decimal      | thousands-sep |                 | . < 50          | 比往年多得多，请核对。 | warning |              |
|        | text            | words      | 文字         | Text         |            |                    |                 |               |                  | yes          |
|        | text            | secret     | 密文         | Masked       | masked     |                    |                 |               |                  |              |
|        | text            | lines      | 多行         | Lines        | multiline  |                    |                 |               |                  |              |
|        | date            | day        | 日期         | Day          |            |                    |                 |               |                  |              |
|        | date            | month      | 月份         | Month        | month-year |                    |                 |               |                  |              |
|        | date            | year       | 年份         | Year         | year       |                    |                 |               |                  |              |
|        | time            | clock      | 时间         | Time         |            |                    |                 |               |                  |              |
|        | dateTime        | moment     | 日期和时间   | Moment       |            |                    |                 |               |                  |              |
|        | geopoint        | point      | 地点         | Point        | placement-map |                 |                 |               |                  |              |
|        | geotrace        | trace      | 路线         | Trace        |            |                    |                 |               |                  |              |
|        | geoshape        | shape      | 地块         | Shape        |            |                    |                 |               |                  |              |
|        | barcode         | code       | 条码         | Barcode      |            |                    |                 |               |                  |              |
|        | note            | remark     | **注意**：这是说明。 | **Mind**: a note. |  |                 |                 |               |                  |              |
|        | end_group       |            |              |              |            |                    |                 |               |                  |              |
|        | begin_group     | choosing   | 选择         | Chosen       |            |                    |                 |               |                  |              |
|        | select_one few  | one        | 单选         | One          |            |                    |                 |               |                  |              |
|        | select_one few  | small      | 下拉         | Minimal      | minimal    |                    |                 |               |                  |              |
|        | select_one few  | likert     | 满意度       | Likert       | likert     |                    |                 |               |                  |              |
|        | select_one few  | quick      | 快选         | Quick        | quick      |                    |                 |               |                  |              |
|        | select_one few  | typed      | 搜索         | Search       | autocomplete |                  |                 |               |                  |              |
|        | select_one village | long    | 长单选       | Long         |            |                    |                 |               |                  |              |
|        | select_one_from_file towns.csv | town | 乡镇  | Town         |            |                    |                 |               |                  |              |
|        | select_multiple few | several | 多选        | Several      |            |                    |                 |               |                  |              |
|        | select_multiple few | folded | 收起的多选   | Folded       | minimal    |                    |                 |               |                  |              |
|        | select_multiple village | narrowed | 长多选 | Narrowed    |            |                    |                 |               |                  |              |
|        | select_one few  | pictured   | 看图选       | Image map    | image-map  |                    |                 |               |                  |              |
|        | rank few        | order      | 排序         | Rank         |            |                    |                 |               |                  |              |
|        | range           | slid       | 滑块         | Range        |            | start=1 end=5 step=0.5 |             |               |                  |              |
|        | range           | stars      | 评分         | Rating       | rating     | start=1 end=5 step=1 |               |               |                  |              |
|        | range           | picked     | 选数         | Picker       | picker     | start=0 end=100 step=10 |            |               |                  |              |
|        | acknowledge     | seen       | 请确认       | Acknowledge  |            |                    |                 |               |                  |              |
|        | end_group       |            |              |              |            |                    |                 |               |                  |              |
|        | begin_group     | table      | 表格         | Table        | table-list |                    |                 |               |                  |              |
|        | select_one few  | row1       | 第一行       | Row one      |            |                    |                 |               |                  |              |
|        | select_one few  | row2       | 第二行       | Row two      |            |                    |                 |               |                  |              |
|        | end_group       |            |              |              |            |                    |                 |               |                  |              |
|        | begin_group     | files      | 附件         | Files        |            |                    |                 |               |                  |              |
|        | image           | photo      | 照片         | Photo        |            |                    |                 |               |                  |              |
|        | image           | signature  | 签名         | Signature    | signature  |                    |                 |               |                  |              |
|        | image           | sketch     | 草图         | Sketch       | draw       |                    |                 |               |                  |              |
|        | image           | marked     | 标注         | Annotate     | annotate   |                    |                 |               |                  |              |
|        | audio           | sound      | 录音         | Audio        |            |                    |                 |               |                  |              |
|        | video           | film       | 录像         | Video        |            |                    |                 |               |                  |              |
|        | file            | paper      | 文件         | File         |            |                    |                 |               |                  |              |
|        | end_group       |            |              |              |            |                    |                 |               |                  |              |
|        | begin_repeat    | person     | 成员         | Person       |            |                    |                 |               |                  |              |
|        | text            | full_name  | 姓名         | Name         |            |                    |                 |               |                  |              |
|        | text            | id_number  | 身份证号     | ID number    |            |                    |                 |               |                  |              |
|        | select_one sex  | sex        | 性别         | Sex          |            |                    |                 |               |                  |              |
|        | date            | birth      | 出生日期     | Born         |            |                    |                 |               |                  |              |
|        | integer         | age        | 年龄         | Age          |            |                    |                 |               |                  |              |
|        | begin_repeat    | visit      | 走访         | Visit        |            |                    |                 |               |                  |              |
|        | text            | title      | 事由         | About        |            |                    |                 |               |                  |              |
|        | end_repeat      |            |              |              |            |                    |                 |               |                  |              |
|        | end_repeat      |            |              |              |            |                    |                 |               |                  |              |
| choices |         |       |            |             |
|         | list_name | name | label::中文 (zh) | label::English (en) |
|         | few     | a     | 很满意     | Very happy  |
|         | few     | b     | 满意       | Happy       |
|         | few     | c     | 一般       | So so       |
|         | sex     | male  | 男         | Male        |
|         | sex     | female | 女        | Female      |
{MANY}| settings |        |            |            |                  |
|          | form_title | form_id | namespaces | default_language |
|          | 各种题型 | every_control | st="urn:surveytool:forms" | 中文 (zh) |
"""  # noqa: E501 - a table reads best unbroken


@cache
def xml():
    return compile_form(FORM.strip()).xml


@cache
def form():
    return load_form(xml(), Media(files={"towns.csv": TOWNS.encode()}))


def session():
    return Session(form())


def put_among_forms(desk, folder):
    """Give a workspace the form beside its own."""
    folder.mkdir()
    for file in desk.forms.glob("*.xml"):
        shutil.copy(file, folder)
    (folder / "every_control.xml").write_bytes(xml())
    desk.forms = folder
