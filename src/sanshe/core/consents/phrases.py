"""Words of consents; each refusal has its sentence."""

from django.utils.translation import gettext_lazy as _

from sanshe.core.consents.enums import Capacity, E, Medium, R, Stage, State

NAME = _("授权")
MEDIA = {
    Medium.TEXT: _("文字"),
    Medium.PHOTO: _("照片"),
    Medium.VOICE: _("声音"),
    Medium.VIDEO: _("录像"),
    Medium.OUTSIDE: _("外媒"),
}
SIGNED_MEDIA = {  # in the text that is signed, always Chinese
    Medium.TEXT: "文字",
    Medium.PHOTO: "照片",
    Medium.VOICE: "声音",
    Medium.VIDEO: "录像",
    Medium.OUTSIDE: "由外面的媒体转载",
}
CAPACITIES = {
    Capacity.OWN: _("本人答"),
    Capacity.WITH_GUARDIAN: _("未满 18 岁，本人和监护人都答"),
    Capacity.KIN: _("已去世，近亲属答"),
}
STATES = {
    State.ASKED: _("问了"),
    State.GIVEN: _("同意"),
    State.DECLINED: _("不同意"),
    State.WITHDRAWN: _("收回"),
    State.REPLACED: _("又问了"),
    State.EXPIRED: _("到期"),
}
STAGES = {
    Stage.WAITING: _("等答复"),
    Stage.SILENT: _("没答，按不同意"),
    Stage.GIVEN: _("同意"),
    Stage.DECLINED: _("不同意"),
    Stage.WITHDRAWN: _("收回"),
    Stage.REPLACED: _("又问了"),
    Stage.EXPIRED: _("到期"),
}
FIELDS = {
    "name": _("姓名"),
    "phone": _("手机号"),
    "part": _("在里面是谁"),
    "asked_media": _("问哪几样"),
    "months": _("管几个月"),
    "answer_by": _("最迟哪天答"),
    "capacity": _("谁来答"),
    "guardian": _("监护人或者近亲属"),
    "code": _("验证码，6 位"),
    "witness": _("见证人"),
    "scan": _("签字的授权书"),
    "how": _("怎么提的"),
}
ANSWERS = (("yes", _("同意")), ("no", _("不同意")))
PART_HINT = _("例：讲述人，灯的那一户。")
GUARDIAN_HINT = _("本人答的不用写。")
SCAN_LABEL = _("签字的授权书")
HOW_HINT = _("例：本人到窗口，本人来电话。不问为什么。")
SENTENCES = {
    R.ASKED_LATELY: _("{date} 问过，一周后再问。"),
    R.STANDS: _("已经同意了，到 {date}，不用再问。"),
    R.MANAGER_ASKS: _("问的人不能是本人的上级，请换一个人问。"),
    R.NO_MEDIA: _("问哪几样，请选。"),
    R.NO_PART: _("在里面是谁，没有写。"),
    R.BAD_MONTHS: _("期限从 1 个月到 36 个月。"),
    R.DAY_TOO_SOON: _("至少给 5 个工作日想一想，最早 {date}。"),
    R.NO_GUARDIAN: _("请写监护人或者近亲属是谁。"),
    R.NO_ANSWER: _("请对问到的每一样选同意或者不同意。"),
    R.ANSWER_OVER: _("答复到 {date} 为止，没答按不同意。改了主意，请让人再问一次。"),
    R.ON_PAPER: _("未满 18 岁的要监护人一起签，请到窗口签纸面。"),
    R.NO_PAPER: _("同意要有见证人和签字的授权书。"),
    R.NOT_GIVEN: _("现在没有在用的授权，不用收回。"),
    R.NO_HOW: _("本人怎么提的，没有写。"),
}
BESIDE = {
    R.ASKED_LATELY: "asked_media",
    R.STANDS: "asked_media",
    R.NO_MEDIA: "asked_media",
    R.MANAGER_ASKS: "phone",
    R.BAD_MONTHS: "months",
    R.DAY_TOO_SOON: "answer_by",
    R.NO_GUARDIAN: "guardian",
    R.NO_PAPER: "witness",
}
EVENTS = {
    E.ASKED: _("问了授权"),
    E.GIVEN: _("同意授权"),
    E.DECLINED: _("不同意授权"),
    E.WITHDRAWN: _("收回授权"),
    E.EXPIRED: _("授权到期"),
    E.FORGOTTEN: _("删去监护人姓名"),
}
KINDS = {"consents.consentrequest": _("授权请求")}
RECORD_FIELDS = {
    "media": _("哪几样"),
    "answer_by": _("最迟哪天答"),
    "months": _("管几个月"),
    "how": _("怎么提的"),
    "scan": _("签字的授权书"),
}
ASKED_TITLE = _("想问您同意不同意")
ASKED_TEXT = _(
    "《{title}》里有您，想用您的{media}，同意不同意都行。"
    "请到“查进度”写编号 {number} 和手机号后四位答复，{day}前没答按不同意。"
)
PRIVACY = {
    "purpose": _("问本人同意不同意，并证明问过谁"),
    "basis": _("个人信息保护法第十三条第一款第一项、第二十五条"),
    "retention": _("授权到期后 3 年"),
}
