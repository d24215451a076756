"""From the first word to what was done: numbers, screening, units, disputes, clocks and pauses."""

import pytest
from django.db import IntegrityError, transaction

from sanshe.appeals import actions
from sanshe.appeals.enums import ClockKind, Ground, LegState, Outcome, PauseReason, R, State, Way
from sanshe.appeals.models import Appeal, Clock, Leg, Pause
from sanshe.appeals.queries import appeals as queries
from sanshe.appeals.types import Told, Unit
from sanshe.core.audit.models import AuditEvent
from sanshe.core.kit.access import SYSTEM
from sanshe.core.kit.refused import Refused
from sanshe.core.kit.shanghai import at
from sanshe.core.parties.models import Person
from sanshe.core.rows.enums import R as Rows
from sanshe.core.tracking.rules import key
from tests.appeals import world
from tests.appeals.world import ESTATE, HERE, HERE_UNIT, NEXT_UNIT, clock, fresh, leg, spell

pytestmark = pytest.mark.django_db


def refused(act, **given):
    with pytest.raises(Refused) as no:
        act(**given)
    return no.value.code


def pause(row, who, when="2022-02-16 09:00", told="2022-02-16 08:50", proof="通话记录"):
    said = {"reason": PauseReason.RESIDENT, "proof": proof, "told_at": at(told) if told else None}
    return actions.pause(appeal=fresh(row), **said, by=who, at=at(when))


def test_the_scene_of_the_morning(people):
    """seven_days 0214s: accepted by 3.2, sent to the community with the estate's help, signed, contacted, paused."""
    row = world.taken(people["chang"]).appeal
    assert (row.number, row.state) == ("220214-001", State.RECEIVED)
    assert spell(clock(row, ClockKind.CONTACT).due_at) == "02-14 16:08"
    xing, han = people["xing"], people["hancm"]
    actions.accept(appeal=row, duty_item=world.item(), by=xing, at=at("2022-02-14 09:44"))
    assert clock(row, ClockKind.SCREEN).is_met and spell(clock(row, ClockKind.HANDLE).due_at) == "02-21 18:00"
    actions.dispatch(appeal=row, to=HERE_UNIT, helped_by=[ESTATE], by=xing, at=at("2022-02-14 09:45"))
    actions.sign(leg=leg(row), by=han, at=at("2022-02-14 09:52"))
    actions.contact(appeal=fresh(row), way=Way.PHONE, is_reached=True, by=han, at=at("2022-02-14 11:05"))
    contact = clock(row, ClockKind.CONTACT)
    assert contact.is_met and spell(contact.stopped_at) == "02-14 11:05"
    actions.begin(appeal=fresh(row), by=han, at=at("2022-02-15 19:30"))
    pause(row, han)
    actions.resume(appeal=fresh(row), note="住户回来", by=han, at=at("2022-02-17 09:00"))
    assert spell(clock(row, ClockKind.HANDLE).due_at) == "02-22 18:00"
    assert (fresh(row).state, leg(row).handler) == (State.IN_HAND, han.id)
    told = [one.event for one in AuditEvent.objects.filter(subject=str(row.pk)).order_by("pk")]
    assert told == [
        f"appeals.{one}"
        for one in ("received", "accepted", "dispatched", "signed", "contacted", "begun", "paused", "resumed")
    ]


def test_every_contact_of_a_day_has_a_number_and_every_district_its_own(people):
    numbers = [world.taken(people["chang"], when).appeal.number for when in ("2022-02-14 09:38", "2022-02-14 23:59")]
    assert [*numbers, world.taken(people["chang"], "2022-02-15 00:00").appeal.number] == [
        "220214-001",
        "220214-002",
        "220215-001",
    ]
    with pytest.raises(IntegrityError), transaction.atomic():
        Appeal.objects.filter(number="220215-001").update(number="220214-002")


def test_who_leaves_a_telephone_is_a_person_and_followed_by_four_digits(people):
    taken = world.taken(people["chang"])
    index = Appeal._meta.get_field("track_index")
    assert taken.code == "" and Person.objects.get(pk=taken.appeal.person).phone == "13803525207"
    assert queries.tracked(index.of(key("220214-001", "5207"))) == [taken.appeal.pk]
    assert queries.tracked(index.of(key("220214-001", "5208"))) == []


def test_who_leaves_none_has_a_code_no_contact_to_wait_for_and_no_call(people):
    taken = world.taken(people["chang"], phone="")
    assert len(taken.code) == 10 and taken.appeal.person is None and taken.appeal.track_index is None
    assert queries.by_code(Appeal._meta.get_field("code_index").of(taken.code)) == taken.appeal
    assert queries.by_code("") is None
    assert clock(taken.appeal, ClockKind.CONTACT) is None and clock(taken.appeal, ClockKind.SCREEN)


