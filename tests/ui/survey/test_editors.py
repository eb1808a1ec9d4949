"""Every editor by itself: keys and clicks in, the form's own writing out."""

import every_control
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QRadioButton,
)

from surveytool.domain.refusal import Refusal
from surveytool.ui.survey.question import Question

# What Qt's offscreen screen says of every list that pops up.
popping_up = pytest.mark.qt_log_ignore(
    "raise|grabbing the keyboard|propagateSizeHints", extend=True
)


def type_into(field, words):
    """Type by keys; what no key writes comes as from an input method."""
    if words.isascii():
        QTest.keyClicks(field, words)
    else:
        field.insert(words)


class Asked:
    """One question on the screen, its answers put into the session."""

    def __init__(self, look, session, ref):
        self.session, self.ref = session, ref
        self.told, self.offered = [], []
        self.row = Question(look, session.node(ref), None)
        self.row.answered.connect(self._answer)
        self.row.offered.connect(
            lambda _, file, kind: self.offered.append((file, kind))
        )
        self.show()

    @property
    def value(self):
        return self.session.node(self.ref).value

    @property
    def first(self):
        return self.row.first

    def show(self):
        self.row.show_node(self.session.node(self.ref), strict=False)

    def type(self, keys):
        self.first.setFocus()
        self.first.selectAll()
        type_into(self.first, keys)
        self.row.flush()

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(self.first, key, modifier)

    def click(self, kind, at):
        QTest.mouseClick(self.row.findChildren(kind)[at], Qt.MouseButton.LeftButton)

    def button(self, words):
        return next(
            one
            for one in self.row.findChildren(QAbstractButton)
            if one.text().strip() == words
        )

    def _answer(self, ref, value):
        self.told.append(value)
        try:
            self.session.answer(ref, value)
        except Refusal as refusal:
            self.row.refuse(refusal.say("en"))
            return
        self.show()


@pytest.fixture
def session():
    return every_control.session()


@pytest.fixture
def ask(qtbot, look, session):
    def make(place):
        asked = Asked(look, session, f"/data/{place}")
        qtbot.addWidget(asked.row)
        asked.row.resize(760, 300)
        asked.row.show()
        qtbot.waitExposed(asked.row)
        asked.row.activateWindow()
        return asked

    return make


@pytest.mark.parametrize(
    ("place", "typed", "value"),
    [
        ("writing/number", "12a", "12"),
        ("writing/amount", "12.50", "12.5"),
        ("writing/words", " 好 ", "好"),
        ("writing/day", "2026年1月5日", "2026-01-05"),
        ("writing/day", "20260105", "2026-01-05"),
        ("writing/month", "2026年3月", "2026-03-01"),
        ("writing/month", "202603", "2026-03-01"),
        ("writing/year", "2026", "2026-01-01"),
        ("writing/point", "31.07, 109.87", "31.07 109.87 0.0 0.0"),
        ("writing/point", "109.87 31.07", "31.07 109.87 0.0 0.0"),
        ("writing/point", "31°04′12″N 109°52′30″E", "31.07 109.875 0.0 0.0"),
        ("writing/point", "南纬12.5 西经77", "-12.5 -77.0 0.0 0.0"),
        ("writing/point", "31.07 109.87 1234.5", "31.07 109.87 1234.5 0.0"),
        ("writing/code", "6901234567892", "6901234567892"),
    ],
)
def test_what_is_typed_is_written_as_the_form_writes_it(ask, place, typed, value):
    asked = ask(place)
    asked.type(typed)
    assert asked.value == value
    assert not asked.row.is_wrong


@pytest.mark.parametrize(
    ("typed", "value", "shown"),
    [
        ("8:30", "08:30:00.000", "08:30"),
        ("0830", "08:30:00.000", "08:30"),
        ("8时5分", "08:05:00.000", "08:05"),
        ("20点", "20:00:00.000", "20:00"),
        ("8:30:15", "08:30:15.000", "08:30:15"),
    ],
)
def test_a_time_of_day_carries_its_zone(ask, typed, value, shown):
    asked = ask("writing/clock")
    asked.type(typed)
    assert asked.value.startswith(value)
    assert asked.value[-6] in "+-"
    assert asked.first.text() == shown


def test_a_day_and_a_time_are_one_answer(ask):
    asked = ask("writing/moment")
    asked.type("2026/1/5 9:05")
    assert asked.value.startswith("2026-01-05T09:05:00.000")
    assert asked.first.text() == "2026-01-05 09:05"


