"""Compounds, and the decisions by which they are key ones."""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import Max

from sanshe.core.areas.enums import E, Level, R
from sanshe.core.areas.models import Compound, KeyDecision
from sanshe.core.areas.rules import level_of
from sanshe.core.areas.rules import premises as rules
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows.actions import change, record


@transaction.atomic
def open_compound(*, area_path: str, name: str, by: Actor, at: datetime) -> Compound:
    """Enter a compound of a community, behind those that are there. Refuses COMPOUND_TAKEN for a name that stands."""
    insist(rules.refusal_of_name(name))
    insist(None if level_of(area_path) == Level.COMMUNITY else R.NO_COMMUNITY)
    last = Compound.objects.filter(area_path=area_path).aggregate(n=Max("walk_no"))["n"] or 0
    try:
        with transaction.atomic():
            row = Compound.objects.create(area_path=area_path, name=name.strip(), walk_no=last + 1)
    except IntegrityError as error:
        raise Refused(R.COMPOUND_TAKEN, name=name.strip()) from error
    record(E.COMPOUND_OPENED, row, by=by, at=at, name=row.name)
    return row


@transaction.atomic
def decide_key(*, compound: Compound, starts_on: date, ground: str, by: Actor, at: datetime) -> KeyDecision:
    """From a day on the compound is a key one. Refuses KEY_ALREADY while an earlier decision stands."""
    is_key = KeyDecision.objects.filter(compound=compound, ends_on=None).exists()
    insist(rules.refusal_to_decide_key(ground=ground, is_key=is_key))
    said = {"starts_on": starts_on, "ground": ground.strip()[:200]}
    try:
        with transaction.atomic():
            row = KeyDecision.objects.create(compound=compound, area_path=compound.area_path, **said)
    except IntegrityError as error:
        raise Refused(R.KEY_ALREADY) from error
    record(E.KEY_DECIDED, compound, by=by, at=at, note=row.ground, starts_on=starts_on)
    return row


@transaction.atomic
def end_key(*, decision: KeyDecision, ends_on: date, ground: str, by: Actor, at: datetime) -> KeyDecision:
    """Its last day as a key compound, and why."""
    insist(rules.refusal_to_end_key(ground=ground, starts_on=decision.starts_on, ends_on=ends_on))
    change(decision, ends_on=ends_on, end_ground=ground.strip()[:200])
    record(E.KEY_ENDED, decision.compound, by=by, at=at, note=decision.end_ground, ends_on=ends_on)
    return decision
