"""Every address of a case for every duty: what opens, and that nobody else sees who raised it anywhere."""

import pytest
from django.urls import reverse

from sanshe.core.accounts.adapters import needs_of
from sanshe.core.audit.models import AuditEvent
from sanshe.core.objections import actions, urls
from sanshe.core.objections.enums import Deed, Outcome, Verdict
from sanshe.core.objections.types import Finding
from tests.objections import world
from tests.objections.world import AT, SAID

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.objections.world")]
STAFF = [
    one for one in urls.urlpatterns if not one.name.startswith(("own", "take_back", "ask")) and one.name != "withdraw"
]
SENT = {"text": "写明理由", "points": "第一点", "outcome": "dismissed", "event": "heard", "verdict-1": "false"}
# state of the case -> address -> who gets through. Everybody here holds some code of the case.
EVERYONE = {"handler", "other", "third", "drafter", "reviewer", "follower", "recommender"}
OPEN = {
    "received": {
        "case": EVERYONE,
        **{name: {"handler", "other", "third"} for name in ("reveal", "accept", "decline")},
    },
    "accepted": {
        "case": EVERYONE,
        "reveal": {"handler", "other"},
        "co_handler": {"handler"},
        **{name: {"handler", "other"} for name in ("note", "judge", "answer", "withdraw_for")},
    },
    "under_review": {"case": EVERYONE, "reveal": {"handler", "other", "reviewer"}, "review": {"reviewer"},
                     "note": {"handler", "other"}},
}  # fmt: skip
READS = {"handler", "other", "third", "reviewer"}


@pytest.fixture
def at_state(case, it_is):
    """The case taken to a state; its handler is `handler`, its co-handler `other`."""

    def take(state):
        it_is("2022-01-20 09:30")
        row, by = case.row, case.actor("handler")
        if state != "received":
            actions.accept(objection=row, points=["没有违章"], by=by, at=AT)
            actions.name_co_handler(objection=row, person=case.users["other"].pk, by=by, at=AT)
            actions.judge(objection=row, findings=[Finding(1, Verdict.FALSE, "查了")], by=by, at=AT)
        if state == "under_review":
            actions.answer(objection=row, outcome=Outcome.DISMISSED, text="答复已经送达", by=by, at=AT)
            actions.ask_review(objection=row, reason="要求复核的理由", at=AT)
        return row

    return take


def gets_through(answer):
    """Not refused by the guard: shown, done, or refused only for what the form held."""
    return answer.status_code in (200, 302)


def ask(client, row, name):
    url = reverse(f"objections:{name}", args=[row.pk])
    return client.get(url) if name == "case" else client.post(url, {**SENT, "person": str(row.subject)})


@pytest.mark.parametrize("state", list(OPEN))
def test_each_address_opens_to_the_duties_written_here_and_to_no_other(case, at_state, client_of, state):
    from django.db import transaction

    row, wrong = at_state(state), []
    for who, user in case.users.items():
        for one in STAFF:
            with transaction.atomic():
                answer = ask(client_of(user), row, one.name)
                transaction.set_rollback(True)
            due = who in OPEN[state].get(one.name, set())
            if one.name == "co_handler" and due:
                due = answer.status_code == 409 and "请选一位能办异议的人" in answer.content.decode()
                wrong += [] if due else [(who, one.name)]
            elif gets_through(answer) != due:
                wrong.append((who, one.name, answer.status_code))
            if who not in READS:
                text = answer.content.decode()
                wrong += [
                    (who, one.name, word) for word in (SAID.name, SAID.phone, SAID.fact, "复核的理由") if word in text
                ]
    assert wrong == []


def test_whole_values_are_shown_by_one_address_and_on_record(case, at_state, client_of):
    row = at_state("accepted")
    for one in STAFF:
        text = (
            ask(client_of(case.users["handler"]), row, one.name).content.decode()
            if one.name in ("case", "reveal")
            else ""
        )
        assert (SAID.phone in text) == (one.name == "reveal")
    assert AuditEvent.objects.filter(event="toys.objection.shown").count() == 1


