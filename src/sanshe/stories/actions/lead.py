"""Leads: proposed by anybody of the staff; the one who is to tell it says yes or no, and never why."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from sanshe.core.accounts.queries.people import user
from sanshe.core.kit.access import SYSTEM, Actor
from sanshe.core.kit.refused import insist
from sanshe.core.notices.actions import send
from sanshe.core.notices.types import Recipient
from sanshe.core.rows.actions import change, move, record
from sanshe.stories import queries
from sanshe.stories.enums import E, LeadState, P, R
from sanshe.stories.models import Lead
from sanshe.stories.rules import refusal_to_propose

ASKED = "stories.asked"
KEPT = timedelta(days=30)


@transaction.atomic
def propose(
    *, area_path: str, title: str, why: str = "", case_number: str = "", teller: UUID | None = None,
    teller_name: str = "", part: str = "", by: Actor, at: datetime,
) -> Lead:  # fmt: skip
    """Propose a story. Who has an account is asked there; others are asked in person by who writes."""
    account = user(teller) if teller else None
    name = account.name if account else teller_name
    insist(refusal_to_propose(title=title, teller=name))
    row = Lead.objects.create(
        area_path=area_path, title=title.strip(), why=why.strip(), case_number=case_number.strip(), teller=teller,
        teller_name=name.strip(), part=part.strip(), proposed_at=at, proposed_by=by.id,
    )  # fmt: skip
    record(E.PROPOSED, row, by=by, at=at, title=row.title, case_number=row.case_number)
    if account:
        values = {"title": row.title}
        send(template=ASKED, to=Recipient(user_id=teller), values=values, by=by, at=at, key=f"stories:{row.pk}",
             url="/stories/")  # fmt: skip
    return row


@transaction.atomic
def answer(*, lead: Lead, yes: bool, by: Actor, at: datetime) -> Lead:
    """The teller's own yes or no; who has no account is asked in person, and who writes notes the answer."""
    is_noted = lead.teller is None and by.may_at(P.WRITE, lead.area_path)
    insist(None if is_noted or (lead.teller is not None and lead.teller == by.id) else R.NOT_THE_TELLER)
    move(lead, LeadState.WILLING if yes else LeadState.UNWILLING, answered_at=at)
    record(E.WILLING if yes else E.UNWILLING, lead, by=by, at=at)
    return lead


def forget_names(at: datetime) -> int:
    """Names of tellers go from leads that came to nothing, and from those whose story ended; each night."""
    rows = queries.forgotten(at - KEPT)
    for row in rows:
        _forget(row, at)
    return len(rows)


@transaction.atomic
def _forget(row: Lead, at: datetime) -> None:
    change(row, teller_name="", forgotten_at=at)
    record(E.FORGOTTEN, row, by=SYSTEM, at=at)
