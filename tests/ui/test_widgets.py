import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QInputMethodEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QListView, QVBoxLayout, QWidget

from surveytool.domain.rows import HouseholdRow, VillageRow
from surveytool.ui.households.columns import household_columns
from surveytool.ui.households.filters import Filters
from surveytool.ui.households.village_pane import VillagePane
from surveytool.ui.packages.drop_area import DropArea
from surveytool.ui.widgets.banner import Banner
from surveytool.ui.widgets.choice import Choice
from surveytool.ui.widgets.rows_model import RowsModel
from surveytool.ui.widgets.search_box import SearchBox
from surveytool.ui.widgets.stat_card import StatCard
from surveytool.ui.widgets.table import Table
from surveytool.ui.widgets.text import Elided

VILLAGES = [
    VillageRow("v1", "后岩村", households=318, monitored=19, surveyed=240),
    VillageRow("v2", "西坪村", households=300, monitored=21, surveyed=219),
]
HOUSEHOLDS = [
    HouseholdRow("h1", head_name="张三", monitor_type="unstable", risks=("illness",)),
    HouseholdRow("h2", head_name="李四", kind="ordinary", surveyed="2026-05-20"),
    HouseholdRow(
        "h3",
        head_name="王五",
        kind="lifted",
        monitor_type="sudden",
        risk_eliminated=True,
        plan_state="approved",
        has_draft=True,
    ),
]


def write(widget, words):
    """Write Chinese as an input method does."""
    event = QInputMethodEvent("", [])
    event.setCommitString(words)
    QApplication.sendEvent(widget, event)


def shown(qtbot, widget, width=700, height=500):
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def test_typing_searches_once_after_a_breath(qtbot, look):
    box = shown(qtbot, SearchBox(look, "搜索"), 300, 40)
    heard = []
    box.typed.connect(heard.append)
    qtbot.keyClicks(box, "wxq")
    qtbot.waitUntil(lambda: heard == ["wxq"])


def test_keys_of_the_search_field_lead_to_the_list(qtbot, look):
    box = shown(qtbot, SearchBox(look, "搜索"), 300, 40)
    box.setText("张")
    with qtbot.waitSignal(box.went_down):
        qtbot.keyClick(box, Qt.Key.Key_Down)
    with qtbot.waitSignal(box.entered):
        qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""
    with qtbot.waitSignal(box.left):
        qtbot.keyClick(box, Qt.Key.Key_Escape)


def table(qtbot, look, words, width=700):
    model = RowsModel(household_columns(words))
    model.set_rows(HOUSEHOLDS)
    return shown(qtbot, Table(look, model, "农户"), width)


def test_the_arrow_keys_choose_and_enter_opens(qtbot, look, words):
    view = table(qtbot, look, words)
    chosen, opened = [], []
    view.chosen.connect(chosen.append)
    view.opened.connect(opened.append)
    view.setFocus()
    qtbot.waitUntil(lambda: view.chosen_row is not None)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert [row.id for row in chosen] == ["h1", "h2"]
    assert opened == [HOUSEHOLDS[1]]


def test_a_double_click_opens(qtbot, look, words):
    view = table(qtbot, look, words)
    where = view.visualRect(view.model().index(2, 0)).center()
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert opened.args == [HOUSEHOLDS[2]]


@pytest.mark.parametrize(("width", "hidden"), [(900, 0), (640, 1), (430, 4)])
def test_columns_that_can_be_spared_give_way(qtbot, look, words, width, hidden):
    view = table(qtbot, look, words, width)
    gone = [at for at in range(view.model().columnCount()) if view.isColumnHidden(at)]
    assert len(gone) == hidden
    assert 0 not in gone
    assert view.horizontalScrollBar().maximum() == 0


def test_names_sort_by_their_sound_and_the_chosen_one_stays_chosen(qtbot, look, words):
    view = table(qtbot, look, words)
    view.choose(0)
    header = view.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(0) + 10, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.chosen_row == HOUSEHOLDS[0]
    assert [row.head_name for row in view.model().rows] == ["李四", "王五", "张三"]


