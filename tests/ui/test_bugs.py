from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from surveytool.domain.refusal import Refusal
from surveytool.ui.bugs import report, show_bug
from surveytool.ui.refusals import show_refusal

NAME, NUMBER = "张三丰", "520311195103025721"


def fail():
    values = {NAME: NUMBER}
    return values[NUMBER + NAME]


def caught():
    try:
        fail()
    except KeyError as error:
        return error
    return None


def test_the_report_says_where_but_nothing_of_anybody():
    said = report(caught())
    assert "KeyError" in said
    assert "fail" in said
    assert NAME not in said
    assert NUMBER not in said


def test_the_report_can_be_copied(qtbot, capsys):
    window = QWidget()
    qtbot.addWidget(window)
    show_bug(window, caught())
    box = window.findChild(QMessageBox)
    copy = next(one for one in box.buttons() if one.text() == "Copy the report")
    copy.click()
    assert "KeyError" in QGuiApplication.clipboard().text()
    assert "KeyError" in capsys.readouterr().err


def test_a_refusal_is_said_in_the_language_of_the_screen(qtbot):
    class WetPaperError(Refusal):
        code = "paper.damaged_pdf"

    window = QWidget()
    qtbot.addWidget(window)
    refusal = WetPaperError(path="表.pdf")
    show_refusal(window, refusal, "zh")
    assert window.findChild(QMessageBox).text() == refusal.say("zh")
