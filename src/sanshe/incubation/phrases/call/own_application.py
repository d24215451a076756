"""What one's own application says to those who wrote it."""

from django.utils.translation import gettext_lazy as _

HANDED_IN, SCREENING, PANEL, NOTICE = _("提交"), _("初审"), _("现场评审"), _("公示")
SIGNING, INCUBATION = _("签约"), _("孵化")
UNTIL = _("{day} 24 时前")
WILL_SCREEN = _("缺什么，发短信告诉您，给 3 个工作日补")
SCREENED = _("通过了")
OVERDUE = _("到期没有补齐")
WITHDRAWN = _("不再评审，编号留着")
WILL_HEAR = _("请按抽签的先后到场，带上要演示的东西")
HEARD = _("评过了，结果等公示")
HEARD_SHORT = _("评过了")
ABSENT = _("叫了三次没有到，末号再叫也没有到")
LISTED = _("在拟入壳名单里，公示期满再发通知")
CHOSEN = _("入选了")
SIGNED = _("签约了")
RESERVE = _("候补第 {n}。有空位时按序递补，{until} 止")
NOT_SELECTED = _("这一批没有入选，下一批还能报")
TERM = _("孵化到 {day}")
UNITS = ((_("{n} 天"), 86400), (_("{n} 小时"), 3600), (_("{n} 分钟"), 60), (_("{n} 秒"), 1))
