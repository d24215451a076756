"""Words of pledges; each refusal has its sentence."""

from django.utils.translation import gettext_lazy as _

from sanshe.pledges.enums import CampaignState, Duty, E, Ground, PledgeState, R, Role, Stage, TextState, Way

NAME = _("零酒驾承诺")
SHORT = _("承诺")
ROLES = {Role.TRAFFIC_OFFICER: _("交警"), Role.CIVILITY_OFFICER: _("文明办")}
CAMPAIGN_STATES = {CampaignState.OPEN: _("进行中"), CampaignState.CLOSED: _("已结束")}
TEXT_STATES = {
    TextState.DRAFT: _("等批准"),
    TextState.IN_FORCE: _("在用"),
    TextState.REPLACED: _("已换新版"),
    TextState.DROPPED: _("没有用"),
}
PLEDGE_STATES = {
    PledgeState.STANDS: _("在"),
    PledgeState.WITHDRAWN: _("撤回"),
    PledgeState.RENEWED: _("换签"),
    PledgeState.VOID: _("作废"),
}
STAGES = {
    Stage.SIGNED: _("已签"),
    Stage.EFFECTIVE: _("生效"),
    Stage.EXPIRED: _("到期"),
    Stage.TAKEN_BACK: _("十分钟内撤"),
    Stage.WITHDRAWN: _("撤回"),
    Stage.RENEWED: _("换签"),
    Stage.VOID: _("作废"),
}
GROUNDS = {
    Ground.NOT_THE_PERSON: _("不是本人签的"),
    Ground.DOUBLE: _("重复"),
    Ground.NO_WITNESS: _("找不到见证人"),
    Ground.UNDER_AGE: _("未满 18 周岁"),
}
WAYS = {Way.LARGE: _("大字")}
DUTIES = {Duty.WRITER: _("起草文本的人")}
PLEDGE = _("承诺书")
PHOTO_LABEL, SCAN_LABEL = _("集体承诺照片"), _("签名页")
FIELDS = {
    "name": _("姓名"),
    "phone": _("手机号"),
    "community": _("算在哪个社区"),
    "unit": _("算在哪个单位"),
    "is_adult": _("我已满 18 周岁"),
    "code": _("验证码，6 位"),
    "place": _("在哪一片"),
    "campaign_name": _("名称"),
    "opens_on": _("从哪天起"),
    "closes_on": _("到哪天止"),
    "months": _("管几个月"),
    "title": _("标题"),
    "opening": _("开头"),
    "clauses": _("正文"),
    "change": _("改了什么"),
    "is_other_meaning": _("意思变了，签过的人要问一次"),
    "body": _("案情"),
    "article": _("依据的法条"),
    "ground": _("为什么作废"),
    "where": _("地点"),
    "day": _("哪一天"),
    "hour": _("几点"),
    "held_at_unit": _("在哪个单位讲"),
    "heads": _("来了多少人"),
    "lessons": _("讲了哪几个案例"),
    "taken": _("折页领了多少份"),
    "left": _("剩了多少份"),
    "heads_together": _("集体承诺多少人"),
    "photo": _("照片"),
    "version": _("签的是第几版"),
    "session": _("哪一场讲座"),
    "signed_on": _("哪天签的"),
    "witness": _("见证人"),
    "rows": _("签名的人"),
    "scan": _("签名页"),
    "drivers": _("驾驶人数"),
    "as_of": _("哪一天的人数"),
    "joining_unit": _("哪个单位"),
    "count_by": _("最迟哪天报驾驶人数"),
}
LEDGER = _("签名台账，不含姓名")
HEADS = {
    "campaign": _("承诺活动"),
    "number": _("编号"),
    "grade": _("怎么签的"),
    "version": _("第几版"),
    "community": _("社区"),
    "unit": _("单位"),
    "signed_at": _("签名时间"),
    "state": _("现在"),
    "digest": _("指纹"),
}
NEITHER = _("不选")
CLAUSES_HINT = _("一行一条。最后一条“同意用手机验证码签”由系统加上。")
ROWS_HINT = _("一行一个人：姓名，有手机的空一格写手机号。")
CHANGE_HINT = _("第一版不用写。")
NEW_CAMPAIGN, NEW_TEXT, NEW_LESSON = _("开一次承诺活动"), _("起草新一版"), _("加一个案例")
NEW_SESSION, NEW_UNIT = _("排一场讲座"), _("请一个单位参加")
SENTENCES = {
    R.NO_NAME: _("这一栏没有写。"),
    R.DAYS_WRONG: _("结束要在开始之后。"),
    R.CLOSED: _("这次承诺活动已经结束。"),
    R.NOT_OPEN: _("现在不能签：到 {day}为止。"),
    R.NO_TEXT: _("正文没有写。"),
    R.NO_CHANGE: _("请写这一版改了什么。"),
    R.DRAFT_OPEN: _("还有一版等批准，先批准或放弃那一版。"),
    R.TEXT_CHANGED: _("文本刚换了新版，请再看一遍。"),
    R.NOT_OWN_PHONE: _("请用本人手机签；没有手机，签纸面，由见证人登记。"),
    R.UNDER_AGE: _("承诺书由满 18 周岁的人签。"),
    R.ALREADY: _("您 {date} 签过，还有效。要换文本，点换签。"),
    R.NO_WITNESS: _("要写见证人，并传签名页。"),
    R.WITNESS_SIGNS: _("见证人自己也签在这一页上，请换一位见证人。"),
    R.PAPER_LATE: _("签了超过 5 个工作日，请重签一张。"),
    R.PAPER_EARLY: _("签名的日子还没到。"),
    R.NO_ROWS: _("一个人也没有写。"),
    R.TWICE_ON_PAPER: _("有手机号写了不止一次：{phones}。"),
    R.ENDED: _("这一份已经不在了。"),
    R.NO_GROUND: _("请选为什么作废。"),
    R.NOT_SHOWN: _("只显示人数。"),
    R.OVER_COUNT: _("签名 {n} 份，驾驶人 {m} 人，请核对人数。"),
    R.HAS_JOINED: _("{name}已经参加了。"),
    R.COUNT_BEFORE: _("报人数的最后一天，不能在今天之前。"),
    R.NO_COUNT: _("驾驶人数要写，至少 1 人。"),
    R.COUNT_AHEAD: _("人数是哪一天的，不能写以后的日子。"),
    R.NO_HEADS: _("来了多少人要写，至少 1 人。"),
    R.NOT_BEGUN: _("还没到开讲的时候。"),
    R.LEFT_OVER: _("剩的不会比领的多。"),
}
BESIDE = {
    R.NO_NAME: "name",
    R.DAYS_WRONG: "closes_on",
    R.NO_TEXT: "clauses",
    R.NO_CHANGE: "change",
    R.NOT_OWN_PHONE: "phone",
    R.ALREADY: "phone",
    R.UNDER_AGE: "is_adult",
    R.NO_WITNESS: "witness",
    R.WITNESS_SIGNS: "witness",
    R.PAPER_LATE: "signed_on",
    R.PAPER_EARLY: "signed_on",
    R.NO_ROWS: "rows",
    R.TWICE_ON_PAPER: "rows",
    R.NO_GROUND: "ground",
    R.HAS_JOINED: "unit",
    R.COUNT_BEFORE: "count_by",
    R.NO_COUNT: "drivers",
    R.COUNT_AHEAD: "as_of",
    R.NO_HEADS: "heads",
    R.LEFT_OVER: "left",
}
EVENTS = {
    E.CAMPAIGN_OPENED: _("开了一次承诺活动"),
    E.CAMPAIGN_CLOSED: _("结束承诺活动"),
    E.TEXT_DRAFTED: _("起草一版文本"),
    E.TEXT_DROPPED: _("放弃一版文本"),
    E.TEXT_APPROVED: _("批准一版文本"),
    E.LESSON_ADDED: _("加了一个案例"),
    E.SESSION_PLANNED: _("排了一场讲座"),
    E.SESSION_HELD: _("记了一场讲座"),
    E.COUNTED: _("记了集体承诺人数"),
    E.UNIT_JOINED: _("请单位参加"),
    E.DRIVERS_COUNTED: _("报了驾驶人数"),
    E.SIGNED: _("签了承诺书"),
    E.TAKEN_BACK: _("没生效就撤了承诺"),
    E.WITHDRAWN: _("撤回承诺"),
    E.RENEWED: _("换签承诺"),
    E.VOIDED: _("承诺作废"),
    E.PLACED: _("改了算在哪里"),
    E.SHEET_ENTERED: _("登记一页签名"),
}
KINDS = {
    "pledges.campaign": _("承诺活动"),
    "pledges.pledgetext": _("承诺文本"),
    "pledges.lesson": _("案例"),
    "pledges.session": _("讲座"),
    "pledges.collective": _("集体承诺"),
    "pledges.participant": _("参加单位"),
    "pledges.drivercount": _("驾驶人数"),
    "pledges.papersheet": _("签名页"),
    "pledges.pledge": _("承诺"),
}
RECORD_FIELDS = {
    "version": _("第几版"),
    "heads": _("来了多少人"),
    "drivers": _("驾驶人数"),
    "as_of": _("哪一天的人数"),
    "taken": _("领了多少份"),
    "left": _("剩了多少份"),
    "lessons": _("讲了哪几个案例"),
    "months": _("管几个月"),
    "change": _("改了什么"),
    "opening": _("开头"),
    "is_other_meaning": _("意思变了没有"),
    "signed_on": _("哪天签的"),
    "count_by": _("最迟哪天报驾驶人数"),
}
WANTED_TITLE = _("请报驾驶人数")
WANTED_TEXT = _("{campaign}请{unit}参加。请在 {day}前报一次驾驶人数；谁签了，单位看不到。")
DUTY_COUNT = _("报驾驶人数"), _("去报")
DUTY_TEXT = _("承诺文本等批准"), _("去看")
VOIDED_TITLE = _("承诺书作废")
VOIDED_TEXT = _("您 {date}签的《{title}》作废了，不再计入人数。有疑问请到社区问。")

DOOR = _("签承诺")
DOOR_LINE = _("{name}：有效 {n} 份，本人签 {own}，见证签 {witnessed}。签了 10 分钟内能撤。")
