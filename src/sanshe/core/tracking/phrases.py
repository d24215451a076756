"""Words of tracking."""

from django.utils.translation import gettext_lazy as _

from sanshe.core.tracking.enums import R

SENTENCES = {
    R.NOT_FOUND: _("没有找到。请核对编号和手机号后四位。"),
    R.TOO_MANY: _("试得太多了。请 1 小时后再来，或者打回执上的电话。"),
}
BESIDE = {R.NOT_FOUND: "number"}  # which of the two is wrong is told to nobody

DOOR = _("查进度")
DOOR_LINE = _("交过的事办到哪一步，凭编号和手机号后四位就能查，不用登录。")
