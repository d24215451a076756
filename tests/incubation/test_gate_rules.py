"""Screening, recusal and draw, publication, agreement: one rule, one code. No database."""

import datetime

import pytest

from sanshe.incubation.enums.agreement.agreement import AgreementRefusal, SignatureWay
from sanshe.incubation.enums.notice.publication import PublicationRefusal
from sanshe.incubation.enums.panel.panel import PanelRefusal, RelationKind
from sanshe.incubation.enums.screening.screening import CheckVerdict, ScreeningRefusal
from sanshe.incubation.rules.agreement import agreement
from sanshe.incubation.rules.notice import publication
from sanshe.incubation.rules.panel import panel
from sanshe.incubation.rules.screening import screening
from sanshe.incubation.rules.stay import terms
from sanshe.incubation.types.panel import Applicant, Member

MET, MEND, NOT = CheckVerdict.MET, CheckVerdict.TO_MEND, CheckVerdict.NOT_MET
NOON = datetime.datetime(2022, 1, 20, 4, tzinfo=datetime.UTC)
LATER = NOON + datetime.timedelta(days=1)
DAY = datetime.date(2022, 1, 11)


@pytest.mark.parametrize(
    ("verdicts", "code"),
    [({1: MET}, None), ({1: MET, 2: None}, ScreeningRefusal.UNCHECKED), ({1: MEND}, ScreeningRefusal.NOT_ALL_MET)],
)
def test_passing_needs_every_rule_met(verdicts, code):
    assert screening.refusal_to_pass(verdicts=verdicts) == code


def test_a_return_must_fall_due_within_the_screening_window():
    ask = {"verdicts": {1: MET, 2: MEND}, "reason": "补身份证明", "screening_until": DAY}
    assert screening.refusal_to_return(due=DAY, **ask) is None
    late = screening.refusal_to_return(due=DAY + datetime.timedelta(days=1), **ask)
    assert late == ScreeningRefusal.TOO_LATE_TO_RETURN


def test_a_ground_is_a_rule_found_not_met():
    ask = {"verdicts": {1: MET, 5: NOT}, "reason": "属诊疗活动", "after_last_return_day": False}
    assert screening.refusal_to_refuse(grounds={5}, **ask) is None
    assert screening.refusal_to_refuse(grounds={1}, **ask) == ScreeningRefusal.NO_GROUND


def test_what_only_wants_mending_is_a_ground_after_the_last_return_day():
    ask = {"verdicts": {2: MEND}, "grounds": {2}, "reason": "逾期未补"}
    assert screening.refusal_to_refuse(after_last_return_day=False, **ask) == ScreeningRefusal.NOTHING_FAILED
    assert screening.refusal_to_refuse(after_last_return_day=True, **ask) is None


def test_a_review_is_answered_before_the_last_call():
    ask = screening.refusal_to_answer_review
    assert ask(last_number_called=False) is None
    assert ask(last_number_called=True) == ScreeningRefusal.REVIEW_AFTER_LAST_CALL


def test_the_centre_never_decides_a_recusal_and_nobody_decides_twice():
    ask = {"decider": "a", "scores": False, "handles_objections": False}
    one = panel.refusal_to_decide_recusal(first_decider=None, from_centre=True, **ask)
    two = panel.refusal_to_decide_recusal(first_decider="a", from_centre=False, **ask)
    assert (one, two) == (PanelRefusal.DECIDER_FROM_CENTRE, PanelRefusal.SAME_DECIDER)


def test_relations_are_found_by_fingerprints():
    member = Member(name="n1", phone="p1", supervised=frozenset({"o1"}))
    applicant = Applicant(organisation="o1", founders=frozenset({"n1"}), phones=frozenset({"p1"}))
    found = {RelationKind.FOUNDER, RelationKind.SAME_PHONE, RelationKind.SUPERVISOR}
    assert set(panel.relations(member, applicant)) == found


def test_nothing_in_common_is_no_relation_even_when_both_left_it_blank():
    blank = Applicant(organisation="o1", phones=frozenset({""}), employers=frozenset({""}))
    assert panel.relations(Member(name="n1"), blank) == ()


