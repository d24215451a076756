"""Words of the calendar."""

from django.utils.translation import gettext_lazy as _

from sanshe.core.calendar.enums import DayKind, E, R

DAY_KINDS = {
    DayKind.WORKDAY: _("工作日"),
    DayKind.DAY: _("自然日"),
    DayKind.HOUR: _("小时"),
    DayKind.WORK_HOUR: _("工作时"),
}
SENTENCES = {
    R.NOT_LOADED: _("{year} 年的放假安排还没有载入，算不了工作日。请在日历页载入国务院的通知。"),
    R.DATE_WRONG: _("这一行看不懂：{line}。写成“休 01-31 至 02-06”或“班 01-29”。"),
    R.OTHER_YEAR: _("这一天不在所选的年份里：{line}。"),
    R.NOTHING_GIVEN: _("还没有写哪天休、哪天班。"),
    R.NO_HOURS: _("{day} 的上班时间还没有设，算不了工作时。请在日历页设上班时间。"),
    R.HOURS_WRONG: _("上班时间看不懂，写成“8:30-12:00 14:30-18:00”，先后不交叉。"),
    R.HOURS_PAST: _("上班时间只能从今天或以后改起，已经排出的期限不动。"),
    R.BOTH: _("同一天写了又休又班：{line}。"),
}
BESIDE = dict.fromkeys((R.DATE_WRONG, R.OTHER_YEAR, R.NOTHING_GIVEN, R.BOTH), "days") | {
    R.HOURS_WRONG: "spans",
    R.HOURS_PAST: "starts_on",
}
EVENTS = {E.LOADED: _("载入放假安排"), E.HOURS_SET: _("设上班时间")}
KINDS = {"calendar.year": _("放假安排"), "calendar.hours": _("上班时间")}
FIELDS = {"days": _("调整的天数"), "source": _("来源"), "spans": _("上班时间")}
STEP = (
    _("核对今年的工作日"),
    _("期限都按国务院办公厅的放假通知算。没载入的年份，期限排不出来。"),
    _("载入"),
)
