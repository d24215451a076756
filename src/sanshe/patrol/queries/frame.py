"""The frame of a round: as it would be frozen now, and how it differs from the last one of its kind."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from sanshe.core.areas.enums import PremisesState
from sanshe.core.areas.models import KeyDecision, Premises, PremisesChange
from sanshe.core.areas.queries.premises import key_on
from sanshe.core.rows.queries import within
from sanshe.patrol.enums import RoundKind, RoundState
from sanshe.patrol.models import FrameChange, Round, Stop
from sanshe.patrol.rules.round import digest
from sanshe.patrol.types import Candidate, Change, Draft, Said


def candidates(row: Round) -> list[Candidate]:
    """The premises that stand in the register, those of key compounds only where the round is one of these."""
    rows = Premises.objects.filter(within([row.programme.area_path]), state=PremisesState.LISTED)
    if row.kind == RoundKind.KEY:
        rows = rows.filter(compound__in=key_on(row.starts_on).values("compound"))
    return [Candidate(*found) for found in rows.values_list("pk", "area_path", "compound_id", "kind")]


def last_of(row: Round) -> Round | None:
    """The round of the same kind at this place whose frame was frozen last."""
    rows = Round.objects.filter(kind=row.kind, area_path=row.area_path).exclude(state=RoundState.PLANNED)
    return rows.exclude(pk=row.pk).order_by("-frozen_at").first()


def framed(row: Round) -> QuerySet[Stop]:
    return Stop.objects.filter(round=row, is_added=False)


def draft(row: Round) -> Draft:
    """The frame as it would be frozen now."""
    doors, last = candidates(row), last_of(row)
    before = dict(framed(last).values_list("premises_id", "area_path")) if last else {}
    now = {one.premises: one.area_path for one in doors}
    new = {pk: path for pk, path in now.items() if last and pk not in before}
    gone = {pk: path for pk, path in before.items() if pk not in now}
    reasons = _reasons([*new, *gone], last)
    changes = [
        Change(pk, path, is_new, reasons[pk].why, reasons[pk].on)
        for part, is_new in ((new, True), (gone, False))
        for pk, path in sorted(part.items(), key=lambda one: (one[1], str(one[0])))
    ]
    return Draft(tuple(doors), tuple(changes), last, len(before), digest(now))


def _reasons(premises: list[UUID], last: Round | None) -> dict[UUID, Said]:
    """Why each of them came or went: what the register said since the last frame, else the decision on its compound."""
    said = _said(premises)
    old = [pk for pk, one in said.items() if last and last.frozen_at and one.noted_at <= last.frozen_at]
    return said | _decided(old)


def _said(premises: Iterable[UUID]) -> dict[UUID, Said]:
    """The last line of each one's history."""
    rows = PremisesChange.objects.filter(premises__in=list(premises)).order_by("noted_at", "pk")
    return {
        pk: Said(noted_at, on, why)
        for pk, noted_at, on, why in rows.values_list("premises_id", "noted_at", "on", "why")
    }


def _decided(premises: list[UUID]) -> dict[UUID, Said]:
    """The last decision by which the compound of each became a key one, or is one no longer."""
    compounds = dict(Premises.objects.filter(pk__in=premises).values_list("pk", "compound_id"))
    rows = KeyDecision.objects.filter(compound__in=set(compounds.values())).order_by("starts_on", "pk")
    last = {one.compound_id: one for one in rows}
    return {pk: _told(last[compound]) for pk, compound in compounds.items() if compound in last}


def _told(one: KeyDecision) -> Said:
    return Said(datetime.min, one.ends_on or one.starts_on, one.end_ground or one.ground)


def frozen_changes(row: Round) -> QuerySet[FrameChange]:
    """How a frozen frame differs from the one before, what is new first."""
    return row.changes.select_related("premises__compound").order_by("-is_new", "area_path", "pk")
