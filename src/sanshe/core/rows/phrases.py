"""Sentences of rows."""

from django.utils.translation import gettext_lazy as _

from sanshe.core.rows.enums import E, R

EVENTS = {E.STRUCK: _("划掉一条")}
# Beside which field a sentence stands, where the refusal does not name it itself.
_HAPPENED = ("on", "held_on", "visited_on", "spent_on")
BESIDE = {R.BAD_PHONE: ("phone", "contact_phone"), R.DAY_TO_COME: _HAPPENED, R.DAY_LONG_AGO: _HAPPENED}
SENTENCES = {
    R.MOVED_ON: _("{name} {time} 已经办了这一步。请重新打开，看清现在的内容再办。"),
    R.STALE: _("别人刚改过。请重新打开，看清现在的内容再改。"),
    R.NOT_DRAWN: _("这次没有写明是照哪一页办的，没有记下。请重新打开，看清现在的内容再办。"),
    R.NOT_NOW: _("现在是{state}，不能这样办。"),
    R.NOT_IN_WINDOW: _("{opens}到{closes}可以办，现在不在这段时间里。"),
    R.SAME_PERSON: _("这一步须由别人做：您是{duty}。"),
    R.NO_REASON: _("请写为什么划掉。"),
    R.HANDLED: _("已经有人在办，请打电话说。"),
    R.NOT_YOURS: _("这一份不是您交的。请让交的那一位撤回，或者打电话说。"),
    R.UNDO_OVER: _("过了 10 分钟。还想撤回，请点撤回，会留下记录。"),
    R.UNDO_LATE: _("过了 10 分钟，或者期限到了，不能自己撤回。请打电话说。"),
    R.BAD_PHONE: _("电话要写全，一栏写一个：11 位手机号，或者带区号的座机。"),
    R.BAD_COUNT: _("请写整数，比如 3。"),
    R.DAY_TO_COME: _("这一天还没到。"),
    R.DAY_LONG_AGO: _("这一天在 1949 年以前，请看看年份有没有写错。"),
    R.STRUCK_ALREADY: _("这一条已经划掉，或者刚被改过。请重新打开，看清现在的内容。"),
}
