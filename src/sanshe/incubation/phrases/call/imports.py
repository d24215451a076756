"""Words of the import of applications."""

from django.utils.translation import gettext_lazy as _

TITLE = _("导入线下申请")
RECEIPT = _("收件编号")
UNDERTAKING = _("下载承诺页")
NO_NAME = _("没有组织名称，只能略过。")
KIND_WRONG = _("身份只能写：已登记、已备案、正在筹办。")
NO_RECEIPT = _("线下收件本里没有这个编号。请先在收件本上登记。")
RECEIPT_USED = _("这个收件编号已经录过一份申请。")
RECEIPT_BARE = _("这次收件还缺扫描件或者第二个人。")
RECEIPT_NOTE = _("线下收件本上的编号，一件一个。")
NOTES = {
    "registration": _("写：已登记、已备案、正在筹办，三者之一。"),
    "name": _("照登记证书写全称，最多 60 字。"),
    "credit_code": _("已登记的要有：18 位，照证书写。"),
    "filing_number": _("已备案的要有：街道备案证上的号。"),
    "founders": _("正在筹办的要有：至少三位，名字之间用顿号隔开。"),
    "head_phone": _("11 位手机号，或带区号的座机。"),
    "contact_phone": _("11 位手机号，或带区号的座机。"),
    "full_time": _("只写数字，如 3。"),
    "volunteers": _("只写数字，如 20。"),
    "where": _("最多 6 个社区，用顿号隔开。"),
}
MOST = _("最多 {most} 字。")
ALIASES = {
    "name": ("组织名称", "社会组织名称", "单位名称"),
    "registration": ("身份", "登记情况"),
    "contact_phone": ("联系人手机", "联系电话"),
    "head_name": ("负责人姓名", "法定代表人"),
    "head_phone": ("负责人手机",),
    "contact_name": ("联系人姓名",),
    "credit_code": ("信用代码", "代码", "社会信用代码"),
    "address": ("地址", "办公地址", "住所"),
}
