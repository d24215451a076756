"""Words of supervision."""

from django.utils.translation import gettext_lazy as _

from sanshe.incubation.enums.stay.supervision import Function as F
from sanshe.incubation.enums.stay.supervision import SupervisionEvent as E
from sanshe.incubation.enums.stay.supervision import SupervisionRefusal as R

FUNCTIONS = {F.ADMINISTRATIVE: _("行政"), F.EDUCATIONAL: _("教育"), F.SUPPORTIVE: _("支持")}
KINDS = {"incubation.supervision": _("督导")}
FIELDS = {"held_on": _("日期"), "quarters": _("刻钟"), "function": _("功能"), "agreed": _("谈定了什么"),
          "follow_up": _("跟进"), "follow_up_on": _("跟进的日子")}  # fmt: skip
EVENTS = {E.RECORDED: _("记督导"), E.FOLLOWED: _("督导跟进办了")}
BESIDE = {
    R.HOURS_WRONG: "hours",
    R.DAY_TO_COME: "held_on",
    R.DAY_BEFORE_TERM: "held_on",
    R.FOLLOW_UP_HALF: "follow_up",
    R.NO_WORDS: ("words", "agreed"),
}
SENTENCES = {
    R.HOURS_WRONG: _("小时写成 1.5 这样，最小 0.25，最多 8。"),
    R.DAY_TO_COME: _("督导的日子还没到。谈过以后再记。"),
    R.DAY_BEFORE_TERM: _("督导的日子在入壳以前。请看看日期。"),
    R.NO_WORDS: _("请写一句谈定了什么。"),
    R.FOLLOW_UP_HALF: _("跟进要写什么事、哪一天看，两样都写；日子不早于督导那天。"),
    R.FOLLOWED_ALREADY: _("这件跟进已经记过办了。"),
    R.NOT_IN_INCUBATION: _("这一家不在孵了，不再记督导。"),
}
LEDGER, DAY, HOURS, FUNCTION = _("督导台账"), _("日期"), _("小时"), _("功能")
AGREED, FOLLOW_UP, FOLLOW_UP_ON, FOLLOWED = _("谈定了什么"), _("跟进"), _("跟进的日子"), _("跟进办了")
