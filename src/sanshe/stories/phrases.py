"""Words of stories; each refusal has its sentence."""

from django.utils.translation import gettext_lazy as _

from sanshe.stories.enums import Basis, Duty, E, LeadState, R, Role, State, Trait

NAME = _("一线故事")
SHORT = _("故事")
ROLES = {Role.STORY_EDITOR: _("采编")}
LEAD_STATES = {
    LeadState.WAITING: _("等本人答应"),
    LeadState.WILLING: _("本人答应"),
    LeadState.UNWILLING: _("本人不愿"),
    LeadState.WRITTEN: _("在写"),
}
STATES = {
    State.WRITING: _("采写"),
    State.CHECKED: _("核实过"),
    State.MASKED: _("去过标识"),
    State.REVIEWED: _("审核过"),
    State.PUBLISHED: _("发布"),
    State.WITHDRAWN: _("撤回"),
    State.EXPIRED: _("到期"),
}
BASES = {
    Basis.NONE: _("还没有出处"),
    Basis.EVENT: _("引记录"),
    Basis.SOURCES: _("两个来源"),
    Basis.FEELING: _("感受，不用出处"),
}
TRAITS = {
    Trait.AGE: _("年龄"),
    Trait.NAME: _("姓名"),
    Trait.DOOR: _("门牌、楼号"),
    Trait.PLACE: _("能认出住处"),
    Trait.ILLNESS: _("病情、家事"),
}
DUTIES = {Duty.WRITER: _("采写的人"), Duty.CHECKER: _("核实的人")}
FIELDS = {
    "title": _("题目"),
    "why": _("为什么值得讲"),
    "case_number": _("哪一件，写编号"),
    "teller_name": _("谁来讲"),
    "teller_user": _("用户名"),
    "part": _("讲述人是哪里的"),
    "area_path": _("在哪个社区"),
    "kick": _("眉题"),
    "deck": _("提要"),
    "teller": _("讲述人是问过授权的哪一位"),
    "text": _("这一句"),
    "basis": _("出处"),
    "case": _("记录编号"),
    "event": _("引记录里的哪一步"),
    "sources": _("两个来源"),
    "person": _("说的是谁"),
    "reason": _("为什么"),
}
USER_HINT = _("有账号的写用户名，本人在自己的页面上答；没有账号的不写，当面问。")
CASE_HINT = _("只能引办结的，例：220107-021。")
SOURCES_HINT = _("用逗号隔开，例：收据，同去的社工。")
PERSON_HINT = _("先在授权页问过的人。本人收回授权，这几句就撤。")
TRAIT_HINT = _("写看到什么、怎么改的；没有就写“全文没有”。")
NOBODY = _("没有说到谁")
NOT_CHOSEN = _("还没有定")
LEDGER = _("一线故事台账")
HEADS = {"number": _("编号"), "title": _("题目"), "state": _("现在"), "sentences": _("句数"), "published": _("发布")}
SENTENCES = {
    R.NO_TITLE: _("题目没有写。"),
    R.NO_TELLER: _("谁来讲，没有写。"),
    R.NOT_WILLING: _("本人还没同意讲。"),
    R.NOT_THE_TELLER: _("愿不愿意讲，由本人自己答。"),
    R.NO_TEXT: _("这一句没有写，或者已经略去。"),
    R.NO_CASE: _("没有找到这个编号的记录，或者您看不到它。"),
    R.CASE_OPEN: _("{code}还没办完，或还能重启，先不发布。"),
    R.NO_EVENT: _("引的是记录里的哪一步，没有写。"),
    R.NO_SOURCE: _("第 {n} 句没有出处。"),
    R.ONE_SOURCE: _("没有记录可引的，要写两个来源。"),
    R.NOT_LOOKED: _("五样都要看过，没有就写“全文没有”。"),
    R.CONSENT_MISSING: _("{person}的{medium}授权还缺。"),
    R.NOT_REVIEWED: _("还没审核。"),
    R.NO_CHANGE: _("和原来一样，没有改。"),
    R.NOT_PUBLIC: _("还没发布，直接改稿就行。"),
    R.NO_USER: _("没有这个用户名。"),
}
BESIDE = {
    R.NO_TELLER: "teller_name",
    R.NO_USER: "teller_user",
    R.NO_CASE: "case",
    R.NO_EVENT: "event",
    R.ONE_SOURCE: "sources",
    R.NO_CHANGE: "text",
}
EVENTS = {
    E.PROPOSED: _("提了一条线索"),
    E.WILLING: _("本人愿意讲"),
    E.UNWILLING: _("本人不愿讲"),
    E.BEGUN: _("开始采写"),
    E.HEADED: _("改了题目和提要"),
    E.WRITTEN: _("改了稿"),
    E.CHECKED: _("核实了故事"),
    E.MASKED: _("去了标识"),
    E.REVIEWED: _("审核了故事"),
    E.RETURNED: _("退回采写"),
    E.PUBLISHED: _("发布了故事"),
    E.CORRECTED: _("更正了一句"),
    E.OMITTED: _("应本人要求略去"),
    E.WITHDRAWN: _("撤回了故事"),
    E.FORGOTTEN: _("删去线索里的姓名"),
}
KINDS = {"stories.lead": _("故事线索"), "stories.story": _("故事")}
RECORD_FIELDS = {
    "sentence": _("第几句"),
    "sentences": _("几句"),
    "case_number": _("哪一件"),
    "kick": _("眉题"),
    "deck": _("提要"),
    "part": _("讲述人是哪里的"),
}
ASKED_TITLE = _("想请您讲一个故事")
ASKED_TEXT = _("《{title}》想请您来讲，愿意不愿意都行，在“一线故事”里答一声，不问为什么，也不告诉您的上级。")
PRIVACY = {
    "purpose": _("问本人愿不愿讲，发布时署名"),
    "basis": _("个人信息保护法第十三条第一款第一项、第二十五条"),
    "retention": _("不愿讲的 30 天后删；撤回或到期就删"),
}
