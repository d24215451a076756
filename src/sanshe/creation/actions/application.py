"""Applications: declared, applied, assessed, sent back or recommended, withdrawn."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import IntegrityError, transaction

from sanshe.core.areas.queries import name_of
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.parties.models import Organisation
from sanshe.core.rows.actions import move, record
from sanshe.core.rows.rules import another, refusal_of_past
from sanshe.core.serials.actions import next_number
from sanshe.creation.enums import Duty, E, Level, R, SchemeState, State
from sanshe.creation.models import Answer, Application, Scheme
from sanshe.creation.queries import applications as queries
from sanshe.creation.queries import records
from sanshe.creation.queries.schemes import standard
from sanshe.creation.rules import application as rules
from sanshe.creation.types import Asked, Record


def next_of(scheme: Scheme, what: str, at: datetime) -> str:
    """2022-003: numbered within its scheme and year."""
    year = shanghai.day(at).year
    return f"{year}-{next_number(series=f'creation.{what}:{scheme.pk}:{year}'):03d}"


@transaction.atomic
def declare(
    *, scheme: Scheme, level: Level, organisation: Organisation | None = None, area_path: str, by: Actor, at: datetime
) -> Application:
    """Somebody means to be named 意向; a unit by its organisation, else the place itself."""
    rows, today = queries.same_applicant(scheme, organisation, area_path), shanghai.day(at)
    free = rules.first_day(queries.past(rows), scheme.terms)
    facts = {"is_open": scheme.state == SchemeState.OPEN, "has_open": rows.filter(state__in=State.open()).exists()}
    facts |= {"has_title": queries.title_of(rows, today) is not None}
    said = {"scheme": scheme.name, "date": shanghai.long(free) if free else ""}
    insist(rules.refusal_to_declare(**facts, free=free, today=today), **said)
    kept = standard(scheme, level)
    if kept is None:
        raise Refused(R.NO_STANDARD)
    rows.update(is_current=False)
    what = {"level": Level(level), "organisation": organisation, "area_path": area_path}
    what["name"] = organisation.name if organisation else name_of(area_path)
    row = _kept(Application(scheme=scheme, standard=kept, declared_at=at, declared_by=by.id, **what), scheme)
    record(E.DECLARED, row, by=by, at=at, scheme=scheme.name, level=row.level, name=row.name, standard=kept.number)
    return row


def _kept(row: Application, scheme: Scheme) -> Application:
    """Two at once: the database keeps one."""
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        raise Refused(R.OPEN, scheme=scheme.name) from error
    return row


@transaction.atomic
def apply(*, application: Application, by: Actor, at: datetime) -> Application:
    """It applies 申报, under its number from now on."""
    party = application.organisation
    insist(rules.refusal_to_apply(level=Level(application.level), head=party.head_name if party else by.name))
    number = application.number or next_of(application.scheme, "application", at)
    move(application, State.APPLIED, number=number, applied_at=at)
    record(E.APPLIED, application, by=by, at=at, number=number)
    return application


@transaction.atomic
def assess(
    *,
    application: Application,
    drivers: int | None,
    drivers_on: date | None,
    words: Mapping[int, str],
    by: Actor,
    at: datetime,
) -> Application:
    """It assesses itself 自评: its own words, and the records of this house as they are today."""
    today, criteria = shanghai.day(at), application.standard.items
    insist(refusal_of_past(drivers_on or today, today=today), field="drivers_on")
    found = records.found(criteria, Asked(application.organisation_id, application.area_path, at))
    facts = {"words": words, "found": {no: one.text for no, one in found.items()}}
    insist(rules.refusal_to_assess(level=Level(application.level), drivers=drivers, criteria=criteria, **facts))
    said = {"drivers": drivers, "drivers_on": drivers_on or today, "back_why": ""}
    move(application, State.ASSESSED, assessed_at=at, assessed_by=by.id, **said)
    application.answers.all().delete()
    told = found | {no: Record(text.strip(), "") for no, text in words.items()}
    where = {"application": application, "area_path": application.area_path}
    Answer.objects.bulk_create(
        Answer(no=no, text=one.text[:300], url=one.url, is_met=one.is_met, **where) for no, one in told.items()
    )
    answers = {str(no): one.text for no, one in told.items()}
    record(E.ASSESSED, application, by=by, at=at, drivers=drivers, answers=answers)
    return application


@transaction.atomic
def send_back(*, application: Application, reason: str, by: Actor, at: datetime) -> Application:
    """The level above sends it back with words."""
    insist(None if reason.strip() else R.NO_REASON)
    move(application, State.APPLIED, back_why=reason.strip()[:200])
    record(E.SENT_BACK, application, by=by, at=at, note=application.back_why)
    return application


@transaction.atomic
def recommend(*, application: Application, remark: str, by: Actor, at: datetime) -> Application:
    """The level above recommends it; a subdistrict needs its share of communities that day."""
    another(by.id, [application.declared_by, application.assessed_by], Duty.APPLICANT)
    if application.level == Level.STREET:
        held, of = queries.share(application, at)
        need = application.scheme.share
        insist(rules.refusal_of_share(held=held, of=of, share=need), held=held, of=of, share=need)
    move(application, State.RECOMMENDED, recommended_at=at, recommended_by=by.id, remark=remark.strip()[:200])
    record(E.RECOMMENDED, application, by=by, at=at, note=application.remark)
    return application


@transaction.atomic
def withdraw(*, application: Application, by: Actor, at: datetime) -> Application:
    """The applicant takes it back, before it is recommended."""
    move(application, State.WITHDRAWN, ended_at=at)
    record(E.WITHDRAWN, application, by=by, at=at)
    return application