def test_the_record_says_no_word_of_it(people):
    world.handled(people)
    told = str(list(AuditEvent.objects.filter(kind="appeals.appeal").values()))
    assert "楼上" not in told and "赵" not in told and "5207" not in told and "隔音垫" not in told


@pytest.mark.parametrize(
    ("act", "said", "state"),
    [
        (actions.redirect, {"where": "供热公司 12345"}, State.REDIRECTED),
        (actions.decline, {"ground": Ground.IN_PROCEEDINGS, "where": "平城区法院"}, State.DECLINED),
        (actions.answer, {"words": "周五来电"}, State.ANSWERED),
    ],
)
def test_what_is_screened_out_has_no_clock_left(people, act, said, state):
    row = world.taken(people["chang"]).appeal
    act(appeal=row, **said, by=people["chang"], at=at("2022-02-14 10:00"))
    assert fresh(row).state == state and not Clock.objects.filter(appeal=row, stopped_at=None).exists()
    assert clock(row, ClockKind.SCREEN).is_met
    assert clock(row, ClockKind.CONTACT).is_met == (True if state == State.ANSWERED else None)
    assert refused(act, appeal=fresh(row), **said, by=people["chang"], at=at("2022-02-14 10:01")) == Rows.NOT_NOW


def test_a_refusal_to_accept_is_looked_at_by_somebody_else(people):
    row = world.taken(people["chang"]).appeal
    given = {"ground": Ground.NOTHING_NEW, "where": "原件附上"}
    actions.decline(appeal=row, **given, by=people["chang"], at=at("2022-02-14 10:00"))
    again = {"appeal": fresh(row), "duty_item": world.item(), "at": at("2022-02-15 10:00")}
    assert refused(actions.accept, **again, by=people["chang"]) == Rows.SAME_PERSON
    actions.accept(**again, by=people["yin"])
    assert fresh(row).state == State.ACCEPTED and fresh(row).ground == ""


def test_a_community_leads_nothing_outside_its_list_but_helps(people):
    row = world.taken(people["chang"], name="排水堵塞").appeal
    now = {"by": people["xing"], "at": at("2022-02-14 10:00")}
    actions.accept(appeal=row, duty_item=world.item("7.1"), **now)
    assert refused(actions.dispatch, appeal=fresh(row), to=HERE_UNIT, **now) == R.NOT_THEIR_DUTY
    assert Leg.objects.count() == 0 and fresh(row).state == State.ACCEPTED
    actions.dispatch(appeal=fresh(row), to=ESTATE, helped_by=[HERE_UNIT], **now)
    helper = Leg.objects.get(is_lead=False)
    assert refused(actions.sign, leg=helper, by=people["hancm"], at=now["at"]) == R.NOT_YOUR_LEG
    actions.accept_leg(leg=helper, by=people["hancm"], at=now["at"])
    actions.sign(leg=leg(row), by=people["miao"], at=at("2022-02-14 11:00"))  # nobody of the estate is here
    assert leg(row).unit_name == "小区物业" and leg(row).handler == people["miao"].id


def test_only_the_units_own_people_record_for_it(people):
    row = world.sent(people)
    now = at("2022-02-14 10:00")
    assert refused(actions.sign, leg=leg(row), by=people["shi"], at=now) == R.NOT_YOUR_LEG
    assert refused(actions.sign, leg=leg(row), by=people["chang"], at=now) == R.NOT_YOUR_LEG
    assert refused(actions.dispatch, appeal=fresh(row), to=Unit("云冈", "140214"), by=people["xing"], at=now)


def test_a_dispute_upheld_leads_to_another_unit_and_moves_no_clock_of_the_resident(people):
    """The second leg of seven_days 220216-032."""
    row = world.taken(people["chang"], "2022-02-16 10:30", name="排水堵塞", path=world.NEXT).appeal
    xing, shi = people["xing"], people["shi"]
    actions.accept(appeal=row, duty_item=world.item(), by=xing, at=at("2022-02-16 10:35"))
    first = actions.dispatch(appeal=fresh(row), to=NEXT_UNIT, by=xing, at=at("2022-02-16 10:40"))
    actions.contact(appeal=fresh(row), way=Way.PHONE, is_reached=True, by=shi, at=at("2022-02-16 11:05"))
    actions.dispute(leg=leg(row), why="主管网在小区外", by=shi, at=at("2022-02-16 14:50"))
    assert spell(clock(row, ClockKind.REVIEW).due_at) == "02-17 09:20"
    said = {"is_upheld": True, "why": "归物业"}
    actions.decide_dispute(leg=leg(row), **said, by=xing, at=at("2022-02-16 15:40"))
    assert fresh(row).state == State.ACCEPTED
    actions.dispatch(appeal=fresh(row), to=ESTATE, helped_by=[NEXT_UNIT], by=xing, at=at("2022-02-16 16:00"))
    own = clock(row, ClockKind.LEG)
    assert spell(own.due_at) == "02-17 16:00" and own.stopped_at is None
    assert not Clock.objects.filter(leg=first, kind=ClockKind.LEG).exists()  # a community has the term of the matter
    assert spell(clock(row, ClockKind.HANDLE).due_at) == "02-21 18:00"
    now = at("2022-02-18 08:30")
    assert Appeal.objects.filter(queries.over(now)).get() == row
    assert not Appeal.objects.filter(queries.over(at("2022-02-16 16:00"))).exists()


