"""Passphrases: how long, asked again, the recovery key and its sheet of paper."""

from surveytool.domain.refusal import Refusal
from surveytool.tasks.desk import Desk
from surveytool.tasks.managing import check_manages

LEAST = 8
USUAL_IDLE = 10
IDLE = "idle_minutes"


class ShortPassphraseError(Refusal):
    """A passphrase is too short; facts: least."""

    code = "tasks.short_passphrase"


def check_length(passphrase: str) -> None:
    """Refuse a passphrase that is easily guessed; raises ShortPassphraseError."""
    if len(passphrase.strip()) < LEAST:
        raise ShortPassphraseError(least=LEAST)


def check(desk: Desk, passphrase: str) -> None:
    """Ask who is at the desk again; raises WrongPassphraseError, TooSoonError."""
    desk.store.check_passphrase(passphrase)


def change_own(desk: Desk, before: str, after: str) -> None:
    """Change one's own passphrase.

    Raises WrongPassphraseError, TooSoonError or ShortPassphraseError.
    """
    check_length(after)
    desk.store.check_passphrase(before)
    desk.store.change_passphrase(after)


def new_recovery_key(desk: Desk) -> str:
    """Return a new recovery key; it is shown once, the one before opens no more.

    It opens as administrator. Raises OnlyAdministratorError.
    """
    check_manages(desk)
    return desk.store.new_recovery_code()


def recovery_sheet(desk: Desk, code: str) -> list[str]:
    """Return the lines of the sheet of paper that is put into the safe."""
    seat = desk.seat
    groups = code.split("-")
    return [
        "工作区恢复码",
        f"{seat.county} {seat.title}".strip(),
        f"工作区：{desk.path.name}",
        f"生成：{desk.clock():%Y-%m-%d}  {seat.operator}",
        "",
        "  ".join(groups[:4]),
        "  ".join(groups[4:]),
        "",
        "忘记口令时，凭此码可打开工作区并设置新口令。",
        "请打印或抄写后锁入保险柜，不要拍照，不要存入电脑。",
    ]


def idle_minutes(desk: Desk) -> int:
    """Return after how many minutes of rest the window locks; 0 is never."""
    kept = desk.store.setting(IDLE)
    return int(kept) if kept.isdecimal() else USUAL_IDLE


def set_idle_minutes(desk: Desk, minutes: int) -> None:
    """Say after how many minutes of rest the window locks.

    Raises OnlyAdministratorError.
    """
    check_manages(desk)
    desk.store.set_setting(IDLE, str(minutes))
