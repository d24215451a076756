"""Words of leaving."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from sanshe.incubation.enums.end.exit import ExitEvent as E
from sanshe.incubation.enums.end.exit import ExitKind
from sanshe.incubation.enums.end.exit import ExitRefusal as R
from sanshe.incubation.enums.end.exit import ExitState as S

LABEL = _("交接")
NAMES = {ExitKind.GIVEN_UP: _("放弃"), ExitKind.DROPPED: _("淘汰"), ExitKind.ENDED: _("解除")}
STATES = {S.PROPOSED: _("等民政局批"), S.NOTICED: _("交接中"), S.CLOSED: _("已退出"), S.WITHDRAWN: _("没有批，留下")}
PILLS = {S.PROPOSED: "run", S.NOTICED: "due", S.CLOSED: "off", S.WITHDRAWN: "back"}
PARTS = {"场地": _("场地"), "钥匙": _("钥匙"), "物品": _("物品"), "材料": _("材料"), "经费": _("经费")}
KINDS: dict[str, Any] = {"incubation.exit": _("退出")}
FIELDS: dict[str, Any] = {"leaving": _("怎么退"), "item": _("交了什么")}
EVENTS = {
    E.PROPOSED: _("提请退出"),
    E.NOTICED: _("发退驻通知书"),
    E.WITHDRAWN: _("不批退出"),
    E.HANDED_OVER: _("交接一项"),
    E.CLOSED: _("交接完，已退出"),
}
SENTENCES = {
    R.NOT_IN_INCUBATION: _("这一家不在孵，不能办退出。"),
    R.LEAVING_ALREADY: _("这一家已经在办退出。"),
    R.NO_REASON: _("请写为什么。"),
    R.NOT_NOW: _("这份退出现在不能这样办。请看看它到了哪一步。"),
    R.HANDED_OVER: _("这一项已经交过了。"),
    R.STALE: _("别人刚记下一项交接。请重新打开再记。"),
}
