"""Words beside the conditions of the call: what an application shows for them."""

from django.utils.translation import gettext_lazy as _

BY_FORM, BY_SYSTEM, BY_CALL = _("申请书"), _("系统核对"), _("按公告")
BY_HAND, BY_PAPER = _("要人去查"), _("附件")
CODE_FITS = _("统一社会信用代码 18 位校验通过")
FILED = _("备案号 {number}")
FOUNDERS = _("填了 {n} 位发起人")
NOT_ASKED = _("筹办组织，这一条不适用")
TO_LOOK_UP = _("查行政处罚、异常名录、失信名单、年检结论")
UNDERTAKEN = _("承诺页收妥了：{name}")
NO_PAPER = _("没有承诺页")
