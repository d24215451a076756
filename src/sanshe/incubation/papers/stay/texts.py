"""孵化计划, 培训签到表, 督导记录表, 季度报告."""

from sanshe.core.papers.types import Box, Doc, Heading, KeyValue, Para, Signature, Table

BOTH = Signature(boxes=(Box("组织", ("负责人", "日期")), Box("孵化中心", ("经手人", "日期"))), style="boxes")
PLAN = Doc(
    "{name}孵化计划",
    blocks=(
        KeyValue((("组织", "{name}"), ("批次", "{batch}"), ("孵化期", "{term}"), ("最迟交", "{due}"))),
        Heading("这一年为谁、做成什么", 2), Para("{aim}"),
        Heading("做什么，多久一次，在哪里", 2), Para("{service}"),
        Heading("怎么知道做成了", 2), Para("{measure}"),
        Heading("要中心给什么", 2), Para("{want}"),
        Heading("里程碑", 2),
        Table(("", "里程碑", "最迟", "做到"), (("{steps.no}", "{steps.what}", "{steps.by}", "{steps.reached}"),),
              (1, 6, 3, 4), (0,)),
        BOTH,
    ),
    style="plain",
)  # fmt: skip
SHEET = Doc(
    "{title}签到表",
    blocks=(
        KeyValue((("培训", "{title}"), ("时间", "{when}"), ("地点", "{place}"), ("主讲", "{trainer}"))),
        Table(("", "组织", "来几人", "签字"), (("{homes.no}", "{homes.name}", "{homes.people}", ""),), (1, 5, 2, 4), (0, 2)),
        Para("只记各家来了几人，不登记个人信息。", "note"),
        Signature(names=("经手人：",)),
    ),
    style="plain",
)  # fmt: skip
RECORD = Doc(
    "{name}督导记录表",
    blocks=(
        KeyValue((("组织", "{name}"), ("孵化期", "{term}"), ("协议许下", "{promised} 小时"), ("已给", "{given} 小时"))),
        Table(("日期", "小时", "功能", "谈定了什么", "跟进"),
              (("{talks.day}", "{talks.hours}", "{talks.function}", "{talks.agreed}", "{talks.follow}"),),
              (3, 1, 2, 6, 4), (1,)),
        Signature(boxes=(Box("督导", ("签字", "日期")), Box("组织", ("签字", "日期"))), style="boxes"),
    ),
    style="plain",
    landscape=True,
)  # fmt: skip
REPORT = Doc(
    "{name}第 {no} 份季度报告",
    blocks=(
        KeyValue((("组织", "{name}"), ("批次", "{batch}"), ("报告期", "{span}"), ("第几份", "{no}"))),
        Heading("记录里有的", 2),
        Table(("事项", "记录"), (("{facts.label}", "{facts.text}"),), (3, 9)),
        Heading("这一季做了什么", 2), Para("{did}"),
        Heading("有什么变化", 2), Para("{changed}"),
        Heading("卡在哪里，要中心帮什么", 2), Para("{stuck}"),
        Heading("下一季打算", 2), Para("{next}"),
        BOTH,
    ),
    style="plain",
)  # fmt: skip
TEXTS = {
    "incubation.plan": PLAN,
    "incubation.sign_sheet": SHEET,
    "incubation.supervision_record": RECORD,
    "incubation.quarterly_report": REPORT,
}
