"""Words of creation; each refusal has its sentence."""

from django.utils.translation import gettext_lazy as _

from sanshe.core.objections.enums import Outcome
from sanshe.core.objections.types import Words
from sanshe.creation import enums
from sanshe.creation.enums import E, R

NAME, SHORT = _("创建命名"), _("创建")
ATTEST = _("交警核验")
LEVELS = {enums.Level.UNIT: _("单位"), enums.Level.COMMUNITY: _("社区"), enums.Level.STREET: _("街道")}
SCHEME_STATES = {
    enums.SchemeState.DRAFT: _("没开始"),
    enums.SchemeState.OPEN: _("收申报"),
    enums.SchemeState.CLOSED: _("不再收"),
}
SOURCES = {
    enums.Source.WORDS: _("自己写"),
    enums.Source.RECORD: _("系统已有的记录"),
    enums.Source.POLICE: _("交警答有或无"),
}
STATES = {
    enums.State.INTENT: _("意向"),
    enums.State.APPLIED: _("申报"),
    enums.State.ASSESSED: _("自评"),
    enums.State.RECOMMENDED: _("推荐"),
    enums.State.ASKED: _("待核验"),
    enums.State.ATTESTED: _("核验过"),
    enums.State.ON_NOTICE: _("公示"),
    enums.State.NAMED: _("命名"),
    enums.State.FAILED: _("未通过"),
    enums.State.WITHDRAWN: _("撤回"),
}
TITLE_STATES = {
    enums.TitleState.HELD: _("命名"),
    enums.TitleState.WARNED: _("提醒"),
    enums.TitleState.SUSPENDED: _("暂停"),
    enums.TitleState.REVOKED: _("撤销"),
    enums.TitleState.ENDED: _("终止"),
}
STANDINGS = {
    enums.Standing.TO_COME: _("还没起算"),
    enums.Standing.HELD: _("有效"),
    enums.Standing.WARNED: _("有效，提醒中"),
    enums.Standing.SUSPENDED: _("暂停"),
    enums.Standing.REVOKED: _("已撤销"),
    enums.Standing.EXPIRED: _("已届满"),
    enums.Standing.ENDED: _("已终止"),
}
LIST_STATES = {
    enums.ListState.DRAFT: _("拟好，等批"),
    enums.ListState.APPROVED: _("批了，等发布"),
    enums.ListState.ON_NOTICE: _("发布了"),
    enums.ListState.DROPPED: _("没发"),
}
AWARD_STATES = {
    enums.AwardState.DRAFT: _("拟好，等批"),
    enums.AwardState.APPROVED: _("批了"),
    enums.AwardState.DROPPED: _("没批"),
}
REVOCATION_STATES = {
    enums.RevocationState.TOLD: _("告知了，等申辩"),
    enums.RevocationState.DRAFTED: _("拟撤销，等批"),
    enums.RevocationState.DONE: _("撤销了"),
    enums.RevocationState.DROPPED: _("不撤销"),
}
TIP_STATES = {
    enums.TipState.RECEIVED: _("收到了"),
    enums.TipState.ASKED: _("去核了"),
    enums.TipState.CLOSED: _("有结果了"),
}
REPLIES = {enums.Reply.NONE: _("无"), enums.Reply.SOME: _("有")}
SLIPS = {
    enums.Slip.WRONG_UNIT: _("看错了单位"),
    enums.Slip.WRONG_PERIOD: _("看错了核验期"),
    enums.Slip.WRONG_ANSWER: _("点错了"),
}
GROUNDS = {
    enums.Ground.POLICE: _("期限内公安交警核验，答复“有”"),
    enums.Ground.FALSE_WORDS: _("自评不实"),
    enums.Ground.NO_CHECK: _("拒绝检查"),
}
DUTIES = {
    enums.Duty.APPLICANT: _("申报人"),
    enums.Duty.RECOMMENDER: _("推荐人"),
    enums.Duty.ATTESTER: _("核验人"),
    enums.Duty.DRAFTER: _("拟稿人"),
}
RENEWAL = _("续期，换了新证书")
CODE_NOTE = _("称号说的是：核验的那一年里没有查到酒驾。不担保以后，也不说某一个人。")
CODE_LABEL, CODE_TITLE = _("创建称号"), _("称号")
FIELDS = {
    "office": _("哪个单位来定"),
    "name": _("名称"),
    "prefix": _("证书编号怎么起头"),
    "months": _("称号几个月"),
    "share": _("街道要多少社区先命名，百分之几"),
    "grounds": _("什么情形撤销"),
    "level": _("级别"),
    "criteria": _("标准，一行一条"),
    "scheme": _("项目"),
    "applicant": _("谁来申报"),
    "drivers": _("有多少驾驶人"),
    "drivers_on": _("哪天数的"),
    "remark": _("推荐的话"),
    "reason": _("为什么退回"),
    "starts_on": _("从哪天起"),
    "text": _("看到了什么"),
    "seen_on": _("哪天看到的"),
    "tipster": _("您的姓名"),
    "phone": _("您的电话"),
    "answer": _("怎么答复"),
    "said": _("怎么申辩"),
    "ground": _("依据"),
}
HINTS = {
    "criteria": _("自己写的直接写；系统已有的记录，前面写“记录：”再写是哪一个；交警答的，前面写“交警：”。"),
    "prefix": _("例：平创驾"),
    "remark": _("去看过没有，看到什么。可以不填。"),
    "drivers": _("只写人数。名册留在单位，不交来。"),
    "optional": _("可以不填。单位看不到是谁说的。"),
}
HEADS = {
    "name": _("名称"),
    "level": _("级别"),
    "place": _("在哪里"),
    "scheme": _("项目"),
    "state": _("到哪一步"),
    "number": _("编号"),
    "applied_at": _("申报"),
    "starts_on": _("从哪天起"),
    "ends_on": _("到哪天止"),
    "since": _("变动日"),
}
APPLICATIONS, TITLES = _("创建名册"), _("称号台账")
DUTIES_TOLD = {  # what is owed, and what one does about it
    "recommend": (_("{n}等您推荐"), _("去看")),
    "ask": (_("{n}推荐了，还没送交警核验"), _("去送")),
    "attest": (_("核验 {n}"), _("去答")),
    "list": (_("{n}核验过了，还没拟公示"), _("去拟")),
    "approve_list": (_("公示第 {n} 号等您批"), _("去批")),
    "publish": (_("公示第 {n} 号批了，还没发布"), _("去发")),
    "award": (_("{n}等着定"), _("去定")),
    "approve_award": (_("命名决定等您批"), _("去批")),
    "assess": (_("{n}申报了，还没自评"), _("去写")),
    "tip": (_("{n}有一条监督线索"), _("去看")),
    "hear": (_("{n}撤销前的告知"), _("去看")),
    "approve_revocation": (_("撤销{n}等您批"), _("去批")),
}
LETTERS = {
    "creation.failed": (_("核验未通过"), _("{name}申报“{scheme}”，核验未通过。想知道为什么，可以去问公安交警大队。")),
    "creation.remind": (_("核验还没答"), _("{name}的核验还没有答，最迟 {date} 18:00。不答不算“无”。")),
    "creation.named": (_("命名了"), _("{name}命名为“{scheme}”，{number}，到 {date}止。")),
    "creation.told": (
        _("拟撤销称号，告知"),
        _("{name}的称号（{number}）拟撤销，依据：{ground}。有话要说，请在 {date} 24 时前写来。"),
    ),
    "creation.revoked": (_("称号撤销了"), _("{name}的称号（{number}）撤销了，依据：{ground}。牌子和证书不再使用。")),
}
SENTENCES = {
    R.NO_NAME: _("名称没有写。"),
    R.NO_PREFIX: _("证书编号怎么起头没有写。"),
    R.TERMS_WRONG: _("期限至少一个月，比例在 1 到 100 之间。"),
    R.NO_CRITERIA: _("标准一条也没有写。"),
    R.NO_RECORD: _("系统里没有这种记录，请从列出的里面选。"),
    R.NO_STANDARD: _("这一级还没有标准。"),
    R.SCHEME_SHUT: _("这个项目现在不收申报。"),
    R.OPEN: _("{scheme}正在申报中。"),
    R.HAS_TITLE: _("{scheme}的称号还在期限里。"),
    R.TOO_SOON: _("{date} 起可以再申报。"),
    R.NO_HEAD: _("先在单位的页上写好负责人。"),
    R.NO_DRIVERS: _("有多少驾驶人没有写。"),
    R.NO_WORDS: _("有一条标准还没写。"),
    R.RECORD_MISSING: _("有一条标准在系统里还没有记录，先办那一件。"),
    R.NO_REASON: _("请写为什么。"),
    R.SHARE_SHORT: _("{of} 个社区里命名了 {held} 个，要 {share}%。"),
    R.ANSWER_ONLY: _("只答有或无。"),
    R.ANSWERED: _("这一份已经答过了。"),
    R.STRIKE_LATE: _("只能当天划掉；以后请找大队。"),
    R.WENT_ON: _("后面已经往下办了，不能划。"),
    R.NO_NAMES: _("一家也没有选。"),
    R.NOT_ATTESTED: _("选的里面有一家还没走到这一步。"),
    R.DECIDED: _("选的里面有一家已经在别的决定里。"),
    R.NOT_OVER: _("公示期还没过。"),
    R.OBJECTED: _("选的里面有一家异议还没办完。"),
    R.DAY_WRONG: _("起始日不能早于今天。"),
    R.RENEW_EARLY: _("{first} 起可以申请续期。"),
    R.RENEW_LATE: _("续期要在 {last} 前申请，过了按届满算。"),
    R.NOT_HELD: _("称号现在不在期限里。"),
    R.TIP_ONLY: _("只有线索，不能作为撤销依据。"),
    R.NOT_A_GROUND: _("依据要从这个项目写明的里面选。"),
    R.NOT_HEARD: _("先告知，{date} 后再定。"),
    R.HEARING_OVER: _("申辩的期限过了。"),
    R.REVOKING: _("已经告知过，正在办。"),
    R.NOTHING_SAID: _("还没写。"),
}
BESIDE = {
    R.NO_PREFIX: "number_prefix",
    R.TERMS_WRONG: "months",
    R.NO_CRITERIA: "criteria",
    R.NO_RECORD: "criteria",
    R.ANSWER_ONLY: "reply",
    R.DAY_WRONG: "starts_on",
    R.NOTHING_SAID: "said",
    R.NOT_A_GROUND: "ground",
    R.TIP_ONLY: "ground",
}
EVENTS = {
    E.SCHEME_DRAFTED: _("拟了创建项目"),
    E.STANDARD_SET: _("定了标准"),
    E.SCHEME_OPENED: _("开始收申报"),
    E.SCHEME_CLOSED: _("不再收申报"),
    E.DECLARED: _("报了意向"),
    E.APPLIED: _("申报"),
    E.ASSESSED: _("自评"),
    E.SENT_BACK: _("退回"),
    E.RECOMMENDED: _("推荐"),
    E.WITHDRAWN: _("撤回申报"),
    E.ASKED: _("送交警核验"),
    E.ANSWERED: _("交警答复"),
    E.ANSWER_STRUCK: _("划掉答复，重新等答"),
    E.REMINDED: _("提醒交警"),
    E.LIST_DRAFTED: _("拟公示名单"),
    E.LIST_APPROVED: _("批准公示"),
    E.LIST_DROPPED: _("名单不发了"),
    E.LIST_PUBLISHED: _("发布公示"),
    E.FELL: _("异议成立，未通过"),
    E.AWARD_DRAFTED: _("拟命名决定"),
    E.AWARD_DROPPED: _("命名决定没批"),
    E.NAMED: _("命名"),
    E.RENEWED: _("续期"),
    E.REVOCATION_TOLD: _("告知拟撤销"),
    E.HEARD: _("申辩"),
    E.REVOCATION_DRAFTED: _("拟撤销"),
    E.REVOCATION_DROPPED: _("不撤销"),
    E.REVOKED: _("撤销称号"),
    E.TIPPED: _("收到监督线索"),
    E.TIP_CLOSED: _("答复监督线索"),
    E.TIP_FORGOTTEN: _("销毁线索内容"),
}
KINDS = {
    "creation.scheme": _("创建项目"),
    "creation.application": _("创建申报"),
    "creation.proposal": _("拟命名名单"),
    "creation.award": _("命名决定"),
    "creation.title": _("称号"),
    "creation.tip": _("监督线索"),
    "creation.attestation": _("交警核验"),
}
RECORD_FIELDS = {
    "office": _("哪个单位来定"),
    "prefix": _("编号起头"),
    "months": _("期限几个月"),
    "share": _("要百分之几"),
    "retry_months": _("未通过几个月后再申报"),
    "revoked_months": _("撤销几个月后再申报"),
    "renew_from": _("届满前几天起可续期"),
    "renew_to": _("届满前几天止可续期"),
    "grounds": _("撤销情形"),
    "criteria": _("标准"),
    "scheme": _("项目"),
    "level": _("级别"),
    "standard": _("标准第几版"),
    "drivers": _("驾驶人"),
    "answers": _("各条怎么答"),
    "period_from": _("核验期从"),
    "period_to": _("核验期到"),
    "due_on": _("最迟哪天答"),
    "reply": _("答复"),
    "people": _("几个人"),
    "names": _("名单"),
    "until": _("到哪天止"),
    "renews": _("续期"),
    "ground": _("依据"),
    "hear_until": _("申辩到哪天"),
}
WORDS = Words(
    which=_("对哪一家"),
    meanwhile=_("答复送达、复核期过去以前，这一家不命名，其余各家照常。"),
    outside=_("推荐人、核验人、拟稿人和批准人不能办。"),
    effects={
        Outcome.DISMISSED: _("名单不变，过了复核期可以命名"),
        Outcome.PARTLY: _("更正记录，名单不变，写明为什么"),
        Outcome.UPHELD: _("这一家未通过，别家照常"),
    },
    paper=("没有推荐、核验、拟稿、批准过的人", "这一家不命名"),
)
TOOK_PART = {"drafter": _("拟过或批过名单"), "recommender": _("推荐过这一家"), "attester": _("答过这一家的核验")}
NOTICE = _("拟命名名单公示")
BLANKS = {
    "scheme": _("项目"),
    "months": _("称号几个月"),
    "names": _("名单"),
    "office": _("谁受理"),
    "phone": _("电话"),
    "address": _("地址"),
    "hours": _("办公时间"),
    "date": _("落款日"),
    "from": _("公示从哪天"),
    "to": _("公示到哪天"),
}
PRIVACY = {
    "purpose": _("核实监督线索，只给文明办看"),
    "basis": _("本人自愿提供，可以不留"),
    "retention": _("答复后 30 天销毁"),
    "text": _("线索内容"),
    "name": _("提线索的人"),
    "phone": _("提线索的人的电话"),
}

DOOR = _("查称号")
DOOR_LINE = _("现在挂着的创建称号 {n} 个，哪一家、到哪天，都在名单上。看到有问题，告诉文明办。")
