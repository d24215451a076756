"""Who may appoint, when a term holds, when guessing ends."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanshe.core.accounts import rules
from sanshe.core.accounts.enums import R, Standing
from sanshe.core.kit import ids, shanghai
from sanshe.core.kit.access import NOBODY, SYSTEM
from sanshe.core.kit.roles import ROLES, Role, givers_of

DAY = date(2022, 2, 18)
REP = {"organisation": ids.new()}
NOON = datetime(2022, 2, 18, 4, tzinfo=UTC)


def ask(by, role="community_worker", path="140213003", user=None, **more):
    values = {"organisation": None, "seat": path, "is_standing": True, "starts": DAY, "ends": None} | more
    return rules.refusal_to_appoint(by=by, user=user or ids.new(), role=role, path=path, **values)


def test_a_manager_appoints_in_the_own_area_only(actor):
    by = actor("subdistrict_manager", "140213003")
    assert ask(by, path="140213003001") is None
    assert ask(by, path="140213004001") == R.NOT_YOURS
    assert ask(by, path="140213") == R.NOT_YOURS


@pytest.mark.parametrize("role", [r for r in ROLES.codes() if r != Role.COMMUNITY_WORKER])
def test_a_manager_gives_no_higher_role(actor, role):
    assert ask(actor("subdistrict_manager", "140213003"), role, organisation=ids.new()) == R.NOT_YOURS


@pytest.mark.parametrize(
    "role", sorted(set(ROLES.codes()) - {giver for one in ROLES.codes() for giver in givers_of(one)})
)
def test_other_roles_appoint_nobody(actor, role):
    assert ask(actor(role)) == R.NOT_YOURS


def test_an_officer_makes_no_administrator_and_no_auditor(actor):
    assert ask(actor("bureau_officer"), "district_admin") == R.NOT_YOURS
    assert ask(actor("bureau_officer"), "auditor") == R.NOT_YOURS
    assert ask(actor("district_admin"), "auditor", "140213") is None


def test_a_role_is_given_at_its_own_levels_only(actor):
    by = actor("district_admin")
    given = {
        role.code: {path for path in ("140213", "140213003", "140213003001") if not ask(by, role.code, path, **REP)}
        for role in ROLES
    }
    length = {"city": 4, "district": 6, "subdistrict": 9, "community": 12}
    lengths = {role.code: {length[level] for level in role.levels if level in length} - {4} for role in ROLES}
    assert {code: set(map(len, paths)) for code, paths in given.items()} == lengths
    assert given["community_worker"] == {"140213003001"} and given["subdistrict_manager"] == {"140213003"}


def test_nobody_appoints_who_approves_their_own_work(actor):
    admin, centre, elsewhere = (
        actor("district_admin"),
        actor("centre_operator", "140213003"),
        actor("centre_operator", "140214"),
    )
    both = replace(admin, grants=(*admin.grants, *centre.grants))
    assert ask(admin, "bureau_officer", "140213") is None
    assert ask(both, "bureau_officer", "140213") == R.APPROVES_YOU
    assert ask(replace(admin, grants=(*admin.grants, *elsewhere.grants)), "bureau_officer", "140213") is None
    assert [role.code for role in ROLES if givers_of(role.code) & role.approves] == []


def test_nobody_appoints_themselves(actor):
    by = actor("district_admin")
    assert ask(by, user=by.id) == R.OWN


def test_the_system_may_and_a_visitor_may_not():
    assert ask(SYSTEM, "district_admin") is None
    assert ask(SYSTEM, "community_worker", path="14") is None
    assert ask(NOBODY) == R.NOT_YOURS


def test_a_term_has_an_area_an_end_behind_its_start_and_a_representative_an_organisation():
    assert ask(SYSTEM, ends=date(2022, 2, 17)) == R.ENDS_EARLY
    assert ask(SYSTEM, path="") == R.NO_AREA
    assert ask(SYSTEM, "organisation_rep") == R.NO_ORGANISATION


def test_an_area_that_stands_and_an_organisation_seen_in_it(actor):
    by, rep = actor("district_admin"), "organisation_rep"
    assert ask(by, rep, "140213053", **REP) is None and ask(by, rep, "140213053", seat="140213053001", **REP) is None
    assert ask(by, rep, "140213053", is_standing=False, **REP) == R.AREA_UNKNOWN
    for seat in (None, "140214029", "140213054"):
        assert ask(by, rep, "140213053", seat=seat, **REP) == R.ORGANISATION_UNKNOWN
    assert ask(SYSTEM, rep, "140213053", is_standing=False, seat=None, **REP) is None


@pytest.mark.parametrize(
    ("starts", "ends", "ended_at", "standing"),
    [
        (date(2022, 2, 19), None, None, Standing.TO_COME),
        (DAY, None, None, Standing.IN_FORCE),
        (DAY, date(2022, 3, 4), None, Standing.IN_FORCE),
        (DAY, date(2022, 3, 3), None, Standing.ENDING),
        (DAY, DAY, None, Standing.ENDING),
        (date(2022, 2, 1), date(2022, 2, 17), None, Standing.OVER),
        (DAY, None, NOON, Standing.OVER),
        (DAY, None, shanghai.end(DAY), Standing.ENDING),
    ],
)
def test_where_a_term_stands(starts, ends, ended_at, standing):
    assert rules.standing(on=DAY, at=NOON, starts=starts, ends=ends, ended_at=ended_at) == standing


def test_five_failures_lock_a_device_and_twenty_all_unknown_ones():
    assert rules.lock_until(count=4, is_unknown=False, real=NOON) is None
    assert rules.lock_until(count=5, is_unknown=False, real=NOON) == NOON + timedelta(minutes=15)
    assert rules.lock_until(count=19, is_unknown=True, real=NOON) is None
    assert rules.lock_until(count=20, is_unknown=True, real=NOON) is not None


@given(st.integers(1, 900))
def test_waiting_is_told_in_whole_minutes_never_too_few(seconds):
    minutes = rules.minutes_left(NOON + timedelta(seconds=seconds), NOON)
    assert seconds <= minutes * 60 < seconds + 60


def send(phone="13800000000", sent=(), of_house=0):
    return rules.refusal_to_send(phone=phone, sent=list(sent), of_house=of_house, real=NOON)


def test_codes_go_to_phones_one_a_minute_and_five_an_hour():
    assert send() is None
    assert send("1380000000") == R.BAD_PHONE
    assert send(sent=[NOON - timedelta(seconds=59)]) == R.TOO_SOON
    assert send(sent=[NOON - timedelta(minutes=n) for n in range(5, 9)]) is None
    assert send(sent=[NOON - timedelta(minutes=n) for n in range(5, 10)]) == R.TOO_MANY
    assert send(sent=[NOON - timedelta(hours=n) for n in range(2, 11)]) is None
    assert send(sent=[NOON - timedelta(hours=n) for n in range(2, 12)]) == R.TOO_MANY
    assert send(of_house=299) is None and send(of_house=300) == R.HOUSE_FULL


def test_a_code_holds_ten_minutes_and_five_tries():
    def enter(fits=True, tries=1, age=599):
        made = NOON - timedelta(seconds=age)
        return rules.refusal_of_code(fits=fits, tries=tries, made_at=made, real=NOON)

    assert enter() is None
    assert enter(tries=5) is None
    assert enter(fits=False) == R.CODE_WRONG
    assert enter(tries=6) == R.CODE_SPENT
    assert enter(age=600) == R.CODE_OVER


@pytest.mark.parametrize(
    ("code", "path"),
    [
        ("140213000000", "140213"),
        ("140213003000", "140213003"),
        ("140213003001", "140213003001"),
        ("140200000000", "1402"),
        ("140213", "140213"),
        ("140000", "14"),
        ("140213010000", "140213010"),
    ],
)
def test_a_printed_code_becomes_a_path(code, path):
    assert rules.path_of(code) == path


@pytest.mark.parametrize(
    ("agent", "kind"),
    [
        ("Mozilla/5.0 (Linux; Android 13) Mobile Safari", ("phone", "android")),
        ("Mozilla/5.0 (iPad; CPU OS 17)", ("tablet", "ios")),
        ("Mozilla/5.0 (Windows NT 10.0; Win64)", ("computer", "windows")),
        ("", ("", "")),
    ],
)
def test_a_browser_in_two_words(agent, kind):
    assert rules.device_kind(agent) == kind
