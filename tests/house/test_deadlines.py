"""A deadline has two sides: what each rule answers in the last microsecond before it and in the first one after it."""

import ast
from datetime import date, timedelta
from importlib import import_module
from inspect import signature
from uuid import UUID

import pytest

from sanshe.activities.rules.hours import quarters
from sanshe.activities.types import Change
from sanshe.core.accounts import rules as accounts
from sanshe.core.calendar.types import Due
from sanshe.core.consents.enums import Stage as Waits
from sanshe.core.consents.enums import State as ConsentState
from sanshe.core.consents.types import Answer
from sanshe.core.consents.types import Life as Agreed
from sanshe.core.duties.enums import Step
from sanshe.core.kit import shanghai
from sanshe.core.rows.rules import UNDO
from sanshe.core.rows.types import Done
from sanshe.core.signing.enums import Grade
from sanshe.core.signing.types import Entry, Proof
from sanshe.fair.enums import FairState
from sanshe.fair.rules.fair import AFTER
from sanshe.fair.rules.play import COOL
from sanshe.fair.types import Tried
from sanshe.pledges.enums import PledgeState, Stage
from sanshe.pledges.types import Life
from tests.house.reading import SOURCE, differences, pythons, room_of, tree
from tests.house.test_offered import module_of

CLOCK, MOMENT = ("at", "now", "real"), ("datetime", "datetime.datetime")
DAY = date(2026, 3, 2)
LIMIT = shanghai.end(DAY)  # 24:00 of that day
LONG_AGO, MUCH_LATER, STEP = LIMIT - timedelta(days=9), LIMIT + timedelta(days=9), timedelta(microseconds=1)
OPENS, CLOSES = {"opens": LIMIT, "closes": MUCH_LATER}, {"opens": LONG_AGO, "closes": LIMIT}
SIGN, SUBMIT = {"open_objections": 0}, {"state": "draft", "left": 0}
LAPSE, CHECK = {"reason_given": False}, {"answered": False, "reason": "x"}
TERM = {"on": DAY, "starts": DAY, "ends": None, "ended_at": LIMIT}
DISPUTE = {"has_disputed": False, "why": "x"}
PAUSE = {"is_paused": False, "proof": "x", "is_told": True, "used": 0, "most": 10}
NIGHT = {"night": DAY, "today": DAY, "noted_at": LIMIT - timedelta(hours=24)}
ENTRY = Entry(Grade.OWN_PHONE, "x", "x", LIMIT, "1", keep_until=DAY, proof=Proof(code=UUID(int=1)), phone="13800000000")
STRIKE = {"answered_at": LIMIT - timedelta(hours=24), "given": "wrong_unit", "went_on": False}
PLEDGE = Life(PledgeState.STANDS, effective_at=LONG_AGO, ends_on=DAY)
FRESH = Life(PledgeState.STANDS, effective_at=LIMIT, ends_on=MUCH_LATER.date())
CONSENT = Agreed(ConsentState.GIVEN, LONG_AGO.date(), DAY)
UNANSWERED = Agreed(ConsentState.ASKED, DAY)
ANSWER = {"answer": Answer(("text",)), "asked": ("text",), "answer_by": DAY, "has_paper": False, "capacity": "own"}
FAIR = {"state": FairState.HUNG}
SENT, CODE = {"phone": "13800000000", "of_house": 0}, {"fits": True, "tries": 0}
SHUT = {"change": Change(LIMIT + timedelta(hours=24), LIMIT + timedelta(hours=25), is_open=False), "ground": "x"}
BOOKED = {"ends_at": LIMIT + timedelta(hours=1), "open_then": quarters(LIMIT, LIMIT + timedelta(hours=1))}
AHEAD = LIMIT + timedelta(days=14)
BOOKED_AHEAD = {"ends_at": AHEAD + timedelta(hours=1), "open_then": quarters(AHEAD, AHEAD + timedelta(hours=1))}
MISSED = [LIMIT - timedelta(days=31), LIMIT - timedelta(days=30)]
TABLE = [  # rule, what it is asked with (LIMIT is where its answer turns), the answer before, the answer from then on
    ("activities.rules.booking.refusal_of_time", BOOKED | {"starts_at": LIMIT}, None, "PAST"),
    ("activities.rules.booking.refusal_of_time", BOOKED_AHEAD | {"starts_at": AHEAD}, "TOO_FAR", None),
    ("activities.rules.booking.banned_until", {"misses": MISSED}, LIMIT, None),
    ("activities.rules.booking.is_missed", {"starts_at": LIMIT - timedelta(minutes=15)}, False, True),
    ("activities.rules.booking.refusal_to_arrive", {"starts_at": LIMIT + timedelta(minutes=15)}, "TOO_EARLY", None),
    ("activities.rules.booking.refusal_to_arrive", {"starts_at": LIMIT - timedelta(minutes=15)}, None, "NOBODY_CAME"),
    ("activities.rules.booking.is_late", {"starts_at": LIMIT + timedelta(hours=2)}, False, True),
    ("activities.rules.hours.refusal_to_change", SHUT | {"is_emergency": False}, None, "TOO_LATE"),
    ("activities.rules.session.is_lapsed", {"asked_at": LIMIT - timedelta(minutes=10)}, False, True),
    ("appeals.rules.check.refusal_to_reopen", {"until": LIMIT, "words": "x"}, None, "WINDOW_OVER"),
    ("appeals.rules.check.refusal_of_night", NIGHT, None, "NIGHT_OVER"),
    ("appeals.rules.dispatch.refusal_to_dispute", DISPUTE | {"until": LIMIT}, None, "DISPUTE_LATE"),
    ("appeals.rules.handling.refusal_to_pause", PAUSE | {"due": LIMIT}, None, "CLOCK_OVER"),
    ("core.accounts.rules.standing", TERM, "ending", "over"),
    ("core.accounts.rules.refusal_to_send", SENT | {"sent": [LIMIT - accounts.CODE_GAP]}, "TOO_SOON", None),
    ("core.accounts.rules.refusal_to_send", SENT | {"sent": [LIMIT - accounts.HOUR] * 5}, "TOO_MANY", None),
    ("core.accounts.rules.refusal_of_code", CODE | {"made_at": LIMIT - accounts.CODE_LIFE}, None, "accounts.code_over"),
    ("core.consents.rules.stage", {"life": CONSENT}, Waits.GIVEN, Waits.EXPIRED),
    ("core.consents.rules.stage", {"life": UNANSWERED}, Waits.WAITING, Waits.SILENT),
    ("core.consents.rules.refusal_to_answer", ANSWER, None, "ANSWER_OVER"),
    ("core.consents.rules.refusal_to_withdraw", {"life": CONSENT}, None, "NOT_GIVEN"),
    ("core.duties.rules.step_at", {"due": Due(DAY)}, Step.DAY, Step.OVERDUE),
    ("core.notices.rules.refusal_to_publish", {"last": DAY}, None, "WINDOW_OVER"),
    ("core.notices.rules.refusal_to_close", {"last": DAY}, "WINDOW_RUNS", None),
    ("core.objections.rules.refusal_to_raise", OPENS | {"on_list": True}, "NOT_IN_WINDOW", None),
    ("core.objections.rules.refusal_to_raise", CLOSES | {"on_list": True}, None, "NOT_IN_WINDOW"),
    ("core.objections.rules.refusal_to_take_back", {"state": "received", "until": LIMIT}, None, "UNDO_OVER"),
    ("core.objections.rules.refusal_to_ask_review", {"due_moment": LIMIT, "reason": "x"}, None, "REVIEW_OVER"),
    ("core.objections.rules.refusal_to_close", {"review_due_moment": LIMIT}, "REVIEW_OPEN", None),
    ("core.rows.rules.refusal_to_take_back", {"done": Done(LIMIT - UNDO), "by": None}, None, "UNDO_LATE"),
    ("core.rows.rules.refusal_of_window", OPENS, "NOT_IN_WINDOW", None),
    ("core.rows.rules.refusal_of_window", CLOSES, None, "NOT_IN_WINDOW"),
    ("core.signing.rules.entry.refusal_to_enter", {"entry": ENTRY}, "NOT_YET", None),
    ("creation.rules.attestation.refusal_to_strike", STRIKE, None, "STRIKE_LATE"),
    ("creation.rules.naming.is_over", {"closes": LIMIT}, False, True),
    ("creation.rules.revoking.refusal_to_hear", {"closes": LIMIT, "said": "x"}, None, "HEARING_OVER"),
    ("creation.rules.revoking.refusal_to_decide", {"closes": LIMIT}, "NOT_HEARD", None),
    ("pledges.rules.pledge.stage", {"life": PLEDGE}, Stage.EFFECTIVE, Stage.EXPIRED),
    ("pledges.rules.pledge.stage", {"life": FRESH}, Stage.SIGNED, Stage.EFFECTIVE),
    ("pledges.rules.pledge.refusal_to_end", {"life": PLEDGE}, None, "ENDED"),
    ("fair.rules.fair.refusal_to_play", FAIR | {"opens_at": LIMIT, "closes_at": MUCH_LATER}, "NOT_RUNNING", None),
    ("fair.rules.fair.refusal_to_play", FAIR | {"opens_at": LONG_AGO, "closes_at": LIMIT}, None, "NOT_RUNNING"),
    ("fair.rules.fair.refusal_to_redeem", {"closes_at": LIMIT - AFTER}, None, "LAPSED"),
    ("fair.rules.fair.refusal_to_close", {"pending": 0, "closes_at": LIMIT}, "NOT_OVER", None),
    ("fair.rules.fair.refusal_to_close", {"pending": 1, "closes_at": LIMIT - AFTER}, "PRIZES_WAIT", None),
    ("fair.rules.play.refusal_to_try", {"tried": Tried(1, LIMIT - COOL)}, "WAIT", None),
    ("incubation.rules.agreement.agreement.refusal_to_sign", OPENS | SIGN, "WINDOW_NOT_OPEN", None),
    ("incubation.rules.agreement.agreement.refusal_to_sign", CLOSES | SIGN, None, "WINDOW_OVER"),
    ("incubation.rules.agreement.agreement.refusal_to_lapse", LAPSE | {"window_ends": LIMIT, "reason_until": LONG_AGO},
     "WINDOW_STILL_OPEN", None),
    ("incubation.rules.agreement.agreement.refusal_to_lapse", LAPSE | {"window_ends": LONG_AGO, "reason_until": LIMIT},
     "REASON_STILL_OPEN", None),
    ("incubation.rules.call.application.refusal_to_submit", OPENS | SUBMIT, "NOT_OPEN", None),
    ("incubation.rules.call.application.refusal_to_submit", CLOSES | SUBMIT, None, "LATE"),
    ("incubation.rules.call.application.refusal_to_take_back", {"state": "submitted", "closes": LIMIT}, None, "LATE"),
    ("incubation.rules.call.application.refusal_to_note", {"received": LIMIT, "opens": LONG_AGO, "closes": MUCH_LATER},
     "RECEIPT_AHEAD", None),
    ("incubation.rules.end.assessment.refusal_to_close_as_absent", {"reminded": True, "closes": LIMIT},
     "STILL_TIME", None),
    ("incubation.rules.end.rectification.refusal_to_answer", {"answers": ["x"], "due": LIMIT}, None, "TOO_LATE"),
    ("incubation.rules.end.rectification.refusal_to_check", CHECK | {"due": LIMIT, "is_good": False},
     "STILL_TIME", None),
    ("incubation.rules.notice.publication.refusal_to_confirm", SIGN | {"noticed": True, "window_ends": LIMIT},
     "WINDOW_OPEN", None),
    ("incubation.rules.screening.screening.refusal_to_mend", {"due_moment": LIMIT}, None, "RETURN_OVER"),
    ("incubation.rules.screening.screening.refusal_to_ask_review", {"due_moment": LIMIT}, None, "REVIEW_OVER"),
    ("incubation.rules.stay.training.refusal_to_record", {"state": "planned", "starts_at": LIMIT, "counts": {}},
     "NOT_BEGUN", None),
]  # fmt: skip
NO_DEADLINE = {  # rule -> why its moment binds nobody
    "activities.rules.hours.on_quarter": "it asks whether a moment stands on a quarter",
    "activities.rules.hours.shuts": "it says when a space shuts next",
    "core.field.rules.is_doubtful": "it shows a time to people and refuses nothing",
    "core.jobs.rules.is_overdue": "after it a worker is taken for dead: a microsecond is nothing to it",
    "core.jobs.rules.last_due": "it says when work that repeats was due last",
}


