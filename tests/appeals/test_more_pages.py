"""Figures with their definitions, a whole name by a recorded act, the caller's page, and who hands over what."""

import pytest

from sanshe.appeals import actions
from sanshe.appeals.enums import E, State
from sanshe.appeals.models import Appeal, Leg
from sanshe.appeals.queries import in_hand
from sanshe.core.audit.models import AuditEvent
from sanshe.core.kit.refused import Refused
from sanshe.core.kit.shanghai import at
from tests.appeals import world
from tests.appeals.test_own_pages import words
from tests.appeals.test_pages import TOLD, browsers, drawn  # noqa: F401

LATER = at("2022-02-22 11:00")


def test_figures_are_shown_with_what_they_leave_out(browsers, people, it_is):  # noqa: F811
    world.verified(people)
    it_is("2022-02-22 11:00")
    page = words(browsers["chang"].get("/appeals/figures/"))
    assert "2022年2月" in page and "首次联系及时率" in page and "样本不足" in page
    assert "从收到算，不从派单算" in page and "受理 1 ＝ 在办 1 ＋ 结案 0" in page
    before = words(browsers["chang"].get("/appeals/figures/?month=2022-01"))
    assert "2022年1月" in before and "受理 0 ＝ 在办 0" in before
    assert "2022年2月" in words(browsers["chang"].get("/appeals/figures/?month=x"))


def test_a_whole_name_is_a_look_on_record(browsers, people, it_is):  # noqa: F811
    row = world.in_hand(people)
    it_is("2022-02-15 09:00")
    page = browsers["hancm"].get(f"/appeals/{row.pk}/")
    assert "13803525207" not in page.content.decode()
    silent = browsers["hancm"].post(f"/appeals/{row.pk}/person/", {"drawn": drawn(page), "reason": ""})
    assert "13803525207" not in silent.content.decode()
    shown = browsers["hancm"].post(f"/appeals/{row.pk}/person/", {"drawn": drawn(page), "reason": "上门前约时间"})
    assert "赵德山 13803525207" in words(shown)
    assert AuditEvent.objects.filter(event="parties.person_shown").count() == 1


def test_the_caller_sees_who_did_what_and_nothing_is_chosen(browsers, people, it_is):  # noqa: F811
    row = world.verified(people)
    it_is("2022-02-22 16:30")
    page = browsers["yin"].get(f"/appeals/{row.pk}/call/")
    said = words(page)
    for part in (
        "楼上夜间噪声，问一声解决了没有",
        "第 1 次",
        "韩春梅 睿和社区",
        "石慧敏",
        "3月9日 24 时前",
        "3月1日 18 时",
    ):
        assert part in said, part
    assert "checked" not in page.content.decode().split('name="reach"')[1][:200]
    sent = {"drawn": drawn(page), "reach": "no_answer", "satisfied": "unsaid"}
    assert browsers["yin"].post(f"/appeals/{row.pk}/call/", sent).status_code == 302
    assert "第 2 次" in words(browsers["yin"].get(f"/appeals/{row.pk}/call/"))


def test_a_sensitive_one_is_called_help_everywhere(browsers, people, it_is):  # noqa: F811
    row = world.verified(people, name="接种帮助")
    it_is("2022-02-22 16:30")
    for address in ("/appeals/", f"/appeals/{row.pk}/", f"/appeals/{row.pk}/call/", "/ledgers/appeals.appeals/"):
        page = words(browsers["yin"].get(address))
        assert "帮助" in page and "接种" not in page and "楼上夜间噪声" not in page, address


def test_what_was_answered_at_once_is_over_and_has_a_number(browsers, people, it_is):  # noqa: F811
    it_is("2022-02-14 09:38")
    told = {**TOLD, "category": str(world.category().pk), "answered": "告诉他周一来办"}
    assert browsers["chang"].post("/appeals/new/", told).status_code == 302
    row = Appeal.objects.get()
    assert (row.state, row.number, row.clocks.count(), row.answer) == (
        State.ANSWERED,
        "220214-001",
        0,
        "告诉他周一来办",
    )


def test_who_leaves_hands_over_what_they_signed(people):
    row = world.in_hand(people)
    (matter,) = in_hand.parts(people["hancm"].id, LATER)
    given = {"key": matter.key, "by": people["xing"], "at": LATER}
    with pytest.raises(Refused):
        actions.hand_over_part(**given, person=people["hancm"].id, to=people["shi"])  # of another community
    actions.hand_over_part(**given, person=people["hancm"].id, to=people["miao"])
    assert Leg.objects.get(pk=matter.key).handler == people["miao"].id
    assert not in_hand.parts(people["hancm"].id, LATER)
    actions.report_handled(appeal=row, what="好了", outcome="resolved", by=people["miao"], at=LATER)
    with pytest.raises(Refused):  # who had it before has still had a hand in it
        actions.verify(
            appeal=world.fresh(row), is_passed=True, is_seen=True, found="看了", by=people["hancm"], at=LATER
        )
    assert AuditEvent.objects.filter(event=E.HANDED_OVER).count() == 1


def test_a_check_is_handed_to_somebody_without_a_hand_in_it(people):
    row = world.handled(people)
    actions.name_verifier(appeal=row, person=people["shi"].id, place=world.NEXT, by=people["xing"], at=LATER)
    (matter,) = in_hand.checks(people["shi"].id, LATER)
    given = {"key": matter.key, "person": people["shi"].id, "by": people["xing"], "at": LATER}
    with pytest.raises(Refused):
        actions.hand_over_check(**given, to=people["hancm"])
    actions.hand_over_check(**given, to=people["miao"])
    assert world.fresh(row).verifier == people["miao"].id


def test_what_is_open_goes_along_where_its_area_ends(people):
    row, over = world.in_hand(people), world.taken(people["chang"]).appeal
    actions.redirect(appeal=over, where="别处", by=people["chang"], at=LATER)
    assert in_hand.open_in(world.HERE, LATER) == 1
    actions.move_open(path=world.HERE, into=world.NEXT, by=people["xing"], at=LATER)
    row = world.fresh(row)
    assert (row.area_path, world.leg(row).unit_path, world.fresh(over).area_path) == (
        world.NEXT,
        world.NEXT,
        world.HERE,
    )
    assert set(row.clocks.values_list("area_path", flat=True)) == {world.NEXT}
