from dataclasses import replace
from decimal import Decimal

from golden import assert_picture, assert_text

from surveytool.domain.figure import Figure
from surveytool.domain.table import Chart, Column, Table
from surveytool.paper.chart import draw
from surveytool.paper.press import set_sheet
from surveytool.paper.preview import Preview
from surveytool.paper.report_page import report_page

RATE = Figure(
    name="rate",
    zh="风险消除率",
    en="Rate",
    definition_zh="已消除人数÷纳入人数×100%",
    definition_en="eliminated ÷ included",
    unit="%",
    numerator=Decimal(9880),
    denominator=Decimal(15923),
)


def table(*, rows=2, columns=2):
    more = tuple(Column(f"列{n}", "户", "count") for n in range(columns - 2))
    cells = tuple(str(1000 + n) for n in range(columns - 2))
    return Table(
        name="demo",
        title="湄山县防止返贫监测对象风险消除情况统计表",
        subtitle="截至2026年11月23日",
        columns=(Column("乡镇"), Column("累计纳入", "人", "count"), *more),
        rows=tuple((f"第{n}镇", str(12345 + n), *cells) for n in range(rows)),
        total=("合计", "15923", *cells),
        notes=("分子取人数。", "分母取人数。"),
        figures=(RATE,),
    )


def pages_of(typesetter, imprint, page):
    pdf = set_sheet(typesetter, "report", pages=[page], imprint=imprint)
    with Preview(pdf) as preview:
        return [preview.text(n) for n in range(preview.page_count)], preview.size(0)


def test_a_report_as_it_was_approved(typesetter, imprint):
    page = report_page(table(), office="湄山县农业农村局")
    pdf = set_sheet(typesetter, "report", pages=[page], imprint=imprint)
    with Preview(pdf) as preview:
        assert preview.page_count == 1
        assert_text("report", preview.text(0))
        assert_picture("report", preview.picture(0, 50))


def test_a_long_table_repeats_its_head_and_ends_with_the_total(typesetter, imprint):
    texts, _ = pages_of(typesetter, imprint, report_page(table(rows=80)))
    assert len(texts) == 3
    assert all("累计纳入" in text for text in texts)
    joined = "".join(texts)
    assert all(f"第{n}镇" in joined for n in range(80))
    assert "15,923" in texts[-1]
    assert "制表人：" in texts[-1]


def test_many_columns_lie_across_the_page(typesetter, imprint):
    texts, (width, height) = pages_of(
        typesetter, imprint, report_page(table(columns=12))
    )
    assert width > height
    assert "1,009" in texts[0]


def test_an_empty_table_says_so(typesetter, imprint):
    texts, _ = pages_of(typesetter, imprint, report_page(table(rows=0)))
    assert "无符合条件的数据" in texts[0]


def test_the_figure_stands_with_its_definition_and_numbers(typesetter, imprint):
    texts, _ = pages_of(typesetter, imprint, report_page(table()))
    assert "62.05%" in texts[0]
    assert "已消除人数÷纳入人数×100%（9880÷15923）" in texts[0]


def test_a_cell_that_is_no_number_is_left_as_it_is():
    columns = (
        Column("乡镇"),
        Column("占比", "%", "percent"),
        Column("户", "", "count"),
    )
    rows = (("甲镇", "62.05", "—"),)
    page = report_page(Table("n", "t", "s", columns, rows))
    assert list(page.tables["rows"][0].values()) == ["甲镇", "62.05", "—"]


def test_a_chart_has_a_bar_and_its_exact_number_for_every_row(typesetter, imprint):
    charted = replace(table(rows=3), charts=(Chart("累计纳入（人）", (1,)),))
    page = report_page(charted)
    pdf = set_sheet(typesetter, "report", pages=[page], imprint=imprint)
    with Preview(pdf) as preview:
        text = preview.text(0)
        assert_picture("report_chart", preview.picture(0, 50))
    assert "累计纳入（人）" in text
    for number in ("12,345", "12,346", "12,347"):
        assert text.count(number) == 2  # in the table and beside its bar


def test_the_same_chart_is_drawn_the_same():
    chart = Chart("累计纳入（人）", (1,))
    assert draw(table(), chart) == draw(table(), chart)


def test_nothing_to_draw_is_not_drawn():
    empty = replace(table(), rows=(("第1镇", "—"), ("第2镇", "0")))
    assert draw(empty, Chart("累计纳入（人）", (1,))) == ""
