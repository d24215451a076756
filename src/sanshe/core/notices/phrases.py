"""Words of notices."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from sanshe.core.notices.enums import Channel, DayKind, E, MessageState, R, State

SENTENCES = {
    R.NOT_ALLOWED_NOW: _("这份公示现在不能这样办。请看看它到了哪一步。"),
    R.WINDOW_TURNED: _("公示期的截止日不能早于开始日。"),
    R.WINDOW_OVER: _("公示期已经过了，不能再发布。请重新定公示期。"),
    R.WINDOW_RUNS: _("公示期到 {to} 24 时才满，现在不能结束。"),
    R.NO_CONTACT: _("公示要写明受理单位、电话、地址和时间。请补全。"),
    R.NOT_APPROVED: _("公示要先由区民政局批准，才能发布。"),
    R.NOBODY: _("没有收件人，消息发不出去。"),
    R.UNKNOWN_TEMPLATE: _("没有这个消息模板：{template}。"),
    R.EMPTY_BLANK: _("消息里的“{blank}”没有值，先不发。"),
}
EVENTS = {
    E.DRAFTED: _("拟了公示"),
    E.APPROVED: _("批准了公示"),
    E.PUBLISHED: _("发布了公示"),
    E.CLOSED: _("公示期满，结束"),
    E.WITHDRAWN: _("撤下了公示"),
    E.CORRECTED: _("发了更正公示"),
}
KINDS = {"notices.notice": _("公示"), "notices.message": _("消息")}
STATES = {
    State.DRAFT: _("草稿"),
    State.APPROVED: _("已批准，未发布"),
    State.PUBLISHED: _("公示中"),
    State.CLOSED: _("已结束"),
    State.WITHDRAWN: _("已撤下"),
}
PILLS = {
    State.DRAFT: "wait",
    State.APPROVED: "run",
    State.PUBLISHED: "due",
    State.CLOSED: "done",
    State.WITHDRAWN: "off",
}
DAY_KINDS = {DayKind.WORKDAYS: _("工作日"), DayKind.DAYS: _("日")}
CHANNELS = {Channel.INBOX: _("站内"), Channel.SMS: _("短信"), Channel.MAIL: _("邮件")}
MESSAGE_STATES = {
    MessageState.QUEUED: _("排着队"),
    MessageState.SENT: _("已发"),
    MessageState.FAILED: _("没发出"),
}
MESSAGE_PILLS = {MessageState.QUEUED: "wait", MessageState.SENT: "done", MessageState.FAILED: "over"}
PRIVACY = {
    "label": _("消息的收件电话"),
    "purpose": _("把办理结果告诉本人"),
    "basis": _("《个人信息保护法》第十三条"),
    "retention": _("发出后 1 年"),
    "text_label": _("消息的内容"),
    "mail_label": _("消息的收件邮箱"),
}
COLUMN_DRAFTED = _("拟稿时间")
COLUMN_NUMBER = _("文号")
COLUMN_TITLE = _("标题")
COLUMN_STATE = _("状态")
COLUMN_FROM = _("公示起")
COLUMN_TO = _("公示止")
COLUMN_COUNT = _("名单")
COLUMN_PUBLISHED = _("发布时间")
LEDGER_TITLE = _("公示台账")


def sentence(refusal: Any) -> str:
    """The sentence of a refusal with its facts filled in; the code itself where it is another app's."""
    words = SENTENCES.get(refusal.code)
    return str(words).format(**refusal.facts) if words is not None else str(refusal.code)


FOUND = _("公示")
