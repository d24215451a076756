"""Words of agreements."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from sanshe.incubation.enums.agreement.agreement import AgreementEvent as E
from sanshe.incubation.enums.agreement.agreement import AgreementRefusal as R
from sanshe.incubation.enums.agreement.agreement import AgreementState as S
from sanshe.incubation.enums.agreement.agreement import SignatureSide, SignatureWay

STATES = {
    S.PREPARED: _("两方都没签"),
    S.CENTRE_SIGNED: _("甲方已签"),
    S.SIGNED: _("两方已签"),
    S.REPLACED: _("已换新版"),
    S.LAPSED: _("逾期未签"),
}
PILLS = {S.PREPARED: "wait", S.CENTRE_SIGNED: "run", S.SIGNED: "done", S.REPLACED: "off", S.LAPSED: "over"}
SIDES = {SignatureSide.CENTRE: _("甲方，孵化中心"), SignatureSide.ORGANISATION: _("乙方，入壳组织")}
WAYS = {SignatureWay.IN_PERSON: _("当面签，两人见证"), SignatureWay.SCAN: _("扫描件")}
KINDS: dict[str, Any] = {"incubation.agreement": _("孵化协议")}
FIELDS: dict[str, Any] = {"term_from": _("起"), "term_to": _("止"), "box": _("卷盒号")}
EVENTS = {
    E.PREPARED: _("备好协议"),
    E.SIGNED_BY_CENTRE: _("甲方签字"),
    E.SIGNED: _("双方签字，生效"),
    E.REPLACED: _("换新版"),
    E.LAPSED: _("逾期未签"),
    E.ENTERED: _("入壳"),
    E.ARCHIVED: _("签字页归档"),
}
BESIDE = {
    R.SCAN_MISSING: "scan",
    R.WITNESS_MISSING: "witnesses",
    R.WITNESSES_TOO_MANY: "witnesses",
    R.SUBDISTRICT_WITNESS_MISSING: "subdistrict",
    R.FOUNDERS_MISSING: "founders",
}
SENTENCES = {
    R.NOT_CONFIRMED: _("这一家还没入选，不能签。"),
    R.OBJECTION_OPEN: _("这一家有异议没办结，答复前不签；别的家照常。"),
    R.WINDOW_NOT_OPEN: _("还没到签约的日子。"),
    R.WINDOW_OVER: _("签约的日子过了。"),
    R.WINDOW_STILL_OPEN: _("签约期还没过。"),
    R.REASON_STILL_OPEN: _("说明理由的 3 个工作日还没过，或者已经说明了理由。"),
    R.CENTRE_NOT_LEGAL_PERSON: _("甲方要是登记的法人，有统一社会信用代码。请先在组织页补上。"),
    R.CENTRE_FIRST: _("甲方先签，乙方后签。"),
    R.ALREADY_SIGNED: _("这一方已经签过，或者两方都签了，不能再改。"),
    R.SCAN_MISSING: _("请传签字页的扫描件。"),
    R.WITNESS_MISSING: _("当面签要写两位见证人，签字的人不算，用顿号隔开；或者传扫描件。"),
    R.WITNESSES_TOO_MANY: _("见证人最多写六位，一位不超过 20 个字，用顿号隔开。"),
    R.SUBDISTRICT_WITNESS_MISSING: _("已备案的，要街道见证。"),
    R.FOUNDERS_MISSING: _("筹办的，发起人要都签。"),
    R.OVER_CAPACITY: _("场地、课次或督导时数不够了，协议不能多许。"),
    R.NO_REASON: _("请写明为什么换新版。"),
    R.NO_BOX: _("请写卷盒号，或者传一份扫描件。"),
    R.NOT_TO_ARCHIVE: _("选中的里面有没签完的，或者已经归过档。请刷新页面再选。"),
}
FOUND = _("孵化协议")
