"""Words of the import of applications."""

from django.utils.translation import gettext_lazy as _

TITLE = _("导入线下申请")
RECEIPT = _("收件编号")
NO_NAME = _("没有组织名称，只能略过。")
KIND_WRONG = _("身份只能写：已登记、已备案、正在筹办。")
NO_RECEIPT = _("线下收件本里没有这个编号。请先在收件本上登记。")
RECEIPT_USED = _("这个收件编号已经录过一份申请。")
RECEIPT_BARE = _("这次收件还缺扫描件或者第二个人。")
ALIASES = {
    "name": ("组织名称",),
    "registration": ("身份",),
    "contact_phone": ("联系人手机",),
    "credit_code": ("信用代码", "代码"),
}