def deadlines(source):
    """Every public rule that compares the moment it is told with another."""
    for path in pythons(source):
        if room_of(path, source) == "rules":
            for one in tree(path).body:
                if isinstance(one, ast.FunctionDef) and not one.name.startswith("_") and compares(one):
                    yield f"{module_of(path, source).removeprefix('sanshe.')}.{one.name}"


def compares(function):
    every = (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)
    moments = {one.arg for one in every if one.arg in CLOCK and ast.unparse(one.annotation or function) in MOMENT}
    sides = (one for node in ast.walk(function) if isinstance(node, ast.Compare) for one in ast.walk(node))
    return bool(moments & {one.id for one in sides if isinstance(one, ast.Name)})


def answers(rule, facts):
    """What a rule says just before LIMIT and just at it."""
    clock = next(name for name in signature(rule).parameters if name in CLOCK)
    return [rule(**facts, **{clock: moment}) for moment in (LIMIT - STEP, LIMIT)]


def said(answer):
    return getattr(answer, "name", answer)


@pytest.mark.parametrize(("name", "facts", "before", "after"), TABLE)
def test_a_deadline_turns_at_its_moment(name, facts, before, after):
    module, _, rule = name.rpartition(".")
    found = answers(getattr(import_module(f"sanshe.{module}"), rule), facts)
    for answer, expected in zip(found, (before, after), strict=True):
        assert expected in (answer, said(answer))


def test_every_deadline_stands_in_the_table():
    changed = differences({row[0] for row in TABLE} | set(NO_DEADLINE), deadlines(SOURCE))
    assert not changed, "write both sides of it (+); strike out what is gone (-):\n" + "\n".join(changed)


def test_a_deadline_that_is_loose_or_new_is_seen(tmp_path):
    assert answers(lambda due, at: "late" if at > due else None, {"due": LIMIT}) == [None, None]
    assert answers(lambda due, at: "late" if at >= due else None, {"due": LIMIT}) == [None, "late"]
    path = tmp_path / "patrol/rules.py"
    path.parent.mkdir()
    path.write_text("def refusal_to_visit(*, due: datetime, at: datetime):\n    return 1 if at >= due else None\n")
    assert list(deadlines(tmp_path)) == ["patrol.rules.refusal_to_visit"]
