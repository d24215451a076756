"""Words of the calendar."""

from django.utils.translation import gettext_lazy as _

from sanshe.core.calendar.enums import DayKind, E, R

DAY_KINDS = {DayKind.WORKDAY: _("工作日"), DayKind.DAY: _("自然日"), DayKind.HOUR: _("小时")}
SENTENCES = {
    R.NOT_LOADED: _("{year} 年的放假安排还没有载入，算不了工作日。请在日历页载入国务院的通知。"),
    R.DATE_WRONG: _("这一行看不懂：{line}。写成“休 01-31 至 02-06”或“班 01-29”。"),
    R.OTHER_YEAR: _("这一天不在所选的年份里：{line}。"),
    R.NOTHING_GIVEN: _("还没有写哪天休、哪天班。"),
    R.BOTH: _("同一天写了又休又班：{line}。"),
}
BESIDE = dict.fromkeys((R.DATE_WRONG, R.OTHER_YEAR, R.NOTHING_GIVEN, R.BOTH), "days")
EVENTS = {E.LOADED: _("载入放假安排")}
KINDS = {"calendar.year": _("放假安排")}
FIELDS = {"days": _("调整的天数"), "source": _("来源")}
STEP = (
    _("核对今年的工作日"),
    _("期限都按国务院办公厅的放假通知算。没载入的年份，期限排不出来。"),
    _("载入"),
)
