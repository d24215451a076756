"""The values of the pages of a case: for who handles or follows it, and for who raised it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sanshe.core.accounts.queries import person
from sanshe.core.calendar.queries import clock
from sanshe.core.calendar.types import Clock, Due
from sanshe.core.kit.access import Actor
from sanshe.core.objections import phrases, queries, rules
from sanshe.core.objections.enums import NOTED, Deed, Duty, Outcome, State
from sanshe.core.objections.models import Objection
from sanshe.core.privacy.rules import mask_name, mask_phone
from sanshe.core.ui.queries import day_words


def case_facts(case: queries.Case, actor: Actor, at: datetime, is_clear: bool) -> dict[str, Any]:
    """One case. Who raised it is masked, unless the look was put on record."""
    row = case.row
    may = {deed.value: case.mine.may(deed) for deed in Deed}
    about = {"about": case.subject.about(actor, row.listing), "cases_url": case.subject.cases}
    words = {"words": case.subject.words, "days": case.subject.days, "effects": _effects(case)}
    choices = {"verdicts": phrases.VERDICTS, "outcomes": phrases.OUTCOMES, "events": phrases.EVENTS}
    return {
        "row": row,
        "may": may,
        "works": may["work"] and row.state == State.ACCEPTED,
        "who": _objector(row, is_clear) if may["read"] else None,
        "is_clear": is_clear,
        "people": [(label, person(who)) for label, who in _duties(row) if who],
        "state": phrases.STATES[State(row.state)],
        "outcome": _outcome(row),
        "clocks": _clocks(case, at),
        "points": row.points.all(),
        "prefill": "\n".join(row.grounds),
        "notes": row.notes.all(),
        "noted": [(event, phrases.EVENTS[event]) for event in NOTED],
        "co_handlers": queries.co_handlers(row, at) if may["name"] else [],
        **about,
        **words,
        **choices,
    }


def own_facts(row: Objection, at: datetime) -> dict[str, Any]:
    """One's own: how far it is, what one may still do, and what one keeps."""
    subject, state = queries.SUBJECTS[row.kind], State(row.state)
    listing = queries.listing_of(row.kind, row.listing)
    may_take_back = rules.refusal_to_take_back(state=state, until=row.undo_until, at=at) is None
    return {
        "row": row,
        "contact": listing.contact if listing else {},
        "state": phrases.STATES[state],
        "outcome": _outcome(row),
        "kept": _kept(row, subject.words.which),
        "may_take_back": may_take_back,
        "may_withdraw": rules.refusal_to_withdraw(state=state, is_own=True) is None,
        "may_ask": state == State.ANSWERED and row.review_due_on is not None and at < Due(row.review_due_on).moment,
    }


def public_count(kind: str, listing: UUID) -> str:
    """How many objected, as everybody may know it; nothing while nobody did."""
    n = queries.count_of(kind, listing).received
    return phrases.counted(n) if n else ""


def _kept(row: Objection, which: Any) -> str:
    """The receipt as a text to copy."""
    days = {"day": day_words(row.raised_at), "due": day_words(row.answer_due_on)}
    return str(phrases.KEPT).format(number=row.number, which=which, title=row.title, **days)


def _outcome(row: Objection) -> Any:
    return phrases.OUTCOMES[Outcome(row.outcome)] if row.outcome else ""


def _effects(case: queries.Case) -> list[tuple[Any, Any]]:
    return [(label, case.subject.words.effects[one]) for one, label in phrases.OUTCOMES.items()]


def _objector(row: Objection, is_clear: bool) -> tuple[str, str]:
    return (row.name, row.phone) if is_clear else (mask_name(row.name), mask_phone(row.phone))


def _clocks(case: queries.Case, at: datetime) -> list[Clock]:
    """The days to say whether it is taken up and the days to answer: each a clock of its own."""
    row, days = case.row, case.subject.days
    if row.state not in (State.RECEIVED, State.ACCEPTED):
        return []
    terms = [(phrases.ANSWER_BY, row.answer_due_on, days.answer)]
    if row.state == State.RECEIVED:
        terms.insert(0, (phrases.ACCEPT_BY, row.accept_due_on, days.accept))
    return [clock(str(label), opens=row.raised_at, due=Due(day), now=at, whole=n) for label, day, n in terms]


def _duties(row: Objection) -> tuple[tuple[Any, UUID | None], ...]:
    duties = ((Duty.HANDLER, row.handler), (Duty.CO_HANDLER, row.co_handler), (Duty.REVIEWER, row.reviewer))
    return tuple((phrases.DUTIES[duty], who) for duty, who in duties)
