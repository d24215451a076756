"""Words of the record."""

from django.utils.translation import gettext_lazy as _

from sanshe.core.audit.enums import E, Fault

EVENTS = {
    E.SHOWN: _("查看了完整的个人信息"),
    E.PURGED: _("到期删去了个人信息"),
    E.VERIFIED: _("核验了操作记录"),
    E.EXPORTED: _("导出了操作记录"),
}
FAULTS = {
    Fault.MISSING: _("少了"),
    Fault.CHANGED: _("改了"),
    Fault.ADDED: _("多了"),
    Fault.MOVED: _("挪了位置"),
    Fault.SEAL_CHANGED: _("封条本身对不上"),
    Fault.SEAL_MISSING: _("整封不见了"),
    Fault.ROOT_DIFFERS: _("和库外寄存的根不一致"),
    Fault.ROOT_MISSING: _("库外寄存的根里没有这一封"),
    Fault.UNREADABLE: _("读不出来"),
}
FIELDS = {
    "id": _("编号"),
    "event": _("事项"),
    "kind": _("类别"),
    "subject": _("对象"),
    "at": _("时间"),
    "recorded_at": _("收到时间"),
    "by": _("经手账号"),
    "by_name": _("经手人"),
    "area_path": _("区域"),
    "old": _("原来的值"),
    "new": _("新的值"),
    "note": _("说明"),
}
