"""Reading offices."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse

from sanshe.core.areas.queries import named_below
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused
from sanshe.core.parties.enums import P, R, Side
from sanshe.core.parties.models import Office
from sanshe.core.rows.queries import within


def offices(paths: Collection[str], side: Side | None = None) -> QuerySet[Office]:
    """The offices of these areas, of one side or of both."""
    rows = Office.objects.filter(within(paths)).select_related("operator").order_by("side", "name")
    return rows.filter(side=side) if side else rows


def office(actor: Actor, office_id: UUID) -> Office | None:
    """An office of the areas in which this person looks after offices."""
    return offices(actor.paths(P.OFFICES)).filter(pk=office_id).first()


def office_for(path: str, side: Side) -> Office:
    """The office of a side that answers for a place: its own, else that of the nearest above;
    of several at one place the first that was opened. Refuses NO_OFFICE."""
    above = [path[:n] for n in range(1, len(path) + 1)]
    rows = Office.objects.filter(area_path__in=above, side=side).order_by("pk")
    found = max(rows, key=lambda one: len(one.area_path), default=None)
    if found is None:
        raise Refused(R.NO_OFFICE)
    return found


def office_names(actor: Actor, ids: list[str]) -> dict[str, tuple[str, str]]:
    """What offices are called, and where they are looked after."""
    found = offices(actor.paths(P.OFFICES)).filter(pk__in=ids).values_list("pk", "name")
    return {str(pk): (name, reverse("parties:office", args=[pk])) for pk, name in found}


def masthead(path: str) -> str:
    """What a district's pages are headed by, where one of its offices says so."""
    rows = Office.objects.filter(area_path=path).exclude(masthead="").order_by("pk")
    return rows.values_list("masthead", flat=True).first() or ""


def places_of_offices(actor: Actor) -> list[tuple[str, str]]:
    """The areas for which this person may enter offices."""
    paths = actor.paths(P.OFFICES)
    return named_below(paths) or [(path, path) for path in paths]
