"""Words of privacy."""

from django.utils.translation import gettext_lazy as _

from sanshe.core.privacy.enums import Mask, R

SENTENCES = {
    R.NO_KEYS: _("密钥不在。把 keys 文件夹放回数据文件夹，再启动。"),
    R.UNKNOWN_KEY: _("有数据是用密钥 {key} 写的，这把密钥不在。把它放回来。"),
    R.SPOILT: _("{place} 里有一个值打不开：被改过，或从别处挪来。"),
    R.KEYS_EXIST: _("密钥已经有了，不能再建一套。"),
    R.DATA_EXISTS: _("数据库里已有加密的数据，不能换一套新密钥。"),
}
MASKS = {
    Mask.NAME: _("只显示姓和末字"),
    Mask.PHONE: _("只显示前三位和后四位"),
    Mask.CODE: _("只显示前四位和后两位"),
    Mask.ACCOUNT: _("只显示后四位"),
    Mask.HIDDEN: _("不显示"),
}
