"""The police are asked, answer by one of two words, and may strike it the same day."""

from datetime import date, datetime

from django.db import transaction

from sanshe.core.accounts.queries.people import holders
from sanshe.core.calendar.queries import workdays
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.digest import fingerprint
from sanshe.core.kit.refused import insist
from sanshe.core.notices.actions import send
from sanshe.core.notices.types import Recipient
from sanshe.core.rows.actions import change, move, record, strike
from sanshe.core.rows.rules import another
from sanshe.creation.actions.application import next_of
from sanshe.creation.enums import Duty, E, P, R, Reply, State
from sanshe.creation.models import Application, Attestation, Title
from sanshe.creation.phrases import SLIPS
from sanshe.creation.rules import attestation as rules
from sanshe.creation.rules.application import period

SAME = ("application", "title", "number", "period_from", "period_to", "asked_at", "asked_by", "due_on", "area_path")


@transaction.atomic
def ask(*, application: Application, by: Actor, at: datetime) -> Attestation:
    """The police are asked about the year up to yesterday, five working days to answer."""
    another(by.id, [application.recommended_by], Duty.RECOMMENDER)
    move(application, State.ASKED)
    return put(application, None, None, by, at)


def put(application: Application, title: Title | None, since: date | None, by: Actor, at: datetime) -> Attestation:
    """A question under the next number."""
    today = shanghai.day(at)
    first, last = period(asked_on=today, since=since)
    due = workdays().add_workdays(today, rules.WORKDAYS)
    said = {"number": next_of(application.scheme, "attestation", at), "period_from": first, "period_to": last}
    said |= {"due_on": due}
    what = {"application": application, "title": title, "area_path": application.area_path}
    row = Attestation.objects.create(asked_at=at, asked_by=by.id, **what, **said)
    record(E.ASKED, application, by=by, at=at, **said)
    return row


@transaction.atomic
def answer(*, attestation: Attestation, reply: str, by: Actor, at: datetime) -> Attestation:
    """有 or 无, and nothing else. One that is 有 ends an application; of a title it decides nothing by itself."""
    application = attestation.application
    insist(rules.refusal_to_answer(is_answered=bool(attestation.reply), given=reply))
    another(by.id, [application.recommended_by], Duty.RECOMMENDER)
    kept = _kept(attestation, Reply(reply), at)
    change(attestation, refused=R.ANSWERED, answered_by=by.id, digest=fingerprint(kept), answered_at=at, reply=reply)
    record(E.ANSWERED, application, by=by, at=at, number=attestation.number, reply=reply, digest=attestation.digest)
    if attestation.title_id is None:
        _follow(application, Reply(reply), by, at)
    return attestation


def _kept(row: Attestation, reply: Reply, at: datetime) -> dict[str, str]:
    """The five things that are kept of an answer."""
    return {
        "unit": row.application.name, "from": row.period_from.isoformat(), "to": row.period_to.isoformat(),
        "reply": str(reply), "number": row.number, "day": shanghai.day(at).isoformat(),
    }  # fmt: skip


def _follow(application: Application, reply: Reply, by: Actor, at: datetime) -> None:
    """The unit is told that it did not pass, and nothing more."""
    if reply == Reply.NONE:
        move(application, State.ATTESTED)
        return
    move(application, State.FAILED, ended_at=at)
    if application.organisation_id:
        to, key = Recipient(organisation_id=application.organisation_id), f"creation.failed:{application.pk}:{at}"
        values = {"name": application.name, "scheme": application.scheme.name}
        url = f"/creation/applications/{application.pk}/"
        send(template="creation.failed", to=to, values=values, by=by, at=at, key=key, url=url)


@transaction.atomic
def strike_answer(*, attestation: Attestation, slip: str, by: Actor, at: datetime) -> Attestation:
    """Struck the same day from a list of reasons: the old one stays as it was, and the question is open again."""
    application = attestation.application
    went_on = attestation.title_id is None and application.state not in (State.ATTESTED, State.FAILED)
    facts = {"answered_at": attestation.answered_at, "at": at, "given": slip}
    insist(
        rules.refusal_to_strike(**facts, went_on=went_on or attestation.tips.filter(closed_at__isnull=False).exists())
    )
    change(attestation, slip=slip)
    strike(row=attestation, reason=str(SLIPS[slip]), by=by, at=at)
    if attestation.title_id is None:
        move(application, State.ASKED, ended_at=None)
    anew = Attestation.objects.create(**{name: getattr(attestation, name) for name in SAME})
    record(E.ANSWER_STRUCK, application, by=by, at=at, number=anew.number, note=str(SLIPS[slip]))
    return anew


@transaction.atomic
def remind(*, attestation: Attestation, by: Actor, at: datetime) -> int:
    """Whoever may answer is reminded, once a day; answers how many."""
    insist(R.ANSWERED if attestation.reply else None)
    day = shanghai.day(at)
    values = {"name": attestation.application.name, "date": shanghai.short(attestation.due_on)}
    people = list(holders(P.ATTEST, attestation.area_path, at))
    for one in people:
        key = f"creation.remind:{attestation.pk}:{one.pk}:{day}"
        url = f"/creation/attest/{attestation.pk}/"
        send(template="creation.remind", to=Recipient(user_id=one.pk), values=values, by=by, at=at, key=key, url=url)
    record(E.REMINDED, attestation.application, by=by, at=at, number=attestation.number, people=len(people))
    return len(people)
