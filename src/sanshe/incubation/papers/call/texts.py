"""招募公告, 更正公告, 公示名单, 承诺页."""

from sanshe.core.papers.types import Box, Doc, Heading, KeyValue, NameList, Para, Signature, Table

SIGNED = Signature(names=("{centre}",), date="{date}", style="seal")
CALL = Doc(
    "{batch}招募公告",
    "{number}",
    (
        Para("{intro}"),
        Heading("一、申报条件"),
        Para("{conditions.no}．{conditions.text}"),
        Heading("二、申报材料"),
        Para(
            "已登记或备案的：登记证书或备案证的照片。筹办的：三位发起人的身份证明。都要：负责人签名的承诺页一张。别的都在表里填。"
        ),
        Heading("三、评审办法"),
        Para(
            "评审小组：{seats}，与申请组织有关系的回避。取未回避评委的平均；同分的，先比第 5 项平均分，再比第 2 项，仍相同的评审小组记名表决。"
            "叫号三次不到的移到最后一号，仍不到按缺席，不打分、不列候补。评审小组到会不少于三分之二，决定须全体过半赞成。标准自公告之日起不再改。"
        ),
        Table(
            ("", "指标", "说明", "分值"),
            (("{criteria.no}", "{criteria.name}", "{criteria.says}", "{criteria.points} 分"),),
            (1, 4, 7, 2),
            (3,),
        ),
        Heading("四、时间安排"),
        Table(("事项", "时间", "说明"), (("{days.what}", "{days.when}", "{days.says}"),), (2, 4, 6)),
        Heading("五、联系方式"),
        Para("{address}，{hours}。电话 {phone}。"),
        SIGNED,
    ),
    org="{centre}",
)
AMENDMENT = Doc(
    "{batch}招募公告的更正公告",
    "{number}",
    (
        Para("{first_day}发布的{batch}招募公告，更正如下："),
        Para("一、更正原因：{reason}"),
        Para("二、报名截止原为 {old_closes} 24 时，现为 {closes} 24 时。"),
        Para(
            "三、其余内容不变。更正后的第 {version} 版和以前各版都可以在公告页看到；已经交来的申请不用重交，截止前可以撤回来改。"
        ),
        Para("联系电话 {phone}，{address}，{hours}。"),
        SIGNED,
    ),
    org="{centre}",
)
NOTICE = Doc(
    "{batch}拟入壳名单公示",
    "",
    (
        Para("经申请、初审、现场评审和评审小组表决，{batch}拟入壳下列社会组织，现予公示。"),
        NameList(("{names}",)),
        Para("公示期 {from}至{to}，{notice_days}。对名单有异议的，请在公示期内实名向受理单位提出，写明事实。"),
        Para("受理：{office}；电话 {phone}；地址 {address}；{hours}。"),
        Signature(names=("{office}", "{centre}"), date="{date}"),
    ),
    org="{centre}",
)
LINE = "　" * 12
UNDERTAKING = Doc(
    "{batch}申请承诺页",
    "",
    (
        KeyValue((("组织名称", LINE), ("统一社会信用代码或备案号", LINE), ("负责人", LINE), ("联系电话", LINE)), 2),
        Para("{centre}："),
        Para("本组织申请{batch}，由负责人代表全体成员承诺："),
        Para("一、申请表所填内容和所交材料真实、完整，复印件和照片与原件一致。"),
        Para(
            "二、近两年没有受过民政部门行政处罚，没有列入活动异常名录、严重违法失信名单。正在筹办的，发起人没有这些情形。"
        ),
        Para("三、服务内容合法；须另行许可的活动，取得许可以后再开展。"),
        Para("四、入选以后按孵化协议和孵化计划开展服务，按时报告，接受督导和评估；场地和设备只用于约定的服务。"),
        Para("五、同意为这次孵化使用所填的组织和人员信息。"),
        Para("以上如有不实，愿意承担取消申请或者入选资格的后果。"),
        Signature(
            boxes=(Box("负责人", ("签名", "日期")), Box("组织（正在筹办的不用盖章）", ("盖章", "日期"))), style="boxes"
        ),
    ),
    style="plain",
    foot="请打印，由负责人亲笔签名，拍照或扫描后上传；线下申请的，随申请表一起交。联系：{phone}，{address}，{hours}。",
)
TEXTS = {"incubation.call": CALL, "incubation.amendment": AMENDMENT, "incubation.notice": NOTICE}
