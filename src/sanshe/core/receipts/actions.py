"""Do a write once. The receipt and the write stand or fall in one transaction."""

from collections.abc import Callable
from contextvars import ContextVar
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import F

from sanshe.core.kit import clock
from sanshe.core.kit.refused import Refused
from sanshe.core.receipts.enums import R
from sanshe.core.receipts.models import Receipt
from sanshe.core.receipts.types import Answer, Ticket

_outliving: ContextVar[list[Callable[[], object]] | None] = ContextVar("outliving", default=None)


class Taken(Exception):
    """Somebody wrote a receipt of this id first."""


def remember(*, ticket: Ticket, at: datetime, act: Callable[[], Answer]) -> Answer:
    """Run `act` once for a ticket and answer every repetition as the first time.

    An answer of 400 and more is not kept: it and everything `act` wrote is rolled back. Raises `Refused(OTHER_CONTENT)`
    when the id was used for something else, or by somebody else.
    """
    waiting: list[Callable[[], object]] = []
    held = _outliving.set(waiting)
    try:
        with transaction.atomic():
            answer = _first(ticket, at, act)
    except Taken:
        return _again(ticket)
    except Refused:
        _outlive(waiting)
        raise
    finally:
        _outliving.reset(held)
    if answer.status >= 400:
        _outlive(waiting)
    return answer


def outlive(act: Callable[[], object]) -> None:
    """Do what must stand although the write is about to be refused: put on record that it was tried.

    Inside a receipt's transaction it is done behind the rollback; elsewhere at once.
    """
    waiting = _outliving.get()
    if waiting is None:
        act()
    else:
        waiting.append(act)


def _outlive(waiting: list[Callable[[], object]]) -> None:
    _outliving.set(None)
    for act in waiting:
        act()


def _first(ticket: Ticket, at: datetime, act: Callable[[], Answer]) -> Answer:
    receipt = Receipt(id=ticket.id, who=ticket.who, path=ticket.path, digest=ticket.digest, received_at=at)
    try:
        receipt.save(force_insert=True)  # on PostgreSQL a second one waits here until the first has ended
    except IntegrityError as fault:
        raise Taken from fault
    answer = act()
    if answer.status >= 400:
        transaction.set_rollback(True)
        return answer
    Receipt.objects.filter(pk=ticket.id).update(status=answer.status, headers=answer.headers, body=answer.body)
    return answer


@transaction.atomic
def _again(ticket: Ticket) -> Answer:
    # counting the repetition is a commit of its own: behind a standby it waits for everything before it
    Receipt.objects.filter(pk=ticket.id).update(repeats=F("repeats") + 1)
    kept = Receipt.objects.get(pk=ticket.id)
    if (kept.who, kept.path, kept.digest) != (ticket.who, ticket.path, ticket.digest):
        raise Refused(R.OTHER_CONTENT)
    return Answer(kept.status, kept.headers, None if kept.body is None else bytes(kept.body))


def sweep(keep: timedelta = timedelta(days=40)) -> int:
    """Forget receipts older than 40 days; returns how many."""
    return Receipt.objects.filter(received_at__lt=clock.now() - keep).delete()[0]