def test_a_dispute_rejected_is_raised_no_second_time(people):
    row = world.sent(people)
    said = {"by": people["hancm"], "at": at("2022-02-14 10:00")}
    actions.dispute(leg=leg(row), why="不归我们", **said)
    decided = {"is_upheld": False, "why": "归社区调处"}
    assert refused(actions.decide_dispute, leg=leg(row), **{**decided, "why": ""}, by=people["xing"], at=said["at"])
    actions.decide_dispute(leg=leg(row), **decided, by=people["xing"], at=at("2022-02-14 10:30"))
    assert (fresh(row).state, leg(row).state) == (State.DISPATCHED, LegState.SENT)
    assert refused(actions.dispute, leg=leg(row), why="还是不归", **said) == R.DISPUTED_ONCE
    actions.sign(leg=leg(row), by=people["hancm"], at=at("2022-02-14 11:00"))
    assert fresh(row).state == State.SIGNED


def test_a_dispute_comes_in_time(people):
    row = world.sent(people)  # sent at 09:44: four working hours end at 16:14
    late = {"leg": leg(row), "why": "不归我们", "by": people["hancm"], "at": at("2022-02-14 16:14")}
    assert refused(actions.dispute, **late) == R.DISPUTE_LATE


def test_who_is_not_reached_is_not_contacted(people):
    row = world.sent(people)
    actions.sign(leg=leg(row), by=people["hancm"], at=at("2022-02-14 09:52"))
    given = {"way": Way.PHONE, "by": people["hancm"]}
    actions.contact(appeal=fresh(row), is_reached=False, at=at("2022-02-14 10:00"), **given)
    assert clock(row, ClockKind.CONTACT).stopped_at is None
    actions.contact(appeal=fresh(row), is_reached=True, at=at("2022-02-14 16:08"), **given)
    assert clock(row, ClockKind.CONTACT).is_met is False


def test_pauses_need_proof_and_end(people):
    row, han = world.in_hand(people), people["hancm"]
    for given in ({"proof": ""}, {"told": ""}, {"told": "2022-02-15 20:00"}, {"told": "2022-02-16 09:01"}):
        with pytest.raises(Refused) as no:
            pause(row, han, **given)
        assert no.value.code == R.NO_PROOF
    pause(row, han)
    assert spell(clock(row, ClockKind.HANDLE).pause_ends_at) == "03-02 18:00"  # ten working days
    with pytest.raises(Refused) as no:
        pause(row, han, when="2022-02-16 10:00")
    assert no.value.code == R.PAUSED_ALREADY
    assert actions.resume_due(at=at("2022-03-02 17:59")) == 0
    assert actions.resume_due(at=at("2022-03-05 12:00")) == 1  # nobody looked on Thursday and Friday
    held = clock(row, ClockKind.HANDLE)
    assert held.paused_at is None and spell(Pause.objects.get().ends_at) == "03-02 18:00"
    assert spell(held.due_at) == "03-08 17:30"  # 76.5 working hours lay in it, of 7 a day
    assert actions.resume_due(at=at("2022-03-05 12:00")) == 0
    with pytest.raises(Refused) as no:
        pause(row, han, when="2022-03-03 09:00", told="2022-03-03 08:50")
    assert no.value.code == R.PAUSE_CAP and no.value.facts == {"most": 10}
    assert refused(actions.resume, appeal=fresh(row), by=han, at=at("2022-03-05 12:00")) == R.NOT_PAUSED


def test_a_clock_that_is_over_is_not_paused(people):
    row = world.in_hand(people)
    with pytest.raises(Refused) as no:
        pause(row, people["hancm"], when="2022-02-21 18:00", told="2022-02-21 17:00")
    assert no.value.code == R.CLOCK_OVER
    pause(row, people["hancm"], when="2022-02-21 17:59", told="2022-02-21 17:00")


