"""Reading the decision: motions, votes, places."""

from collections import defaultdict
from uuid import UUID

from django.db.models import QuerySet

from sanshe.core.kit.access import Actor
from sanshe.incubation.enums.access import P, Role
from sanshe.incubation.enums.decision.decision import DecisionState, PlaceKind
from sanshe.incubation.enums.decision.tabulation import R
from sanshe.incubation.enums.panel.panel import RelationDecision
from sanshe.incubation.models import Application, Ballot, Batch, Decision, Place, Relation, Tabulation
from sanshe.incubation.queries.notice.publication import notices_of, published_of
from sanshe.incubation.queries.panel.panel import member_of, recused_pairs
from sanshe.incubation.rules.decision import tabulation as rules
from sanshe.incubation.rules.decision.tabulation import from_json
from sanshe.incubation.types.tabulation import Result


def tabulation_of(batch: Batch) -> Tabulation | None:
    """The newest run."""
    return Tabulation.objects.filter(batch=batch).order_by("-no").first()


def result_of(tabulation: Tabulation) -> Result:
    return from_json(tabulation.result)


def decision_of(batch: Batch) -> Decision | None:
    """The decision that stands or is being made."""
    found = Decision.objects.filter(batch=batch).exclude(state=DecisionState.SENT_BACK)
    return found.select_related("tabulation").first()


def ballots(decision: Decision) -> list[Ballot]:
    return list(decision.ballots.prefetch_related("votes", "votes__panelist").order_by("no", "time"))


def recused_by_applicant(batch: Batch) -> dict[str, list[str]]:
    """Members recused, by application, both as text keys."""
    found: dict[str, list[str]] = defaultdict(list)
    for panelist, application in sorted(recused_pairs(batch)):
        found[str(application)].append(str(panelist))
    return dict(found)


def is_notice_out(batch: Batch) -> bool:
    """Whether the list has been made public, however it was corrected later."""
    return notices_of(batch).filter(published_at__isnull=False).exists()


def has_public_place(application: Application) -> bool:
    """Whether this applicant was decided on and the notice of it is out."""
    return Place.objects.filter(application=application).exists() and is_notice_out(application.batch)


def refusal_to_see(actor: Actor, batch: Batch) -> R | None:
    """Whether this person may see sheets, sums and places of the batch, after the last seal."""
    seat = member_of(actor, batch)
    is_recused = seat is not None and any(panelist == seat.pk for panelist, _ in recused_pairs(batch))
    return rules.refusal_to_see(is_recused=is_recused, is_out=is_recused and is_notice_out(batch))


def unseen(actor: Actor) -> set[UUID]:
    """The batches whose places this person learns with the notice: recused from somebody there, and nothing is out."""
    mine = Relation.objects.filter(panelist__person=actor.key, panelist__dismissed_at=None)
    shut = mine.exclude(decision=RelationDecision.NO_CONFLICT).values_list("panelist__panel__batch", flat=True)
    waiting = set(shut.distinct())
    return waiting - published_of(waiting)


def is_of_another_panel(actor: Actor, batch: Batch) -> bool:
    """Whether all that opens the tabulation to this person is a seat, and the seat is not on this batch's panel."""
    roles = {g.role for g in actor.grants if P.TABULATION_READ in g.codes}
    return roles == {Role.PANELIST} and member_of(actor, batch) is None


def places(batch: Batch) -> QuerySet[Place]:
    """All places by rank, then by reserve number."""
    found = Place.objects.filter(batch=batch).select_related("application", "application__organisation")
    return found.order_by("rank", "reserve_no", "application__serial")


def reserves(batch: Batch) -> QuerySet[Place]:
    """The reserve in its order, without those that moved up."""
    return places(batch).filter(kind=PlaceKind.RESERVE).order_by("reserve_no")
