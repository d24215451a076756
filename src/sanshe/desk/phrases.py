"""Words of the desk, and the books in the rail."""

from django.utils.translation import gettext_lazy as _

from sanshe.core.accounts.enums import P as People
from sanshe.core.areas.enums import P as Areas
from sanshe.core.audit.enums import P as Audit
from sanshe.core.calendar.enums import P as Calendar
from sanshe.core.notices.enums import P as Notices
from sanshe.core.parties.enums import P as Parties
from sanshe.core.ui.types import NavItem

SPANS = (("yesterday", _("昨天")), ("week", _("本周")))
NAV_ITEMS = {
    "ledgers": NavItem("账", _("台账与报表"), "ledgers:index", group="books", order=60),
    "parties": NavItem("社", _("社会组织"), "parties:index", (Parties.READ,), group="books", order=62),
    "persons": NavItem("民", _("登记的人"), "parties:persons", (Parties.PERSONS_READ,), group="books", order=63),
    "offices": NavItem("办", _("承办和审批单位"), "parties:offices", (Parties.OFFICES,), group="books", order=63),
    "people": NavItem("人", _("人员"), "accounts:people", (People.READ,), group="books", order=64),
    "areas": NavItem("地", _("区域与点位"), "areas:index", (Areas.READ,), group="books", order=66),
    "calendar": NavItem("历", _("工作日日历"), "calendar:index", (Calendar.READ,), group="books", order=68),
    "notices": NavItem("示", _("公示"), "notices:desk", (Notices.READ,), group="books", order=70),
    "audit": NavItem("核", _("操作记录核验"), "audit:record", (Audit.READ,), group="books", order=72),
}
