"""The text of a notice of who is to be named."""

from collections.abc import Sequence

from sanshe.core.papers.queries import fill
from sanshe.core.papers.types import Doc, NameList, Para, Signature
from sanshe.core.parties.models import Office
from sanshe.creation.models import Scheme

CODE = "creation.notice"
NOTICE = Doc(
    "拟命名“{scheme}”名单公示",
    "",
    (
        Para(
            "经申报、自评、推荐和公安交警核验，拟命名下列单位、社区或者街道为“{scheme}”，期限 {months} 个月，现予公示。"
        ),
        NameList(("{names}",)),
        Para(
            "公示期 {from}至{to}，5 个工作日。有异议的，请在公示期内实名向受理单位提出，写明事实。"
            "有异议的只停那一家，别家照常。"
        ),
        Para("受理：{office}；电话 {phone}；地址 {address}；{hours}。"),
        Signature(names=("{office}",), date="{date}"),
    ),
    org="{office}",
)


def notice_doc(scheme: Scheme, names: Sequence[str], office: Office) -> Doc:
    """Filled but for its days, which are known when it is published."""
    later = {"date": "{date}", "from": "{from}", "to": "{to}"}
    where = {"office": office.name, "phone": office.phone, "address": office.address, "hours": office.hours}
    return fill(CODE, {"scheme": scheme.name, "months": scheme.months, "names": list(names), **where, **later})
