"""What the window expects of a page, and the stops of its rail."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from surveytool.domain.seat import Office, Seat
from surveytool.ui.approvals.page import ApprovalsPage
from surveytool.ui.changed import Changed
from surveytool.ui.households.page import HouseholdsPage
from surveytool.ui.packages.page import PackagesPage
from surveytool.ui.reports.page import ReportsPage
from surveytool.ui.screen import Screen
from surveytool.ui.today.page import TodayPage
from surveytool.ui.widgets.rail import Stop


class Page(Protocol):
    """A page reads anew when it is shown and when something changed."""

    def refresh(self) -> None:
        """Read what the page shows."""

    def changed(self, changed: Changed, by: object) -> None:
        """Look again where the change touches what is shown."""


@dataclass(frozen=True, slots=True)
class PageCard:
    """A page of the rail: where it stands and how it is made."""

    stop: Stop
    make: Callable[[Screen], QWidget]


def page_cards(seat: Seat) -> tuple[PageCard, ...]:
    """Return the pages of a seat: only the county approves."""
    translate = QCoreApplication.translate
    today = Stop("today", translate("Pages", "Today"), "checklist")
    households = Stop("households", translate("Pages", "Homes"), "users")
    packages = Stop("packages", translate("Pages", "Packages"), "packages")
    approvals = Stop("approvals", translate("Pages", "Approvals"), "rubber-stamp")
    reports = Stop("reports", translate("Pages", "Reports"), "chart-bar")
    cards = [
        PageCard(today, TodayPage),
        PageCard(households, HouseholdsPage),
        PageCard(packages, PackagesPage),
        PageCard(reports, ReportsPage),
    ]
    if seat.office is Office.COUNTY:
        cards.insert(2, PageCard(approvals, ApprovalsPage))
    return tuple(cards)
