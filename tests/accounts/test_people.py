"""The page of who may do what, where, until when."""

import re
from datetime import date, timedelta

import pytest
from allauth.mfa.totp.internal.auth import TOTP

from sanshe.core.accounts import actions, queries
from sanshe.core.accounts.models import Appointment, Link, User
from sanshe.core.accounts.queries.roster import groups
from sanshe.core.kit import clock, ids, shanghai
from sanshe.core.kit.access import SYSTEM
from sanshe.core.notices.models import Message
from sanshe.core.parties.actions import register_organisation
from sanshe.core.parties.models import Organisation

pytestmark = pytest.mark.django_db
NEW = {"account": "tianxh", "name": "田晓红", "role": "community_worker", "area_path": "140213003001"}


@pytest.fixture
def manager(client_as, few_areas):
    return client_as("subdistrict_manager", "140213003")


def text(answer):
    return answer.content.decode()


def test_the_title_counts_people_terms_and_what_is_to_be_done(manager, user_as):
    user = user_as("community_worker", "140213003001")
    actions.appoint(user=user, role="community_worker", area_path="140213003002", by=SYSTEM, at=clock.now())
    TOTP.activate(user, "JBSWY3DPEHPK3PXP")
    user_as("community_worker", "140213004001")
    assert "2 人，3 个任职，1 个要处理" in text(manager.get("/accounts/people/"))


@pytest.mark.parametrize(
    ("days", "group", "listed"),
    [(-30, "all", True), (-31, "all", False), (13, "to_do", True), (14, "to_do", False), (-1, "to_do", False)],
)
def test_a_term_is_on_the_list_for_thirty_days_and_to_be_done_for_the_last_fortnight(user_as, at, days, group, listed):
    now = at("2022-02-18 08:30")
    TOTP.activate(user := user_as("community_worker", "140213003001"), "JBSWY3DPEHPK3PXP")
    Appointment.objects.filter(user=user).update(ends=shanghai.day(now) + timedelta(days=days))
    assert Appointment.objects.filter(groups(now)[group], user=user).exists() == listed


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_takes_the_same_queries_however_long(manager, user_as, rows, django_assert_num_queries):
    for _ in range(rows):
        user_as("community_worker", "140213003001")
    manager.get("/accounts/people/")  # the tables a process keeps are in memory from here on
    with django_assert_num_queries(8):  # session, user, terms held, two sums, rows, factors, unread messages
        assert text(manager.get("/accounts/people/")).count('<th scope="row"') == rows + 1


def test_a_group_narrows_the_list(client_as, user_as):
    user_as("panelist")
    page = text(client_as("bureau_officer").get("/accounts/people/?group=panel"))
    rows = page.split("<main")[1]
    assert "白志远" in rows and "侯建平" not in rows


def test_residents_and_representatives_are_masked(client_as, user_as):
    rep = user_as("organisation_rep", organisation=ids.new())
    page = text(client_as("bureau_officer").get(f"/accounts/people/{rep.pk}/"))
    assert "崔**" in page and "崔玉兰" not in page and rep.phone not in page and rep.phone[-4:] in page


def test_a_term_shows_until_when(client_as, user_as, it_is, at):
    it_is("2022-02-18 08:30")
    user = user_as()
    days = {"starts": date(2022, 2, 14), "ends": date(2022, 2, 28), "duty": "代班"}
    actions.appoint(
        user=user, role="community_worker", area_path="140213003001", by=SYSTEM, at=at("2022-02-14"), **days
    )
    page = text(client_as("bureau_officer").get(f"/accounts/people/{user.pk}/"))
    assert "2022年2月14日至2022年2月28日" in page and "10 日后到期" in page and "代班" in page


def link_on(page):
    return page.split('<code class="s-link-once">http://testserver')[1].split("</code>")[0]


def test_who_appoints_does_not_get_the_link_another_administrator_gives_it_once(manager, client_as, visitor):
    answer = manager.post("/accounts/people/appoint/", NEW)
    user = User.objects.get(username="tianxh")
    assert answer["Location"] == f"/accounts/people/{user.pk}/"
    page, give = text(manager.get(answer["Location"])), f"/accounts/people/{user.pk}/link/"
    assert "s-link-once" not in page and give not in page
    assert "这个人是您任命的" in text(manager.post(give)) and not Link.objects.exists()
    other = client_as("district_admin")
    assert give in text(other.get(answer["Location"]))
    other.post(give)
    link = link_on(text(other.get(answer["Location"])))
    assert "s-link-once" not in text(other.get(answer["Location"]))
    assert visitor.get(link).status_code == 200
    user.set_password("a long enough one 7")
    user.save()
    assert give not in text(other.get(answer["Location"])) and "已经设过密码" in text(other.post(give))
    assert client_as("district_admin", "140214").post(give).status_code == 404


def test_the_link_goes_to_the_new_persons_own_telephone(manager, visitor):
    answer = manager.post("/accounts/people/appoint/", {**NEW, "phone": "139 0352 7788"})
    sent = Message.objects.get(template="accounts.link")
    assert (sent.channel, sent.phone) == ("sms", "13903527788") and "s-link-once" not in text(
        manager.get(answer["Location"])
    )
    address = re.search(r"http://testserver(/accounts/link/\S+/)", sent.text)[1]
    assert visitor.get(address).status_code == 200


