"""Words of plans and milestones."""

from django.utils.translation import gettext_lazy as _

from sanshe.incubation.enums.stay.plan import PlanEvent as E
from sanshe.incubation.enums.stay.plan import PlanRefusal as R

LABELS = {
    "aim": _("这一年为谁、做成什么"),
    "service": _("做什么，多久一次，在哪里"),
    "measure": _("怎么知道做成了"),
    "want": _("要中心给什么"),
}
HINTS = {
    "aim": _("先从申请表带过来了，改成这一年的"),
    "measure": _("一件能数的事：现在是多少，期满是多少，到哪里查"),
}
STEP, STEP_BY = _("里程碑 {n}"), _("最迟哪一天")
KINDS = {"incubation.plan": _("孵化计划")}
FIELDS = {"no": _("第几个"), "done_on": _("做到的日子"), "evidence": _("哪里看得到")}
EVENTS = {
    E.SUBMITTED: _("交孵化计划"),
    E.SUBMITTED_LATE: _("交孵化计划，过了期限"),
    E.RETURNED: _("退回孵化计划"),
    E.AGREED: _("定下孵化计划"),
    E.REACHED: _("里程碑做到"),
}
BESIDE = {
    R.DAY_OUTSIDE_TERM: "done_on",
    R.DAY_TO_COME: "done_on",
}
SENTENCES = {
    R.NOT_IN_INCUBATION: _("这一家不在孵，或者没有协议，写不了孵化计划。"),
    R.DAY_OUTSIDE_TERM: _("日子要在孵化期里。"),
    R.ALREADY_REACHED: _("这个里程碑已经记过做到了。"),
    R.DAY_TO_COME: _("做到的日子还没到。做到以后再记。"),
    R.NO_EVIDENCE: _("请写一句哪里看得到：活动记录、签到表、照片在哪里都行，不用传文件。"),
}
LEDGER, LATE = _("孵化计划台账"), _("交晚了")
DUE, HANDED, STATE, REACHED, LATENESS = _("最迟"), _("交来"), _("现在"), _("做到"), _("准时")
ON_TIME = _("准时")
TITLE = _("孵化计划")
