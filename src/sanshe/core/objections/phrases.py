"""Words of objections."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from sanshe.core.objections.enums import Deed, Duty, E, Letter, Outcome, R, State, Verdict

LABEL = _("异议")
STATES = {
    State.RECEIVED: _("收到，等受理"),
    State.DECLINED: _("不受理"),
    State.ACCEPTED: _("办理中"),
    State.ANSWERED: _("已答复，可以申请复核"),
    State.UNDER_REVIEW: _("复核中"),
    State.CLOSED: _("办结"),
    State.WITHDRAWN: _("已撤回"),
    State.TAKEN_BACK: _("已收回"),
}
OUTCOMES = {Outcome.DISMISSED: _("不成立"), Outcome.PARTLY: _("部分成立"), Outcome.UPHELD: _("成立")}
VERDICTS = {Verdict.OPEN: _("还没查"), Verdict.TRUE: _("属实"), Verdict.FALSE: _("不属实")}
DUTIES = {
    Duty.FOLLOWER: _("只看进度"),
    Duty.INDEPENDENT: _("可以办"),
    Duty.HANDLER: _("主办"),
    Duty.CO_HANDLER: _("协办"),
    Duty.REVIEWER: _("复核"),
}
DUTY_LINES = {
    Deed.TAKE_UP: (_("异议 {n}，等受理"), _("受理")),
    Deed.WORK: (_("异议 {n}，要答复"), _("去办")),
    Deed.REVIEW: (_("异议 {n}，要复核"), _("去复核")),
}
FIELDS: dict[str, Any] = {"points": _("几点"), "point": _("第几点"), "outcome": _("结果")}
EVENTS = {
    E.SHOWN: _("查看提出人"),
    E.RAISED: _("提出异议"),
    E.TAKEN_BACK: _("收回异议"),
    E.ACCEPTED: _("受理异议"),
    E.DECLINED: _("不受理异议"),
    E.TAKEN_OVER: _("接办异议"),
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
BESIDE = {
    R.NO_REASON: ("reason", "text"),
    R.NO_NOTE: "text",
    R.NO_ANSWER: "text",
    R.NO_CO_HANDLER: "person",
    R.OUTCOME_AGAINST_POINTS: "outcome",
}
SENTENCES = {
    R.TOO_OFTEN: _(
        "现在提的人多，这一份还没有记下，写的都在。请稍后照原样再交一次，仍按现在的时间算；"
        "也可以打电话 {phone}，或到 {address} 当面提。"
    ),
    R.NOT_IN_WINDOW: _("不在公示期里，不能再提。"),
    R.NOT_ON_LIST: _("请选公示名单里的一项。"),
    R.NO_FACT: _("请写明事实：什么时间、什么事，至少 10 个字。"),
    R.NO_NAME: _("请写真实姓名，不对外公开。"),
    R.NO_PHONE: _("请写电话，答复要送到您手里。"),
    R.BARRED: _("您{duty}，异议须由别人办。"),
    R.NOT_YOURS: _("您只能看进度，异议由指定的人办。"),
    R.NOT_HANDLER: _("这件异议由受理它的人主办，您不是主办或协办。要一起办，请主办指定您协办。"),
    R.NO_CO_HANDLER: _("请选一位能办异议的人协办，不能是主办自己。"),
    R.NOT_FOR_THEM: _("{name}不能接这件异议：没有办异议的任职，或者经手过这件事。请另选一个人。"),
    R.REVIEWER_HANDLED: _("这件异议是您办的，复核须由别人做。"),
    R.HANDLER_IS_HERE: _("主办还在任，不能接办。要一起办，请主办指定您协办。"),
    R.POINTS_OPEN: _("还有没判的点。每一点都判了再答复。"),
    R.NO_POINTS: _("请把争的是哪几点写出来，一行一点。"),
    R.NO_ANSWER: _("请写答复。"),
    R.NO_REASON: _("请写明理由。"),
    R.NO_NOTE: _("请写做了什么。"),
    R.OUTCOME_AGAINST_POINTS: _("结果和查明的各点对不上。"),
    R.MOVE_NOT_ALLOWED: _("这件异议现在不能这样办。请看看它到了哪一步。"),
    R.REVIEW_OVER: _("申请复核的日子过了。"),
    R.REVIEW_OPEN: _("申请复核的日子还没过，不能办结。"),
    R.UNDO_OVER: _("过了 10 分钟。还想撤回，请点撤回，会留下记录。"),
    R.HANDLED: _("已经有人在办，请打电话说。"),
}
LETTERS = {
    Letter.RECEIVED: (
        _("异议 {number} 收到了"),
        _("您提的异议收到了，编号 {number}，最迟 {due} 24 时前答复。凭编号和手机号后四位可以查。"),
    ),
    Letter.ACCEPTED: (_("异议 {number} 受理了"), _("您提的异议 {number} 受理了，最迟 {due} 24 时前答复。")),
    Letter.DECLINED: (_("异议 {number} 不受理"), _("您提的异议 {number} 不受理：{reason}")),
    Letter.ANSWERED: (
        _("异议 {number} 有答复了"),
        _("异议 {number} 已答复。不同意的，{due} 24 时前可以申请复核。"),
    ),
    Letter.REVIEWED: (_("异议 {number} 的复核有答复了"), _("异议 {number} 复核完了，结果：{outcome}。")),
    Letter.CONCERNED: (
        _("有人对{title}提了异议"),
        _("有人对{title}提了异议，编号 {number}，正在核实。提出人保密。要您说明的，办理人会联系您。"),
    ),
    Letter.SETTLED: (
        _("关于{title}的异议办结了"),
        _("关于{title}的异议 {number} 办结，结果：{outcome}。"),
    ),
}
PRIVACY = {
    "name": _("异议人姓名"),
    "phone": _("异议人电话"),
    "purpose": _("核实异议，送达答复"),
    "basis": _("履行职责"),
    "retention": _("办结后三年"),
}
ACCEPT_BY, ANSWER_BY = _("受理不受理"), _("答复")
FEW = _("少于 3")
KEPT = _("异议编号 {number}，{day}收到。{which}：{title}。最迟 {due} 24 时前答复。凭编号和手机号后四位查进度。")


def counted(n: int) -> str:
    """A public count in words; under three it does not tell whose they are."""
    return str(FEW) if 0 < n < 3 else str(n)


LEDGER, UNIT = _("异议进度台账"), _("件")
LEDGER_NOTE = _("只看办到哪一步，不显示是谁提的，也不显示提了什么。")
HEADS: dict[str, Any] = {
    "number": _("编号"),
    "against": _("针对哪一项"),
    "listing": _("哪一次公示"),
    "state": _("现在"),
    "raised": _("提出"),
    "accept_due": _("受理期限"),
    "answer_due": _("答复期限"),
    "answered": _("答复"),
    "outcome": _("结论"),
    "review_due": _("申请复核到"),
}
# which: (title, what has to happen first)
PAPERS = {
    "accepted": (_("异议受理通知书"), _("异议受理以后")),
    "answer": (_("异议答复书"), _("异议答复以后")),
    "review": (_("异议复核答复书"), _("复核答复以后")),
}
BLANKS: dict[str, Any] = {
    "number": _("编号"),
    "name": _("名称"),
    "office": _("受理单位"),
    "date": _("成文日期"),
    "raised": _("收到日期"),
    "accepted": _("受理日期"),
    "answer_due": _("答复期限"),
    "review_due": _("申请复核期限"),
    "asked": _("申请复核日期"),
    "who": _("由谁办理"),
    "meanwhile": _("办理期间什么不动"),
    "points.no": _("要点：序号"),
    "points.text": _("要点：内容"),
    "points.verdict": _("要点：结论"),
    "points.found": _("要点：查明"),
    "outcome": _("结果"),
    "answer": _("答复"),
}
