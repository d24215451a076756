"""The texts of the papers from the mid-term assessment to leaving, as they come with the app."""

from typing import Literal

from sanshe.core.papers.types import Box, Doc, Heading, KeyValue, Para, QrCode, Signature, Table
from sanshe.incubation.papers.end import values as codes
from sanshe.incubation.phrases import papers as words

BOXES: Literal["boxes"] = "boxes"
ORG = KeyValue((("组织", "{name}"), ("批次", "{batch}"), ("孵化期", "{term}"), ("中心", "{centre}")))
SELF = Doc(
    "孵化中期自评表", "", (
        ORG, Table(("方面", "指标", "自评"), (("{rows}",),), (2, 3, 7)), Heading("还有什么要说"), Para("{summary}"),
        Signature(boxes=(Box("组织", ("负责人签字、盖章", "{day}")),), style=BOXES),
    ), style="plain",
)  # fmt: skip


def _assessed(title: str) -> Doc:
    return Doc(
        title, "", (
            ORG, Table(("方面", "指标", "满分", "得分"), (("{rows}",),), (2, 5, 2, 2), (2, 3)), Para("总分 {total}。"),
            Heading("面谈记录"), Para("{record}"), Heading("材料"), Para("{papers}"),
            Heading("结论"), Para("{verdict}。{reason}"),
            Signature(boxes=(Box("评估人", ("{assessors}", "签字")), Box("定结论的人", ("签字", "{day}"))),
                      style=BOXES),
        ), style="plain",
    )  # fmt: skip


RECTIFY = Doc(
    "整改通知书", "{number}", (
        Para("{name}：", "plain"), Para("根据{batch}中期评估的结论，请对下列各条整改。"),
        Table(("", "要改的"), (("{points}",),), (1, 11)),
        Para("请在 {due} 24 时前逐条写明怎么改的，由别的工作人员复查。到期没有改好的，按协议解除。"),
        Signature(names=("{centre}",), date="{day}"),
    ), style="plain",
)  # fmt: skip
CERTIFICATE = Doc(
    "出壳证书", "{number}", (
        Para("{name}", "centre"), Para("（{identity}）", "centre"),
        Para("自{from}入驻{centre}，作为{batch}的孵化组织，经评估，内部治理、服务开展、财务管理达到要求，能够独立开展社区服务，准予出壳。"),
        Signature(names=("{centre}",), date="{day}"),
        QrCode("{scan}", ("扫码看它现在还算不算数，以扫出来的为准", "{code}")),
    ), style="plain", foot="孵化期至{to}。",
)  # fmt: skip
LEAVE = Doc(
    "退驻通知书", "{number}", (
        Para("{name}：", "plain"), Para("你单位在{batch}孵化期间，{kind}：{reason}"),
        Para("请在 {due} 24 时前（15 个工作日）和{centre}逐项交接："),
        Table(("", "交接什么"), (("{lines}",),), (2, 10)),
        Para("全部交接完，退驻办结。以后仍可以申请入驻。"),
        Signature(names=("{centre}",), date="{day}"),
    ), style="plain",
)  # fmt: skip
TEXTS = {
    codes.SELF: (words.SELF, SELF),
    codes.MIDTERM: (words.MIDTERM, _assessed("孵化中期评估表")),
    codes.FINAL: (words.FINAL, _assessed("出壳评估表")),
    codes.RECTIFY: (words.RECTIFY, RECTIFY),
    codes.CERTIFICATE: (words.CERTIFICATE, CERTIFICATE),
    codes.LEAVE: (words.LEAVE, LEAVE),
}
