"""The audit: who opened, unmasked, exported, printed what and when."""

from pathlib import Path

from surveytool.domain.entity import Ref
from surveytool.domain.table import Column, Table
from surveytool.ledgers.table import write_table
from surveytool.tasks.audit_csv import write_csv
from surveytool.tasks.desk import Desk
from surveytool.tasks.operators import OnlyAdministratorError, may_manage

WORDS = {
    "opened": "打开工作区",
    "adopt": "登记新设备",
    "unmasked": "查看完整证件号码",
    "printed": "打印",
    "exported": "导出",
    "report": "导出报表",
    "roster_in": "导入花名册",
    "roster_out": "导出花名册",
    "package_in": "导入同步包",
    "package_out": "导出同步包",
    "package_refused": "拒收同步包",
    "peer_kept": "登记对方设备",
    "certified": "认可设备",
    "revoked": "注销设备",
    "ruled": "裁定待查变更",
    "gap_closed": "关闭缺口",
    "inbox": "设置收件文件夹",
    "frozen": "固定报表",
    "passphrase": "修改口令",
    "operator_added": "添加操作员",
    "operator_changed": "调整操作员",
    "operator_removed": "移除操作员",
    "recovery_key": "生成恢复码",
    "recovered": "用恢复码打开",
    "audit_out": "导出操作日志",
}
COLUMNS = ("时间", "操作员", "操作", "对象", "说明")


def table(desk: Desk) -> Table:
    """Return the audit as a table, the oldest line first.

    Raises OnlyAdministratorError.
    """
    if not may_manage(desk):
        raise OnlyAdministratorError(operator=desk.seat.operator)
    rows = tuple(
        (one.at, one.who, WORDS.get(one.action, one.action), one.subject, one.detail)
        for one in desk.store.audit_lines()
    )
    return Table(
        name="audit",
        title="操作日志",
        subtitle=f"{desk.seat.title}  {desk.stamp()[:10]}",
        columns=tuple(Column(title) for title in COLUMNS),
        rows=rows,
    )


def write(desk: Desk, out: Path) -> int:
    """Write the audit as xlsx, or as CSV by the ending; returns how many lines.

    Raises OnlyAdministratorError.
    """
    made = table(desk)
    if out.suffix.lower() == ".csv":
        write_csv(out, made)
    else:
        write_table(out, made)
    desk.store.audit("audit_out", out.name)
    return len(made.rows)


def unmask_household(desk: Desk, household_id: str) -> dict[str, str]:
    """Return the members' whole ID numbers by id; each is noted for good."""
    family = desk.store.family(Ref("household", household_id))
    persons = [one.id for one in family if one.ref.kind == "person"]
    return {one: unmask(desk, one) for one in persons}


def unmask(desk: Desk, person_id: str) -> str:
    """Return a person's whole ID number; that it was looked at is noted for good."""
    found = desk.store.entity(Ref("person", person_id))
    desk.store.audit("unmasked", f"person/{person_id}", "id_number")
    return found.get("id_number") if found else ""
