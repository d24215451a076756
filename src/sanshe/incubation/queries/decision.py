"""Reading the decision: motions, votes, places."""

from collections import defaultdict
from uuid import UUID

from django.db.models import QuerySet

from sanshe.incubation.enums.decision import DecisionState, PlaceKind
from sanshe.incubation.models import Ballot, Batch, Decision, Place, Tabulation
from sanshe.incubation.queries.panel import recused_pairs
from sanshe.incubation.rules.tabulation import from_json
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


def out_of_grey(batch: Batch) -> set[UUID]:
    """Members recused for anyone in the grey zone: they see no tabulation before the notice is out."""
    run = tabulation_of(batch)
    grey = {s.applicant for s in result_of(run).standings if s.is_grey} if run else set()
    return {panelist for panelist, application in recused_pairs(batch) if str(application) in grey}


def places(batch: Batch) -> QuerySet[Place]:
    """All places by rank, then by reserve number."""
    found = Place.objects.filter(batch=batch).select_related("application", "application__organisation")
    return found.order_by("rank", "reserve_no", "application__serial")


def reserves(batch: Batch) -> QuerySet[Place]:
    """The reserve in its order, without those that moved up."""
    return places(batch).filter(kind=PlaceKind.RESERVE).order_by("reserve_no")
