"""What those are called who have had a hand in a matter."""

from django.utils.translation import gettext_lazy as _

from sanshe.incubation.enums.duty import Duty

DUTIES = {
    Duty.DRAFTER: _("拟稿人"),
    Duty.PROPOSER: _("提请人"),
    Duty.ASKER: _("申请延期的人"),
    Duty.ISSUER: _("发通知书的人"),
    Duty.DECIDER: _("作决定的人"),
    Duty.ASSESSOR: _("评估的人"),
    Duty.PANELIST: _("评委"),
    Duty.RECORDER: _("记录合议的人"),
    Duty.CORRECTOR: _("申请更正的人"),
    Duty.AGREER: _("已经同意过的人"),
}
