"""Words of parties."""

from django.utils.translation import gettext_lazy as _

from sanshe.core.parties.enums import E, Kind, R, Registration, Side

KINDS_OF = {
    Kind.ASSOCIATION: _("社团"),
    Kind.SERVICE: _("民非"),
    Kind.FOUNDATION: _("基金会"),
    Kind.OTHER: _("其他"),
    Kind.FORMING: _("筹办"),
    Kind.ENTERPRISE: _("企业"),
    Kind.PUBLIC_BODY: _("机关事业单位"),
}
SIDES = {Side.RUNS: _("承办"), Side.APPROVES: _("审批")}
REGISTRATIONS = {
    Registration.REGISTERED: _("已登记"),
    Registration.FILED: _("已备案"),
    Registration.NONE: _("正在筹办"),
}
SENTENCES = {
    R.CODE_LENGTH: _("统一社会信用代码是 18 位，这里写了 {n} 位。"),
    R.CODE_LETTER: _("第 {place} 位写的是 {letter}，代码里没有这个字。I、O、Z、S、V 不用，多半是 1、0、2、5、U。"),
    R.CODE_CHECK: _("校验对不上，18 位里至少抄错了一位。请对着证书再看一遍。"),
    R.CODE_BODY: _("第 9 至 17 位自己的校验对不上，请再看一遍这几位。"),
    R.CODE_AUTHORITY: _("第 1 位是 {given}，不是民政部门登记的。社会组织的代码以 5 开头。"),
    R.CODE_KIND: _("前两位是 {given}。社会团体 51，民非 52，基金会 53，其他 59。"),
    R.NO_NAME: _("请写名称，照证书上写。"),
    R.MAYBE_THERE: _("可能已经登记过，上面列着。先去看看；不是同一家，再点一次就登记。"),
    R.CODE_TAKEN: _("代码 {given} 已经登记给另一家。请先查一查是不是同一家。"),
    R.NO_FILING: _("已备案的，请写备案号。"),
    R.STALE: _("这一家的资料刚被别人改过。下面各处写着现在的内容，看清了再存。"),
    R.MERGE_SELF: _("这是同一条登记，不用并。"),
    R.MERGED_ALREADY: _("其中一家已经并走了。"),
    R.MERGE_UNKNOWN: _("您能看的组织里没有这个代码或全名。"),
    R.MERGE_NOT_ASKED: _("没有人提出把这一家并走。"),
    R.MERGE_SAME_PERSON: _("是您提出的，须由另一个人同意。"),
    R.MERGE_BOTH_RUN: _("两家现在都有在办的同一种事，办完一家的再并。"),
    R.NO_PHONE: _("请写手机号，人是按手机号认的。"),
    R.PHONE_TAKEN: _("这个手机号已经是另一个人的。是同一个人的，请并起来。"),
    R.NO_REASON: _("请写为什么。"),
    R.PERSON_GONE: _("这个人的资料已经并走或销毁了。"),
    R.SAME_ROW: _("不能并到自己。"),
    R.NOT_ALIKE: _("两条的姓名和手机号都不一样，不能并。确是同一个人的，先改好资料再并。"),
    R.NO_PREFIX: _("请写文号前缀，像“创建”两个字。"),
    R.LETTERS_WRONG: _("代号写 1 到 8 个小写字母。"),
    R.OFFICE_TAKEN: _("已经有同名的单位，或者这个代号别的单位在用。"),
    R.NO_OFFICE: _("这里还没有登记审批的单位。请区管理员先登记。"),
    R.NO_OPERATOR: _("没有用这个代码登记的组织。请先登记它。"),
    R.NOT_YOUR_AREA: _("这片区域不归您登记。"),
}
# Beside which field a sentence stands, where its code does not say it.
BESIDE = {
    **dict.fromkeys((code for code in R if code.startswith("parties.code_")), "credit_code"),
    R.MAYBE_THERE: "name",
    R.NO_FILING: "filing_number",
    R.PHONE_TAKEN: "phone",
    R.NOT_ALIKE: "reason",
    R.SAME_ROW: "reason",
    R.NO_PREFIX: "number_prefix",
    R.OFFICE_TAKEN: "name",
    R.LETTERS_WRONG: "letters",
    R.NOT_YOUR_AREA: "area_path",
}
EVENTS = {
    E.REGISTERED: _("登记组织"),
    E.CHANGED: _("改了组织资料"),
    E.MERGE_ASKED: _("提出并到另一家"),
    E.MERGE_DROPPED: _("不并了"),
    E.MERGED: _("并成一家"),
    E.PROVEN: _("核实了是这一家"),
    E.SHOWN: _("查看了遮住的内容"),
    E.PERSON_KNOWN: _("登记一个人"),
    E.PERSON_CORRECTED: _("改了人的资料"),
    E.PERSON_MERGED: _("两条并成一个人"),
    E.PERSON_DESTROYED: _("销毁姓名和手机号"),
    E.PERSON_SHOWN: _("查看了完整的姓名和手机号"),
    E.OFFICE_OPENED: _("登记单位"),
    E.OFFICE_CHANGED: _("改了单位资料"),
}
KINDS = {"parties.organisation": _("社会组织"), "parties.office": _("办事单位"), "parties.person": _("登记的人")}
PERSON = {"name": _("姓名"), "phone": _("手机号"), "area_path": _("哪个区"), "reason": _("原因")}
STAYS = _("不改就空着")
PERSON_PURPOSE = _("办他自己的事时认得出是同一个人，回得了电话")
PERSON_BASIS = _("《个人信息保护法》第十三条第三项")
PERSON_RETENTION = _("最后一件事办完后 1 年，到期夜里销毁")
OFFICE = {
    "name": _("单位名称"),
    "side": _("承办还是审批"),
    "area_path": _("管哪一片"),
    "number_prefix": _("文号前缀"),
    "short_prefix": _("字头"),
    "letters": _("代号"),
    "operator": _("运营的组织"),
    "phone": _("电话"),
    "address": _("地址"),
    "hours": _("对外时间"),
    "masthead": _("网页抬头"),
}
PREFIX_HINT = _("印在公示和通知的文号里，定了不改：前缀公示〔2022〕1 号")
INITIAL_HINT = _("印在协议和证书的编号里，定了不改：字头孵协〔2022〕1 号")
LETTERS_HINT = _("小写字母，用在网址里，定了不改")
OPERATOR_HINT = _("写统一社会信用代码；自己办的空着")
MASTHEAD_HINT = _("对外网页最上面的名称；空着就是区名加“社区治理”")
FIELDS = {
    "name": _("名称"),
    "kind": _("类别"),
    "registration": _("身份"),
    "credit_code": _("统一社会信用代码"),
    "filing_number": _("备案号"),
    "certificate_until": _("证书有效期"),
    "area_path": _("所在区域"),
    "field": _("领域"),
    "address": _("办公地点"),
    "employer": _("负责人单位"),
    "supervisor_unit": _("业务主管单位"),
    "annual_check": _("年检结论"),
    "party_group": _("党组织"),
    "party_members": _("党员数"),
    "head_name": _("负责人"),
    "head_phone": _("负责人电话"),
    "contact_name": _("联系人"),
    "contact_phone": _("联系人电话"),
    "bank_account": _("银行账户"),
}
MERGE_DUTY = (_("{n}登记了两次，等另一个人同意并成一家"), _("去看"), _("并组织"))
LEAVE_BLANK = _("不改就空着。要看原来的，在组织页点“查看会留痕”。")
FOUND = _("组织")
LEDGER = _("社会组织台账")
FILTER_WORDS = _("名称")
PURPOSE = _("登记组织，联系负责人和联系人")
BASIS = _("《个人信息保护法》第十三条第三项")
RETENTION = _("和组织的登记档案同期")
