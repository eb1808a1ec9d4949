"""One of a long list: found by typing a part of its words."""

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from surveytool.questionnaire.session import NodeView
from surveytool.ui.survey.chosen import Options
from surveytool.ui.survey.editor import Editor
from surveytool.ui.survey.rich import bare
from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import row

WIDTH, SHOWN = 460, 10


class SearchEditor(Editor):
    """A field that offers the choices in which the typed text stands."""

    def __init__(self, look: Look, node: NodeView) -> None:
        super().__init__()
        self._options: Options | None = None
        self._values: dict[str, str] = {}
        self._told = ""
        self._model = QStringListModel(self)
        self._edit = _Field(self)
        self._edit.setAccessibleName(bare(node.label) or node.name)
        self._edit.setPlaceholderText(self.tr("Type to search, ↓ shows all"))
        self._edit.setMinimumHeight(look.u(36))
        self._edit.setMaximumWidth(look.u(WIDTH))
        self._edit.setCompleter(self._completer(look))
        self._edit.editingFinished.connect(self.flush)
        self.first = self._edit
        line = row(look, self._edit, None)
        line.setStretch(0, 20)
        self.setLayout(line)

    def show_node(self, node: NodeView) -> None:
        """Show the choice that stands."""
        if node.options != self._options:
            self._options = node.options
            self._values = _values(node.options)
            self._model.setStringList(list(self._values))
        said = next((s for s, v in self._values.items() if v == node.value), "")
        self._edit.setReadOnly(node.readonly)
        self._edit.setEnabled(not node.readonly)
        if said != self._told:
            self._told = said
            self._edit.setText(said)

    def flush(self) -> None:
        """Tell of the choice whose words, or only match, are typed."""
        text = self._edit.text().strip()
        if text == self._told:
            return
        found = [one for one in self._values if text.casefold() in one.casefold()]
        said = text if text in self._values else found[0] if len(found) == 1 else ""
        self._told = said or text
        if text and not said:
            self.refused.emit(self.tr("Please choose one of the list."))
            return
        self._edit.setText(said if text else "")
        self.answered.emit(self._values[said] if text else "")

    def _completer(self, look: Look) -> QCompleter:
        completer = QCompleter(self._model, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(SHOWN)
        popup = QListView()
        popup.setUniformItemSizes(True)
        popup.setAccessibleName(self.tr("Choices"))
        popup.setMinimumWidth(look.u(WIDTH // 2))
        completer.setPopup(popup)
        completer.activated.connect(lambda _: self.flush())
        return completer


class _Field(QLineEdit):
    """Opens the whole list by ↓."""

    def __init__(self, editor: SearchEditor) -> None:
        super().__init__()
        self._editor = editor

    def keyPressEvent(self, event: QKeyEvent) -> None:
        completer = self.completer()
        popup = completer.popup()
        is_open = popup is not None and popup.isVisible()
        if event.key() == Qt.Key.Key_Down and not is_open:
            completer.setCompletionPrefix(self.text() if self.isModified() else "")
            completer.complete()
            return
        super().keyPressEvent(event)


def _values(options: Options) -> dict[str, str]:
    """Return the value of each label; a second one of the same words tells which."""
    found: dict[str, str] = {}
    for value, label in options:
        said = bare(label) or value
        found[f"{said} ({value})" if said in found else said] = value
    return found
