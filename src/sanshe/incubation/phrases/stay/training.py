"""Words of trainings."""

from django.utils.translation import gettext_lazy as _

from sanshe.incubation.enums.stay.training import TrainingEvent as E
from sanshe.incubation.enums.stay.training import TrainingRefusal as R
from sanshe.incubation.enums.stay.training import TrainingState as S

STATES = {S.PLANNED: _("已安排"), S.HELD: _("已办"), S.CALLED_OFF: _("已取消")}
PILLS = {S.PLANNED: "run", S.HELD: "done", S.CALLED_OFF: "off"}
KINDS = {"incubation.training": _("培训")}
FIELDS = {"title": _("培训"), "starts_at": _("时间"), "invited": _("请了几家"), "reason": _("原因")}
EVENTS = {
    E.PLANNED: _("安排培训"),
    E.HELD: _("记培训签到"),
    E.CORRECTED: _("更正培训签到"),
    E.CALLED_OFF: _("取消培训"),
}
BESIDE = {
    R.HOURS_WRONG: "hours",
    R.NO_TIME: ("day", "time"),
}
SENTENCES = {
    R.NO_TITLE: _("请写培训的名称和地点。"),
    R.NO_TIME: _("请写哪一天几点开始。"),
    R.HOURS_WRONG: _("小时写成 1.5 这样，最小 0.25，最多 8。"),
    R.NOBODY_TO_INVITE: _("这一批现在没有在孵的，没有人可请。"),
    R.NOT_BEGUN: _("培训还没开始。开始以后照签到表记。"),
    R.COUNT_WRONG: _("人数写 0 到 200。"),
    R.NO_REASON: _("请写为什么取消，会告诉请了的各家。"),
    R.MOVE_NOT_ALLOWED: _("这次培训办过或取消了，不能这样改。"),
}
LEDGER, TITLE, WHEN, HOURS = _("培训台账"), _("培训"), _("时间"), _("小时")
PLACE, TRAINER, CAME, PEOPLE, STATE = _("地点"), _("主讲"), _("来了几家"), _("人次"), _("现在")
