"""Visits: noted in a batch, corrected; what each door of a round comes to is written with them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F

from sanshe.core.accounts.queries.people import names_of
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.digest import fingerprint
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows.actions import record as put_on_record
from sanshe.core.sheets.actions import keep_version
from sanshe.core.sheets.models import BlankVersion
from sanshe.patrol.actions.opening import open_findings
from sanshe.patrol.enums import FINDS, E, P, R, RoundState
from sanshe.patrol.models import Round, Stop, Visit
from sanshe.patrol.pages.form import BLANK
from sanshe.patrol.queries.visits import standings
from sanshe.patrol.rules import visit as rules
from sanshe.patrol.rules.form import bad_answer
from sanshe.patrol.types import Event, Standing

FIELDS = tuple(one.name for one in fields(Event))


@transaction.atomic
def record(*, round: Round, events: Sequence[Event], by: Actor, at: datetime) -> list[Visit]:
    """Note visits to doors of a round: all of them or none. What came before is answered as it stands; a round that is
    over takes them beside its figures."""
    insist(R.NOT_FROZEN if round.state == RoundState.PLANNED else None)
    stops = _held(round, {one.stop for one in events})
    marks = {one.id: digest(one) for one in events}
    known = _known(events, marks)
    fresh = list({one.id: one for one in events if one.id not in known}.values())
    form = keep_version(BLANK, at=at) if any(one.answers for one in fresh) else None
    is_late = round.state == RoundState.CLOSED
    made = [_judged(one, marks[one.id], stops[one.stop], form, by, at, is_late) for one in fresh]
    _write(round, made, by, at)
    whole = known | {one.pk: one for one in made}
    return [whole[one.id] for one in events]


def _held(row: Round, keys: set[UUID]) -> dict[UUID, Stop]:
    """The stops, held until the act is done: two devices at one door write one after the other."""
    rows = Stop.objects.filter(round=row, pk__in=keys).order_by("pk")
    found = {one.pk: one for one in rows.select_for_update(no_key=True)}
    insist(R.NOT_HERE if len(found) < len(keys) else None)
    return found


def _known(events: Sequence[Event], marks: Mapping[UUID, str]) -> dict[UUID, Visit]:
    """What came before with the same content; other content under the same id is refused."""
    twice = len(marks) < len(events) and any(digest(one) != marks[one.id] for one in events)
    found = {one.pk: one for one in Visit.objects.filter(pk__in=marks)}
    insist(R.TWICE if twice or any(row.digest != marks[pk] for pk, row in found.items()) else None)
    return found


def digest(one: Event) -> str:
    """The same for the same content."""
    return fingerprint({name: getattr(one, name) for name in FIELDS})


def _judged(
    one: Event, mark: str, stop: Stop, form: BlankVersion | None, by: Actor, at: datetime, is_late: bool
) -> Visit:
    """The visit of an event, unless something must still be said of it."""
    refuse(one, is_recheck=False)
    if one.corrects:
        _refuse_correction(one, one.corrects, stop, by, at)
    where = {"area_path": stop.area_path, "premises_id": stop.premises_id, "stop": stop, "is_late": is_late}
    return Visit(**where, **written(one, mark), form=form if one.answers else None, worker=by.id, received_at=at)


def refuse(one: Event, *, is_recheck: bool) -> None:
    """What must be said of any visit."""
    facts = {"outcome": one.outcome, "result": one.result, "kg": one.kg, "is_kg_unknown": one.is_kg_unknown}
    insist(rules.refusal_of_visit(**facts, reason=one.reason or ""))
    is_needed = one.result in FINDS or (is_recheck and one.result is not None)
    photos = len(one.photos)
    insist(rules.refusal_of_evidence(is_needed=is_needed, photos=photos, second_words=one.second_words))
    if code := bad_answer(one.answers):
        raise Refused(R.BAD_ANSWER, question=next((q.label for q in BLANK.questions if q.code == code), code))


def written(one: Event, mark: str) -> dict[str, Any]:
    """The fields of a visit that an event says."""
    texts = {name: getattr(one, name).strip()[:200] for name in ("words", "second_words", "why")}
    plain = ("noted_at", "offset", "went_at", "device", "seq", "outcome", "kg", "is_kg_unknown", "has_slip")
    return {
        "pk": one.id,
        "digest": mark,
        "result": one.result or "",
        "reason": one.reason or "",
        "answers": dict(one.answers),
        "photos": list(one.photos),
        "corrects_id": one.corrects,
        **texts,
        **{name: getattr(one, name) for name in plain},
    }


def _refuse_correction(one: Event, of: UUID, stop: Stop, by: Actor, at: datetime) -> None:
    """Who noted it the same day, later the manager with a reason; of the same door, once."""
    old = Visit.objects.filter(pk=of, stop=stop, corrections=None).first()
    if old is None:
        raise Refused(R.NOT_HERE)
    facts = {
        "is_own": old.worker == by.id,
        "is_same_day": shanghai.day(old.received_at) == shanghai.day(at),
        "is_manager": by.may_at(P.ASSIGN, old.area_path),
        "why": one.why,
    }
    name = names_of({old.worker}).get(old.worker, "") if old.worker else ""
    insist(rules.refusal_to_correct(**facts), name=name)


def _write(row: Round, made: list[Visit], by: Actor, at: datetime) -> None:
    """Write them, what their doors come to, what they open, and the act."""
    if not made:
        return
    Visit.objects.bulk_create(made, batch_size=500)
    if row.state == RoundState.RUNNING:
        refold({one.stop_id for one in made if one.stop_id})
    keys = [str(one.pk) for one in made]
    put_on_record(E.VISITS_RECORDED, row, by=by, at=at, visits=len(keys), keys=keys)
    for one in made:
        if one.stop and one.corrects_id:
            put_on_record(
                E.VISIT_CORRECTED, one.stop, by=by, at=at, note=one.why, outcome=one.outcome, result=one.result
            )
    open_findings(row, made, by=by, at=at)


def refold(stops: set[UUID]) -> None:
    """Write what the visits of these doors come to: one statement for all that come to the same."""
    alike: defaultdict[Standing, list[UUID]] = defaultdict(list)
    for pk, standing in standings(stops).items():
        alike[standing].append(pk)
    for standing, keys in alike.items():
        said = {"outcome": standing.outcome or "", "result": standing.result or "", "visits": standing.visits}
        said |= {"locked_days": standing.locked_days, "is_try_owed": standing.is_try_owed}
        Stop.objects.filter(pk__in=keys).update(**said, version=F("version") + 1)
