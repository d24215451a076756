"""One body that was entered twice becomes one organisation, once, by two; a new name has the old one beside it."""

import pytest

from sanshe.core.accounts import actions as accounts
from sanshe.core.accounts.queries import actor_for
from sanshe.core.audit.queries import history
from sanshe.core.duties.queries import owed
from sanshe.core.kit.access import SYSTEM
from sanshe.core.kit.refused import Refused
from sanshe.core.notices.actions import send
from sanshe.core.notices.models import Message
from sanshe.core.notices.types import Recipient
from sanshe.core.parties import actions, queries
from sanshe.core.parties.models import Organisation
from sanshe.core.search.models import SearchRow
from sanshe.incubation.models import Entry
from sanshe.incubation.story.applications import credit_code
from tests.matrix_rows import _batch

pytestmark = pytest.mark.django_db
AREA = "140213"


@pytest.fixture
def noon(at):
    return at("2022-02-18 12:00")


@pytest.fixture
def two(noon):
    """A group that was forming, and the same body registered since."""
    who = {"area_path": AREA, "by": SYSTEM, "at": noon}
    forming = {"name": "柳岸互助小组", "kind": "forming", "registration": "none", "head_phone": "13900001111"}
    legal = {"name": "柳岸互助服务中心", "registration": "registered", "credit_code": credit_code(88)}
    return actions.register_organisation(**forming, **who), actions.register_organisation(**legal, **who)


@pytest.fixture
def people(user_as, noon):
    return [actor_for(user_as("centre_operator"), noon) for _ in range(2)]


def fresh(row):
    return Organisation.objects.get(pk=row.pk)


def merged(two, people, noon):
    actions.ask_merge(organisation=two[0], into=two[1], reason="负责人同一个", by=people[0], at=noon)
    actions.agree_merge(organisation=fresh(two[0]), by=people[1], at=noon)


def test_one_asks_and_another_agrees_and_both_have_it_on_record(two, people, noon):
    old, new = two
    actions.ask_merge(organisation=old, into=new, reason="负责人同一个", by=people[0], at=noon)
    with pytest.raises(Refused, match="merge_same_person"):
        actions.agree_merge(organisation=fresh(old), by=people[0], at=noon)
    assert fresh(old).merged_into is None
    actions.agree_merge(organisation=fresh(old), by=people[1], at=noon)
    assert fresh(old).merged_into == new
    said = [history("parties.organisation", one.pk)[0] for one in (old, new)]
    assert {one.event for one in said} == {"parties.merged"} and {one.note for one in said} == {"负责人同一个"}
    with pytest.raises(Refused, match="merged_already"):
        actions.agree_merge(organisation=fresh(old), by=people[1], at=noon)
    with pytest.raises(Refused, match="merged_already"):
        actions.ask_merge(organisation=new, into=fresh(old), reason="x", by=people[0], at=noon)


def test_what_is_asked_for_without_sense_is_refused(two, people, noon):
    old, new = two
    for into, why, said in ((old, "x", "merge_self"), (new, " ", "no_reason")):
        with pytest.raises(Refused, match=said):
            actions.ask_merge(organisation=old, into=into, reason=why, by=people[0], at=noon)
    for act in (actions.agree_merge, actions.drop_merge):
        with pytest.raises(Refused, match="merge_not_asked"):
            act(organisation=old, by=people[1], at=noon)


def test_what_apps_keep_follows_and_the_old_code_and_number_lead_on(two, people, noon, user_as):
    old, new = two
    Organisation.objects.filter(pk=old.pk).update(credit_code=credit_code(99), kind="service")
    rep, both = (user_as("organisation_rep", AREA, old.pk) for _ in range(2))
    accounts.appoint(user=both, role="organisation_rep", area_path=AREA, organisation=new.pk, by=SYSTEM, at=noon)
    send(template="accounts.role_changed", to=Recipient(organisation_id=old.pk), by=SYSTEM, at=noon, key="k",
         values=dict.fromkeys(("by", "name", "role", "area", "what"), "x"))  # fmt: skip
    term = {"entered_on": noon.date(), "term_to": noon.date(), "area_path": AREA}
    entry = Entry.objects.create(organisation=old, batch=_batch(AREA), **term)
    merged(two, people, noon)
    entry.refresh_from_db()
    assert entry.organisation_id == new.pk and Message.objects.get(organisation__isnull=False).organisation == new.pk
    assert [g.organisation for g in actor_for(rep, noon).grants] == [new.pk]
    assert [g.organisation for g in actor_for(both, noon).grants] == [new.pk]
    assert queries.by_credit_code(credit_code(99)) == new and fresh(old).credit_code == credit_code(99)
    assert history("parties.organisation", new.pk)[0].new["moved"] == 4


