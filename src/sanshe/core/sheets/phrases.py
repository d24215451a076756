"""Words of sheets."""

from django.utils.translation import gettext_lazy as _

from sanshe.core.sheets.enums import R
from sanshe.core.sheets.enums import SheetState as S

STATES = {S.DRAFT: _("在写"), S.SUBMITTED: _("已交"), S.RETURNED: _("退回修改"), S.AGREED: _("已定")}
PILLS = {S.DRAFT: "wait", S.SUBMITTED: "run", S.RETURNED: "back", S.AGREED: "done"}
NOT_BEGUN = _("还没写")
FIELDS = {"words": _("意见"), "remarks": _("逐条意见"), "due_on": _("最迟")}
SENTENCES = {
    R.UNKNOWN_FIELD: _("表里没有这一处。请刷新页面。"),
    R.TOO_LONG: _("太长了，请短一些。"),
    R.NO_DAY: _("日期写成 2022-05-31 这样。"),
    R.NO_MONEY: _("金额写成 1234.50 这样，单位是元。"),
    R.NO_CHOICE: _("请在给出的几项里选一项。"),
    R.CLOSED: _("已经交了，现在不能改。要改请收表的人退回来。"),
    R.STALE: _("这一处在另一台设备上也改过。两句都留着，请选一句。"),
    R.INCOMPLETE: _("还差 {left} 处没填，填完再交。"),
    R.WRONG: _("有的地方写得不对，改好再交。"),
    R.NO_WORDS: _("退回要写明改什么。"),
    R.OWN_HAND: _("这一份是您交的，须由另一个人来定。"),
    R.MOVE_NOT_ALLOWED: _("这一份现在不能这样办。请刷新页面看它到了哪一步。"),
}
