"""A case for who may open it, and what they are to it: the one guard of every address and every act."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from sanshe.core.accounts.queries import actor_for, holders, user
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import insist
from sanshe.core.objections import rules
from sanshe.core.objections.enums import Deed, R, State
from sanshe.core.objections.models import Objection
from sanshe.core.objections.queries.subjects import SUBJECTS
from sanshe.core.objections.types import Standing, Subject
from sanshe.core.rows.queries import within


@dataclass(frozen=True, slots=True)
class Case:
    """A case and what somebody is to it."""

    row: Objection
    subject: Subject
    mine: Standing

    def refusal(self, deed: Deed) -> R | None:
        return rules.refusal_of_deed(self.mine, deed, State(self.row.state))

    def insist(self, deed: Deed) -> None:
        insist(self.refusal(deed), duty=self.mine.barred)


def visible(actor: Actor, kinds: Iterable[str] | None = None) -> QuerySet[Objection]:
    """Objections of the areas of the appointment, newest first. What was taken back is shown to nobody."""
    found = Q(pk__in=[])
    for kind in SUBJECTS.codes() if kinds is None else kinds:
        paths = {path for code in SUBJECTS[kind].codes for path in actor.paths(code)}
        found |= Q(kind=kind) & within(paths)
    return Objection.objects.filter(found).exclude(state=State.TAKEN_BACK).order_by("-raised_at", "-pk")


def cases(actor: Actor, kind: str, listing: UUID) -> list[Objection]:
    """The cases to what was announced, without what is shut to this reader."""
    shut = SUBJECTS[kind].shut(actor, listing)
    return [row for row in visible(actor, [kind]).filter(listing=listing) if row.subject not in shut]


def case_for(actor: Actor, pk: UUID, at: datetime) -> Case | None:
    """One case for who may open it; None for everybody else."""
    row = visible(actor).filter(pk=pk).first()
    if row is None or row.subject in SUBJECTS[row.kind].shut(actor, row.listing):
        return None
    return case_of(row, actor, at)


def case_of(row: Objection, actor: Actor, at: datetime) -> Case:
    """What somebody is to this case as it was read."""
    return Case(row, SUBJECTS[row.kind], standing_of(row, actor, at))


def standing_of(row: Objection, actor: Actor, at: datetime) -> Standing:
    subject, state = SUBJECTS[row.kind], State(row.state)
    barred = subject.barred(row.listing, row.subject)
    return rules.standing(
        person=str(actor.id),
        state=state,
        may_handle=actor.may_at(subject.handle, row.area_path),
        may_review=actor.may_at(subject.reviews, row.area_path),
        why=rules.why_barred(str(actor.id), [grant.role for grant in actor.grants], barred),
        handler=str(row.handler or ""),
        co_handler=str(row.co_handler or ""),
        reviewer=str(row.reviewer or ""),
        workers=workers(row) if state == State.UNDER_REVIEW else (),
        handler_left=state == State.ACCEPTED and has_left(row, at),
    )


def has_left(row: Objection, at: datetime) -> bool:
    """Whether the handler no longer holds the right to handle it."""
    found = user(row.handler) if row.handler else None
    return found is None or not actor_for(found, at).may_at(SUBJECTS[row.kind].handle, row.area_path)


def workers(row: Objection) -> set[str]:
    """Who handled it, and whoever found or noted anything in it: a co-handler may have been replaced."""
    found = {row.handler, row.co_handler, *row.former_handlers}
    found |= set(row.points.values_list("judged_by", flat=True))
    return {str(one) for one in found | set(row.notes.values_list("noted_by", flat=True)) if one}


def co_handlers(row: Objection, at: datetime) -> list[tuple[UUID, str]]:
    """(user, name) of those who may be named beside the handler: with the same right, and with no part in it."""
    subject = SUBJECTS[row.kind]
    barred, taken = subject.barred(row.listing, row.subject), (row.handler, row.co_handler)
    found = [one for one in holders(subject.handle, row.area_path, at) if one.pk not in taken]
    acting = [(one, [grant.role for grant in actor_for(one, at).grants]) for one in found]
    return [(one.pk, one.name) for one, roles in acting if rules.why_barred(str(one.pk), roles, barred) is None]


def tracked(kind: str, index: str) -> list[UUID]:
    """The objections of this kind with this index of number and telephone."""
    return list(
        Objection.objects.filter(kind=kind, track_index=index).exclude(track_index="").values_list("pk", flat=True)
    )


def own(pk: UUID) -> Objection | None:
    """For who raised it: their browser opened it by its number."""
    return Objection.objects.filter(pk=pk, kind__in=SUBJECTS.codes()).first()
