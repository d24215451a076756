"""The days of the story, and the moments where one may step in."""

from django.utils.translation import gettext_lazy as _

from sanshe.core.kit.story import Chapter, Moment

CHAPTERS = (
    Chapter(_("12月25日 招募公告"), (
        Moment("1225a", "2021-12-25 08:50", _("运营方 9 点发布招募公告"), ("centre_operator", "bureau_officer")),
        Moment("1228b", "2021-12-28 10:00", _("读公告，开一份草稿"), ("organisation", "centre_operator")),
    )),
    Chapter(_("1月3日 截止"), (
        Moment("0103a", "2022-01-03 10:24", _("写完智善的申请，交上去"), ("organisation", "centre_operator")),
        Moment("0103b", "2022-01-03 23:40", _("看着截止时间过去"), ("organisation", "centre_operator")),
        Moment("0104c", "2022-01-04 08:51", _("把线下收的 15 份导进来"), ("centre_operator",)),
    )),
    Chapter(_("1月11日 初审"), (
        Moment("0105a", "2022-01-05 15:20", _("逐条审，退回，或者不通过"), ("centre_operator", "bureau_officer")),
        Moment("0111b", "2022-01-11 09:00", _("审完最后 5 份，凑成 34"), ("centre_operator", "bureau_officer")),
    )),
    Chapter(_("1月14日 现场评审"), (
        Moment("0113a", "2022-01-13 16:40", _("田守义申报，锁定名单和顺序"), ("panelist", "centre_operator", "bureau_officer")),
        Moment("0114b", "2022-01-14 12:02", _("打分，封存，叫第 18 号"), ("panelist", "centre_operator")),
        Moment("0114c", "2022-01-14 17:06", _("汇总，合议，提交"), ("panelist", "centre_operator", "bureau_officer")),
    )),
    Chapter(_("1月20日 公示和异议"), (
        Moment("0120a", "2022-01-20 09:12", _("受理异议；居民提异议"), ("objection_handler", "centre_operator", "bureau_officer")),
        Moment("0126b", "2022-01-26 10:42", _("查清三点，写答复"), ("objection_handler", "centre_operator", "bureau_officer")),
    )),
    Chapter(_("2月17日 签约"), (
        Moment("0217a", "2022-02-17 14:30", _("给暖阳签字，签完其余 7 家"), ("centre_operator", "bureau_officer")),
    )),
    Chapter(_("2月18日 入壳之后"), (
        Moment("0218a", "2022-02-18 08:30", _("看 48 ＋ 30 ＝ 78 从哪里来，核验记录"),
               ("centre_operator", "bureau_officer", "auditor", "subdistrict_manager", "community_worker", "district_admin",
                "organisation", "traffic_officer", "civility_officer"),
               is_first_seen=True),
    )),
    Chapter(_("5月31日 在孵"), (
        Moment("0531a", "2022-05-31 10:00", _("写季度报告，看一家在孵组织的一页"),
               ("centre_operator", "organisation", "bureau_officer", "auditor", "district_admin", "civility_officer")),
    )),
    Chapter(_("8月17日 期中评估"), (
        Moment("0817a", "2022-08-17 10:00", _("面谈打分，定一家的结论，看整改到哪一步"),
               ("centre_operator", "bureau_officer", "organisation", "auditor", "district_admin", "civility_officer")),
    )),
    Chapter(_("2023年2月16日 出壳"), (
        Moment("0216a", "2023-02-16 15:00", _("批其余几家出壳，打印证书，收退出的场地"),
               ("centre_operator", "bureau_officer", "organisation", "auditor", "district_admin", "civility_officer")),
    )),
)  # fmt: skip
