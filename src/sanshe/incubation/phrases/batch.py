"""Words of batches and calls."""

import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from sanshe.incubation.enums.batch import BatchEvent as E
from sanshe.incubation.enums.batch import BatchRefusal as R
from sanshe.incubation.enums.batch import BatchState as B
from sanshe.incubation.enums.batch import CallState as C

STATES = {
    B.PLANNED: _("筹备"),
    B.OPEN: _("招募中"),
    B.SCREENING: _("初审中"),
    B.REVIEWING: _("评审中"),
    B.DECIDED: _("已决定"),
    B.NOTICED: _("公示中"),
    B.SIGNING: _("签约中"),
    B.INCUBATING: _("在孵"),
    B.ASSESSING: _("出壳评估"),
    B.CLOSED_OUT: _("结项"),
}
CALL_STATES = {
    C.DRAFT: _("草稿"),
    C.APPROVED: _("已批准，还没发布"),
    C.PUBLISHED: _("已发布"),
    C.REPLACED: _("已更正"),
    C.WITHDRAWN: _("已撤下"),
}
KINDS: dict[str, Any] = {
    "incubation.batch": _("批次"),
    "incubation.call": _("招募公告"),
    "incubation.entry": _("在孵登记"),
}
FIELDS: dict[str, Any] = {
    "no": _("批次号"),
    "state": _("到了"),
    "was": _("原来"),
    "hash": _("指纹"),
    "version": _("版本"),
}
EVENTS = {
    E.PLANNED: _("筹备一批"),
    E.MOVED: _("批次到了下一步"),
    E.DRAFTED: _("拟公告"),
    E.APPROVED: _("批准公告"),
    E.SENT_BACK: _("退回公告"),
    E.PUBLISHED: _("发布公告"),
    E.AMENDED: _("发布更正公告"),
    E.WITHDRAWN: _("撤下公告"),
    E.PACKED: _("出核验材料包"),
}
SENTENCES = {
    R.MOVE_NOT_ALLOWED: _("这一批现在不能这样办。请看看它到了哪一步。"),
    R.STALE: _("刚被别人改过。请重新打开，看清现在的内容再办。"),
    R.FROZEN: _("公告已经发布，评分标准不能再改。"),
    R.SAME_PERSON: _("公告是您拟的，须由别人批准。"),
    R.NOT_APPROVED: _("公告还没经区民政局批准，不能发布。"),
    R.NOT_PUBLISHED: _("还没有发布过的公告，不用更正，直接改就行。"),
    R.RUBRIC_WRONG: _("每项分值要在 1 到 100 之间，至少一项。"),
    R.DATES_WRONG: _("日子前后不对：报名、初审、评审要一个接一个。"),
    R.NO_REASON: _("请写明原因。"),
    R.SHORTENED: _("更正公告不能把截止日提前。"),
}


def day_in(text: str) -> datetime.date | None:
    """A day as a browser sends it; None when it is none."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None
