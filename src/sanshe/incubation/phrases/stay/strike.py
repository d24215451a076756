"""Words of striking what was entered wrongly."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from sanshe.incubation.enums.stay.strike import StrikeEvent as E
from sanshe.incubation.enums.stay.strike import StrikeRefusal as R

KINDS: dict[str, Any] = {}
FIELDS = {"done_on": _("做到的日子"), "evidence": _("哪里看得到"), "spent_on": _("花钱的日子")}
EVENTS = {E.STRUCK: _("作废一条")}
SENTENCES = {
    R.NO_REASON: _("请写一句哪里记错了。"),
    R.STRUCK_ALREADY: _("这一条已经作废，或者刚被改过。请重新打开，看清现在的内容。"),
    R.ACCOUNTED: _("这笔支持已经有票据。先把票据作废，再作废这一笔。"),
}
