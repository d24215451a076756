"""入驻申请表 in two forms, 资格审查表, and the letters of the screening."""

from sanshe.core.papers.types import Box, Doc, Heading, KeyValue, Para, Signature, Table

TOP = (
    ("编号", "{number}"),
    ("收到时间", "{received}"),
    ("名称", "{name}"),
    ("登记情况", "{registration}"),
)
PEOPLE = (
    ("负责人", "{head_name}"),
    ("负责人电话", "{head_phone}"),
    ("负责人工作单位", "{head_employer}"),
    ("办公地点", "{address}"),
    ("联系人", "{contact_name}"),
    ("联系人电话", "{contact_phone}"),
    ("专职人数", "{full_time}"),
    ("志愿者人数", "{volunteers}"),
)
CONCEPT = (
    Heading("服务设想"),
    KeyValue(
        (
            ("领域", "{field}"),
            ("为谁做", "{for_whom}"),
            ("在哪些社区", "{where}"),
            ("做什么，多久一次", "{what}"),
            ("怎么知道有用", "{how_known}"),
            ("需求从哪里听来", "{need_from}"),
            ("想要中心给什么", "{want}"),
            ("钱从哪里来", "{money}"),
            ("要不要别的许可", "{permit}"),
        ),
        across=1,
    ),
    Heading("附件"),
    Table(("附件", "有没有"), (("{papers.name}", "{papers.given}"),), (5, 2)),
    Para("所填属实，同意为这次孵化使用这些信息。", "plain"),
    Signature(boxes=(Box("负责人", ("签名", "日期")), Box("收件人", ("签名", "日期"))), style="boxes"),
)
REGISTERED = Doc(
    "{batch}入驻申请表（已登记、已备案）",
    "",
    (
        KeyValue((*TOP, ("统一社会信用代码", "{credit_code}"), ("备案号", "{filing_number}"))),
        Heading("负责人和联系人"),
        KeyValue(PEOPLE),
        *CONCEPT,
    ),
    style="plain",
    foot="人名和电话按规定遮住。要看全文，在申请页留记录后查看。",
)
FORMING = Doc(
    "{batch}入驻申请表（正在筹办）",
    "",
    (
        KeyValue(TOP),
        KeyValue((("发起人", "{founders}"),), across=1),
        Heading("负责人和联系人"),
        KeyValue(PEOPLE),
        *CONCEPT,
    ),
    style="plain",
    foot="人名和电话按规定遮住。要看全文，在申请页留记录后查看。",
)
ELIGIBILITY = Doc(
    "{batch}资格审查表",
    "",
    (
        KeyValue((*TOP, ("审查结果", "{outcome}"), ("审查日期", "{decided}"))),
        Table(
            ("条", "申报条件", "结论", "依据或理由"),
            (("{checks.no}", "{checks.text}", "{checks.verdict}", "{checks.why}"),),
            (1, 7, 2, 5),
        ),
        Para("意见：{reason}", "plain"),
        Table(("实地核实", "核实人", "看到什么"), (("{visits.day}", "{visits.who}", "{visits.found}"),), (2, 3, 7)),
        Signature(boxes=(Box("审查人", ("签名", "日期")), Box("复核人", ("签名", "日期"))), style="boxes"),
    ),
    style="plain",
)
SIGNED = Signature(names=("{centre}",), date="{date}", style="seal")
ADDRESSEE = Para("{name}：", "plain")
REFUSAL = Doc(
    "初审未通过通知书",
    "{number_line}",
    (
        ADDRESSEE,
        Para("你单位{received}提交的{batch}入驻申请（编号 {number}），经初审，结果为{outcome}。"),
        Para("一、理由：{reason}"),
        Para("不符合招募公告申报条件第 {grounds.no} 条：{grounds.text}"),
        Para("二、补救：不同意的，可在 {review_until} 24 时前申请复核一次，写明理由，由未参加初审的人答复。"),
        Para("三、本次未通过不影响以后批次申报。咨询电话 {phone}，{address}，{hours}。"),
        SIGNED,
    ),
    org="{centre}",
)
CORRECTION = Doc(
    "补正通知书",
    "{number_line}",
    (
        ADDRESSEE,
        Para("你单位的{batch}入驻申请（编号 {number}）有下列事项需要补正："),
        Para("{points.no}．{points.text}"),
        Para("说明：{reason}"),
        Para(
            "请最迟 {due} 24 时前在网上补好交回，也可以送到{address}。以收到时间为准；逾期没有交回的，按初审未通过处理。"
        ),
        Para("咨询电话 {phone}，{hours}。"),
        SIGNED,
    ),
    org="{centre}",
)
NOT_ACCEPTED = Doc(
    "不予受理通知书",
    "{number_line}",
    (
        ADDRESSEE,
        Para(
            "你单位的{batch}入驻申请（草稿 {draft_code}）于 {late} 送到。报名已于 {closes} 24 时截止，依招募公告不予受理，不编号。"
        ),
        Para("草稿和附件都留着，下一批招募时可以接着用。"),
        Para("不同意的，可以向{centre}反映：电话 {phone}，{address}，{hours}。"),
        SIGNED,
    ),
    org="{centre}",
)
TEXTS = {
    "incubation.form_registered": REGISTERED,
    "incubation.form_forming": FORMING,
    "incubation.eligibility": ELIGIBILITY,
    "incubation.refusal": REFUSAL,
    "incubation.correction": CORRECTION,
    "incubation.not_accepted": NOT_ACCEPTED,
}
