"""Words of objections."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from sanshe.incubation.enums.notice.objection import ObjectionEvent as E
from sanshe.incubation.enums.notice.objection import ObjectionOutcome as O
from sanshe.incubation.enums.notice.objection import ObjectionRefusal as R
from sanshe.incubation.enums.notice.objection import ObjectionState as S
from sanshe.incubation.enums.notice.objection import PointVerdict as V

STATES = {
    S.RECEIVED: _("收到，等受理"),
    S.DECLINED: _("不受理"),
    S.ACCEPTED: _("办理中"),
    S.ANSWERED: _("已答复，可以申请复核"),
    S.UNDER_REVIEW: _("复核中"),
    S.CLOSED: _("办结"),
    S.WITHDRAWN: _("已撤回"),
}
OUTCOMES = {O.DISMISSED: _("不成立"), O.PARTLY: _("部分成立"), O.UPHELD: _("成立")}
VERDICTS = {V.OPEN: _("还没查"), V.TRUE: _("属实"), V.FALSE: _("不属实")}
KINDS: dict[str, Any] = {"incubation.objection": _("异议")}
FIELDS: dict[str, Any] = {"points": _("几点"), "point": _("第几点"), "outcome": _("结果")}
EVENTS = {
    E.SHOWN: _("查看提出人"),
    E.RAISED: _("提出异议"),
    E.ACCEPTED: _("受理异议"),
    E.DECLINED: _("不受理异议"),
    E.TOLD: _("告知被提的一方"),
    E.HEARD: _("听了说明，看了原件"),
    E.POINT_JUDGED: _("判了一点"),
    E.CO_HANDLER_NAMED: _("指定协办"),
    E.CONTACTED: _("联系"),
    E.ANSWERED: _("答复异议"),
    E.REVIEW_ASKED: _("申请复核"),
    E.REVIEWED: _("答复复核"),
    E.CLOSED: _("办结"),
    E.WITHDRAWN: _("撤回异议"),
}
LATER = _(
    "现在提的人多，这一份还没有记下，写的都在。请稍后照原样再交一次，仍按现在的时间算；"
    "也可以打电话 {phone}，或到 {address} 当面提。"
)
SENTENCES = {
    R.NOT_IN_WINDOW: _("不在公示期里，不能再提。"),
    R.NOT_ON_LIST: _("请选公示名单里的一家。"),
    R.NO_FACT: _("请写明事实：什么时间、什么事，至少 10 个字。"),
    R.NO_NAME: _("请写真实姓名，不对外公开。"),
    R.NO_PHONE: _("请写电话，答复要送到您手里。"),
    R.HANDLER_SCORED: _("您参加了评审，异议须由别人办。"),
    R.HANDLER_DECIDED_RECUSAL: _("您定过回避，异议须由别人办。"),
    R.HANDLER_IS_OPERATOR: _("运营方只看进度，异议须由区民政局没参加评审的人办。"),
    R.NOT_HANDLER: _("这件异议由受理它的人主办，您不是主办或协办。要一起办，请主办指定您协办。"),
    R.NO_CO_HANDLER: _("请选一位能办异议的人协办，不能是主办自己。"),
    R.REVIEWER_HANDLED: _("这件异议是您办的，复核须由别人做。"),
    R.POINTS_OPEN: _("还有没判的点。每一点都判了再答复。"),
    R.NO_POINTS: _("请把争的是哪几点写出来，一行一点。"),
    R.NO_ANSWER: _("请写答复。"),
    R.OUTCOME_AGAINST_POINTS: _("结果和查明的各点对不上。"),
    R.MOVE_NOT_ALLOWED: _("这件异议现在不能这样办。请看看它到了哪一步。"),
    R.REVIEW_OVER: _("申请复核的日子过了。"),
    R.REVIEW_OPEN: _("申请复核的日子还没过，不能办结。"),
    R.UNDO_OVER: _("已经受理，过了 10 分钟不能自己撤回。请打电话说明。"),
}
