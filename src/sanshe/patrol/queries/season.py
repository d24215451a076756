"""Programmes and their rounds."""

from uuid import UUID

from django.db.models import Q, QuerySet
from django.urls import reverse

from sanshe.core.kit.access import Actor
from sanshe.core.rows.queries import within
from sanshe.patrol.enums import P, RoundState
from sanshe.patrol.models import Programme, Round


def programmes(actor: Actor, code: str = P.READ) -> QuerySet[Programme]:
    """Those within one's areas, the newest season first; who reads sees also those of the places above."""
    paths = actor.paths(code)
    above = {path[:n] for path in paths for n in range(1, len(path))} if code == P.READ else set()
    rows = Programme.objects.filter(within(paths) | Q(area_path__in=above))
    return rows.order_by("-starts_on", "-pk")


def programme(actor: Actor, key: UUID, code: str = P.READ) -> Programme | None:
    return programmes(actor, code).filter(pk=key).first()


def rounds(row: Programme) -> QuerySet[Round]:
    return row.rounds.order_by("number")


def round_of(actor: Actor, key: UUID, code: str = P.READ) -> Round | None:
    """A round of a programme that this person may see."""
    found = Round.objects.select_related("programme").filter(pk=key).first()
    if found is None:
        return None
    return found if programmes(actor, code).filter(pk=found.programme_id).exists() else None


def newest_round(actor: Actor) -> Round | None:
    """The round that is walked now, else the one that was frozen last."""
    rows = Round.objects.select_related("programme").filter(programme__in=programmes(actor))
    running = rows.filter(state=RoundState.RUNNING).order_by("-frozen_at").first()
    return running or rows.exclude(state=RoundState.PLANNED).order_by("-frozen_at").first()


def names(actor: Actor, ids: list[str]) -> dict[str, tuple[str, str]]:
    """What programmes are called, and where they stand."""
    found = programmes(actor).filter(pk__in=ids).values_list("pk", "name")
    return {str(pk): (name, reverse("patrol:programme", args=[pk])) for pk, name in found}


def round_names(actor: Actor, ids: list[str]) -> dict[str, tuple[str, str]]:
    """What rounds are called: the programme and the number."""
    found = Round.objects.filter(programme__in=programmes(actor), pk__in=ids)
    rows = found.values_list("pk", "programme__name", "number")
    return {str(pk): (f"{name} {number}", reverse("patrol:round", args=[pk])) for pk, name, number in rows}
