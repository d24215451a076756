"""入选、候补、未入选通知书, 孵化协议."""

from sanshe.core.papers.types import Annexes, Box, Doc, Heading, Para, Signature

SIGNED = Signature(names=("{centre}",), date="{date}", style="seal")
ADDRESSEE = Para("{name}：", "plain")
CONTACT = Para("咨询电话 {phone}，{address}，{hours}。")
SELECTED = Doc(
    "入选通知书",
    "{number_line}",
    (
        ADDRESSEE,
        Para("{batch}公示期已满，你单位（申请编号 {number}）入选。"),
        Para("请于 {signing_from}至{signing_to} {signing_hour} 时前到{address}签订孵化协议，孵化期 {months} 个月。"),
        Para("请带登记证书或备案证、印章和负责人身份证件；备案的由街道见证，筹办的发起人都要到。到期没有签的，有 3 个工作日说明理由；没有理由的，由候补递补。"),
        CONTACT,
        Annexes(("社会组织孵化协议文本",)),
        SIGNED,
    ),
    org="{centre}",
)  # fmt: skip
RESERVE = Doc(
    "候补通知书",
    "{number_line}",
    (
        ADDRESSEE,
        Para("{batch}评审已经结束，你单位（申请编号 {number}）列为候补第 {reserve_no}。"),
        Para(
            "{reserve_until} 前有空位的，按次序递补，递补前重新公示。到期没有轮到的，候补名单失效，不影响以后批次申报。"
        ),
        CONTACT,
        SIGNED,
    ),
    org="{centre}",
)
NOT_SELECTED = Doc(
    "未入选通知书",
    "{number_line}",
    (
        ADDRESSEE,
        Para("{batch}评审已经结束，你单位（申请编号 {number}）没有入选，也没有列入候补。"),
        Para(
            "想听评审意见的，可以约{centre}当面说明；身份证明照片在复核期满 30 日后删除，留删除记录。欢迎申报以后批次。"
        ),
        CONTACT,
        SIGNED,
    ),
    org="{centre}",
)
AGREEMENT = Doc(
    "社会组织孵化协议",
    "{number}",
    (
        Para("甲方：{party_a}，统一社会信用代码 {party_a_code}", "plain"),
        Para("乙方：{party_b}，代码或备案号 {party_b_code}", "plain"),
        Para("甲方承办{centre}，乙方入选{batch}。双方约定如下。"),
        Heading("一、孵化期"), Para("孵化期 {months} 个月，{term}。"),
        Heading("二、甲方提供"), Para("工位 {desks} 个；培训 {sessions} 次；督导 {hours} 小时；登记辅导和财务辅导。都不收费。"),
        Heading("三、乙方做的事"), Para("{concept}"),
        Para("乙方在签约后 10 个工作日内交孵化计划，每季度报一次进展；收到退驻通知后 15 个工作日内交还场地。"),
        Heading("四、评估"), Para("期中评估一次；期满前评估内部治理、服务开展、财务管理，出壳前须完成登记或备案。"),
        Signature(boxes=(Box("甲方", ("盖章、签字", "日期")), Box("乙方", ("盖章、签字", "日期"))), style="boxes"),
    ),
    style="plain",
)  # fmt: skip
TEXTS = {
    "incubation.selected": SELECTED,
    "incubation.reserve_letter": RESERVE,
    "incubation.not_selected": NOT_SELECTED,
    "incubation.agreement": AGREEMENT,
}
