"""Objections of one kind as a ledger of progress: how far each is, never who raised it nor what it says."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.urls import reverse

from sanshe.core.audit import queries as audit
from sanshe.core.duties.queries import SOURCES as DUTIES
from sanshe.core.figures.queries import INDICATORS
from sanshe.core.figures.types import Indicator
from sanshe.core.kit.access import Actor
from sanshe.core.ledgers.enums import FilterKind, Kind
from sanshe.core.ledgers.queries import LEDGERS
from sanshe.core.ledgers.types import Column, Filter, Ledger
from sanshe.core.notices.queries import TEMPLATES
from sanshe.core.notices.types import Template
from sanshe.core.objections import phrases
from sanshe.core.objections.enums import Outcome, State
from sanshe.core.objections.ledgers.duties import sources
from sanshe.core.objections.models import Objection
from sanshe.core.objections.queries import SUBJECTS, tracked, under
from sanshe.core.objections.types import event
from sanshe.core.tracking.queries import TRACKED
from sanshe.core.tracking.types import Tracked

PILLS = {State.RECEIVED: "due", State.ACCEPTED: "run", State.ANSWERED: "run", State.UNDER_REVIEW: "due"}
QUIET = (State.DECLINED, State.WITHDRAWN)
HEADS = phrases.HEADS


def pill(row: Objection) -> tuple[str, Any]:
    state = State(row.state)
    return PILLS.get(state, "off" if state in QUIET else "done"), phrases.STATES[state]


def _outcome(row: Objection) -> Any:
    return phrases.OUTCOMES[Outcome(row.outcome)] if row.outcome else ""


def ledger(kind: str) -> Ledger:
    subject = SUBJECTS[kind]
    return Ledger(
        code=f"{kind}s",
        title=phrases.LEDGER,
        note=phrases.LEDGER_NOTE,
        needs=subject.codes,
        columns=(
            Column("number", HEADS["number"]),
            Column("against", HEADS["against"], "title", width=28),
            Column("batch", HEADS["listing"], "listing_title", width=20),
            Column("state", HEADS["state"], pill, kind=Kind.PILL, width=18),
            Column("raised_at", HEADS["raised"], kind=Kind.DATETIME, width=18),
            Column("accept_due_on", HEADS["accept_due"], kind=Kind.DATE),
            Column("answer_due_on", HEADS["answer_due"], kind=Kind.DATE),
            Column("answered_at", HEADS["answered"], kind=Kind.DATETIME, width=18),
            Column("outcome", HEADS["outcome"], _outcome),
            Column("review_due_on", HEADS["review_due"], kind=Kind.DATE),
        ),
        rows=lambda actor, filters: Objection.objects.filter(kind=kind).exclude(state=State.TAKEN_BACK),
        filters=(
            Filter("state", HEADS["state"], options=tuple(phrases.STATES.items())[:-1], field="state"),
            Filter("raised", HEADS["raised"], FilterKind.DATES, field="raised_at"),
        ),
        key=("-raised_at", "pk"),
        seal=subject.seal,
    )


def _names(kind: str) -> Callable[[Actor, list[str]], dict[str, tuple[str, str]]]:
    """What the record's pages call a case: its number, with its address."""

    def find(actor: Actor, ids: list[str]) -> dict[str, tuple[str, str]]:
        rows = Objection.objects.filter(kind=kind, pk__in=ids)
        closed = {(row.pk, row.subject in SUBJECTS[kind].shut(actor, row.listing)) for row in rows}
        open_ones = {pk for pk, is_shut in closed if not is_shut}
        return {
            str(row.pk): (row.number, reverse("objections:case", args=[row.pk])) for row in rows if row.pk in open_ones
        }

    return find


def declare(kind: str) -> None:
    """Tell the house about the objections of one kind; called once its subject is known."""
    subject = SUBJECTS[kind]
    audit.EVENT_LABELS.update({event(kind, what): label for what, label in phrases.EVENTS.items()})
    audit.KIND_LABELS[kind] = phrases.LABEL
    audit.NAMED.add(kind, _names(kind))
    book = ledger(kind)
    LEDGERS.add(book.code, book)
    counted = {"label": phrases.LABEL, "needs": subject.follow, "unit": phrases.UNIT, "ledger": book.code}
    INDICATORS.add(book.code, Indicator(code=book.code, recount=partial(under, kind), **counted))
    for source in sources(kind):
        DUTIES.add(source.code, source)
    for letter, (title, text) in phrases.LETTERS.items():
        TEMPLATES.add(f"{kind}_{letter}", Template(title, text))
    page = lambda pk: reverse("objections:own", args=[pk])  # noqa: E731
    TRACKED.add(kind, Tracked(phrases.LABEL, "220120-001", r"\d{6}-\d{3,}", partial(tracked, kind), page))
