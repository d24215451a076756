"""What those are called who have had a hand in a matter."""

from django.utils.translation import gettext_lazy as _

from sanshe.incubation.enums.duty import Duty

DUTIES = {Duty.DRAFTER: _("拟稿人"), Duty.PROPOSER: _("提请人"), Duty.ASKER: _("申请延期的人")}
