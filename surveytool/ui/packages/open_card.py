"""What waits for a person after packages came in: three lists and their counts."""

from PySide6.QtWidgets import QFrame

from surveytool.tasks import disputes, gaps, quarantine
from surveytool.tasks.desk import Desk
from surveytool.ui.screen import Screen
from surveytool.ui.widgets.boxes import row
from surveytool.ui.widgets.button import button
from surveytool.ui.widgets.text import badge, text

Counts = tuple[int, int, int]


def open_counts(desk: Desk) -> Counts:
    """Count conflicts, changes in quarantine and gaps."""
    return (
        len(disputes.listed(desk)),
        len(quarantine.listed(desk)),
        len(gaps.listed(desk)),
    )


class OpenCard(QFrame):
    """These lists never empty themselves; the button leads to them."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        look = screen.look
        names = (self.tr("Conflicts"), self.tr("Quarantine"), self.tr("Gaps"))
        self.badges = [badge("0", "plain") for _ in names]
        layout = row(look, text(self.tr("To look through"), "heading"), 10, gap=8)
        for name, count in zip(names, self.badges, strict=True):
            layout.addWidget(text(name))
            layout.addWidget(count)
            layout.addSpacing(look.u(10))
        layout.addStretch(1)
        layout.addWidget(
            button(
                look,
                self.tr("Look through"),
                screen.ways.show_conflicts,
                icon="list-details",
            )
        )
        layout.setContentsMargins(*[look.u(n) for n in (18, 11, 18, 11)])
        self.setLayout(layout)

    def show_counts(self, counts: Counts) -> None:
        """Show how much waits."""
        for label, count in zip(self.badges, counts, strict=True):
            label.setText(f"{count:,}")
            label.setProperty("tone", "amber" if count else "plain")
            label.style().unpolish(label)
            label.style().polish(label)
