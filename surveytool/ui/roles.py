"""What roles and offices are called."""

from PySide6.QtCore import QCoreApplication

from surveytool.domain.seat import Office, Role


def role_words() -> dict[Role, str]:
    """Return what each role is called."""
    translate = QCoreApplication.translate
    return {
        Role.SURVEYOR: translate("Roles", "Surveyor"),
        Role.REVIEWER: translate("Roles", "Reviewer"),
        Role.ADMINISTRATOR: translate("Roles", "Administrator"),
        Role.READER: translate("Roles", "Reader"),
    }


def office_words() -> dict[Office, str]:
    """Return what each kind of office is called."""
    translate = QCoreApplication.translate
    return {
        Office.TOWNSHIP: translate("Roles", "Township"),
        Office.COUNTY: translate("Roles", "County"),
    }
