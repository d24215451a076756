"""Words of figures."""

from django.utils.translation import gettext_lazy as _

from sanshe.core.figures.enums import R

SAID = {
    "differs": _("{code}：记录里有 {counted}，计数器记着 {kept}"),
}
SENTENCES = {R.NO_MOMENT: _("没有叫 {code} 的时点，或者它还没有建好。时点只在演示区里有，代码见 README。")}
