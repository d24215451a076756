"""Words of patrol; each refusal has its sentence."""

from django.utils.translation import gettext_lazy as _

from sanshe.patrol.enums import (
    Consent,
    DayReport,
    Department,
    Duty,
    E,
    FindingState,
    Heating,
    Missing,
    Outcome,
    ProgrammeState,
    R,
    Result,
    Role,
    RoundKind,
    RoundState,
    Wish,
)

NAME = _("禁煤排查")
SHORT = _("排查")
ROUTE = _("我的路线")
ROLES = {Role.PROGRAMME_OFFICER: _("专项办")}
PROGRAMME_STATES = {ProgrammeState.OPEN: _("进行中"), ProgrammeState.CLOSED: _("已收季")}
ROUND_KINDS = {RoundKind.FULL: _("全面"), RoundKind.KEY: _("重点")}
ROUND_STATES = {
    RoundState.PLANNED: _("待冻结"),
    RoundState.RUNNING: _("在走"),
    RoundState.CLOSED: _("已收轮"),
}
OUTCOMES = {
    Outcome.CHECKED: _("已查"),
    Outcome.LOCKED: _("锁门"),
    Outcome.REFUSED: _("拒访"),
    Outcome.NOT_FOUND: _("查无"),
}
NOT_VISITED = _("没去")
RESULTS = {
    Result.CLEAR: _("未发现"),
    Result.STOVE_ONLY: _("仅炉具"),
    Result.STORED: _("存煤"),
    Result.IN_USE: _("在用"),
    Result.SOLD: _("售煤"),
}
MISSING = {
    Missing.VACANT: _("空置"),
    Missing.SHUT: _("停业"),
    Missing.MOVED: _("搬迁"),
    Missing.RENOVATING: _("装修"),
    Missing.DEMOLISHED: _("拆除"),
    Missing.DUPLICATE: _("重复"),
    Missing.NO_ADDRESS: _("地址不存在"),
}
HEATING = {
    Heating.CENTRAL: _("集中供热"),
    Heating.GAS: _("燃气"),
    Heating.ELECTRIC: _("电"),
    Heating.COAL: _("烧煤"),
}
QUESTIONS = {
    "heating": _("取暖方式"),
    "guides": _("明白纸几张"),
    "rules": _("条例几本"),
    "promises": _("承诺书几份"),
}
FINDING_STATES = {
    FindingState.FOUND: _("发现"),
    FindingState.ASSIGNED: _("交办"),
    FindingState.REPORTED: _("已反馈"),
    FindingState.REFERRED: _("移交"),
    FindingState.SUSPENDED: _("挂账"),
    FindingState.CLOSED: _("销号"),
    FindingState.NOT_ESTABLISHED: _("不属实"),
}
DEPARTMENTS = {
    Department.MARKET: _("市场监管"),
    Department.URBAN: _("城管"),
    Department.ENERGY: _("能源"),
    Department.TRAFFIC: _("交警"),
    Department.ECOLOGY: _("生态环境"),
}
CONSENTS = {Consent.HOUSEHOLD: _("户主同意清运"), Consent.WITNESS: _("第二人见证清运")}
DAY_REPORTS = {
    DayReport.FOUND: _("有发现"),
    DayReport.ZERO: _("零报告"),
    DayReport.IDLE: _("今天没有开展"),
}
WISHES = {Wish.EXTENSION: _("延期"), Wish.SUSPENSION: _("挂账")}
DUTIES = {Duty.FINDER: _("发现的人"), Duty.RECTIFIER: _("整改的人"), Duty.ASKER: _("申请的人")}
FIELDS = {
    "place": _("在哪一片"),
    "name": _("名称"),
    "season": _("季"),
    "starts_on": _("从哪天起"),
    "ends_on": _("到哪天止"),
    "scope_note": _("哪些不进底册"),
    "round": _("轮次"),
    "round_kind": _("全面还是重点"),
    "community": _("社区"),
    "compound": _("小区"),
    "door": _("门牌"),
    "code": _("编号"),
    "kind": _("类别"),
    "member": _("进不进应查"),
    "worker": _("谁在走"),
    "outcome": _("进门了吗"),
    "result": _("看到什么"),
    "kg": _("大约多少公斤"),
    "is_kg_unknown": _("约数不明"),
    "reason": _("为什么查无"),
    "words": _("别的要记的"),
    "has_slip": _("留了告知单"),
    "photo": _("照片"),
    "second_words": _("第二个人的说明"),
    "why": _("为什么更正"),
    "person": _("定谁"),
    "done": _("做了什么"),
    "is_cleared": _("煤清走了"),
    "consent": _("怎样清运的"),
    "department": _("移交给"),
    "number": _("移交函文号"),
    "answer": _("部门怎样答复"),
    "days": _("延几个工作日"),
    "ground": _("理由"),
    "look_again_on": _("哪天再看"),
    "finding": _("编号"),
    "state": _("办到哪一步"),
    "found_at": _("什么时候发现"),
    "due_on": _("期限"),
    "noted_at": _("什么时候去的"),
    "finder": _("谁去的"),
    "reopens": _("反弹自"),
    "standing": _("算不算"),
    "wish": _("申请什么"),
}
STOPS_MOVING = _("在走的轮次里应查的户")
MEMBER = {False: _("应查"), True: _("补录")}
NEW_PROGRAMME = _("开一个专项")
NEW_ROUND = _("排一轮")
ADD_STOP = _("补录一户")
STOPS_LEDGER = _("底册台账")
SCOPE_HINT = _("会印在底册上：集中供热、不在重点小区的住户。")
PHOTO_HINT = _("只有发现和复查才拍，一张就够；人脸遮住再传。")
SECOND_HINT = _("户主不愿拍照，就写第二个人看到了什么。")
WHY_HINT = _("当天自己改的可不写；街道改的要写。")
VISIT = _("记一户")
PHONE = _("今天的排查")
CORRECT = _("更正")
GIVE = _("交办")
REPORT = _("反馈整改")
NAME_RECHECKER = _("定谁去复查")
RECHECK = _("复查")
REFER = _("移交")
ANSWER = _("记下答复")
ASK_DAYS = _("申请延期")
ASK_TO_WAIT = _("申请挂账")
DECLINE = _("不同意")
VISITS_LEDGER = _("排查记录台账")
FINDINGS_LEDGER = _("问题台账")
CORRECTED = _("已更正")
INSUFFICIENT = _("样本不足")
LATE = {True: _("迟报"), False: ""}
HANDS = {"found_by": _("发现人"), "rectifier": _("整改人"), "rechecker": _("复查人")}
CLOCKS = {
    FindingState.FOUND: _("整改"),
    FindingState.ASSIGNED: _("整改"),
    FindingState.REPORTED: _("复查"),
    FindingState.SUSPENDED: _("再看"),
}
DUTIES_TOLD = {  # what is owed, and what one does about it
    "freeze": (_("第 {n} 轮的底册等您冻结"), _("去看")),
    "unassigned": (_("第 {n} 轮还没派的"), _("去派")),
    "early": (_("重点小区还没去的门"), _("派人去")),
    "rectify": (_("要整改、反馈的问题"), _("去看")),
    "recheck": (_("等复查的问题"), _("去复查")),
    "named": (_("定您复查的问题"), _("去复查")),
    "answer": (_("移交了、等答复的问题"), _("去看")),
    "look_again": (_("挂账的，到日子再看"), _("去看")),
    "extension": (_("申请延期，等您批"), _("去批")),
    "suspension": (_("申请挂账，等您批"), _("去批")),
}
IN_HAND = _("定了去复查的")
OPEN_MATTERS = _("没销号的煤")
CODE_HINT = _("写点位编号；还没有登记的，先到小区里登记。")
SENTENCES = {
    R.NO_NAME: _("名称没有写。"),
    R.SEASON_WRONG: _("季末要在季初之后。"),
    R.ROUNDS_OPEN: _("还有一轮没收，先收轮。"),
    R.SEASON_CLOSED: _("这一季已经收了。"),
    R.ROUND_DAYS_WRONG: _("这一轮要落在这一季里，先起后止。"),
    R.ROUND_OPEN: _("第 {n} 轮还没收。"),
    R.FRAME_EMPTY: _("底册里一户也没有，先登记点位。"),
    R.FRAME_MOVED: _("您看的时候点位登记又变了，请把增减再看一遍。"),
    R.FRAME_FROZEN: _("底册 {date}冻结了。"),
    R.NOT_FROZEN: _("先冻结底册再派单。"),
    R.ROUND_OVER: _("这一轮已经收了。"),
    R.NO_STOPS: _("一户也没有选。"),
    R.NOT_A_WALKER: _("这个人不在这里任职，不能派。"),
    R.STOP_THERE: _("这一户已经在这一轮里。"),
    R.NO_PREMISES: _("没有这个编号的点位。"),
    R.NOT_HERE: _("这一户不在这一轮里。"),
    R.TWICE: _("这个编号的记录已经收过，内容不一样。"),
    R.NO_EVIDENCE: _("要一张照片，或第二个人的说明。"),
    R.PHOTO_UNASKED: _("这样的记录不收照片，只有发现和复查才拍。"),
    R.BAD_ANSWER: _("“{question}”这一项填得不对。"),
    R.NOT_YOURS: _("这条是{name}记的，请他改或写更正。"),
    R.NO_WHY: _("请写为什么更正。"),
    R.NO_AGREEMENT: _("先记下户主同意清运，或请第二人见证。"),
    R.NO_WORDS: _("做了什么，还没写。"),
    R.NOT_A_RECTIFIER: _("这个人不在这里任职，不能交给他整改。"),
    R.NOT_A_RECHECKER: _("这个人不能复查，请选街道里另一位社区工作者。"),
    R.STAYS_HERE: _("住户的事由社区劝导，不移交。"),
    R.NO_NUMBER: _("移交函的文号没有写。"),
    R.ASKED_ALREADY: _("已经有一件申请在等批。"),
    R.ANSWERED_ALREADY: _("这件申请已经批过了。"),
    R.NO_GROUND: _("理由没有写。"),
    R.LOOK_AGAIN_WRONG: _("再看的日子要在今天之后、三十天之内。"),
    R.NO_RESULT: _("看到什么，请选一项。"),
    R.NO_MISSING_REASON: _("为什么查无，请选一项。"),
    R.NO_KG: _("大约多少公斤，写一个整数，或者选约数不明。"),
    R.KG_WITHOUT_COAL: _("没有发现煤，不写公斤。"),
    R.RECHECK_LOCKED: _("门锁着，复查没有做成。"),
    R.EXTENDED_ONCE: _("延过一次了，请整改或挂账。"),
    R.TOO_LATE: _("已经到期，不能再延。"),
    R.EXTENSION_LONG: _("延的天数要比头一次的期限短，或者一样长。"),
    R.PREMISES_MERGED: _("这一户并入了另一户，请写那一户的编号。"),
}
BESIDE = {
    R.SEASON_WRONG: "ends_on",
    R.ROUND_DAYS_WRONG: "ends_on",
    R.NO_STOPS: "compound",
    R.NOT_A_WALKER: "worker",
    R.NO_PREMISES: "code",
    R.STOP_THERE: "code",
    R.PREMISES_MERGED: "code",
    R.NO_RESULT: "result",
    R.NO_MISSING_REASON: "reason",
    R.NO_KG: "kg",
    R.KG_WITHOUT_COAL: "kg",
    R.NO_EVIDENCE: "second_words",
    R.PHOTO_UNASKED: "photo",
    R.NO_WHY: "why",
    R.NO_AGREEMENT: "consent",
    R.NO_WORDS: "words",
    R.NOT_A_RECTIFIER: "person",
    R.NOT_A_RECHECKER: "person",
    R.NO_NUMBER: "number",
    R.STAYS_HERE: "department",
    R.NO_GROUND: "ground",
    R.LOOK_AGAIN_WRONG: "look_again_on",
    R.EXTENSION_LONG: "days",
}
EVENTS = {
    E.PROGRAMME_OPENED: _("开了一个专项"),
    E.PROGRAMME_CLOSED: _("收季"),
    E.ROUND_PLANNED: _("排了一轮"),
    E.FRAME_FROZEN: _("冻结底册"),
    E.STOPS_ASSIGNED: _("派单"),
    E.STOP_ADDED: _("补录一户"),
    E.STOPS_MOVED: _("应查随区划并走"),
    E.ROUND_CLOSED: _("收轮"),
    E.VISITS_RECORDED: _("记了排查"),
    E.VISIT_CORRECTED: _("更正一条排查记录"),
    E.FOUND: _("发现问题"),
    E.ASSIGNED: _("交办"),
    E.REPORTED: _("反馈整改"),
    E.RECHECKER_NAMED: _("定了谁去复查"),
    E.RECHECKED: _("复查"),
    E.REFERRED: _("移交"),
    E.ANSWERED: _("部门答复"),
    E.ASKED: _("申请延期或挂账"),
    E.GRANTED: _("同意延期或挂账"),
    E.DECLINED: _("没有同意延期或挂账"),
    E.RESUMED: _("挂账的又交办"),
}
KINDS = {
    "patrol.programme": _("专项"),
    "patrol.round": _("排查轮次"),
    "patrol.stop": _("应查一户"),
    "patrol.finding": _("排查发现的问题"),
}
RECORD_FIELDS = {
    "doors": _("应查"),
    "new": _("新增"),
    "gone": _("拆除和重复"),
    "digest": _("摘要"),
    "stops": _("户数"),
    "worker": _("派给"),
    "places": _("社区代码"),
    "scope_note": _("哪些不进底册"),
    "number": _("编号"),
    "visits": _("记录"),
    "outcome": _("查的结果"),
    "result": _("看到什么"),
    "kg": _("公斤"),
    "reopens": _("反弹自"),
    "due_on": _("期限"),
    "person": _("交给谁"),
    "words": _("做了什么"),
    "consent": _("怎样清运"),
    "department": _("移交给"),
    "wish": _("申请什么"),
    "ground": _("理由"),
    "days": _("几天"),
    "look_again_on": _("哪天再看"),
}
