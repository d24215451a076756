"""Leaving office: nobody leaves with something open in their hands, and what ran out is not lost."""

from datetime import date, timedelta
from types import SimpleNamespace
from uuid import uuid4

import pytest

from sanshe.core.accounts import actions, queries
from sanshe.core.accounts.enums import P
from sanshe.core.accounts.models import Appointment, Handover
from sanshe.core.accounts.types import Handing, Matter
from sanshe.core.audit.queries import history
from sanshe.core.duties.queries import owed
from sanshe.core.kit.access import SYSTEM
from sanshe.core.kit.refused import Refused
from sanshe.core.kit.roles import givers_of
from sanshe.core.notices.models import Message
from sanshe.core.parties.enums import P as Parties

pytestmark = pytest.mark.django_db
PLACE, STREET, WAITING = "140213003001", "140213003", "accounts.handovers"


@pytest.fixture
def noon(at):
    return at("2022-02-18 12:00")


@pytest.fixture
def hands(monkeypatch):
    """A toy duty by name: `hands.of[matter]` is who has it, `hands.refuses` who may not take it."""
    toy = SimpleNamespace(of={}, place={}, refuses=set(), keeps=False, log=[])

    def held(person, at):
        mine = [key for key, who in toy.of.items() if who == person]
        return [Matter(key, f"第 {i} 件", "/", toy.place[key], Parties.READ) for i, key in enumerate(mine, start=1)]

    def hand_over(*, key, person, to, by, at):
        if to.id in toy.refuses:
            raise Refused("accounts.no_successor")
        toy.log.append((key, person, to.id, by.id))
        if not toy.keeps:
            toy.of[key] = to.id

    def give(person, path=PLACE):
        key = uuid4()
        toy.of[key], toy.place[key] = person.pk, path
        return key

    monkeypatch.setattr(queries.HANDINGS, "_items", {"toy": Handing("toy", "事", held, hand_over)})
    toy.give = give
    return toy


@pytest.fixture
def manager(user_as):
    return user_as("subdistrict_manager", STREET)


@pytest.fixture
def worker(user_as):
    return user_as("community_worker", PLACE)


def leave(user, by, at, **more):
    actions.end_appointment(appointment=user.appointments.get(), by=queries.actor_for(by, at), at=at, **more)


def test_nobody_leaves_with_something_open_before_somebody_else_takes_it(hands, manager, worker, user_as, noon):
    key, other = hands.give(worker), user_as("community_worker", PLACE)
    with pytest.raises(Refused) as refused:
        leave(worker, manager, noon)
    assert refused.value.code == "accounts.open_duties" and refused.value.facts == {"name": "田晓红", "n": 1}
    assert worker.appointments.get().ended_at is None and not Handover.objects.exists()
    leave(worker, manager, noon, successor=other, note="调走")
    row = Handover.objects.get()
    assert hands.of[key] == other.pk and worker.appointments.get().ended_at is not None
    assert (row.to, row.handed_by, row.matter, row.kind) == (other, manager.pk, key, "toy")
    said = {one.event: one for one in history("accounts.user", worker.pk)}
    assert said["accounts.handed_over"].new["to"] == str(other.pk) and said["accounts.ended"].note == "调走"
    assert Message.objects.get(template="accounts.handed_over").user == other.pk


def test_with_nothing_in_hand_no_successor_is_asked(hands, manager, worker, noon):
    leave(worker, manager, noon)
    assert worker.appointments.get().ended_at and not Handover.objects.exists()


def test_what_another_term_still_covers_is_not_handed_over(hands, manager, worker, noon):
    key = hands.give(worker)
    actions.appoint(user=worker, role="community_worker", area_path="140213003002", by=SYSTEM, at=noon)
    term = worker.appointments.get(area_path=PLACE)
    assert len(queries.left_by(term, noon)) == 1
    hands.place[key] = "140213003002"
    assert not queries.left_by(term, noon)
    actions.end_appointment(appointment=term, by=queries.actor_for(manager, noon), at=noon)
    assert hands.of[key] == worker.pk


@pytest.mark.parametrize(("today", "by_whom"), [(True, False), (True, True), (False, False)])
def test_only_who_goes_on_beyond_tonight_is_reckoned_with(hands, manager, worker, user_as, noon, today, by_whom):
    """Another term, of the leaver or of a colleague, that ends tonight too gives nothing to anybody after midnight."""
    hands.give(worker)
    colleague, term = user_as("community_worker", PLACE), worker.appointments.get()
    twin = actions.appoint(user=worker, role="subdistrict_manager", area_path=STREET, by=SYSTEM, at=noon)
    if by_whom:
        for one in (colleague.appointments.get(), twin):
            actions.end_appointment(appointment=one, by=SYSTEM, at=noon, successor=manager)
    else:
        day = noon.date() + timedelta(days=0 if today else 1)
        Appointment.objects.filter(pk__in=[twin.pk, colleague.appointments.get().pk]).update(ends=day)
    assert (len(queries.left_by(term, noon)), colleague in queries.successors(term, noon)) == (int(today), not today)
    if today:
        for successor in (None, colleague):
            with pytest.raises(Refused, match="no_successor" if successor else "open_duties"):
                actions.end_appointment(
                    appointment=term, by=queries.actor_for(manager, noon), at=noon, successor=successor
                )
        actions.end_appointment(appointment=term, by=queries.actor_for(manager, noon), at=noon, successor=manager)
    assert set(hands.of.values()) == {manager.pk if today else worker.pk}


