"""路演抽签顺序表, 回避声明和保密承诺书, 打分表, 汇总表, 会议纪要."""

from sanshe.core.papers.types import Box, Doc, Heading, KeyValue, Para, Signature, Table

ORDER = Doc(
    "{batch}现场评审顺序表",
    "",
    (
        Table(("序号", "组织", "申请编号", "签到"), (("{turns.place}", "{turns.name}", "{turns.id}", ""),), (1, 4, 6, 2), (0,)),
        Para("三方的数连成 {joined}，算 SHA-256 得种子 {seed}。种子、横线、申请编号连起来再算，从小到大就是顺序。", "note"),
    ),
    style="plain",
    foot="抽签 {drawn}",
)  # fmt: skip
DECLARATION = Doc(
    "评委回避声明和保密承诺书",
    "",
    (
        Para("本人 {name}（{side}），受聘担任{batch}评审小组成员。"),
        Heading("一、回避"),
        Para("本人看过全部申请组织的名单，声明与下列组织有关系，其余没有："),
        Table(("组织", "关系", "说明", "决定"), (("{relations.name}", "{relations.kind}", "{relations.said}", "{relations.decision}"),), (4, 3, 4, 2)),
        Para("对回避的组织，本人不看申请、不打分、不参加讨论和表决。会上想起来的，马上补申报。"),
        Heading("二、保密"),
        Para("公示前，不对外说申请内容、打分、名次、讨论和表决；不留、不拍、不传评审材料；不单独接触申请组织，不收财物。"),
        Heading("三、公正"),
        Para("按公告的标准独立打分，一家一张，封存后不改。"),
        Signature(names=("声明人　　　　　　　",), date="{declared}"),
    ),
    style="plain",
)  # fmt: skip
SCORE_SHEET = Doc(
    "{batch}评审打分表",
    "",
    (
        KeyValue((("抽签号", "{place}"), ("组织", "{applicant}"), ("评委", "{panelist}"), ("来自", "{side}"))),
        Table(
            ("", "指标", "说明", "满分", "得分"),
            (("{criteria.no}", "{criteria.name}", "{criteria.says}", "{criteria.points}", "{criteria.mark}"),),
            (1, 4, 7, 2, 2),
            (3, 4),
        ),
        Para("总分：{total} 分", "plain"),
        Para("评语：{comment}", "plain"),
        Signature(boxes=(Box("评委", ("签名", "日期")), Box("监督人", ("签名", "日期"))), style="boxes"),
    ),
    style="plain",
    foot="封存 {sealed}，指纹 {seal}",
)
SUMMARY = Doc(
    "{batch}评审汇总表",
    "",
    (
        Table(
            ("名次", "组织", "打分表", "总分", "平均"),
            (("{standings.rank}", "{standings.name}", "{standings.sheets}", "{standings.points}", "{standings.mean}"),),
            (1, 6, 2, 2, 2),
            (0, 2, 3, 4),
        ),
        Signature(boxes=(Box("{members.side} {members.name}", ("", "日期")),), style="boxes"),
    ),
    style="plain",
    foot="结果指纹 {result_hash}，输入指纹 {inputs_hash}",
)
MINUTES = Doc(
    "{batch}评审会议纪要",
    "",
    (
        Heading("一、时间和到会"),
        Para("{began} 开始，{ended} 结束。应到 {seated} 人，实到 {here} 人；组长 {chair}。没到会的：{missing}。中途离席的：{left}。"),
        Table(("哪一方", "姓名", "职务", "到会"), (("{attendance.side}", "{attendance.name}", "{attendance.title}", "{attendance.when}"),), (3, 2, 5, 2)),
        Heading("二、抽签"),
        Para("三方事先各交一个封好的数，当场念出指纹，再一起开。"),
        Table(("哪一方", "数", "随机词", "事先报出的指纹"), (("{lot.side}", "{lot.number}", "{lot.word}", "{lot.seal}"),), (2, 2, 3, 8), (1,)),
        Para("三个数连成 {joined}，种子 {seed}。种子、横线、申请编号连起来算 SHA-256，从小到大就是顺序。"),
        Heading("三、回避"),
        Table(("评委", "组织", "关系"), (("{recusals.name}", "{recusals.applicant}", "{recusals.kind}"),), (3, 5, 4)),
        Heading("四、陈述、提问和打分"),
        Para("现场提问 {questions} 条。缺席的：{absent}。打分表应封存 {sheets_due} 张，已封存 {sheets_sealed} 张。"),
        Table(("号", "组织", "起止", "提问", "结果"), (("{turns.place}", "{turns.name}", "{turns.span}", "{turns.questions}", "{turns.outcome}"),), (1, 5, 3, 1, 4), (0, 3)),
        Heading("五、打分更正"),
        Table(("评委", "组织", "原因", "更正"), (("{changes.name}", "{changes.applicant}", "{changes.reason}", "{changes.what}"),), (2, 4, 5, 4)),
        Heading("六、汇总和表决"),
        Para("汇总：{run}。合议到会 {present} 人（要到 {quorum} 人）：{present_names}。"),
        Para("每项须全体过半，即 {majority} 人赞成。回避的离席，不减全体人数。"),
        Table(("项", "组织", "表决", "结果"), (("{votes.no}", "{votes.who}", "{votes.told}", "{votes.outcome}"),), (1, 6, 6, 2), (0,)),
        Heading("七、理由"),
        Para("{reason}"),
        Signature(boxes=(Box("{members.name}", ("", "日期")),), style="boxes"),
    ),
    style="plain",
)  # fmt: skip
TEXTS = {
    "incubation.order": ORDER,
    "incubation.declaration": DECLARATION,
    "incubation.score_sheet": SCORE_SHEET,
    "incubation.summary": SUMMARY,
    "incubation.minutes": MINUTES,
}
