"""Words of graduation and the visits after it."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from sanshe.incubation.enums.end.graduation import GraduationEvent as E
from sanshe.incubation.enums.end.graduation import GraduationRefusal as R
from sanshe.incubation.enums.end.graduation import GraduationState as S

STATES = {S.PROPOSED: _("等民政局批"), S.APPROVED: _("已出壳"), S.SENT_BACK: _("退回中心")}
PILLS = {S.PROPOSED: "run", S.APPROVED: "done", S.SENT_BACK: "back"}
KINDS: dict[str, Any] = {"incubation.graduation": _("出壳")}
FIELDS: dict[str, Any] = {"visit": _("第几次回访")}
EVENTS = {
    E.PROPOSED: _("提请出壳"),
    E.SENT_BACK: _("退回出壳"),
    E.APPROVED: _("批准出壳，发证"),
    E.VISITED: _("回访"),
}
CERTIFICATE: dict[str, Any] = {"label": _("出壳证书"), "batch": _("批次"), "centre": _("孵化中心")}
NOTE = _("证书说的是：出壳那天，内部治理、服务开展、财务管理达到要求。不担保以后。")
SENTENCES = {
    R.NOT_RECOMMENDED: _("出壳评估的结论是建议出壳，才能提请。"),
    R.NOT_IN_INCUBATION: _("这一家不在孵，不能出壳。"),
    R.PROPOSED_ALREADY: _("已经提请过了。"),
    R.RECTIFICATION_OPEN: _("还有整改没办完，办完再提请。"),
    R.LEAVING: _("这一家正在办退出，不能出壳。"),
    R.NOT_NOW: _("这份出壳现在不能这样办。请看看它到了哪一步。"),
    R.NO_REASON: _("请写为什么退回。"),
    R.VISIT_EARLY: _("还没到这一次回访的三个月。"),
    R.VISIT_DONE: _("这一次已经回访过了。"),
    R.VISITS_OVER: _("跟踪期已经过了，不再补记。"),
    R.NO_RECORD: _("请写看到什么、说了什么。"),
}