def test_a_term_that_follows_tomorrow_goes_on(hands, manager, worker, noon):
    hands.give(worker)
    ends(worker, noon.date())
    term = worker.appointments.get()
    tomorrow = noon.date() + timedelta(days=1)
    actions.appoint(user=worker, role="community_worker", area_path=PLACE, by=SYSTEM, at=noon, starts=tomorrow)
    assert not queries.left_by(term, noon)


def test_the_successor_has_the_same_role_and_place_or_stands_above(hands, manager, worker, user_as, noon):
    same, admin = user_as("community_worker", PLACE), user_as("district_admin")
    user_as("community_worker", "140213003002"), user_as("community_worker", "140213004001")
    outside = user_as("subdistrict_manager", "140213004"), user_as("auditor")
    term = worker.appointments.get()
    assert queries.successors(term, noon) == [same, manager]
    hands.give(worker)
    for stranger in (*outside, worker):
        with pytest.raises(Refused, match="no_successor"):
            leave(worker, manager, noon, successor=stranger)
    actions.end_appointment(appointment=manager.appointments.get(), by=SYSTEM, at=noon, at_once=True)
    assert queries.successors(term, noon) == [same, admin]


def test_a_representative_is_followed_by_one_of_the_same_organisation_only(user_as, noon):
    one, other = uuid4(), uuid4()
    leaver, mate = (user_as("organisation_rep", organisation=one) for _ in range(2))
    user_as("organisation_rep", organisation=other)
    assert queries.successors(leaver.appointments.get(), noon)[:1] == [mate]
    assert len(queries.successors(leaver.appointments.get(), noon)) == 1


def test_who_may_not_take_one_of_them_takes_none_and_the_term_goes_on(hands, manager, worker, user_as, noon):
    keys, other = [hands.give(worker) for _ in range(2)], user_as("community_worker", PLACE)
    hands.refuses.add(other.pk)
    with pytest.raises(Refused, match="no_successor"):
        leave(worker, manager, noon, successor=other)
    assert {hands.of[key] for key in keys} == {worker.pk} and worker.appointments.get().ended_at is None
    assert not Handover.objects.exists() and not Message.objects.filter(template="accounts.handed_over").exists()


def test_a_way_to_hand_over_that_does_nothing_does_not_let_anybody_leave(hands, manager, worker, user_as, noon):
    hands.give(worker)
    hands.keeps = True
    with pytest.raises(Refused, match="open_duties"):
        leave(worker, manager, noon, successor=user_as("community_worker", PLACE))


def ends(user, day):
    Appointment.objects.filter(user=user).update(ends=day)


def test_a_term_that_runs_out_hands_over_to_the_manager_above_at_midnight(hands, manager, worker, user_as, at):
    key = hands.give(worker)
    user_as("district_admin")
    ends(worker, date(2022, 2, 28))
    assert actions.settle_ended(at=at("2022-02-28 23:59")) == 0 and hands.of[key] == worker.pk
    assert actions.settle_ended(at=at("2022-03-01 00:00")) == 1
    row = Handover.objects.get()
    assert hands.of[key] == manager.pk and row.to == manager and row.handed_by is None
    assert [one.event for one in history("accounts.user", worker.pk)][:2] == [
        "accounts.handed_over",
        "accounts.left_open",
    ]
    assert actions.settle_ended(at=at("2022-03-02 00:00")) == 0 and Handover.objects.count() == 1


def test_what_the_manager_may_not_take_waits_before_all_managers_for_whom_they_choose(
    hands, manager, worker, user_as, client_of, it_is, at
):
    when = it_is("2022-03-01 00:00")
    key, admin = hands.give(worker), user_as("district_admin")
    other, elsewhere = user_as("community_worker", PLACE), user_as("subdistrict_manager", "140213004")
    hands.refuses |= {manager.pk, admin.pk}
    ends(worker, date(2022, 2, 28))
    assert actions.settle_ended(at=when) == 1
    row = Handover.objects.get()
    assert hands.of[key] == worker.pk and row.to is None
    assert {one.user for one in Message.objects.filter(template="accounts.left_open")} == {manager.pk}
    actors = {one.pk: queries.actor_for(one, when) for one in (manager, admin, elsewhere, other)}
    seen = {pk for pk, who in actors.items() if any(d.source.code == WAITING for d in owed(who, when).duties)}
    assert seen == {manager.pk, admin.pk}
    url = f"/accounts/people/handovers/{row.pk}/"
    assert client_of(elsewhere).get(url).status_code == 404 and client_of(other).get(url).status_code == 403
    browser = client_of(manager)
    assert "谁接着办" in browser.get(url).content.decode()
    refused = browser.post(url, {"successor": str(manager.pk)})
    assert refused.status_code == 422 and "请另选一个人" in refused.content.decode()
    assert browser.post(url, {"successor": str(other.pk)}).status_code == 302
    row.refresh_from_db()
    assert hands.of[key] == other.pk and (row.to, row.handed_by) == (other, manager.pk)
    assert browser.get(url).status_code == 404
    with pytest.raises(Refused, match="handed_already"):
        actions.hand_on(handover=row, to=other, by=actors[manager.pk], at=when)


