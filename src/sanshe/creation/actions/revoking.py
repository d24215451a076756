"""A title is looked at again within its term, and revoked: told, heard, drafted by one, approved by another."""

from datetime import datetime

from django.db import transaction

from sanshe.core.calendar.queries import workdays
from sanshe.core.codes import actions as codes
from sanshe.core.codes.queries import newest
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import insist
from sanshe.core.notices.actions import send
from sanshe.core.notices.types import Recipient
from sanshe.core.rows.actions import change, move, record
from sanshe.core.rows.rules import another
from sanshe.creation.actions.attestation import put
from sanshe.creation.enums import Duty, E, Ground, R, RevocationState, Standing, TipState, TitleState
from sanshe.creation.models import Attestation, Revocation, Tip, Title
from sanshe.creation.phrases import GROUNDS
from sanshe.creation.queries import naming as queries
from sanshe.creation.rules import naming
from sanshe.creation.rules import revoking as rules


@transaction.atomic
def ask_again(*, title: Title, tip: Tip | None = None, by: Actor, at: datetime) -> Attestation:
    """The police are asked about the time since the title began; of a tip they learn unit, day and matter at most."""
    standing = naming.standing(title.held, shanghai.day(at))
    insist(None if standing in (Standing.HELD, Standing.WARNED, Standing.SUSPENDED) else R.NOT_HELD)
    change(title)  # two questions at once about one title are one too many
    row = put(title.application, title, title.starts_on, by, at)
    if tip is not None:
        move(tip, TipState.ASKED, attestation=row)
    return row


@transaction.atomic
def tell(*, title: Title, ground: str, by: Actor, at: datetime) -> Revocation:
    """The holder is told on which ground, and has five working days to be heard."""
    found = queries.ground_of(title)
    facts = {"standing": naming.standing(title.held, shanghai.day(at)), "ground": ground}
    facts |= {"grounds": title.scheme.grounds, "reply": found.reply if found else ""}
    insist(rules.refusal_to_tell(**facts, is_open=queries.open_revocation(title) is not None))
    until = workdays().add_workdays(shanghai.day(at), rules.HEARING)
    change(title)
    said = {"ground": Ground(ground), "hear_until": until}
    kept = {"attestation": found if ground == Ground.POLICE else None, "told_at": at, "told_by": by.id}
    row = Revocation.objects.create(title=title, area_path=title.area_path, **said, **kept)
    record(E.REVOCATION_TOLD, title.application, by=by, at=at, **said)
    _letter("creation.told", row, {"date": shanghai.long(until)}, by, at)
    return row


def _letter(template: str, row: Revocation, more: dict[str, str], by: Actor, at: datetime) -> None:
    """To the unit: the ground, and neither who tipped nor what case it was."""
    who = row.title.application
    if who.organisation_id:
        values = {"name": who.name, "number": row.title.number, "ground": str(GROUNDS[row.ground]), **more}
        to, key = Recipient(organisation_id=who.organisation_id), f"{template}:{row.pk}"
        send(template=template, to=to, values=values, by=by, at=at, key=key, url=f"/creation/titles/{row.title_id}/")


@transaction.atomic
def hear(*, revocation: Revocation, said: str, by: Actor, at: datetime) -> Revocation:
    """What the holder says to it, until the last day is over."""
    closes = shanghai.end(revocation.hear_until)
    insist(None if revocation.state == RevocationState.TOLD else R.HEARING_OVER)
    insist(rules.refusal_to_hear(closes=closes, at=at, said=said))
    change(revocation, heard=said.strip()[:500], heard_at=at)
    record(E.HEARD, revocation.title.application, by=by, at=at, note=revocation.heard)
    return revocation


@transaction.atomic
def draft_revocation(*, revocation: Revocation, by: Actor, at: datetime) -> Revocation:
    """Once it could be heard, one drafts the decision."""
    until = revocation.hear_until
    said = {"date": shanghai.long(until)}
    insist(rules.refusal_to_decide(closes=shanghai.end(until), at=at), **said)
    move(revocation, RevocationState.DRAFTED, drafted_at=at, drafted_by=by.id)
    record(E.REVOCATION_DRAFTED, revocation.title.application, by=by, at=at)
    return revocation


@transaction.atomic
def drop_revocation(*, revocation: Revocation, by: Actor, at: datetime) -> Revocation:
    """It comes to nothing: the title stands."""
    move(revocation, RevocationState.DROPPED, decided_at=at, decided_by=by.id)
    record(E.REVOCATION_DROPPED, revocation.title.application, by=by, at=at)
    return revocation


@transaction.atomic
def revoke(*, revocation: Revocation, by: Actor, at: datetime) -> Revocation:
    """Another approves: the title is revoked that day, and its certificate says so."""
    another(by.id, [revocation.drafted_by], Duty.DRAFTER)
    title, day = revocation.title, shanghai.day(at)
    move(revocation, RevocationState.DONE, decided_at=at, decided_by=by.id)
    move(title, TitleState.REVOKED, since=day)
    code, ground = newest(queries.CERTIFICATE, title.pk), str(GROUNDS[revocation.ground])
    assert code is not None
    codes.revoke(code=code, reason=ground, by=by, at=at)
    record(E.REVOKED, title.application, by=by, at=at, number=title.number, ground=revocation.ground)
    _letter("creation.revoked", revocation, {}, by, at)
    return revocation
