"""Words of areas."""

from django.utils.translation import gettext_lazy as _

from sanshe.core.areas.enums import E, Level, R
from sanshe.core.kit.areas import R as Asked

LEVELS = {
    Level.PROVINCE: _("省"),
    Level.CITY: _("市"),
    Level.DISTRICT: _("区县"),
    Level.SUBDISTRICT: _("街道"),
    Level.COMMUNITY: _("社区"),
}
PLACE = _("地方")
SENTENCES = {
    Asked.WHICH_DISTRICT: _("要写是哪个区：--district 代码。这里有：{districts}。"),
    R.CODE_WRONG: _("区划代码的位数不对：区县 6 位，街道 9 位，社区 12 位，只能是数字。"),
    R.LEVEL_WRONG: _("级别只能写 province、city、district、subdistrict、community。"),
    R.NO_NAME: _("没有名称。"),
    R.NO_PARENT: _("上级代码不在表里，也没有载入过。"),
    R.DOUBLE: _("这个代码在表里出现了两次。"),
    R.HEAD_WRONG: _("第一行要写 {head}，用逗号隔开。"),
    R.COLUMNS_WRONG: _("第 {line} 行有 {n} 格，要正好 4 格。"),
    R.NO_DISTRICT: _("表里没有区县一级。"),
}
EVENTS = {E.LOADED: _("载入区划"), E.RENAMED: _("区划改名")}
KINDS = {"areas.tree": _("区划")}
FIELDS = {"added": _("新增")}
