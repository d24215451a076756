"""Words of applications."""

from django.utils.translation import gettext_lazy as _

from sanshe.incubation.enums.call.application import ApplicationEvent as E
from sanshe.incubation.enums.call.application import ApplicationRefusal as R
from sanshe.incubation.enums.call.application import ApplicationState as S
from sanshe.incubation.enums.call.application import Channel, Section

STATES = {
    S.DRAFT: _("草稿"),
    S.SUBMITTED: _("已提交"),
    S.RETURNED: _("退回补正"),
    S.INELIGIBLE: _("初审未通过"),
    S.OVERDUE: _("补正逾期"),
    S.SCREENED: _("初审通过"),
    S.ABSENT: _("缺席"),
    S.SCORED: _("已评"),
    S.WITHDRAWN: _("已撤回"),
}
PILLS = {
    S.DRAFT: "wait", S.SUBMITTED: "run", S.RETURNED: "due", S.INELIGIBLE: "off", S.OVERDUE: "over",
    S.SCREENED: "done", S.ABSENT: "off", S.SCORED: "done", S.WITHDRAWN: "off",
}  # fmt: skip
CHANNELS = {Channel.ONLINE: _("网上"), Channel.DESK: _("线下收件")}
REGISTRATIONS = {"registered": _("已登记"), "filed": _("已备案"), "none": _("正在筹办")}
SECTIONS = {
    Section.ORGANISATION: _("组织"),
    Section.PEOPLE: _("人"),
    Section.CONCEPT: _("服务设想"),
    Section.PAPERS: _("附件"),
    Section.UNDERTAKING: _("承诺和提交"),
}
LABELS = {
    "registration": _("您的组织现在是"),
    "name": _("名称"),
    "credit_code": _("统一社会信用代码"),
    "filing_number": _("备案号"),
    "founders": _("发起人，至少三位"),
    "address": _("办公地点"),
    "head_name": _("负责人"),
    "head_phone": _("负责人电话"),
    "head_employer": _("负责人工作单位"),
    "contact_name": _("联系人"),
    "contact_phone": _("联系人电话"),
    "full_time": _("专职几人"),
    "volunteers": _("志愿者几人"),
    "field": _("领域"),
    "for_whom": _("为谁做"),
    "where": _("在哪些社区"),
    "what": _("做什么，多久一次"),
    "how_known": _("怎么知道有用"),
    "need_from": _("这个需求从哪里听来"),
    "want": _("想要中心给什么"),
    "money": _("钱从哪里来"),
    "permit": _("要不要别的许可"),
    "truthful": _("所填属实，同意为这次孵化使用这些信息"),
    "certificate": _("登记证书或备案证"),
    "records": _("近一年服务记录"),
    "undertaking": _("负责人签名的承诺页"),
}
HINTS = {
    "name": _("照登记证书写"),
    "founders": _("名字之间用顿号隔开"),
    "where": _("最多 6 个"),
    "how_known": _("写一件能数的事：做之前是多少，一年后打算到多少，到哪里查"),
    "credit_code": _("18 位，照证书一位一位念"),
    "head_employer": _("没有就不填"),
}
HINTS |= {
    "certificate": _("拍清楚，四个角都在"),
    "records": _("一年里做过什么：签到、照片、记录，合成一个 PDF"),
    "undertaking": _("打印、签名、拍照"),
}
KINDS_ASKED = {
    "registered": (_("已登记"), _("有代码")),
    "filed": (_("已备案"), _("街道备案证")),
    "none": (_("正在筹办"), _("还没有证")),
}
CODE_RIGHT = _("18 位校验通过。")
CODE_PARTS = {
    "authority": _("民政 · {kind}"),
    "area": _("登记的区划"),
    "body": _("主体标识"),
    "check": _("校验"),
    "wrong": _("校验不符"),
}
RECEIPT = {"name": _("哪家组织"), "received_at": _("什么时候收到"), "scan": _("扫描件，图片或 PDF")}
STILL_EMPTY = _("这一处还空着。")
AGREED = _("属实，同意")
KINDS = {"incubation.application": _("申请"), "incubation.receipt": _("线下收件")}
FIELDS = {"how": _("怎么核实的"), "number": _("编号"), "draft": _("草稿号"), "received_at": _("收到")}
EVENTS = {
    E.SUBMITTED: _("提交申请"),
    E.LATE: _("逾期未收"),
    E.TAKEN_BACK: _("撤回来改"),
    E.WITHDRAWN: _("撤回申请"),
    E.IMPORTED: _("录入线下申请"),
    E.DESK_RECEIVED: _("线下收件"),
    E.WITNESSED: _("见证线下收件"),
    E.PROVEN: _("核实了递交人能代表组织"),
    E.UNTIED: _("别人核实了代表这一家，这份不再归它"),
    E.SHOWN: _("查看了遮住的内容"),
}
BESIDE = {R.RECEIPT_AHEAD: "received_at", R.RECEIPT_OUTSIDE: "received_at"}
SENTENCES = {
    R.NOT_OPEN: _("现在没有在招募。公告发布以后再来。"),
    R.LATE: _("报名已经截止，没有收下。截止时间写在公告里，对所有申请一样；草稿和附件都留着。"),
    R.INCOMPLETE: _("还差 {left} 处没填，填完再提交。"),
    R.NOT_DRAFT: _("已经提交了，不能直接改。截止前可以撤回来改。"),
    R.STALE: _("这一处在另一台设备上也改过。两句都留着，请选一句。"),
    R.DUPLICATE: _("同一家已经交过了，编号 {number}。要改请打开那一份。"),
    R.UNKNOWN_FIELD: _("表里没有这一处。请刷新页面。"),
    R.TOO_LONG: _("太长了，请短一些。"),
    R.RECEIPT_MISSING: _("线下收的申请要先有收件编号和扫描件。"),
    R.RECEIPT_UNWITNESSED: _("线下收件要有第二个人在场，不能是同一个人。"),
    R.RECEIPT_WITNESSED: _("这一件已经有人见证过。"),
    R.RECEIPT_USED: _("这个收件编号已经录过一份申请。"),
    R.RECEIPT_AHEAD: _("收到的时间还没到。请照收件簿上写的填。"),
    R.RECEIPT_OUTSIDE: _("收到的时间不在公告的报名时间里，不能收。"),
    R.NO_PROOF: _("请写明怎么核实的：看了哪份原件，和谁核对过。"),
    R.NOTHING_TO_PROVE: _("这份申请已经核实过，或者还没交。"),
    R.CODE_IS_ITS_OWN: _("写了统一社会信用代码的，只能是那一家，不会是同名的另一家。"),
    R.PROVEN_BY_OWN: _("自己交的申请，须由别人核实。"),
    R.DRAWN: _("路演顺序已经抽定，不能自己撤回。请打电话给孵化中心说明。"),
    R.MOVE_NOT_ALLOWED: _("这份申请现在不能这样办。"),
}
FOUND = _("入驻申请")
