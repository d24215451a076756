"""Words of striking what was entered wrongly."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from sanshe.incubation.enums.stay.strike import StrikeRefusal as R

KINDS: dict[str, Any] = {}
FIELDS = {"done_on": _("做到的日子"), "evidence": _("哪里看得到"), "spent_on": _("花钱的日子")}
SENTENCES = {R.ACCOUNTED: _("这笔支持已经有票据。先把票据划掉，再划掉这一笔。")}
