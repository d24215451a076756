"""Words of rectifications and extensions."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from sanshe.incubation.enums.end.rectification import ExtensionRefusal as X
from sanshe.incubation.enums.end.rectification import ExtensionState, RectificationState
from sanshe.incubation.enums.end.rectification import RectificationEvent as E
from sanshe.incubation.enums.end.rectification import RectificationRefusal as R

S = RectificationState
LABEL = _("整改")
STATES = {S.ISSUED: _("等整改"), S.ANSWERED: _("等复查"), S.DONE: _("整改好了"), S.FAILED: _("没有改好")}
PILLS = {S.ISSUED: "due", S.ANSWERED: "run", S.DONE: "done", S.FAILED: "over"}
EXTENSIONS = {
    ExtensionState.ASKED: _("等民政局批"),
    ExtensionState.APPROVED: _("准了"),
    ExtensionState.REFUSED: _("没有准"),
}
KINDS: dict[str, Any] = {"incubation.rectification": _("整改"), "incubation.extension": _("延期")}
FIELDS: dict[str, Any] = {"due_on": _("最迟"), "points": _("要改的"), "answers": _("怎么改的"), "found": _("查到")}
EVENTS = {
    E.ISSUED: _("发整改通知书"),
    E.ANSWERED: _("交整改结果"),
    E.SENT_BACK: _("退回再改"),
    E.DONE: _("复查通过"),
    E.FAILED: _("复查没有通过"),
    E.EXTENSION_ASKED: _("申请延期"),
    E.EXTENSION_APPROVED: _("准予延期"),
    E.EXTENSION_REFUSED: _("不准延期"),
}
BESIDE = {
    R.DAYS_WRONG: "workdays",
}
SENTENCES = {
    R.NO_POINTS: _("请写要改什么，一行一条。"),
    R.NO_VERDICT: _("评估结论是整改的，才发整改通知书。"),
    R.OPEN_ALREADY: _("这一家有一份整改还没办完，或者这次评估已经发过。"),
    R.DAYS_WRONG: _("整改期限是 5 到 20 个工作日。"),
    R.NOT_NOW: _("这份整改现在不能这样办。请看看它到了哪一步。"),
    R.NO_ANSWER: _("每一条都要写怎么改的。"),
    R.TOO_LATE: _("整改的期限过了，不再收。请打中心的电话。"),
    R.STILL_TIME: _("期限还没过，也还没有交，先等等。"),
    R.NO_REASON: _("没有改好的，请写查到了什么。"),
    X.NOT_IN_INCUBATION: _("这一家不在孵，不能延期。"),
    X.ONLY_ONCE: _("延期只有一次，已经申请过或者用过了。"),
    X.MONTHS_WRONG: _("延期 1 到 6 个月。"),
    X.NO_REASON: _("请写为什么延期。"),
    X.TERM_OVER: _("孵化期已经满了，期满以前才能申请延期。"),
    X.NOT_NOW: _("这份延期已经办过了。"),
}
