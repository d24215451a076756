"""Where incubation stands in the rail."""

from django.utils.translation import gettext_lazy as _

NAME = _("社会组织孵化")
SHORT = _("孵化")
PADS = _("我的评审")