def test_who_may_appoint_or_approves_there_sees_that_a_role_changed(manager, user_as, at):
    told = {user_as("district_admin").pk, user_as("bureau_officer").pk, user_as("subdistrict_manager", "140213003").pk}
    user_as("district_admin", "140214"), user_as("centre_operator")
    manager.post("/accounts/people/appoint/", NEW)
    user, sent = User.objects.get(username="tianxh"), Message.objects.filter(template="accounts.role_changed")
    assert {one.user for one in sent} == told
    term = user.appointments.get()
    manager.post(f"/accounts/people/terms/{term.pk}/end/", {"at_once": "on"})
    assert sent.all().count() == 2 * len(told)


def test_the_same_form_sent_twice_appoints_once(manager):
    twice = {"headers": {"X-Request-Id": str(ids.new())}}
    answers = [manager.post("/accounts/people/appoint/", NEW, **twice) for _ in range(2)]
    assert [a.status_code for a in answers] == [302, 302] and Appointment.objects.filter(
        user__username="tianxh"
    ).count() == 1


def test_a_representative_is_of_an_organisation_seen_there_and_an_area_that_stands(client_as, few_areas):
    admin, who = client_as("district_admin"), {"kind": "forming", "registration": "none", "by": SYSTEM}
    here, far, gone = (
        register_organisation(name=name, area_path=path, at=clock.now(), **who)
        for name, path in (("柳岸互助社", "140213003001"), ("口泉互助社", "140214029"), ("柳岸互助会", "140213003001"))
    )
    Organisation.objects.filter(pk=gone.pk).update(merged_into=here)
    rep = NEW | {"account": "13903527788", "role": "organisation_rep", "organisation": str(here.pk)}
    unknown, elsewhere = "没有您能看到的这个组织", {"area_path": "140213003002"}
    for change, said in (
        ({"organisation": str(far.pk)}, unknown), ({"organisation": str(ids.new())}, unknown), (elsewhere, unknown),
        ({"organisation": str(gone.pk)}, unknown), ({"area_path": "140213999999"}, "区划里没有这个区域"),
        ({"area_path": "140213003 01"}, "区划里没有这个区域"),
    ):  # fmt: skip
        page = admin.post("/accounts/people/appoint/", rep | change)
        assert page.status_code == 422 and said in text(page), change
    assert queries.user_by_login("13903527788") is None
    assert admin.post("/accounts/people/appoint/", rep).status_code == 302
    made = queries.user_by_login("13903527788")
    assert made.appointments.get().organisation == here.pk


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"area_path": "140213004001"}, "不由您任命"),
        ({"name": ""}, "还没写姓名"),
        ({"starts": "2022-03-01", "ends": "2022-02-01"}, "早于开始"),
        ({"role": "auditor"}, "auditor"),
    ],
)
def test_what_may_not_be_given_is_refused_and_nothing_is_made(manager, change, said):
    page = manager.post("/accounts/people/appoint/", NEW | change)
    assert page.status_code == 422 and said in text(page)
    assert not User.objects.filter(username="tianxh").exists()


def test_a_known_person_is_found_by_phone(manager, user_as):
    resident = user_as()
    manager.post("/accounts/people/appoint/", NEW | {"account": resident.phone})
    assert resident.appointments.get().role_id == "community_worker"


def test_only_the_roles_one_may_give_are_offered(manager):
    page = text(manager.get("/accounts/people/appoint/"))
    assert "社区工作者" in page and "区管理员" not in page


def test_the_form_says_what_may_stay_empty_and_begins_with_ones_own_area(manager):
    page = manager.get("/accounts/people/appoint/").content.decode()
    assert all(hint in page for hint in ("新的人才要写", "空着就是今天", "空着就是不定期"))
    assert page.count('type="date"') == 2
    assert 'value="140213' in next(tag for tag in page.split("<") if 'name="area_path"' in tag)


def test_ending_asks_once_and_holds_until_midnight(manager, user_as):
    term = user_as("community_worker", "140213003001").appointments.get()
    assert "今天 24 时" in text(manager.get(f"/accounts/people/terms/{term.pk}/end/"))
    manager.post(f"/accounts/people/terms/{term.pk}/end/", {"note": "调走"})
    term.refresh_from_db()
    assert term.ended_by == manager.user.pk and term.ended_at > clock.now()
    assert "已经结束" in text(manager.post(f"/accounts/people/terms/{term.pk}/end/", {}))


def test_a_device_is_signed_out(manager, client_of, user_as):
    worker = client_of(user_as("community_worker", "140213003001"))
    session = worker.session.session_key
    from allauth.usersessions.models import UserSession

    row = UserSession.objects.create(user=worker.user, ip="127.0.0.1", session_key=session, user_agent="Android Mobile")
    assert "手机，安卓" in text(manager.get(f"/accounts/people/{worker.user.pk}/"))
    manager.post(f"/accounts/people/{worker.user.pk}/out/", {"session": row.pk})
    assert worker.get("/accounts/unsent/").status_code == 302


def test_the_ledger_holds_the_terms_of_ones_areas(user_as, actor):
    from sanshe.core.accounts.ledgers import PEOPLE
    from sanshe.core.ledgers.queries import export_rows

    user_as("community_worker", "140213003001")
    user_as("community_worker", "140213004001")
    rows = list(export_rows(PEOPLE, actor("subdistrict_manager", "140213003"), {}))
    assert [(row[0], row[3]) for row in rows] == [("田晓红", "140213003001")]


def test_a_person_with_terms_elsewhere_too_shows_only_the_own_ones(manager, user_as, at):
    user = user_as("community_worker", "140213003001")
    actions.appoint(user=user, role="community_worker", area_path="140213004001", by=SYSTEM, at=at("2022-01-01"))
    actor = queries.actor_for(manager.user, clock.now())
    assert len(queries.terms_of(actor, user, clock.now())) == 1
    assert "140213004001" not in text(manager.get(f"/accounts/people/{user.pk}/"))
