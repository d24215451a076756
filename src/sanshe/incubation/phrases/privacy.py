"""What the privacy notice says of incubation's personal fields: model field -> label, purpose, basis, retention, mask,
and whether it is kept with its file."""

from django.utils.translation import gettext_lazy as _

from sanshe.core.privacy.enums import Mask

_APPLY = (_("办理孵化申请：联系、核对身份"), _("申请人同意；签孵化协议"))
_PANEL = (_("评审和回避"), _("履行职责"))
FIELDS = {
    "Application.private": (
        _("负责人、联系人、发起人"),
        *_APPLY,
        _("随申请档案保存；未入选的，复核期满后 30 日删证件影像"),
        Mask.HIDDEN,
        True,
    ),
    "Panelist.name": (_("评委姓名"), *_PANEL, _("随评审档案保存"), Mask.NAME, True),
    "Panelist.phone": (_("评委电话"), *_PANEL, _("随评审档案保存"), Mask.PHONE, True),
    "Signature.signer": (_("签字人"), *_APPLY, _("随协议档案保存"), Mask.NAME, True),
}
