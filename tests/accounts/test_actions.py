"""Users, roles, terms, and what the record says of them."""

from datetime import date, timedelta

import pytest

from sanshe.core.accounts import actions, queries
from sanshe.core.accounts.models import Appointment, Role
from sanshe.core.audit.queries import history
from sanshe.core.kit.access import NOBODY, SYSTEM
from sanshe.core.kit.refused import Refused
from sanshe.core.kit.roles import GRANTS

pytestmark = pytest.mark.django_db


@pytest.fixture
def noon(at):
    return at("2022-02-18 12:00")


@pytest.fixture
def manager(user_as, noon):
    return queries.actor_for(user_as("subdistrict_manager", "140213003"), noon)


def test_a_term_gives_its_codes_for_its_area(user_as, noon):
    actor = queries.actor_for(user_as("bureau_officer"), noon)
    assert actor.may_at("accounts.people.manage", "140213003001")
    assert actor.paths("accounts.people.manage") == ("140213",)
    assert actor.name == "侯建平" and actor.is_staff


def test_an_actor_is_read_in_one_query(user_as, noon, django_assert_num_queries):
    user = user_as("bureau_officer")
    actions.appoint(user=user, role="panelist", area_path="140213", by=SYSTEM, at=noon)
    with django_assert_num_queries(1):
        assert len(queries.actor_for(user, noon).grants) == 2


@pytest.mark.parametrize(("text", "holds"), [("2022-02-28 23:59", True), ("2022-03-01 00:00", False)])
def test_a_term_holds_until_midnight_of_its_last_day(user_as, at, text, holds):
    user = user_as()
    terms = {"starts": date(2022, 2, 14), "ends": date(2022, 2, 28)}
    actions.appoint(
        user=user, role="community_worker", area_path="140213003001", by=SYSTEM, at=at("2022-02-01"), **terms
    )
    assert queries.actor_for(user, at(text)).has_role("community_worker") is holds
    assert not queries.actor_for(user, at("2022-02-13 23:59")).grants


def test_an_ended_term_holds_until_midnight_or_no_more_at_all(user_as, manager, noon, at):
    for at_once in (False, True):
        user = user_as("community_worker", "140213003001")
        actions.end_appointment(appointment=user.appointments.get(), by=manager, at=noon, at_once=at_once)
        assert bool(queries.actor_for(user, at("2022-02-18 23:59")).grants) is not at_once
        assert not queries.actor_for(user, at("2022-02-19 00:00")).grants


def test_a_term_is_ended_once(user_as, manager, noon):
    term = user_as("community_worker", "140213003001").appointments.get()
    actions.end_appointment(appointment=term, by=manager, at=noon)
    with pytest.raises(Refused, match="already_ended"):
        actions.end_appointment(appointment=Appointment.objects.get(pk=term.pk), by=manager, at=noon)


def test_the_same_open_term_is_not_given_twice(user_as, noon):
    user = user_as("community_worker", "140213003001")
    with pytest.raises(Refused, match="twice"):
        actions.appoint(user=user, role="community_worker", area_path="140213003001", by=SYSTEM, at=noon)


def test_a_refused_appointment_leaves_no_trace(user_as, manager, noon):
    user = user_as()
    with pytest.raises(Refused, match="not_yours"):
        actions.appoint(user=user, role="auditor", area_path="140213003", by=manager, at=noon)
    assert not user.appointments.exists() and len(history("accounts.user", user.pk)) == 1


def test_appointing_and_ending_are_on_record(user_as, manager, noon, few_areas):
    user = user_as()
    made = actions.appoint(user=user, role="community_worker", area_path="140213003001", by=manager, at=noon)
    actions.end_appointment(appointment=made, by=manager, at=noon + timedelta(hours=1), note="产假期满")
    ended, appointed, _ = history("accounts.user", user.pk)
    assert (appointed.event, ended.event) == ("accounts.appointed", "accounts.ended")
    assert appointed.new["role_id"] == "community_worker" and appointed.by == manager.id
    assert ended.note == "产假期满" and ended.area_path == "140213003001"


def test_an_inactive_user_holds_nothing(user_as, noon):
    user = user_as("district_admin")
    user.is_active = False
    assert queries.actor_for(user, noon) == NOBODY


def test_a_code_the_district_took_away_stays_away(monkeypatch, noon, db):
    monkeypatch.setitem(GRANTS, "panelist", {"a.b", "a.c"})
    actions.sync_roles()
    Role.objects.filter(pk="panelist").update(codes=["a.b"])
    monkeypatch.setitem(GRANTS, "panelist", {"a.b", "a.c", "a.d"})
    assert actions.sync_roles() == 1
    assert Role.objects.get(pk="panelist").codes == ["a.b", "a.d"]
    assert actions.sync_roles() == 0


def test_a_user_is_found_however_typed(noon):
    made = actions.create_user(by=SYSTEM, at=noon, username=" HaoMin ", name="郝敏", phone="138 0000 0000")
    assert queries.user_by_username("HAOMIN") == queries.user_by_phone("+8613800000000") == made
    assert queries.person(made.pk) == "郝敏"


def test_a_username_or_phone_belongs_to_one(noon):
    actions.create_user(by=SYSTEM, at=noon, phone="13800000000")
    with pytest.raises(Refused, match="taken"):
        actions.create_user(by=SYSTEM, at=noon, phone="138-0000-0000")


def test_holders_of_a_role_are_those_whose_area_contains_the_place(user_as, noon):
    manager, _ = user_as("subdistrict_manager", "140213003"), user_as("subdistrict_manager", "140213004")
    assert list(queries.users_with("subdistrict_manager", "140213003001", noon)) == [manager]
    assert not queries.users_with("subdistrict_manager", "140213", noon)