def test_who_is_barred_is_told_why_and_who_only_follows_is_forbidden(case, at_state, client_of):
    row = at_state("received")
    for who, said in (("drafter", "您拟过这份公示"), ("recommender", "您是推荐的单位")):
        answer = ask(client_of(case.users[who]), row, "reveal")
        assert answer.status_code == 409 and said in answer.content.decode()
    assert ask(client_of(case.users["follower"]), row, "reveal").status_code == 403


def test_a_case_of_another_district_or_of_another_subject_is_a_missing_page(case, at_state, client_of, user_as):
    row = at_state("received")
    strangers = [user_as("district_admin", world.OTHER), user_as("community_worker", "140213003")]
    for user in strangers:
        assert {ask(client_of(user), row, one.name).status_code for one in STAFF} == {404}
    assert ask(client_of(user_as("panelist")), row, "case").status_code == 403
    assert ask(client_of(), row, "case").status_code == 302


def test_what_is_shut_to_a_reader_is_missing_for_them_at_every_address(case, at_state, client_of):
    row = at_state("received")
    world.toys.shut = {case.users["third"].pk: {case.subject}}
    assert {ask(client_of(case.users["third"]), row, one.name).status_code for one in STAFF} == {404}
    page = client_of(case.users["third"]).get(f"/toys/{case.key}/objections/").content.decode()
    assert row.number not in page


def test_each_address_names_the_deed_it_asks_for_and_every_deed_has_one():
    deeds = {one.name: getattr(one.callback, "deed", None) for one in STAFF}
    assert None not in deeds.values() and set(deeds.values()) == set(Deed) - {Deed.READ}
    for one in STAFF:
        codes = set(needs_of(one.callback, str(one.pattern), "POST"))
        assert codes >= {"toys.handle", "toys.review"}
        assert ("toys.follow" in codes) == (one.callback.deed == Deed.FOLLOW)  # whoever follows does nothing


def test_the_list_shows_how_far_each_is_and_nobody(case, at_state, client_of):
    row = at_state("received")
    for who in EVERYONE - {"reviewer"}:
        page = client_of(case.users[who]).get(f"/toys/{case.key}/objections/").content.decode()
        assert row.number in page and "收到，等受理" in page and "1月25日" in page
        assert SAID.name not in page and SAID.fact not in page


def test_a_page_of_an_earlier_state_acts_no_more(case, at_state, client_of):
    """Two tabs: the second was drawn before the first one acted."""
    row = at_state("accepted")
    handler = client_of(case.users["handler"])
    drawn = {"drawn": row.mark, "verdict-1": "false", "found-1": "看了原件"}
    assert handler.post(reverse("objections:judge", args=[row.pk]), drawn).status_code == 302
    answer = {"drawn": row.mark, "outcome": "dismissed", "text": "不成立"}
    late = handler.post(reverse("objections:answer", args=[row.pk]), answer)
    assert late.status_code == 409 and "已经办了这一步" in late.content.decode()
    row.refresh_from_db()
    assert row.state == "accepted"
    fresh = handler.post(reverse("objections:answer", args=[row.pk]), answer | {"drawn": row.mark})
    assert fresh.status_code == 302


def test_every_act_has_its_button_in_its_state(case, at_state, client_of):
    def links(who, row):
        page = client_of(case.users[who]).get(reverse("objections:case", args=[row.pk])).content.decode()
        return {
            one.name
            for one in STAFF
            if one.name != "case" and f'action="{reverse(f"objections:{one.name}", args=[row.pk])}"' in page
        }

    row = at_state("received")
    assert links("handler", row) == {"reveal", "accept", "decline"} and links("follower", row) == set()
    actions.accept(objection=row, points=["没有违章"], by=case.actor("handler"), at=AT)
    assert links("handler", row) == {"reveal", "co_handler", "judge", "answer", "note", "withdraw_for"}
    assert links("drafter", row) == set()