@pytest.mark.parametrize(
    ("place", "typed"),
    [
        ("writing/day", "昨天"),
        ("writing/clock", "25:00"),
        ("writing/moment", "明早"),
        ("writing/point", "91 181"),
        ("writing/point", "这里"),
        ("choosing/picked", "15"),
        ("choosing/slid", "9"),
    ],
)
def test_what_cannot_be_an_answer_stays_to_be_seen(ask, place, typed):
    asked = ask(place)
    asked.row.editor.edit.setText(typed)
    asked.row.flush()
    assert asked.row.is_wrong
    assert asked.row.remarks.said("message")
    assert asked.row.editor.edit.text() == typed
    assert asked.value == ""


@popping_up
def test_a_day_is_picked_from_the_calendar(ask):
    asked = ask("writing/day")
    asked.type("2026-01-05")
    QTest.mouseClick(asked.row.findChild(QAbstractButton), Qt.MouseButton.LeftButton)
    calendar = asked.row.findChild(QCalendarWidget)
    assert calendar.selectedDate().day() == 5
    calendar.activated.emit(calendar.selectedDate().addDays(2))
    assert asked.value == "2026-01-07"


def test_a_line_of_points_names_the_line_that_is_wrong(ask):
    asked = ask("writing/trace")
    asked.row.editor.edit.setPlainText("31.07 109.87\n没有\n31.08 109.88")
    asked.row.flush()
    assert "2" in asked.row.remarks.said("message")
    asked.row.editor.edit.setPlainText("31.07 109.87\n31.08，109.88")
    asked.row.flush()
    assert asked.value.count(";") == 1
    assert not asked.row.remarks.said("message")


def test_an_area_closes_by_itself(ask):
    asked = ask("writing/shape")
    asked.row.editor.edit.setPlainText("31 109\n31.1 109\n31.1 109.1")
    asked.row.flush()
    points = asked.value.split(";")
    assert len(points) == 4
    assert points[0] == points[-1]


def test_the_same_choice_again_is_taken_by_the_space_bar(ask):
    asked = ask("choosing/one")
    asked.press(Qt.Key.Key_Space)
    assert asked.value == "a"
    asked.click(QRadioButton, 2)
    assert asked.value == "c"


def test_a_list_drops_down_and_ignores_the_wheel(ask):
    asked = ask("choosing/small")
    combo = asked.row.findChild(QComboBox)
    asked.press(Qt.Key.Key_Down)
    assert asked.value == "a"
    wheel(combo)
    assert asked.value == "a"


def wheel(widget):
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(widget.mapToGlobal(middle.toPoint())),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's own
    )
    QApplication.sendEvent(widget, event)


def test_a_likert_scale_is_one_line_with_words_below(ask):
    asked = ask("choosing/likert")
    buttons = asked.row.findChildren(QRadioButton)
    assert len({one.y() for one in buttons}) == 1
    asked.click(QRadioButton, 1)
    assert asked.value == "b"


def test_a_quick_choice_goes_on(ask, qtbot):
    asked = ask("choosing/quick")
    with qtbot.waitSignal(asked.row.went_on):
        asked.click(QRadioButton, 1)
    assert asked.value == "b"


@popping_up
def test_a_choice_is_found_by_a_part_of_its_words(ask):
    asked = ask("choosing/long")
    asked.type("第17")
    assert asked.value == "v017"
    assert asked.first.text() == "第17村"
    asked.type("第")
    assert asked.row.is_wrong
    asked.first.clear()
    asked.row.flush()
    assert asked.value == ""


def test_choices_come_from_a_file(ask):
    asked = ask("choosing/town")
    asked.click(QRadioButton, 1)
    assert asked.value == "t2"


def test_several_are_ticked(ask):
    asked = ask("choosing/several")
    asked.click(QCheckBox, 2)
    asked.click(QCheckBox, 0)
    assert asked.value == "a c"
    asked.click(QCheckBox, 2)
    assert asked.value == "a"


def test_a_long_list_is_narrowed_by_typing_and_keeps_what_is_ticked(ask):
    asked = ask("choosing/narrowed")
    asked.first.setFocus()
    type_into(asked.first, "第59")
    asked.button("第59村").click()
    asked.first.clear()
    type_into(asked.first, "第3村")
    boxes = [one.text() for one in asked.row.findChildren(QCheckBox)]
    assert boxes == ["第59村", "第3村"]
    asked.button("第3村").click()
    assert asked.value == "v003 v059"


def test_an_order_is_chosen_by_keys(ask):
    asked = ask("choosing/order")
    assert asked.value == ""
    alt = Qt.KeyboardModifier.AltModifier
    asked.press(Qt.Key.Key_Down, alt)
    assert asked.value == "b a c"
    asked.press(Qt.Key.Key_Down, alt)
    assert asked.value == "b c a"
    asked.button("Clear").click()
    assert asked.value == ""
    asked.button("Take this order").click()
    assert asked.value == "a b c"


