"""Words of quarterly reports."""

from django.utils.translation import gettext_lazy as _

from sanshe.core.sheets import phrases as paper
from sanshe.core.sheets.enums import SheetState as S
from sanshe.incubation.enums.stay.report import ReportEvent as E
from sanshe.incubation.enums.stay.report import ReportRefusal as R

STATES = {**paper.STATES, S.AGREED: _("收下了")}
LABELS = {
    "did": _("这一季做了什么"),
    "changed": _("有什么变化"),
    "stuck": _("卡在哪里，要中心帮什么"),
    "next": _("下一季打算"),
}
HINTS = {
    "did": _("上面记录里有的不用再写，写记录里没有的"),
    "changed": _("计划里那件能数的事，现在是多少"),
}
MILESTONES, TRAININGS, TALKS, LINKS, MONEY = _("做到的里程碑"), _("培训"), _("督导"), _("资源链接"), _("小额支持")
NONE = _("没有记录")
CAME, TALKED = _("办了 {held} 次，来了 {came} 次 {people} 人"), _("{n} 次，{hours} 小时")
MONEYS = _("给了 {given} 元，报了 {n} 张票据 {spent} 元")
KINDS = {"incubation.report": _("季度报告")}
FIELDS = {"facts": _("记录的指纹")}
EVENTS = {
    E.SUBMITTED: _("交季度报告"),
    E.SUBMITTED_LATE: _("交季度报告，过了期限"),
    E.RETURNED: _("退回季度报告"),
    E.ACCEPTED: _("收下季度报告"),
}
SENTENCES = {
    R.NO_SUCH_REPORT: _("这一份季度报告还没开始，或者这一家不在孵。"),
    R.NOT_YET: _("报告期到 {day}，最后 15 天起可以交。现在先写着，会存下。"),
}
LEDGER, NO, FROM, DUE, HANDED = _("季度报告台账"), _("第几份"), _("从"), _("最迟"), _("交来")
STATE, LATENESS, LATE, ON_TIME = _("现在"), _("准时"), _("交晚了"), _("准时")
