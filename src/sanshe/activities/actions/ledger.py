"""The ledger of sessions: signed by the keeper, corrected by added lines."""

from datetime import datetime

from django.db import transaction

from sanshe.activities.enums import E, Heads, SessionState
from sanshe.activities.models import Correction, Session
from sanshe.activities.queries import session as queries
from sanshe.activities.rules import session as rules
from sanshe.core.kit.access import Actor
from sanshe.core.kit.digest import fingerprint
from sanshe.core.kit.refused import insist
from sanshe.core.rows.actions import change, move, record


@transaction.atomic
def sign(*, session: Session, by: Actor, at: datetime) -> Session:
    """The keeper signs what the ledger says of a session; its digest stands on the record."""
    insist(rules.refusal_to_sign(state=SessionState(session.state), seen=session.seen))
    digest = fingerprint(queries.line(session))
    move(session, SessionState.SIGNED, signed_at=at, signed_by=by.id, digest=digest)
    record(E.LEDGER_SIGNED, session, by=by, at=at, digest=digest)
    return session


@transaction.atomic
def correct(*, session: Session, kind: Heads, by_n: int, why: str, by: Actor, at: datetime) -> Correction:
    """One line more under what was signed: so many more or fewer of one kind."""
    now = getattr(queries.counts([session])[session.pk], Heads(kind)) or 0
    insist(rules.refusal_to_correct(state=SessionState(session.state), now=now, by_n=by_n, why=why))
    change(session)
    said = {"kind": Heads(kind), "by_n": by_n, "why": why.strip()[:200]}
    row = Correction.objects.create(session=session, area_path=session.area_path, noted_at=at, noted_by=by.id, **said)
    record(E.LEDGER_CORRECTED, session, by=by, at=at, note=row.why, kind=row.kind, by_n=by_n)
    return row