def test_a_slider_moves_by_steps_and_takes_its_first_place_too(ask):
    asked = ask("choosing/slid")
    assert asked.value == ""
    asked.press(Qt.Key.Key_Home)
    assert asked.value == "1.0"
    asked.press(Qt.Key.Key_Right)
    assert asked.value == "1.5"
    wheel(asked.first)
    assert asked.value == "1.5"
    asked.row.editor.edit.setText("4.5")
    asked.row.flush()
    assert asked.value == "4.5"
    assert asked.row.editor.slider.value() == 7


def test_a_rating_is_one_of_its_numbers(ask):
    asked = ask("choosing/stars")
    asked.click(QRadioButton, 3)
    assert asked.value == "4"


def test_what_is_seen_is_ticked(ask):
    asked = ask("choosing/seen")
    asked.press(Qt.Key.Key_Space)
    assert asked.value == "OK"


@pytest.mark.parametrize(
    "place", ["writing/amount", "writing/point", "choosing/pictured"]
)
def test_a_wish_that_is_not_met_is_said(ask, place):
    asked = ask(place)
    wish = asked.session.node(asked.ref).appearance
    assert wish in asked.row.remarks.said("notice")


def test_no_notice_where_every_wish_is_met(ask):
    assert ask("choosing/likert").row.remarks.said("notice") == ""


def test_a_soft_check_asks_for_a_reason(ask):
    asked = ask("writing/amount")
    reasons = []
    asked.row.reasoned.connect(lambda _, said: reasons.append(said))
    asked.type("90")
    line = asked.row.remarks.part("reason")
    assert line.isVisible()
    assert line.words == "比往年多得多，请核对。"
    type_into(line.edit, "今年卖了树")
    asked.row.flush()
    assert reasons == ["今年卖了树"]
    asked.type("20")
    assert not line.isVisible()


def draw(pad, *places):
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(*places[0]))
    for place in places[1:]:
        QTest.mouseMove(pad, QPoint(*place))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(*places[-1]))


def test_a_signature_is_drawn_undone_and_kept(ask):
    asked = ask("files/signature")
    asked.button("Sign here …").click()
    pad = asked.row.editor.pad
    assert pad.isVisible()
    assert not asked.row.editor.keep.isEnabled()
    draw(pad, (20, 20), (60, 60), (100, 20))
    draw(pad, (120, 20), (160, 60))
    before = pad.png()
    asked.button("Undo").click()
    assert pad.png() != before
    asked.button("Keep").click()
    data, kind = asked.offered[0]
    picture = QImage.fromData(data)
    assert kind == "image/png"
    ink = [
        picture.pixelColor(x, y).lightness() < 80
        for x in range(0, picture.width(), 2)
        for y in range(0, picture.height(), 2)
    ]
    assert any(ink)
    assert not all(ink)
    assert pad.is_empty


def test_a_photo_is_marked_on_the_pad(ask, tmp_path):
    asked = ask("files/marked")
    photo = QImage(300, 200, QImage.Format.Format_RGB32)
    photo.fill(Qt.GlobalColor.green)
    file = tmp_path / "照片.png"
    assert photo.save(str(file))
    asked.row.editor.take(file)
    draw(asked.row.editor.pad, (100, 100), (180, 140))
    asked.button("Keep").click()
    picture = QImage.fromData(asked.offered[0][0])
    green = picture.pixelColor(picture.width() // 2, picture.height() // 4)
    assert green.green() > 200
    assert green.red() < 60


def test_a_chosen_file_is_offered(ask, tmp_path):
    asked = ask("files/paper")
    file = tmp_path / "合同.pdf"
    file.write_bytes(b"%PDF-1.4")
    asked.row.editor.take(file)
    assert asked.offered == [(file, "")]


def test_a_kept_picture_is_shown_small_and_taken_away(ask):
    asked = ask("files/photo")
    name = f"{'0' * 64}.png"
    asked.session.answer(asked.ref, name)
    wanted = []
    asked.row.wanted.connect(lambda _, file: wanted.append(file))
    asked.show()
    assert wanted == [name]
    pad = ask("files/sketch").row.editor.pad
    asked.row.show_file(name, pad.png())
    assert asked.row.editor.thumbnail.isVisible()
    asked.row.show_file("another.png", b"")
    asked.row.editor.remove.click()
    assert asked.value == ""
    assert not asked.row.editor.thumbnail.isVisible()