def test_another_category_counts_from_the_receipt_and_keeps_pauses(people):
    row = world.in_hand(people)
    pause(row, people["hancm"])
    actions.resume(appeal=fresh(row), by=people["hancm"], at=at("2022-02-17 09:00"))
    given = {"category": world.category("排水堵塞"), "by": people["xing"]}
    actions.recategorise(appeal=fresh(row), at=at("2022-02-17 10:00"), **given)
    assert spell(clock(row, ClockKind.HANDLE).due_at) == "02-18 18:00"  # 02-17 and the day of the pause
    assert fresh(row).category.name == "排水堵塞"


def test_a_category_changed_while_the_clock_stands_counts_no_minute_twice(people):
    row = world.in_hand(people)
    pause(row, people["hancm"])
    given = {"category": world.category("排水堵塞"), "by": people["xing"]}
    actions.recategorise(appeal=fresh(row), at=at("2022-02-16 16:00"), **given)
    actions.resume(appeal=fresh(row), by=people["hancm"], at=at("2022-02-17 09:00"))
    assert spell(clock(row, ClockKind.HANDLE).due_at) == "02-18 18:00"


def test_a_change_of_category_leaves_a_working_day(people):
    row = world.in_hand(people)
    given = {"category": world.category("接种帮助"), "by": people["xing"]}
    actions.recategorise(appeal=fresh(row), at=at("2022-02-18 10:00"), **given)
    assert spell(clock(row, ClockKind.HANDLE).due_at) == "02-21 18:00"


def test_what_was_done_stops_the_clocks(people):
    row = world.in_hand(people)
    pause(row, people["hancm"])
    said = {"what": " ", "outcome": Outcome.RESOLVED, "by": people["hancm"], "at": at("2022-02-22 18:00")}
    assert refused(actions.report_handled, appeal=fresh(row), **said) == R.NO_WORDS
    actions.report_handled(appeal=fresh(row), **{**said, "what": "装了隔音垫"})
    held = clock(row, ClockKind.HANDLE)
    assert held.is_met and spell(held.due_at) > "02-22 18:00" and Pause.objects.get().ends_at == said["at"]
    assert (fresh(row).state, leg(row).state) == (State.HANDLED, LegState.DONE)
    assert spell(clock(row, ClockKind.VERIFY).due_at) == "02-23 18:00"


def test_two_at_once_is_told_to_the_second(people):
    row, first = world.sent(people), None
    first, second = leg(row), leg(row)
    actions.sign(leg=first, by=people["hancm"], at=at("2022-02-14 09:52"))
    assert refused(actions.sign, leg=second, by=people["miao"], at=at("2022-02-14 09:53")) == Rows.STALE


def test_a_district_without_terms_takes_nothing_in(people):
    from sanshe.appeals.models import StepTerm

    StepTerm.objects.all().delete()
    assert refused(world.taken, who=people["chang"]) == R.NO_TERM
    assert Appeal.objects.count() == 0


def test_a_category_of_another_district_is_not_used(people):
    told = {"category": world.category(), "channel": "web", "title": "", "told": Told("吵")}
    now = {"by": SYSTEM, "at": at("2022-02-14 09:00")}
    assert refused(actions.take_in, area_path=world.OTHER, **told, **now) == R.OTHER_DISTRICT


def test_who_sees_it(people):
    row = world.sent(people)
    assert {key for key, who in people.items() if queries.appeal(who, row.pk)} == {*people} - {"shi"}
    assert queries.appeal(people["shi"], row.pk) is None and row.area_path == HERE


def test_words_of_a_sensitive_matter_are_open_to_handler_and_verifier_only(people):
    row = world.taken(people["chang"], name="接种帮助").appeal
    readers = lambda: {key for key, who in people.items() if queries.may_read_words(who, fresh(row))}  # noqa: E731
    assert readers() == {"chang", "yin", "xing"}  # who screens it
    now = {"by": people["xing"], "at": at("2022-02-14 10:00")}
    actions.accept(appeal=row, duty_item=world.item(), **now)
    actions.dispatch(appeal=fresh(row), to=HERE_UNIT, **now)
    assert readers() == set()
    actions.sign(leg=leg(row), by=people["hancm"], at=at("2022-02-14 10:10"))
    assert readers() == {"hancm"}
    given = {"what": "陪着去了", "outcome": Outcome.RESOLVED, "by": people["hancm"], "at": at("2022-02-14 11:00")}
    actions.begin(appeal=fresh(row), by=people["hancm"], at=at("2022-02-14 10:20"))
    actions.report_handled(appeal=fresh(row), **given)
    actions.name_verifier(appeal=fresh(row), person=people["shi"].id, place=world.NEXT, **now)
    assert readers() == {"hancm", "shi"}