def test_the_draw_opens_only_on_the_numbers_that_were_sealed():
    numbers = {"bureau": (3817, "a"), "centre": (2206, "b"), "organisations": (5941, "c")}
    seals = {side: panel.seal_of_number(number=n, nonce=w) for side, (n, w) in numbers.items()}
    assert panel.refusal_to_open_draw(seals=seals, opened=numbers) is None
    other = {**numbers, "centre": (2207, "b")}
    assert panel.refusal_to_open_draw(seals=seals, opened=other) == PanelRefusal.DRAW_NUMBER_WRONG


def test_the_order_follows_from_the_seed_alone():
    seed = panel.draw_seed({"bureau": 3817, "centre": 2206, "organisations": 5941})
    ids = [f"id-{n}" for n in range(34)]
    order = panel.draw_order(seed=seed, ids=ids)
    assert order == panel.draw_order(seed=seed, ids=ids[::-1]) and set(order) == set(ids) and list(order) != ids


def test_an_open_objection_blocks_its_place():
    code = publication.refusal_to_confirm(noticed=True, window_ends=NOON, at=LATER, open_objections=1)
    assert code == PublicationRefusal.PLACE_BLOCKED


def test_an_unsigned_place_lapses_only_after_the_days_to_give_a_reason():
    ask = {"window_ends": NOON, "reason_until": LATER}
    assert agreement.refusal_to_lapse(reason_given=False, at=NOON, **ask) == AgreementRefusal.REASON_STILL_OPEN
    assert agreement.refusal_to_lapse(reason_given=False, at=LATER, **ask) is None
    assert agreement.refusal_to_lapse(reason_given=True, at=LATER, **ask) == AgreementRefusal.REASON_STILL_OPEN


def test_a_team_being_formed_is_signed_for_by_all_its_founders():
    ask = {
        "way": SignatureWay.IN_PERSON,
        "has_scan": False,
        "signer": "子",
        "witnesses": ("甲", "乙"),
        "registration": "none",
        "subdistrict_witness": False,
    }
    short = agreement.refusal_of_signature(founders=3, founders_signed=2, **ask)
    assert short == AgreementRefusal.FOUNDERS_MISSING
    assert agreement.refusal_of_signature(founders=3, founders_signed=3, **ask) is None


def test_what_is_promised_stays_within_the_capacity():
    ask = {"promised": {"desks": 29}, "capacity": {"desks": 30}}
    assert agreement.refusal_for_capacity(asked={"desks": 2}, **ask) == AgreementRefusal.OVER_CAPACITY
    assert agreement.refusal_for_capacity(asked={"desks": 1}, **ask) is None


@pytest.mark.parametrize(
    ("starts", "months", "ends"),
    [("2022-02-17", 12, "2023-02-16"), ("2022-01-31", 1, "2022-02-27"), ("2022-12-01", 12, "2023-11-30")],
)
def test_the_last_day_of_a_term(starts, months, ends):
    assert terms.term_end(starts=datetime.date.fromisoformat(starts), months=months).isoformat() == ends


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (("甲", "乙"), None),
        (("甲", "甲"), AgreementRefusal.WITNESS_MISSING),
        (("甲", "王 芳"), AgreementRefusal.WITNESS_MISSING),
        (("甲", "乙", "王芳"), None),
        (tuple("甲乙丙丁戊己"), None),
        (tuple("甲乙丙丁戊己庚"), AgreementRefusal.WITNESSES_TOO_MANY),
        (("甲", "乙" * 21), AgreementRefusal.WITNESSES_TOO_MANY),
    ],
)
def test_two_to_six_people_witness(names, code):
    ask = {"way": SignatureWay.IN_PERSON, "has_scan": False, "registration": "registered", "subdistrict_witness": False}
    ask["signer"] = "王芳"
    assert agreement.refusal_of_signature(witnesses=names, founders=0, founders_signed=0, **ask) == code
