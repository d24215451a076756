"""Words of the screening."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from sanshe.incubation.enums.screening.screening import CheckVerdict as V
from sanshe.incubation.enums.screening.screening import ScreeningEvent as E
from sanshe.incubation.enums.screening.screening import ScreeningRefusal as R

VERDICTS = {V.MET: _("符合"), V.TO_MEND: _("需补正"), V.NOT_MET: _("不符合")}
QUEUED = {
    "submitted": ("wait", _("待审")), "returned": ("due", _("补正")), "ineligible": ("off", _("初审未通过")),
    "overdue": ("off", _("补正逾期")), "screened": ("done", _("通过")), "scored": ("done", _("通过")),
    "absent": ("done", _("通过")), "withdrawn": ("off", _("已撤回")),
}  # fmt: skip
KINDS: dict[str, Any] = {}
FIELDS: dict[str, Any] = {
    "rule": _("第几条"),
    "verdict": _("结论"),
    "reason": _("理由"),
    "due_on": _("期限"),
    "grounds": _("依据"),
}
EVENTS = {
    E.CHECKED: _("审了一条"),
    E.PASSED: _("初审通过"),
    E.RETURNED: _("退回补正"),
    E.MENDED: _("交回补正"),
    E.REFUSED: _("初审未通过"),
    E.OVERDUE: _("补正逾期"),
    E.VISITED: _("实地核实"),
    E.REVIEW_ASKED: _("申请复核"),
    E.REVIEW_ANSWERED: _("答复复核"),
}
BESIDE = {
    R.VISIT_NEEDS_TWO: "second",
}
SENTENCES = {
    R.UNCHECKED: _("还有没审的条件。六条都审完再定。"),
    R.NOT_ALL_MET: _("有不符合或需补正的，不能通过。"),
    R.NOTHING_TO_MEND: _("没有要补的，不用退回。"),
    R.NOTHING_FAILED: _("六条都符合，不能不通过。"),
    R.NO_GROUND: _("请选是哪一条不合。只能用公告写明的条件。"),
    R.NO_REASON: _("请写理由，原样发给申请人。"),
    R.TOO_LATE_TO_RETURN: _("现在退回，补正要到 {due}，过了初审期 {until}。只能通过或者不通过。"),
    R.RETURN_OVER: _("补正的日子过了。"),
    R.WINDOW_OVER: _("初审期已经过了。"),
    R.NOT_UNDER_SCREENING: _("这份申请不在初审里。请看看它现在到了哪一步。"),
    R.UNPROVEN: _(
        "这份申请用的是已有代表的一家的名义，还没核实递交的人。先在“是不是这一家的人交的”里记下怎么核实的，再通过。"
    ),
    R.OWN_AFFILIATE: _("这一家和运营方有关联，不能由运营方审。"),
    R.REVIEW_OVER: _("申请复核的日子过了，收到决定后 2 个工作日内可以提。"),
    R.REVIEW_AFTER_LAST_CALL: _("最后一号已经叫过，来不及改了。"),
    R.VISIT_NEEDS_TWO: _("实地核实要两个人。"),
}
