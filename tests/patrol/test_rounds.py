"""Rounds: frames against the last of their kind with reasons, frozen once, stops given and added, closed."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from sanshe.core.areas import actions as areas
from sanshe.core.areas.enums import PremisesState
from sanshe.core.audit.models import AuditEvent
from sanshe.core.kit.access import SYSTEM
from sanshe.core.kit.refused import Refused
from sanshe.core.kit.shanghai import at
from sanshe.patrol import actions
from sanshe.patrol.enums import R, RoundState
from sanshe.patrol.models import Round, Stop
from sanshe.patrol.pages.board import board
from sanshe.patrol.queries import stops as queries
from sanshe.patrol.queries.frame import draft
from tests.patrol import world
from tests.patrol.world import DISTRICT, HERE, KEY, NEXT, STREET

pytestmark = pytest.mark.django_db
NOW = {"by": SYSTEM, "at": at("2021-11-22 09:00")}
SECOND = {"first": date(2021, 11, 22), "last": date(2021, 12, 10)}


@pytest.fixture
def yards():
    return world.settle()


@pytest.fixture
def season(yards):
    return world.programme()


def refused(act, **given):
    with pytest.raises(Refused) as no:
        act(**given)
    return no.value.code


def turn(name, to, why, when="2021-11-20 09:00"):
    row = world.door(name)
    said = {"premises": row, "to": to, "on": date(2021, 11, 20), "why": why}
    return areas.turn_premises(**said, by=SYSTEM, at=at(when))


def told(frame):
    return sorted((one.is_new, one.reason) for one in frame.changes)


def test_where_a_community_ends_the_running_round_goes_along_and_a_closed_one_stays(season, user_as, client_of, it_is):
    actions.close_round(round=world.frozen(season), **NOW)
    row = world.frozen(season, when="2021-11-22 10:00", **SECOND)
    worker, moment = user_as("community_worker", HERE), it_is("2021-11-22 11:00")
    stops = list(row.stops.filter(area_path=HERE).values_list("pk", flat=True))
    actions.assign(round=row, stops=stops, worker=worker.pk, by=SYSTEM, at=moment)
    admin, walker, own = client_of(user_as("district_admin")), client_of(worker), world.door("9 号")
    page = admin.get(f"/areas/{HERE}/").content.decode()
    for told in ("小区", "点位", "在走的轮次里应查的户"):
        assert f"<dt>{told}</dt>" in page
    assert "5 件" in page and "2 件" in page
    assert admin.post(f"/areas/{HERE}/end/", {"into": ""}).status_code == 409
    assert admin.post(f"/areas/{HERE}/end/", {"into": NEXT}).status_code == 302
    assert set(row.stops.values_list("area_path", flat=True)) == {NEXT}
    assert Round.objects.get(number=1).stops.filter(area_path=HERE).count() == 5
    assert walker.get(f"/premises/{own.pk}/").status_code == walker.get(f"/patrol/rounds/{row.pk}/").status_code == 200
    assert queries.walk(row, worker.pk).count() == 5 and walker.get("/patrol/").status_code == 200
    said = AuditEvent.objects.get(event="patrol.stops_moved")
    assert (said.subject, '"stops": 5' in said.new or '"stops":5' in said.new) == (str(row.pk), True)
    actions.close_round(round=Round.objects.get(pk=row.pk), by=SYSTEM, at=moment)
    frame = draft(world.planned(season, first=date(2021, 12, 13), last=date(2021, 12, 31)))
    assert (frame.new, frame.gone, len(frame.doors)) == (0, 0, 6)


def test_the_first_frame_holds_every_door_and_changes_nothing(season):
    row = world.frozen(season)
    assert (row.stops.count(), row.changes.count(), row.state) == (6, 0, RoundState.RUNNING)
    assert len(row.frame_digest) == 64


def test_a_later_frame_says_of_each_change_why(season, yards):
    actions.close_round(round=world.frozen(season), **NOW)
    world.enter(yards[1], "11 号", why="新开的门店", when="2021-11-20 09:00")
    turn("9 号", PremisesState.DEMOLISHED, "拆了")
    turn("7 号", PremisesState.SHUT, "停业")
    turn("7 号", PremisesState.LISTED, "又开门")
    row = world.planned(season, **SECOND)
    frame = draft(row)
    assert (len(frame.doors), frame.last_doors, frame.new, frame.gone) == (6, 6, 1, 1)
    assert told(frame) == [(False, "拆了"), (True, "新开的门店")]
    actions.freeze(round=row, digest=frame.digest, **NOW)
    assert sorted(row.changes.values_list("is_new", "reason")) == told(frame)


def test_a_key_round_goes_to_key_compounds_and_is_measured_by_the_last_key_round(season, yards):
    actions.close_round(round=world.frozen(season), **NOW)
    areas.decide_key(compound=yards[0], starts_on=date(2021, 11, 20), ground="上一季 3 户", **NOW)
    first = world.frozen(season, when="2021-11-22 10:00", kind=KEY, **SECOND)
    assert (first.stops.count(), first.changes.count()) == (3, 0)
    actions.close_round(round=first, **NOW)
    areas.decide_key(compound=yards[1], starts_on=date(2021, 12, 12), ground="门店连片", **NOW)
    row = world.planned(season, kind=KEY, first=date(2021, 12, 13), last=date(2021, 12, 31))
    frame = draft(row)
    assert (frame.last_doors, len(frame.doors)) == (3, 5)
    assert told(frame) == [(True, "门店连片")] * 2
    early = world.planned(season, kind=KEY, first=date(2021, 11, 2), last=date(2021, 11, 3))
    assert draft(early).doors == ()


def test_the_frame_that_was_read_is_frozen_or_none(season, yards):
    row = world.planned(season)
    read = draft(row).digest
    world.enter(yards[1], "11 号")
    assert refused(actions.freeze, round=row, digest=read, **NOW) == R.FRAME_MOVED
    actions.freeze(round=row, digest=draft(row).digest, **NOW)
    assert refused(actions.freeze, round=row, digest=draft(row).digest, **NOW) == R.FRAME_FROZEN
    assert AuditEvent.objects.filter(event="patrol.frame_frozen").count() == 1


def test_one_round_runs_at_a_time(season):
    world.frozen(season)
    row = world.planned(season, **SECOND)
    with pytest.raises(Refused) as no:
        actions.freeze(round=row, digest=draft(row).digest, **NOW)
    assert (no.value.code, no.value.facts["n"]) == (R.ROUND_OPEN, 1)
    assert not row.stops.exists()


def test_of_two_who_plan_from_the_same_page_one_plans(season):
    one, other = (type(season).objects.get(pk=season.pk) for _ in range(2))
    world.planned(one)
    assert refused(world.planned, row=other) == "rows.moved_on" and season.rounds.count() == 1


def test_no_round_runs_without_a_frozen_frame(season):
    row = world.planned(season)
    with pytest.raises(IntegrityError), transaction.atomic():
        Round.objects.filter(pk=row.pk).update(state=RoundState.RUNNING)


def test_nobody_is_sent_and_nothing_added_before_the_frame_is_frozen(season, user_as):
    row, worker = world.planned(season), user_as("community_worker", HERE).pk
    stop = world.door("9 号")
    assert refused(actions.assign, round=row, stops=[], worker=worker, **NOW) == R.NOT_FROZEN
    assert refused(actions.add_stop, round=row, premises=stop, **NOW) == R.NOT_FROZEN


def test_a_worker_is_sent_where_the_appointment_reaches(season, user_as):
    row, here, there = world.frozen(season), user_as("community_worker", HERE).pk, user_as("community_worker", NEXT).pk
    stops = list(Stop.objects.filter(area_path=HERE).values_list("pk", flat=True))
    both = list(Stop.objects.values_list("pk", flat=True))
    assert refused(actions.assign, round=row, stops=stops, worker=there, **NOW) == R.NOT_A_WALKER
    assert refused(actions.assign, round=row, stops=both, worker=here, **NOW) == R.NOT_A_WALKER
    assert actions.assign(round=row, stops=stops, worker=here, **NOW) == 5
    names = [one.premises.name for one in queries.walk(row, here)]
    assert names == ["4 单元 502", "4 单元 501", "4 单元 402", "9 号", "7 号"]
    assert not queries.walk(row, there)


def test_what_is_added_stands_beside_the_frame(season, yards):
    row = world.frozen(season)
    new = world.enter(yards[2], "1 排 2 号")[0]
    stop = actions.add_stop(round=row, premises=new, **NOW)
    assert stop.is_added and refused(actions.add_stop, round=row, premises=new, **NOW) == R.STOP_THERE
    found = board(row, [DISTRICT])
    assert (found.sums.due, found.sums.added) == (6, 1)
    assert [(part.name, part.sums.due, part.sums.added) for part, _rows in found.parts] == [
        ("明珠社区", 5, 0),
        ("和泰社区", 1, 1),
    ]


def test_the_next_frame_counts_against_the_frame_and_not_what_stood_beside_it(season, yards):
    row = world.frozen(season)
    new = world.enter(yards[2], "1 排 2 号", why="排查时遇到", when="2021-11-10 09:00")[0]
    actions.add_stop(round=row, premises=new, **NOW)
    actions.close_round(round=row, **NOW)
    frame = draft(world.planned(season, **SECOND))
    assert (frame.last_doors, told(frame)) == (6, [(True, "排查时遇到")])


def test_a_board_is_cut_to_ones_areas(season, user_as):
    row, worker = world.frozen(season), user_as("community_worker", HERE, name="田晓红")
    street = queries.in_compounds(row, HERE, [world.door("9 号").compound_id])
    actions.assign(round=row, stops=street, worker=worker.pk, **NOW)
    found = board(row, [HERE])
    assert (found.sums.due, found.unassigned, found.walkers, len(found.parts)) == (5, 3, 1, 1)
    assert [(line.name, line.sums.due, line.walkers) for line in found.parts[0][1]] == [
        ("18 号院", 3, ()),
        ("临街", 2, ("田晓红",)),
    ]
    assert board(row, [STREET]).sums.due == 6


def test_a_closed_round_takes_nothing_more_and_a_season_closes_behind_its_rounds(season):
    row = world.frozen(season)
    assert refused(actions.close_programme, programme=season, **NOW) == R.ROUNDS_OPEN
    actions.close_round(round=row, **NOW)
    assert refused(actions.add_stop, round=row, premises=world.door("9 号"), **NOW) == R.ROUND_OVER
    assert refused(actions.close_round, round=row, **NOW) == "rows.not_now"
    actions.close_programme(programme=season, **NOW)
    assert refused(world.planned, row=season) == R.SEASON_CLOSED
