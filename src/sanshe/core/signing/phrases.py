"""Words of signing; each refusal has its sentence."""

from django.utils.translation import gettext_lazy as _

from sanshe.core.signing.enums import E, Fault, Grade, R

GRADES = {
    Grade.OWN_KEY: _("本人密钥签"),
    Grade.OWN_PHONE: _("本人手机签"),
    Grade.WITNESSED: _("见证签"),
}
FAULTS = {
    Fault.MISSING: _("缺了"),
    Fault.ALTERED: _("被改过"),
    Fault.UNLINKED: _("接不上前一份"),
    Fault.OTHER_SIGNER: _("签名人被改过"),
    Fault.OTHER_TEXT: _("文本被改过"),
    Fault.CUT: _("末尾对不上"),
}
EVENTS = {E.SIGNED: _("收下签名"), E.DESTROYED: _("删去签名人的姓名和手机号")}
KINDS = {"signing.chain": _("签名链")}
RECORD_FIELDS = {
    "first": _("从第几份"),
    "last": _("到第几份"),
    "grades": _("签法"),
    "signatures": _("几份签名"),
}
SENTENCES = {
    R.NO_TEXT: _("没有要签的文本。"),
    R.NO_NAME: _("签名人没有写。"),
    R.NO_PROOF: _("缺签名凭据：手机签要有验证码，纸面签要有见证人和签名页。"),
    R.NOT_YET: _("签名的时间还没到。"),
}
BESIDE = {R.NO_NAME: "name"}
CODE_TITLE = _("签名验证码")
CODE_TEXT = _("您正在签《{title}》，验证码 {code}，5 分钟内有效。不是本人在签，请不要告诉别人。")
FIELDS = {
    "name": _("签名人"),
    "phone": _("签名人手机号"),
    "witness": _("见证人"),
    "salt": _("签名人指纹的盐"),
    "content": _("所示文本"),
}
PURPOSE = _("证明是谁签的、签的是哪一版")
BASIS = _("个人信息保护法第十三条第一款第一项，电子签名法第十三条")
RETENTION = _("到期后 3 年；撤回或作废的 30 天")