def test_filters_choose_by_kind_risk_and_state(qtbot, look, words):
    filters = shown(qtbot, Filters(look, words))
    assert filters.pick(HOUSEHOLDS) == HOUSEHOLDS
    filters.choose_kind("monitored")
    assert [one.id for one in filters.pick(HOUSEHOLDS)] == ["h1", "h3"]
    filters.choose_kind("")
    filters.choose_state("unsurveyed")
    assert [one.id for one in filters.pick(HOUSEHOLDS)] == ["h1", "h3"]
    filters.choose_state("draft")
    assert [one.id for one in filters.pick(HOUSEHOLDS)] == ["h3"]
    filters.choose_state("unplanned")
    assert [one.id for one in filters.pick(HOUSEHOLDS)] == ["h1"]


def test_villages_are_found_by_name_and_chosen_by_key(qtbot, look):
    pane = shown(qtbot, VillagePane(look), 236, 500)
    pane.show_villages(VILLAGES, "v1")
    chosen = []
    pane.chosen.connect(lambda village: chosen.append(village.id))
    box, view = pane.findChild(SearchBox), pane.findChild(QListView)
    write(box, "西坪")
    qtbot.waitUntil(lambda: view.model().rowCount() == 1)
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: view.model().rowCount() == 3)
    view.setFocus()
    view.setCurrentIndex(view.model().index(0))
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert chosen[-1] == "v2"
    assert not view.grab().isNull()


def test_the_wheel_does_not_change_a_choice(qtbot, look):
    choice = shown(qtbot, Choice(look, "风险"), 200, 40)
    choice.addItems(["甲", "乙"])
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt takes no names here
    )
    QApplication.sendEvent(choice, wheel)
    assert choice.currentText() == "甲"


def test_dropped_folders_bring_their_files(qtbot, look, tmp_path):
    area = shown(qtbot, DropArea(look))
    inside = tmp_path / "U 盘"
    inside.mkdir()
    (inside / "一.stpack").write_bytes(b"1")
    (tmp_path / "二.stpack").write_bytes(b"2")
    content = QMimeData()
    content.setUrls(
        [QUrl.fromLocalFile(str(p)) for p in (inside, tmp_path / "二.stpack")]
    )
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        content,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        QEvent.Type.Drop,
    )
    with qtbot.waitSignal(area.brought) as brought:
        area.dropEvent(event)
    assert [path.name for path in brought.args[0]] == ["一.stpack", "二.stpack"]


def test_a_figure_that_leads_somewhere_is_reached_by_key(qtbot, look):
    card = shown(qtbot, StatCard(look, "待办", icon="clock", tone="red"), 200, 80)
    came = []
    card.lead(lambda: came.append(1))
    card.show_figure("7")
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_Return)
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert came == [1, 1]
    assert "待办 7" in card.accessibleName()


def test_a_banner_without_words_is_hidden(qtbot, look):
    holder = QWidget()
    holder.setLayout(QVBoxLayout())
    banner = Banner(look)
    holder.layout().addWidget(banner)
    shown(qtbot, holder)
    assert not banner.isVisible()
    banner.say("数据已损坏", "red")
    assert banner.isVisible()
    assert banner.words == banner.accessibleName() == "数据已损坏"


@pytest.mark.usefixtures("look")
def test_a_text_without_room_is_cut_but_can_be_read_whole(qtbot):
    label = shown(qtbot, Elided("阿不都热西提·买买提"), 60, 30)
    assert label.text().endswith("…")
    assert label.toolTip() == "阿不都热西提·买买提"
    label.resize(400, 30)
    assert label.text() == "阿不都热西提·买买提"
    assert label.toolTip() == ""


def test_a_banner_made_with_words_is_no_window_of_its_own(qtbot, look):
    before = set(QApplication.topLevelWidgets())
    banner = Banner(look, "请核实")
    assert not banner.isVisible()
    holder = QWidget()
    holder.setLayout(QVBoxLayout())
    holder.layout().addWidget(banner)
    shown(qtbot, holder)
    assert banner.isVisible()
    assert set(QApplication.topLevelWidgets()) - before == {holder}
