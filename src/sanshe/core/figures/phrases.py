"""Words of figures."""

from django.utils.translation import gettext_lazy as _

SAID = {
    "differs": _("{code}：记录里有 {counted}，计数器记着 {kept}"),
}
