"""Verified by somebody without a hand in it, called back by a third, closed or done again."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from sanshe.appeals.actions import clocks
from sanshe.appeals.enums import ClockKind, Duty, E, LegState, R, Reach, Satisfied, Solved, State, Step
from sanshe.appeals.models import Appeal, Callback, Verification
from sanshe.appeals.queries.appeals import handlers, last_clock, lead, may_be_named, may_verify, running, verifiers
from sanshe.appeals.queries.settings import term_of
from sanshe.appeals.rules import check as rules
from sanshe.appeals.rules import intake
from sanshe.core.calendar.queries import worktime
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows.actions import change, move, record
from sanshe.core.rows.rules import another


@transaction.atomic
def name_verifier(*, appeal: Appeal, person: UUID, place: str, by: Actor, at: datetime) -> Appeal:
    """Somebody of this or another community looks whether it was done; they see this one matter until it is closed."""
    insist(None if appeal.state == State.HANDLED else R.CLOCK_STANDS)
    another(person, handlers(appeal), Duty.HANDLER)
    insist(None if may_be_named(appeal, person, at, place) else R.NOT_A_VERIFIER)
    change(appeal, verifier=person)
    record(E.VERIFIER_NAMED, appeal, by=by, at=at, place=place)
    return appeal


@transaction.atomic
def verify(*, appeal: Appeal, is_passed: bool, is_seen: bool, found: str, by: Actor, at: datetime) -> Verification:
    """Seen or asked: it was done, or it goes back and its clock ran on all the time."""
    another(by.id, handlers(appeal), Duty.HANDLER)
    insist(None if may_verify(by, appeal) else R.NOT_A_VERIFIER)
    insist(intake.refusal_of_words(found))
    move(appeal, State.VERIFIED if is_passed else State.IN_HAND)
    clocks.stop(appeal, ClockKind.VERIFY, at=at)
    said = {"is_passed": is_passed, "is_seen": is_seen}
    row = Verification.objects.create(
        appeal=appeal, area_path=appeal.area_path, noted_at=at, noted_by=by.id, found=found.strip(), **said
    )
    if is_passed:
        clocks.start(appeal, ClockKind.CALL, term_of(appeal.area_path, Step.CALL), at=at)
    else:
        _run_on(appeal)
    record(E.VERIFIED if is_passed else E.SENT_BACK, appeal, by=by, at=at, **said)
    return row


def _run_on(appeal: Appeal) -> None:
    leg = lead(appeal)
    assert leg is not None  # it was handled by somebody
    move(leg, LegState.SIGNED)
    for clock in [last_clock(appeal, ClockKind.HANDLE), leg.clocks.filter(kind=ClockKind.LEG).last()]:
        if clock is not None:
            clocks.run_on(clock)


@transaction.atomic
def call_back(
    *,
    appeal: Appeal,
    reach: Reach,
    solved: Solved | None,
    by: Actor,
    at: datetime,
    satisfied: Satisfied = Satisfied.UNSAID,
    words: str = "",
    is_read_back: bool = False,
    wants_redo: bool | None = None,
) -> Callback:
    """A call: the resident's verdict, or one more try. Three tries on two days close it, and are no verdict."""
    hands = handlers(appeal) | verifiers(appeal)
    insist(rules.refusal_to_call(has_phone=appeal.person is not None, by=by.id, hands=hands))
    insist(rules.refusal_of_verdict(reach=reach, solved=solved, satisfied=satisfied))
    insist(R.NOT_READ_BACK if words.strip() and not is_read_back else None)
    insist(None if appeal.state == State.VERIFIED else R.CLOCK_STANDS)
    said = {"reach": reach, "solved": solved or "", "satisfied": satisfied}
    text = {"words": words.strip(), "is_read_back": is_read_back}
    row = Callback.objects.create(
        appeal=appeal, area_path=appeal.area_path, noted_at=at, noted_by=by.id, **said, **text
    )
    record(E.CALLED, appeal, by=by, at=at, **said)
    to = rules.after_call(reach=reach, solved=solved, wants_redo=wants_redo, days=_days_of_tries(appeal))
    _follow(appeal, row, to, by, at)
    return row


def _days_of_tries(appeal: Appeal) -> list[date]:
    """The days on which was called since the last check."""
    checked = Verification.objects.filter(appeal=appeal).order_by("-noted_at").first()
    rows = Callback.objects.filter(appeal=appeal)
    rows = rows.filter(noted_at__gte=checked.noted_at) if checked else rows
    return [shanghai.day(one) for one in rows.values_list("noted_at", flat=True)]


def _follow(appeal: Appeal, row: Callback, to: State | None, by: Actor, at: datetime) -> None:
    said = {"reach": row.reach, "solved": row.solved, "satisfied": row.satisfied}
    if row.reach == Reach.REACHED:
        move(appeal, State.CALLED_BACK, **said)
    if to == State.CLOSED:
        close(appeal, by, at, **said)
    elif to == State.REDO:
        redo(appeal, State.REDO, by, at)


def close(appeal: Appeal, by: Actor, at: datetime, **fields: object) -> None:
    """Closed; the resident may reopen it for a while."""
    until = worktime().due(at, term_of(appeal.area_path, Step.REOPEN))
    move(appeal, State.CLOSED, closed_at=at, reopen_until=until, **fields)
    clocks.stop(appeal, ClockKind.CALL, at=at)
    clocks.drop(appeal, at=at)
    record(E.CLOSED, appeal, by=by, at=at)


def redo(appeal: Appeal, to: State, by: Actor, at: datetime) -> None:
    """A whole new term beside the old one, which stays met or missed."""
    clocks.stop(appeal, ClockKind.CALL, at=at)
    move(appeal, to, verifier=None, closed_at=None, reopen_until=None)
    clocks.start(appeal, ClockKind.HANDLE, appeal.category.handle, at=at)
    record(E.REDONE if to == State.REDO else E.REOPENED, appeal, by=by, at=at)


@transaction.atomic
def close_uncalled(*, appeal: Appeal, by: Actor, at: datetime) -> Appeal:
    """Who left no telephone is not called: it is closed once it was checked, and stands in no figure of verdicts."""
    if appeal.person is not None:
        raise Refused(R.NO_VERDICT)
    insist(None if appeal.state == State.VERIFIED and running(appeal, ClockKind.CALL) else R.CLOCK_STANDS)
    close(appeal, by, at)
    return appeal
