"""Words of the register."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from sanshe.incubation.enums.agreement.register import EntryState as S
from sanshe.incubation.enums.agreement.register import RegisterEvent as E
from sanshe.incubation.enums.agreement.register import RegisterRefusal as R
from sanshe.incubation.enums.agreement.register import TotalName

STATES = {S.IN_INCUBATION: _("在孵"), S.GRADUATED: _("出壳"), S.LEFT: _("退出")}
TOTALS = {TotalName.ENTERED: _("累计入壳，按组织去重"), TotalName.INCUBATED: _("累计孵化，按组织去重")}
KINDS: dict[str, Any] = {}
FIELDS: dict[str, Any] = {"entered_on": _("入壳"), "organisation": _("组织")}
EVENTS = {E.ENTERED: _("补登入壳"), E.GRADUATED: _("补登出壳")}
SENTENCES = {R.ALREADY_IN: _("这一家已经在孵，不能再入壳。"), R.NO_LEGAL_IDENTITY: _("出壳前要有登记或有效的备案。")}
