"""What only the county's page has: its computers, and packages taken in by mistake."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject

from surveytool.tasks import devices, quarantine
from surveytool.tasks.devices import Device
from surveytool.tasks.quarantine import Parcel
from surveytool.ui.packages.list_card import ListCard
from surveytool.ui.roles import role_words
from surveytool.ui.screen import Screen
from surveytool.ui.widgets.cell import Cell, Column, Mark


class CountyCards(QObject):
    """Two lists; a computer can be cut off, a package set aside."""

    def __init__(self, screen: Screen, parent: QObject) -> None:
        super().__init__(parent)
        self._screen = screen
        self.computers = ListCard(
            screen.look,
            self.tr("Computers of the county"),
            device_columns(),
            deed=self.tr("Report lost"),
            hint=self.tr(
                "What has come from it stays. What comes from now on goes to "
                "quarantine, and no package is written for it any more."
            ),
            then=self._revoke,
        )
        self.parcels = ListCard(
            screen.look,
            self.tr("Packages taken in"),
            parcel_columns(screen),
            deed=self.tr("Set aside"),
            hint=self.tr(
                "What the package brought goes to quarantine. What was written "
                "afterwards stays."
            ),
            then=self._set_aside,
        )

    def _revoke(self, device: Device, reason: str) -> None:
        said = self.tr("{0} is cut off.").format(device.name)
        self._screen.jobs.do(
            partial(devices.revoke, self._screen.desk, device.device, reason),
            lambda _: self._screen.ways.tell(said),
        )

    def _set_aside(self, parcel: Parcel, reason: str) -> None:
        self._screen.jobs.do(
            partial(quarantine.set_aside, self._screen.desk, parcel.n, reason),
            self._told,
        )

    def _told(self, count: int) -> None:
        said = self.tr("{0} changes are set aside.")
        self._screen.ways.tell(said.format(f"{count:,}"))


def device_columns() -> tuple[Column, ...]:
    """Return the columns of the computers."""
    translate, roles = QCoreApplication.translate, role_words()
    return (
        Column(
            translate("Devices", "Computer"),
            lambda one: Cell(one.name, bold=True),
            width=170,
            grow=1,
        ),
        Column(
            translate("Devices", "Role"), lambda one: Cell(roles[one.role]), width=110
        ),
        Column(
            translate("Devices", "Villages"),
            lambda one: Cell(f"{one.villages:,}"),
            width=80,
            right=True,
        ),
        Column(translate("Devices", "State"), _state, width=120, grow=1),
        Column(
            translate("Devices", "Number"),
            lambda one: Cell(one.device, tone="soft"),
            width=210,
            spare=1,
        ),
    )


def parcel_columns(screen: Screen) -> tuple[Column, ...]:
    """Return the columns of the packages taken in."""
    translate = QCoreApplication.translate
    return (
        Column(
            translate("Parcels", "Package"),
            lambda one: Cell(one.file, bold=True),
            width=240,
            grow=2,
        ),
        Column(
            translate("Parcels", "When"),
            lambda one: Cell(screen.words.moment(one.at)),
            width=140,
        ),
        Column(
            translate("Parcels", "New changes"),
            lambda one: Cell(f"{one.new:,}"),
            width=110,
            right=True,
        ),
    )


def _state(one: Device) -> Cell:
    translate = QCoreApplication.translate
    if one.is_revoked:
        return Cell(marks=(Mark(translate("Devices", "Lost, cut off"), "red"),))
    return Cell(marks=(Mark(translate("Devices", "Certified"), "green"),))
