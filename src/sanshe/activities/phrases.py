"""Words of activities; each refusal has its sentence."""

from django.utils.translation import gettext_lazy as _

from sanshe.activities.enums import (
    BookingState,
    E,
    GroupKind,
    GroupState,
    Heads,
    JoiningState,
    Origin,
    Post,
    R,
    SessionState,
    Sound,
)

NAME = _("文艺活动与场地")
SHORT = _("活动")
SOUNDS = {Sound.OPEN: _("敞开"), Sound.PROOF: _("隔音"), Sound.SILENT: _("要安静")}
GROUP_KINDS = {
    GroupKind.CHOIR: _("合唱"),
    GroupKind.BAND: _("乐队"),
    GroupKind.DANCE: _("舞蹈"),
    GroupKind.OPERA: _("戏曲"),
    GroupKind.TAICHI: _("太极"),
    GroupKind.WRITING: _("书画"),
    GroupKind.CRAFT: _("手工"),
    GroupKind.OTHER: _("其他"),
}
GROUP_STATES = {
    GroupState.FORMING: _("组建"),
    GroupState.FILED: _("已备案"),
    GroupState.ACTIVE: _("活动中"),
    GroupState.SUSPENDED: _("暂停"),
    GroupState.DISSOLVED: _("注销"),
}
POSTS = {Post.LEADER: _("队长"), Post.DEPUTY: _("副队长"), Post.MEMBER: _("队员")}
ORIGINS = {Origin.WALK_IN: _("到场即用"), Origin.BOOKED: _("预约")}
SESSION_STATES = {
    SessionState.OPEN: _("正在"),
    SessionState.CLOSED: _("散场"),
    SessionState.SIGNED: _("已签"),
    SessionState.VOID: _("退掉"),
}
JOINING_STATES = {
    JoiningState.ASKED: _("在问"),
    JoiningState.AGREED: _("一起练"),
    JoiningState.DECLINED: _("不方便"),
    JoiningState.LAPSED: _("没有回答"),
}
HEADS = {Heads.NAMED: _("名单"), Heads.TOLD: _("自报"), Heads.SEEN: _("目测")}
BOOKING_STATES = {
    BookingState.CONFIRMED: _("约好"),
    BookingState.ARRIVED: _("已到"),
    BookingState.FINISHED: _("用过"),
    BookingState.CANCELLED: _("取消"),
    BookingState.RELEASED: _("未到释放"),
    BookingState.DISPLACED: _("征用"),
}
SHUT, OPENED = _("不开"), _("加开")
WHOLE = _("整个站")
WALKERS = _("散客")
ENTERED = _("进场了。")
TAKE_BACK = _("点错了，退掉")
SESSIONS_LEDGER = _("场次台账")
NEW_STATION = _("开一个实践站")
NEW_SPACE = _("加一处场地")
NEW_HOURS = _("公布开放时间")
NEW_CHANGE = _("临时调整")
NEW_LIMIT = _("限流")
NEW_GROUP = _("组建队伍")
NEW_BOOKING = _("约场地")
FIELDS = {
    "place": _("在哪一片"),
    "name": _("名称"),
    "address": _("地址"),
    "sound": _("声音"),
    "zones": _("分区和人数"),
    "starts_on": _("从哪天起"),
    "ends_on": _("到哪天止"),
    "percent": _("最多几成人"),
    "ground": _("原因"),
    "weekdays": _("哪几天"),
    "day": _("哪一天"),
    "space": _("哪处场地"),
    "opens": _("从几点"),
    "closes": _("到几点"),
    "is_open": _("开还是不开"),
    "is_emergency": _("应急"),
    "kind": _("活动"),
    "leader": _("队长姓名"),
    "phone": _("队长电话"),
    "members": _("队员"),
    "is_loud": _("带扩音"),
    "agreed": _("场地约定读过，愿意照着做"),
    "zone": _("哪一块"),
    "may_share": _("愿意和别的队一起用"),
    "opened_at": _("什么时候来"),
    "station": _("实践站"),
    "community": _("社区"),
    "who": _("谁来了"),
    "origin": _("怎么来的"),
    "state": _("状态"),
}
HINTS = {
    "zones": _("一行一个分区：东区 40；只有一块就写人数；不限人数就写名字。"),
    "members": _("一行一个名字，不用写队长；名册只有队长和值班的人看得见。"),
    "hours": _("按一刻钟写；下午不开就空着。"),
    "emergency": _("不到 24 小时，只有应急才能征用。"),
}
WEEKDAYS = {
    1: _("周一"),
    2: _("周二"),
    3: _("周三"),
    4: _("周四"),
    5: _("周五"),
    6: _("周六"),
    7: _("周日"),
}
SENTENCES = {
    R.NO_NAME: _("名称没有写。"),
    R.NAME_TAKEN: _("这里已经有同名的。"),
    R.NO_ZONES: _("没有选场地；一次选一处场地里的分区。"),
    R.BAD_CAPACITY: _("人数要写 1 或更多；不限人数就空着。"),
    R.BAD_PERCENT: _("限流写 1 到 100。"),
    R.SPAN_WRONG: _("时段要先起后止，同一天里不能重叠。"),
    R.NOT_A_QUARTER: _("时间按一刻钟写：整点、15 分、30 分、45 分。"),
    R.PAST: _("这个时间已经过了。"),
    R.TOO_LATE: _("明天的场地今天不能征用，除非应急。"),
    R.NO_GROUND: _("原因没有写。"),
    R.NO_LEADER: _("队长要写真实姓名和电话。"),
    R.TOO_FEW: _("一支队伍至少三个人。"),
    R.NOT_AGREED: _("场地约定还没有勾选。"),
    R.LISTED_ALREADY: _("名册上已经有这个名字。"),
    R.LEADER_STAYS: _("先换队长，再退出。"),
    R.CLOSED: _("{station}{hours}开门。"),
    R.SHUT_TODAY: _("{station}这一天不开门。"),
    R.NO_HEADS: _("几个人，还没有写。"),
    R.IN_USE: _("这里有人在用，可以问一声能不能一起。"),
    R.BOOKED_NOW: _("{name}约了这里。"),
    R.FULL: _("这里最多 {n} 人，现在 {m} 人。"),
    R.QUIET: _("这个时段只能用隔音室。"),
    R.THERE_ALREADY: _("你们已经在这一场里。"),
    R.ASKED_ALREADY: _("已经问过了，等他们回答。"),
    R.NOT_THERE: _("这支队伍不在这一场里。"),
    R.NO_ANSWER: _("一起练，还是不方便？点一个。"),
    R.OVER: _("这件事已经结束了。"),
    R.SIGNED: _("台账已经签了，只能加一行更正。"),
    R.NOT_SIGNED: _("台账还没有签，直接改就行。"),
    R.NOT_COUNTED: _("目测人数还没有点。"),
    R.BELOW_ZERO: _("更正之后不能少于 0 人。"),
    R.NOT_FILED: _("先到社区备案，或者直接来用空着的场地。"),
    R.TOO_FAR: _("只能约 14 天以内的。"),
    R.TAKEN: _("刚被约走。最近的空：{slots}。"),
    R.QUOTA: _("已有 {n} 次没用。"),
    R.BANNED: _("90 天里两次约了没来，{date}以前不能约；到场即用照常。"),
    R.TOO_EARLY: _("还没到时候。"),
    R.NOBODY_CAME: _("过了 15 分钟，场地已经放开；空着就直接用。"),
}
BESIDE = {
    R.NAME_TAKEN: "name",
    R.NO_ZONES: "zone",
    R.BAD_CAPACITY: "capacity",
    R.BAD_PERCENT: "percent",
    R.SPAN_WRONG: "closes",
    R.NOT_A_QUARTER: "opens",
    R.PAST: "day",
    R.TOO_LATE: "opens",
    R.NO_GROUND: "why",
    R.TOO_FEW: "members",
    R.NOT_AGREED: "agreed",
    R.LISTED_ALREADY: "name",
    R.IN_USE: "zone",
    R.BOOKED_NOW: "zone",
    R.FULL: "heads",
    R.QUIET: "zone",
    R.NOT_COUNTED: "seen",
    R.NO_HEADS: "heads",
    R.BELOW_ZERO: "by_n",
    R.TOO_FAR: "day",
    R.TAKEN: "opens",
}
EVENTS = {
    E.STATION_OPENED: _("开了一个实践站"),
    E.DOOR_RENEWED: _("换了门口的码"),
    E.SPACE_ADDED: _("加了一处场地"),
    E.HOURS_PUBLISHED: _("公布开放时间"),
    E.HOURS_ADJUSTED: _("临时调整开放时间"),
    E.HEADS_LIMITED: _("限流"),
    E.GROUP_FORMED: _("组建队伍"),
    E.GROUP_FILED: _("队伍备案"),
    E.GROUP_ACTIVE: _("队伍第一次活动"),
    E.GROUP_SUSPENDED: _("队伍暂停"),
    E.GROUP_RESUMED: _("队伍恢复"),
    E.GROUP_DISSOLVED: _("队伍注销"),
    E.MEMBER_ADDED: _("名册加了一人"),
    E.MEMBER_LEFT: _("名册退出一人"),
    E.LEADER_CHANGED: _("换队长"),
    E.ROSTER_DESTROYED: _("名册到期销毁"),
    E.SESSION_OPENED: _("进场"),
    E.JOINING_ASKED: _("问能不能一起练"),
    E.JOINING_ANSWERED: _("回答能不能一起练"),
    E.JOINING_LAPSED: _("没有人回答，不再等"),
    E.JOINED: _("一起练"),
    E.PART_LEFT: _("一队先走"),
    E.NAMES_TICKED: _("按名册点名"),
    E.HEADS_COUNTED: _("目测人数"),
    E.SESSION_CLOSED: _("散场"),
    E.LEDGER_SIGNED: _("签台账"),
    E.LEDGER_CORRECTED: _("台账加一行更正"),
    E.TAKEN_BACK: _("点错退掉"),
    E.BOOKED: _("约了场地"),
    E.BOOKING_ARRIVED: _("约的人到了"),
    E.BOOKING_FINISHED: _("约的场地用完了"),
    E.BOOKING_CANCELLED: _("取消预约"),
    E.BOOKING_RELEASED: _("未到释放"),
    E.BOOKING_DISPLACED: _("征用了约好的场地"),
}
KINDS = {
    "activities.station": _("实践站"),
    "activities.space": _("场地"),
    "activities.group": _("文艺团队"),
    "activities.session": _("到场场次"),
    "activities.part": _("队次"),
    "activities.booking": _("场地预约"),
}
RECORD_FIELDS = {
    "seen": _("目测"),
    "heads": _("自报"),
    "zones": _("分区"),
    "spans": _("开放时间"),
    "percent": _("限流"),
    "ground": _("原因"),
    "space": _("场地"),
    "is_open": _("开不开"),
    "is_late": _("不到 2 小时才取消"),
    "is_yes": _("同意一起练"),
    "may_share": _("愿意一起用"),
    "by_n": _("增减"),
    "members": _("名册人数"),
    "origin": _("怎么来的"),
}
ROSTER = (
    _("文艺团队名册上的姓名"),
    _("队长和值班的人认得队员，看得出两支队伍是不是同一批人"),
    _("《个人信息保护法》第十三条第一项"),
    _("队伍注销后 90 天销毁"),
)
DOOR = _("我要用场地")
DOOR_LINE = _("{m} 个实践站，现在 {n} 个开着门，空着就能用")
DOOR_NONE_OPEN = _("{m} 个实践站，现在都没开门")