def test_what_ends_in_another_way_waits_for_nobody_any_more(hands, manager, worker, at):
    key = hands.give(worker)
    hands.refuses.add(manager.pk)
    ends(worker, date(2022, 2, 28))
    actions.settle_ended(at=at("2022-03-01 00:00"))
    assert queries.open_handovers().count() == 1
    del hands.of[key]
    actions.settle_ended(at=at("2022-03-02 00:00"))
    assert not queries.open_handovers().exists() and Handover.objects.get().settled_at


def test_where_nobody_stands_above_it_waits(hands, user_as, at):
    admin = user_as("district_admin")
    hands.give(admin, "140213")
    ends(admin, date(2022, 2, 28))
    assert actions.settle_ended(at=at("2022-03-01 00:00")) == 1 and queries.open_handovers().count() == 1
    assert givers_of("district_admin") == {"district_admin"}


def test_the_page_shows_what_is_open_and_asks_who_goes_on(hands, worker, user_as, client_as):
    hands.give(worker)
    other, term = user_as("community_worker", PLACE, name="石明"), worker.appointments.get()
    browser, url = client_as("subdistrict_manager", STREET), f"/accounts/people/terms/{term.pk}/end/"
    page = browser.get(url).content.decode()
    assert "1 件" in page and "第 1 件" in page and "石明" in page
    refused = browser.post(url, {"successor": "", "note": "调走"})
    said = refused.content.decode()
    assert refused.status_code == 422 and "田晓红手上还有 1 件没办完。先选一个人接。" in said and 'value="调走"' in said
    assert browser.post(url, {"successor": str(uuid4())}).status_code == 422
    assert browser.post(url, {"successor": str(other.pk)}).status_code == 302
    assert set(hands.of.values()) == {other.pk}


def test_who_may_not_give_a_role_is_not_offered_to_end_a_term_of_it(user_as, client_as):
    colleague = user_as("bureau_officer")
    end, person = f"/accounts/people/terms/{colleague.appointments.get().pk}/end/", f"/accounts/people/{colleague.pk}/"
    bureau, admin = client_as("bureau_officer"), client_as("district_admin")
    assert end in admin.get(person).content.decode() and admin.get(end).status_code == 200
    assert end not in bureau.get(person).content.decode()
    refused = bureau.get(end)
    assert refused.status_code == 409 and "不由您任命" in refused.content.decode()


def test_what_a_term_left_open_waits_only_before_who_gives_that_role(hands, user_as, client_of, it_is):
    when, leaver = it_is("2022-03-01 00:00"), user_as("bureau_officer")
    bureau, admin = user_as("bureau_officer"), user_as("district_admin")
    hands.give(leaver, "140213")
    hands.refuses.add(admin.pk)
    ends(leaver, date(2022, 2, 28))
    actions.settle_ended(at=when)
    actors = {one: queries.actor_for(one, when) for one in (bureau, admin)}
    seen = {one for one, who in actors.items() if queries.handovers_of(who).exists()}
    asked = {one for one, who in actors.items() if any(d.source.code == WAITING for d in owed(who, when).duties)}
    assert seen == asked == {admin}
    assert client_of(bureau).get(f"/accounts/people/handovers/{Handover.objects.get().pk}/").status_code == 404


def test_the_nightly_task_settles(hands, manager, worker, it_is):
    from sanshe.core.accounts import tasks

    hands.give(worker)
    ends(worker, date(2022, 2, 28))
    it_is("2022-03-01 00:00")
    tasks.settle_ended({})
    assert set(hands.of.values()) == {manager.pk}


def test_the_manager_above_is_the_nearest_and_the_longest_in_office(user_as, worker, noon):
    late = user_as("subdistrict_manager", STREET)
    Appointment.objects.filter(user=late).update(starts=noon.date() - timedelta(days=1))
    first = user_as("subdistrict_manager", STREET)
    user_as("district_admin")
    assert queries.managers_above(worker.appointments.get(), noon) == [first, late]
    assert queries.actor_for(first, noon).may_at(P.MANAGE, PLACE)