def test_where_both_are_in_incubation_nothing_is_merged(two, people, noon):
    old, new = two
    batch, term = _batch(AREA), {"entered_on": noon.date(), "term_to": noon.date(), "area_path": AREA}
    for one in two:
        Entry.objects.create(organisation=one, batch=batch, **term)
    with pytest.raises(Refused, match="merge_both_run"):
        merged(two, people, noon)
    assert fresh(old).merged_into is None and Entry.objects.get(organisation=old)


def test_the_page_asks_shows_the_second_person_and_leads_on(two, client_as, noon, user_as, client_of):
    old, new = two
    url, first, second = f"/parties/{old.pk}/", client_as("centre_operator"), client_as("centre_operator")
    assert "同一家登记了两次" in first.get(url).content.decode()
    assert "同一家登记了两次" not in client_as("auditor").get(url).content.decode()
    unknown = first.post(f"{url}merge/", {"into": "没有这一家", "reason": "x"})
    assert unknown.status_code == 409 and "没有这个代码或全名" in unknown.content.decode()
    asked = {"act": "ask", "into": new.credit_code, "reason": "负责人同一个"}
    assert first.post(f"{url}merge/", asked).status_code == 302
    mine, theirs = (one.get(url).content.decode() for one in (first, second))
    assert "负责人同一个" in mine and "同意，并成一家" not in mine and "同意，并成一家" in theirs
    waits = {who: [d.source.code for d in owed(one.actor, noon).duties] for who, one in (("1", first), ("2", second))}
    assert "parties.mergings" in waits["2"] and "parties.mergings" not in waits["1"]
    assert first.post(f"{url}merge/", {"act": "agree"}).status_code == 409
    assert second.post(f"{url}merge/", {"act": "agree"})["Location"] == f"/parties/{new.pk}/"
    assert first.get(url)["Location"] == f"/parties/{new.pk}/"
    assert old.name not in first.get("/parties/").content.decode()
    assert second.post(f"{url}merge/", {"act": "drop"}).status_code == 409


def test_what_was_merged_is_changed_no_more_and_found_no_more(two, people, noon, client_as):
    old, new = two
    merged(two, people, noon)
    browser, edit = client_as("centre_operator"), f"/parties/{old.pk}/edit/"
    sent = {"name": "柳岸互助组", "registration": "none", "kind": "forming", "area_path": AREA, "version": "3"}
    assert browser.get(edit).status_code == browser.post(edit, sent).status_code == 404
    with pytest.raises(Refused, match="stale"):
        actions.update_organisation(
            organisation=fresh(old), version=fresh(old).version, name="柳岸互助组", by=SYSTEM, at=noon
        )
    actions.move_organisations(path=AREA, into="140213003", by=SYSTEM, at=noon)
    assert (fresh(old).name, fresh(old).area_path, fresh(new).area_path) == ("柳岸互助小组", AREA, "140213003")
    assert [row.object_id for row in SearchRow.objects.filter(kind="parties.organisation")] == [str(new.pk)]


def test_a_circle_that_no_act_makes_still_has_an_end(two):
    for one, other in (two, two[::-1]):
        Organisation.objects.filter(pk=one.pk).update(merged_into=other)
    assert queries.standing(fresh(two[0])) in two


def test_it_can_be_dropped(two, people, noon):
    actions.ask_merge(organisation=two[0], into=two[1], reason="x", by=people[0], at=noon)
    actions.drop_merge(organisation=fresh(two[0]), by=people[1], at=noon)
    assert not queries.to_agree().exists() and fresh(two[0]).merge_asked_by is None


def test_a_renamed_one_keeps_its_old_name_beside_it_for_a_year(two, noon, it_is, client_as):
    it_is("2022-02-18 12:00")
    row = actions.update_organisation(
        organisation=two[1], version=two[1].version, name="柳岸养老服务中心", by=SYSTEM, at=noon
    )
    assert row.former_name == "柳岸互助服务中心" and row.renamed_on == noon.date()
    browser = client_as("centre_operator")
    assert "原名柳岸互助服务中心" in browser.get(f"/parties/{row.pk}/").content.decode()
    it_is("2023-02-17 23:59")
    assert "原名柳岸互助服务中心" in browser.get(f"/parties/{row.pk}/").content.decode()
    it_is("2023-02-18 00:01")
    assert "原名柳岸互助服务中心" not in browser.get(f"/parties/{row.pk}/").content.decode()
    again = actions.update_organisation(organisation=row, version=row.version, address="一号", by=SYSTEM, at=noon)
    assert again.former_name == "柳岸互助服务中心"
