"""Words of batches and calls."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from sanshe.incubation.enums.call.application import ApplicationState as S
from sanshe.incubation.enums.call.batch import BatchEvent as E
from sanshe.incubation.enums.call.batch import BatchRefusal as R
from sanshe.incubation.enums.call.batch import BatchState as B
from sanshe.incubation.enums.call.batch import CallState as C
from sanshe.incubation.enums.decision.decision import PlaceState as PS

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
DOOR = _("申请入壳")
DOOR_LINE = _("{name}正在招募社会组织，报名到 {day} 24 时。")
CALL_STATES = {
    C.DRAFT: _("草稿"),
    C.APPROVED: _("已批准，还没发布"),
    C.PUBLISHED: _("已发布"),
    C.REPLACED: _("已更正"),
    C.WITHDRAWN: _("已撤下"),
}
# An application in the list of its batch: what the screening said, what it is now, what comes next.
_PASSED = ("done", _("通过"))
SCREENED = {
    S.DRAFT: ("wait", _("没有提交")), S.SUBMITTED: ("wait", _("待审")), S.RETURNED: ("due", _("退回补正")),
    S.INELIGIBLE: ("off", _("未通过")), S.OVERDUE: ("off", _("补正逾期")), S.WITHDRAWN: ("off", _("已撤回")),
    S.SCREENED: _PASSED, S.SCORED: _PASSED, S.ABSENT: _PASSED,
}  # fmt: skip
STANDING = {
    S.DRAFT: ("off", _("逾期未收")), S.SUBMITTED: ("run", _("初审中")), S.RETURNED: ("due", _("等补正")),
    S.INELIGIBLE: ("off", _("初审未通过")), S.OVERDUE: ("off", _("补正逾期")), S.WITHDRAWN: ("off", _("已撤回")),
    S.SCREENED: ("wait", _("等评审")), S.SCORED: ("run", _("已评")), S.ABSENT: ("off", _("缺席")),
}  # fmt: skip
PLACE_PILLS = {
    PS.PROPOSED: "run", PS.RESERVE: "wait", PS.NOT_SELECTED: "off", PS.NOTICED: "run",
    PS.CONFIRMED: "done", PS.SIGNED: "done", PS.FALLEN: "back", PS.LAPSED: "over",
}  # fmt: skip
BLOCKED = ("back", _("异议中"))
NEXT_BLOCKED = _("最迟 {day}答复；答复前不能签约")
NEXT_UNACCEPTED = _("异议等受理；答复前不能签约")
# what comes next, and the day it cannot be said without
NEXT = {
    PS.PROPOSED: (_("签批以后公示"), ""),
    PS.NOTICED: (_("公示满后发通知"), ""),
    PS.CONFIRMED: (_("等签约"), ""),
    PS.SIGNED: (_("孵化到 {term}"), "term"),
    PS.RESERVE: (_("有空位时按序递补，{until}止"), "until"),
}
BEFORE = {
    S.SUBMITTED: _("等初审"),
    S.RETURNED: _("补正最迟 {due}"),
    S.INELIGIBLE: _("{day}发了通知"),
    S.OVERDUE: _("补正到 {due}，没有交回"),
    S.SCREENED: _("等现场评审"),
    S.SCORED: _("等合议决定"),
}
REVIEWS = {"": _("，申请了复核"), "upheld": _("，复核维持"), "reversed": _("，复核改为通过")}
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
    "places": _("拟入壳家数"),
    "reserve_places": _("候补家数"),
    "criteria": _("指标"),
    "conditions": _("条件"),
    "operator": _("承办方"),
}
EVENTS = {
    E.PLANNED: _("筹备一批"),
    E.CHANGED: _("改筹备"),
    E.RUBRIC_SET: _("定评分标准"),
    E.CONDITIONS_SET: _("定资格条件"),
    E.MOVED: _("批次到了下一步"),
    E.DRAFTED: _("拟公告"),
    E.REDRAFTED: _("改公告草稿"),
    E.APPROVED: _("批准公告"),
    E.SENT_BACK: _("退回公告"),
    E.PUBLISHED: _("发布公告"),
    E.AMENDED: _("发布更正公告"),
    E.WITHDRAWN: _("撤下公告"),
    E.PACKED: _("出核验材料包"),
}
BESIDE = {
    R.NUMBER_TAKEN: "no",
    R.PLAN_DATES_WRONG: "screening_until",
    R.NO_SIDES: "bureau",
    R.DATES_WRONG: ("opens_on", "closes_on"),
    R.RUBRIC_WRONG: "points_1",
    R.SHORTENED: "closes_on",
    R.OPERATOR_NOT_LEGAL_PERSON: "centre",
}
SENTENCES = {
    R.STALE: _("刚被别人改过。请重新打开，看清现在的内容再办。"),
    R.FROZEN: _("公告已经发布，评分标准不能再改。"),
    R.NOT_APPROVED: _("公告还没经区民政局批准，不能发布。"),
    R.NOT_PUBLISHED: _("还没有发布过的公告，不用更正，直接改就行。"),
    R.RUBRIC_WRONG: _("每项分值要在 1 到 100 之间，至少一项。"),
    R.DATES_WRONG: _("日子前后不对：报名、初审、评审要一个接一个。"),
    R.NO_REASON: _("请写明原因。"),
    R.SHORTENED: _("更正公告不能把截止日提前。"),
    R.NOT_DRAFT: _("公告已经批准，要改先让区民政局退回来。"),
    R.NUMBER_TAKEN: _("第 {no} 批已经有了，换一个批次号。"),
    R.PLAN_DATES_WRONG: _("日子前后不对：初审、评审、签约要一个接一个，候补有效期不早于签约截止。"),
    R.NO_SIDES: _("评审小组至少要有一位评委。"),
    R.NO_CONDITIONS: _("至少写一条资格条件。公告没写的，初审不能拿来不通过。"),
    R.NO_CENTRE: _("还没有承办的单位。请区管理员先登记，再筹备。"),
    R.OPERATOR_NOT_LEGAL_PERSON: _("这个中心还没写运营的组织。运营的组织要有统一社会信用代码：协议由它签。"),
}


PLAN = {
    "centre": _("孵化中心"),
    "no": _("第几批"),
    "name": _("名称"),
    "places": _("拟入壳几家"),
    "reserve_places": _("候补几家"),
    "tabulation_rule": _("怎么算总分"),
    "screening_until": _("初审到哪天"),
    "panel_on": _("现场评审哪天"),
    "notice_days": _("公示几天"),
    "notice_day_kind": _("按什么天数"),
    "signing_from": _("签约从哪天"),
    "signing_to": _("签约到哪天"),
    "signing_hour": _("到几点"),
    "reserve_until": _("候补有效到"),
    "term_months": _("孵化几个月"),
    "desks": _("工位一共几个"),
    "sessions": _("培训一共几次"),
    "hours": _("督导一共几小时"),
    "bureau": _("评委：区民政局"),
    "centre_side": _("评委：孵化中心"),
    "social_work": _("评委：资深社工"),
    "community": _("评委：社区"),
}
CALL = {
    "number": _("文号"),
    "opens_on": _("报名从哪天"),
    "closes_on": _("报名到哪天，当天 24 时止"),
    "intro": _("开头一段"),
    "conditions": _("资格条件，一行一条"),
}
DAY_KINDS = (("workday", _("工作日")), ("day", _("自然日")))
CRITERION = _("指标 {n}")
SAYS = _("说明")
POINTS = _("分值")
