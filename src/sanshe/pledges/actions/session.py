"""Sessions are planned and written down; heads counted together and a unit's drivers stand beside the signatures."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import Max

from sanshe.core.files import actions as files
from sanshe.core.files.models import StoredFile
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.notices.actions import send
from sanshe.core.notices.types import Recipient
from sanshe.core.parties.models import Organisation
from sanshe.core.rows.actions import change, record
from sanshe.pledges import phrases
from sanshe.pledges.enums import CampaignState, E, R
from sanshe.pledges.models import Campaign, Collective, DriverCount, Lesson, Participant, Session
from sanshe.pledges.rules import paper as rules

PHOTO = "photo"
WANTED = "pledges.count_wanted"


@transaction.atomic
def plan_session(
    *,
    campaign: Campaign,
    area_path: str,
    place: str,
    starts_at: datetime,
    unit: Organisation | None = None,
    by: Actor,
    at: datetime,
) -> Session:
    """A session at a unit or in a community."""
    insist(R.CLOSED if campaign.state == CampaignState.CLOSED else None)
    insist(R.NO_NAME if not place.strip() else None, field="place")
    number = (campaign.sessions.aggregate(n=Max("number"))["n"] or 0) + 1
    said = {"number": number, "place": place.strip(), "starts_at": starts_at}
    row = Session.objects.create(campaign=campaign, area_path=area_path, unit=unit, **said)
    record(E.SESSION_PLANNED, row, by=by, at=at, **said)
    return row


@transaction.atomic
def hold_session(
    *, session: Session, heads: int, lessons: Sequence[Lesson], taken: int = 0, left: int = 0, by: Actor, at: datetime
) -> Session:
    """What is written down of a session, and corrected: how many came, which cases were told, what was given out."""
    days = {"starts_on": shanghai.day(session.starts_at), "today": shanghai.day(at)}
    insist(rules.refusal_of_session(**days, heads=heads, taken=taken, left=left))
    said = {"heads": heads, "taken": taken, "left": left}
    change(session, held_at=at, **said)
    session.lessons.set(lessons)
    told = sorted(one.number for one in lessons)
    record(E.SESSION_HELD, session, by=by, at=at, lessons=told, **said)
    return session


@transaction.atomic
def count_together(*, session: Session, heads: int, photo: StoredFile, by: Actor, at: datetime) -> Collective:
    """Heads that pledged together at a session, with a photograph."""
    insist(R.NO_HEADS if heads < 1 else None)
    insist(R.NOT_BEGUN if at < session.starts_at else None)
    said = {"heads": heads, "photo": photo.digest}
    where = {"area_path": session.area_path}
    row = Collective.objects.create(session=session, counted_at=at, counted_by=by.id, **where, **said)
    files.attach(
        file=photo,
        kind="pledges.collective",
        subject=row.pk,
        slot=PHOTO,
        label=str(phrases.PHOTO_LABEL),
        by=by,
        at=at,
        **where,
    )
    record(E.COUNTED, row, by=by, at=at, session=session.number, **said)
    return row


@transaction.atomic
def add_unit(*, campaign: Campaign, unit: Organisation, count_by: date, by: Actor, at: datetime) -> Participant:
    """A unit is asked to take part, and told until when its own count of drivers is wanted."""
    insist(R.CLOSED if campaign.state == CampaignState.CLOSED else None)
    insist(rules.refusal_to_join(count_by=count_by, today=shanghai.day(at)))
    where = {"area_path": unit.area_path, "joined_at": at}
    try:
        with transaction.atomic():
            row = Participant.objects.create(campaign=campaign, unit=unit, count_by=count_by, **where)
    except IntegrityError as error:
        raise Refused(R.HAS_JOINED, name=unit.name) from error
    values = {"campaign": campaign.name, "unit": unit.name, "day": shanghai.short(count_by)}
    send(template=WANTED, to=Recipient(organisation_id=unit.pk), values=values, by=by, at=at, key=str(row.pk))
    record(E.UNIT_JOINED, row, by=by, at=at, unit=unit.name, count_by=count_by)
    return row


@transaction.atomic
def count_drivers(
    *, campaign: Campaign, unit: Organisation, drivers: int, as_of: date, by: Actor, at: datetime
) -> DriverCount:
    """A unit says how many drivers it has, of a day; the latest day counts."""
    insist(rules.refusal_of_drivers(drivers=drivers, as_of=as_of, today=shanghai.day(at)))
    said = {"drivers": drivers, "as_of": as_of}
    more = {"unit": unit, "given_at": at, "given_by": by.id}
    row = DriverCount.objects.create(campaign=campaign, area_path=unit.area_path, **said, **more)
    record(E.DRIVERS_COUNTED, row, by=by, at=at, unit=unit.name, **said)
    return row
