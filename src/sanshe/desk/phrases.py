"""Words of the desk, and the books in the rail."""

from django.utils.translation import gettext_lazy as _

from sanshe.core.ui.types import NavItem

NAV_ITEMS = {
    "ledgers": NavItem("账", _("台账与报表"), "ledgers:index", group="books", order=60),
    "parties": NavItem("社", _("社会组织"), "parties:index", ("parties.read",), group="books", order=62),
    "people": NavItem("人", _("人员"), "accounts:people", ("accounts.read",), group="books", order=64),
    "areas": NavItem("地", _("区域与点位"), "areas:index", ("areas.read",), group="books", order=66),
    "calendar": NavItem("历", _("工作日日历"), "calendar:index", ("calendar.read",), group="books", order=68),
    "notices": NavItem("示", _("公示"), "notices:desk", ("notices.read",), group="books", order=70),
    "audit": NavItem("核", _("操作记录核验"), "audit:record", ("audit.read",), group="books", order=72),
}
