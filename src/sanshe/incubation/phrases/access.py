"""Words of the roles."""

from django.utils.translation import gettext_lazy as _

from sanshe.incubation.enums.access import Role

ROLES = {
    Role.BUREAU_OFFICER: _("区民政局"),
    Role.CENTRE_OPERATOR: _("孵化中心运营"),
    Role.PANELIST: _("评委"),
}
PANEL = _("评委")
PEOPLE_STEP = (
    _("加两个身份：孵化中心运营、区民政局"),
    _("招募公告由中心拟，由民政局批，须是两个人。评委、街道以后再加。"),
    _("加任职"),
)
