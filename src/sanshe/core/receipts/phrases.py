"""Sentences of receipts."""

from django.utils.translation import gettext_lazy as _

from sanshe.core.receipts.enums import Fault, R, Trouble

SENTENCES = {
    R.NO_ID: _("这次提交少了编号，没有记下。请重新打开页面再做一次。"),
    R.OTHER_CONTENT: _("这一份已经交过，内容和这次不一样。请重新打开页面，看清现在的内容再改。"),
}
TROUBLES = {
    Trouble.BUSY: _("现在人多，还没记下。您填的都在，过几秒会自动再交一次。"),
    Trouble.FULL: _("服务器的磁盘满了，这次没有记下，原来的都在。您填的都在这一页，请告诉管理员，腾出空间后再交。"),
    Trouble.UNKNOWN_COMMIT: _("还不能确定这次记下了没有。再交一次就知道，不会重复。"),
}
ALREADY = _("这一份已经收妥，不用再交。")
NO_ID = _("这次提交少了编号，没有记下。写的都在，编号已经补上，请再交一次。")
SIGNED_IN_AGAIN = _("这一页打开以后，您在别处重新登录过，所以这次没有记下。写的都在，请再交一次。")
FILL_AGAIN = _("这一页打开以后，您在别处重新登录过，所以这次没有记下。请打开原来的页面再填一次。")
NOT_FROM_HERE = _("认不出这次提交是从我们的页面来的，没有记下。写的在下面，可以复制，请打开原来的页面再填。")
FAILED_WRITE = _("出了错，没有记下任何东西。写的都在，可以再交一次；还不行，请把时间告诉管理员，错误已经记在日志里。")
FAILED = _("这一页出了错，没有记下任何东西。错误已经记在日志里，请把时间告诉管理员。")
FAULTS = {
    Fault.WRONG: _("请求没看懂，没有记下。请照接口说明重新组织。"),
    Fault.FORGED: _("这次提交认不出是从我们的页面来的。程序请带令牌，浏览器请从页面上做。"),
    Fault.MAY_NOT: _("这一步不在您的职责里，没有做。需要的话，请找区里的管理员任命。"),
    Fault.MISSING: _("这里没有这一项，也可能不在您负责的区域里。"),
    Fault.NO_SUCH_ACT: _("这个地址不能这样用。能用的方式写在 Allow 里。"),
    Fault.CLASH: _("别人刚改过，没有记下。请重新读取，看清现在的内容再改。"),
    Fault.INVALID: _("有几处不合要求：{where}。请照接口说明改好再交。"),
    Fault.TOO_SLOW: _("没有收全，没有记下：信号太慢或中断了。请到信号好的地方，回到原来的页面再交一次。"),
    Fault.TOO_LARGE: _("这次传的东西合起来太大，没有收下，没有记下。一次最多 {most} MB，请分几次传。"),
    Fault.TOO_OFTEN: _("试得太多了，没有记下。请过一会儿再来。"),
    Fault.NOT_NOW: _("正忙，没有记下。请过几秒用同一个编号再交一次，不会重复。"),
    Fault.FAILED: FAILED,
}
